/** RUN_RETRIED: a run that had failed goes on. */
import type { RunRetriedData } from './events.ts';
import type { RunState } from './state-types.ts';

export function applyRetried(state: RunState, data: RunRetriedData, seq: number): void {
  state.attempt++;
  state.terminal = undefined;
  state.cancel = undefined;
  state.deadline = data.deadline;
  state.retries.push({
    seq,
    settlementsBefore: state.settlements,
    effects: data.effects,
    dropped: data.dropped,
  });
  for (const effectId of data.effects) {
    const effect = state.effects.get(effectId);
    if (effect === undefined) {
      state.problems.push({
        seq,
        code: 'UNKNOWN_EFFECT',
        message: `RUN_RETRIED reopens the unknown effect ${effectId}`,
      });
      continue;
    }
    effect.status = 'requested';
    effect.settlement = undefined;
    // Its retry policy starts anew; attempts go on counting.
    effect.failures = 0;
    effect.losses = 0;
    if (!effect.dropped) state.pending.set(effectId, effect);
  }
  for (const effectId of data.dropped) {
    const effect = state.effects.get(effectId);
    if (effect !== undefined) effect.dropped = true;
    state.pending.delete(effectId);
  }
}
