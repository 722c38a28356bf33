/** How a run that has ended is called at each surface: the one place where the vocabularies meet (contract §1). */
import { LonghaulError } from '../errors.ts';
import type { RunStatus, SerializedError } from './events.ts';

export type EndedStatus = Extract<RunStatus, 'completed' | 'failed' | 'canceled' | 'halted'>;
export type FinalStatus = 'success' | 'fail' | 'canceled';

interface Ending {
  /** `status` in final.json and in the last line of progress.ndjson. */
  final: FinalStatus;
  /** `event` of that line. */
  line: 'run_completed' | 'run_failed';
  /** What the journal ends with. */
  event: 'RUN_COMPLETED' | 'RUN_FAILED' | 'RUN_HALTED';
}

/** By the state that `run:status` and the output `status` show. */
export const ENDINGS: Readonly<Record<EndedStatus, Ending>> = {
  completed: { final: 'success', line: 'run_completed', event: 'RUN_COMPLETED' },
  failed: { final: 'fail', line: 'run_failed', event: 'RUN_FAILED' },
  canceled: { final: 'canceled', line: 'run_failed', event: 'RUN_FAILED' },
  halted: { final: 'canceled', line: 'run_failed', event: 'RUN_HALTED' },
};

export function isEnded(status: RunStatus): status is EndedStatus {
  return Object.hasOwn(ENDINGS, status);
}

/** What a run ended with, for people: `Name: message (path:line:column)`. */
export function errorText({
  name,
  message,
  site,
}: Pick<SerializedError, 'name' | 'message' | 'site'>): string {
  return `${name}: ${message}${site === undefined ? '' : ` (${site})`}`;
}

/** A `status` of final.json as one of ours. Throws LonghaulError (UNKNOWN_STATUS): a word that we do not know is no guess (T7). */
export function finalStatus(word: unknown, path: string): FinalStatus {
  if (word === 'success' || word === 'fail' || word === 'canceled') return word;
  throw new LonghaulError(
    'UNKNOWN_STATUS',
    `${path} has the status ${JSON.stringify(word)}, which is none of success, fail, canceled`,
    {
      path,
      hint: 'It was not written by this engine. Move it away and resume the run: it is written anew.',
    },
  );
}
