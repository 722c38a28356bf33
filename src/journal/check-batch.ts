/** Whether events may follow what the journal holds. */
import { LonghaulError, RunEndedError } from '../errors.ts';
import { asKnown } from './decode.ts';
import type { JsonObject, NewEvent } from './events.ts';
import { type RunState, statusOf } from './state.ts';

/**
 * Throws RunEndedError after the end, LonghaulError (JOURNAL_MISUSE) for a second request of an effect and for a
 * settlement of one that is not pending.
 */
export function checkBatch(state: RunState, events: readonly NewEvent[]): void {
  const settled = new Set<string>();
  const requested = new Set<string>();
  let ended = state.terminal !== undefined;
  for (const event of events) {
    if (ended && event.type !== 'RUN_RETRIED')
      throw new RunEndedError(state.runId, statusOf(state), event.type);
    const known = asKnown({ ...event, seq: 0, ulid: '', recordedAt: '', data: event.data as JsonObject });
    if (known?.type === 'RUN_COMPLETED' || known?.type === 'RUN_FAILED' || known?.type === 'RUN_HALTED')
      ended = true;
    else if (known?.type === 'RUN_RETRIED') {
      ended = false;
      for (const effectId of known.data.effects) requested.add(effectId);
    } else if (known?.type === 'EFFECT_REQUESTED') {
      if (state.effects.has(known.data.effectId))
        throw misuse(known.data.effectId, 'requested a second time');
      requested.add(known.data.effectId);
    } else if (known?.type === 'EFFECT_RESOLVED' || known?.type === 'EFFECT_CANCELLED') {
      const { effectId } = known.data;
      const pending = requested.has(effectId) || state.effects.get(effectId)?.status === 'requested';
      if (!pending || settled.has(effectId)) throw misuse(effectId, 'settled, but it is not pending');
      settled.add(effectId);
    }
  }
}

function misuse(effectId: string, what: string): LonghaulError {
  return new LonghaulError('JOURNAL_MISUSE', `Effect ${effectId} would be ${what}; nothing was written`);
}
