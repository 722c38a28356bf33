/** The run's own deadline, and that of its cancel, as the journal has them. */
import { durationText } from '../duration.ts';
import type { RunState } from '../journal/state.ts';
import type { Agenda } from './agenda.ts';
import type { ProcessEnd } from './ending.ts';
import { runTimeoutOf } from './reopen.ts';

interface Ends {
  agenda: Agenda;
  now: number;
  seal(end: ProcessEnd): void;
}

/** One that has passed ends the run at once, before anything else begins; the run may be watched twice. */
export function watchDeadlines(state: RunState, { agenda, now, seal }: Ends): void {
  const endAt = (time: string, end: ProcessEnd): void => {
    const at = Date.parse(time);
    if (at <= now) seal(end);
    else agenda.at(at, () => seal(end));
  };
  const { cancel, deadline } = state;
  if (cancel !== undefined) endAt(cancel.deadline, { type: 'canceled', reason: cancel.reason });
  if (deadline === undefined) return;
  const limit = durationText(runTimeoutOf(state) ?? 0);
  endAt(deadline, { type: 'timed-out', reason: `the run timed out after ${limit}` });
}
