/** What ends a drive though the run has not ended: the journal is as it was, and the way out is named. */
import { DamageError, LonghaulError } from '../errors.ts';
import { isObject } from '../journal/decode.ts';
import { errorText } from '../journal/endings.ts';
import type { SerializedError } from '../journal/events.ts';

export function stuckError(what: string): LonghaulError {
  return new LonghaulError('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
    hint:
      'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
      'mend the code and resume with `longhaul resume <run> --on-code-change upgrade`, or seal the run with `longhaul run:halt <run>`.',
  });
}

export function stuckStepsError(names: readonly string[]): LonghaulError {
  return stuckError(
    `the step ${names.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`,
  );
}

export function lostError(cause: 'loop' | 'memory' | 'exit', error: SerializedError): LonghaulError {
  // Its worker found, while it read the journal, what `run:verify` finds.
  if (error.name === 'DamageError' && isObject(error.data))
    return new DamageError(error.message, String(error.data.path));
  const hints = {
    loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
    memory: 'The process needs more memory than it may have; the journal is as it was.',
    exit: 'The journal is as it was: to try again, `longhaul resume <run>`.',
  };
  return new LonghaulError('PROCESS_LOST', error.message, { hint: hints[cause] });
}

/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
export function crashedInReplayError(error: SerializedError): LonghaulError {
  return new LonghaulError(
    'PROCESS_LOST',
    `The process failed while its journal was replayed: ${errorText(error)}`,
    {
      hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was: to try again, `longhaul resume <run>`.',
      cause: withStack(error),
    },
  );
}

export function loadError(path: string, error: SerializedError, hint: string): LonghaulError {
  return new LonghaulError('PROCESS_LOAD', `The process file cannot be loaded: ${errorText(error)}`, {
    path,
    hint,
    cause: withStack(error),
  });
}

function withStack(error: SerializedError): Error {
  const cause = new Error(error.message);
  if (error.stack !== undefined) cause.stack = error.stack;
  return cause;
}

/** A packed segment is not what the files say: they are read instead. */
export const STALE_CACHE = new Error('stale segments');
