/** What a run's last breakpoint came to, for whoever acts on it. */
import { isGate } from './gate.ts';
import type { Thread } from './thread.ts';

export interface LastDecision {
  approved: boolean;
  /** '' where nobody has decided. */
  by: string;
  ref: string;
  commentUrl: string;
}

export const UNDECIDED: LastDecision = { approved: false, by: '', ref: '', commentUrl: '' };

/** undefined: nothing was to be decided, or nobody has yet. A run that was ended over an open question is undecided. */
export function lastDecision(thread: Thread): LastDecision | undefined {
  const { state, seat } = thread;
  const asked = [...state.effects.values()].filter(({ request }) => request.kind === 'breakpoint');
  const decided = asked.filter(({ status }) => status === 'resolved_ok');
  const [last] = decided.sort((a, b) => (b.settlement?.index ?? 0) - (a.settlement?.index ?? 0));
  const { terminal } = state;
  const isOver = terminal !== undefined && (asked.length > 0 || isGate(seat.runDir));
  if (isOver && (last === undefined || (terminal.sealed && decided.length < asked.length))) return UNDECIDED;
  if (last === undefined) return undefined;
  const how = thread.closedOf(last)?.how;
  const vote = how === 'timed-out' ? undefined : thread.votesOf(last).at(-1);
  return {
    approved: how === 'approved',
    by: vote?.login ?? '',
    ref: thread.refOf(last.effectId),
    commentUrl: vote?.url ?? '',
  };
}
