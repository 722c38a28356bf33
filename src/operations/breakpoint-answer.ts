/** What settles a breakpoint as a result from outside: read here and nowhere else. */
import { DamageError } from '../errors.ts';
import { isObject } from '../journal/decode.ts';
import type { Json } from '../journal/events.ts';
import { resolverOf } from '../journal/reader.ts';
import type { EffectState } from '../journal/state.ts';
import { choicesOf } from './breakpoint-shown.ts';
import { readObject } from './tasks.ts';

/**
 * Why `value` does not decide a breakpoint that offers `choices`; undefined: it does. A process asks whether `approved`
 * is truthy: a text would approve, whatever it says. What else the object holds is the process's business.
 */
export function decisionProblem(value: Json, choices: () => string[]): string | undefined {
  // Every resume loads this: it is no schema, which would load zod.
  if (!isObject(value) || typeof value.approved !== 'boolean')
    return 'it takes an object with "approved": true or false';
  const { option } = value;
  // Babysitter's own answers name none, whatever there is to choose from.
  if (option === undefined) return undefined;
  const offered = choices();
  if (typeof option === 'string' && (offered.length === 0 || offered.includes(option))) return undefined;
  if (offered.length === 0) return 'its "option" must be a text';
  return `its "option" must be one of: ${offered.map((choice) => JSON.stringify(choice)).join(', ')}`;
}

/** The same for an effect of a run; undefined also where the effect is no breakpoint. */
export function answerProblem(runDir: string, { request }: EffectState, value: Json): string | undefined {
  if (request.kind !== 'breakpoint') return undefined;
  try {
    return decisionProblem(value, () => choicesOf(readObject(resolverOf(runDir), request.taskDefRef) ?? {}));
  } catch (error) {
    if (error instanceof DamageError) return `its options cannot be read: ${error.message}`;
    throw error;
  }
}
