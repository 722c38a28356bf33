/** Which attempt of an effect comes next, by what the journal says of those before. */
import type { SerializedError } from '../journal/events.ts';
import type { EffectState, RunState, StartState } from '../journal/state.ts';
import type { Policy } from './policy.ts';

const MAX_LOSSES = 5;

export type NextAttempt =
  | { type: 'begin'; attempt: number; because?: 'loss' }
  /** After a pause that is not over. */
  | { type: 'later'; attempt: number; at: number }
  | { type: 'lost'; error: SerializedError };

export function nextAttempt(
  state: RunState,
  effect: EffectState,
  label: string,
  policy: Policy,
): NextAttempt {
  const last = currentStart(state, effect);
  if (last === undefined) return { type: 'begin', attempt: (effect.starts.at(-1)?.attempt ?? 0) + 1 };
  if (last.notBefore !== undefined)
    return { type: 'later', attempt: last.attempt, at: Date.parse(last.notBefore) };
  // A child goes on where it was, whoever drives it.
  if (effect.request.kind === 'subprocess') return { type: 'begin', attempt: last.attempt };
  const losses = effect.losses + 1;
  if (policy.onLost !== 'fail' && losses < MAX_LOSSES)
    return { type: 'begin', attempt: last.attempt + 1, because: 'loss' };
  const times = losses === 1 ? 'once' : `${losses} times`;
  const why = policy.onLost === 'fail' ? ', and may run at most once (onLost: fail)' : '';
  const message = `${label} was lost with its job ${times}${why}`;
  return {
    type: 'lost',
    error: { name: 'LostEffectError', message, data: { effectId: effect.effectId, losses } },
  };
}

/** This attempt of it has started a child before. */
export function isChildOf({ request, starts }: EffectState, attempt: number): boolean {
  const last = starts.at(-1);
  return request.kind === 'subprocess' && last?.attempt === attempt && last.notBefore === undefined;
}

/** The last start since the effect was opened, or opened again by a retry of the run. */
export function currentStart(
  { retries }: RunState,
  { effectId, starts }: EffectState,
): StartState | undefined {
  const last = starts.at(-1);
  if (last === undefined) return undefined;
  const isReopened = retries.some(({ seq, effects }) => seq > last.seq && effects.includes(effectId));
  return isReopened ? undefined : last;
}
