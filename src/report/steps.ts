/** The steps of a run as a report shows them: from the journal's state, nothing else. */
import { attemptOf, type EffectState, type RunState } from '../journal/state.ts';

export interface StepRow {
  stepId: string;
  effectId: string;
  label: string;
  kind: string;
  status: 'waiting' | 'running' | 'ok' | 'failed' | 'cancelled' | 'timed out' | 'not done';
  attempts: number;
  /** ms since the epoch. */
  from: number;
  /** undefined: it goes on. */
  to: number | undefined;
  /** The error or the reason, one line. */
  note: string;
}

function statusOf(effect: EffectState, isOver: boolean): StepRow['status'] {
  if (effect.status === 'resolved_ok') return 'ok';
  if (effect.status === 'resolved_error') return 'failed';
  if (effect.status === 'cancelled') return effect.settlement?.timedOut === true ? 'timed out' : 'cancelled';
  if (isOver) return 'not done';
  const last = effect.starts.at(-1);
  return last !== undefined && last.notBefore === undefined ? 'running' : 'waiting';
}

/** In order of request; effects that a retry dropped are left out. */
export function stepRows(state: RunState): StepRow[] {
  const { terminal } = state;
  const rows: StepRow[] = [];
  for (const effect of state.effects.values()) {
    if (effect.dropped) continue;
    const { settlement } = effect;
    const end = settlement ?? terminal;
    const note =
      settlement?.error === undefined
        ? (settlement?.reason ?? '')
        : `${settlement.error.name}: ${settlement.error.message}`;
    rows.push({
      stepId: effect.request.stepId,
      effectId: effect.effectId,
      label: effect.request.label,
      kind: effect.request.kind,
      status: statusOf(effect, terminal !== undefined),
      attempts: attemptOf(effect),
      from: Date.parse(effect.starts[0]?.at ?? effect.requestedAt),
      to: end === undefined ? undefined : Date.parse(end.at),
      note: note.split('\n', 1)[0] ?? '',
    });
  }
  return rows;
}
