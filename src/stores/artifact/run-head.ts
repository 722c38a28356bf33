/** The head of a generation: what a save says of the run beside its files. */
import type { RunState } from '../../journal/state.ts';
import type { IndexNote } from '../contract.ts';
import type { LeaseNote } from '../liveness.ts';
import { summaryOf, sweepTime } from '../summary.ts';
import type { Generation } from './find.ts';
import type { Listed } from './rest.ts';
import type { RunHead } from './schema.ts';

/** Of a run that has just been made: nobody has driven it. `listed`: what lies under its names and does not count. */
export function firstHead(runId: string, state: RunState, now: number, listed: readonly Listed[]): RunHead {
  const { workflow } = state.created ?? {};
  return {
    row: {
      summary: summaryOf(runId, state, now),
      epoch: 0,
      generation: 1,
      savedAt: new Date(now).toISOString(),
      attempt: 1,
      waitingOn: [],
      ...(workflow !== undefined && { workflow }),
    },
    seq: state.head.seq,
    judged: listed.map(({ id }) => id),
    mailDone: [],
    adopted: [],
  };
}

export interface NextSave {
  state: RunState;
  /** Whose save it is; released with the last one. */
  note: LeaseNote;
  generation: number;
  index: IndexNote;
  judged: number[];
  mailDone: number[];
  now: number;
}

/** `before`: what the lease builds on. */
export function nextHead(
  before: Pick<Generation, 'head' | 'adopted'> & { id: number },
  save: NextSave,
): RunHead {
  const { state, note, generation, judged, mailDone, now } = save;
  const { issue, waitingOn = [], lookAt } = save.index;
  const { owner } = note;
  const isOpen = state.terminal === undefined;
  const summary = summaryOf(before.head.row.summary.runId, state, now);
  const wakeAt = sweepTime(state, lookAt);
  if (wakeAt !== undefined) summary.wakeAt = wakeAt;
  const { workflow } = state.created ?? {};
  return {
    row: {
      summary,
      epoch: note.epoch,
      generation,
      savedAt: new Date(now).toISOString(),
      attempt: state.attempt,
      waitingOn: isOpen ? [...waitingOn] : [],
      released: note.released,
      ...(issue !== undefined && { issue }),
      ...(workflow !== undefined && { workflow }),
    },
    seq: state.head.seq,
    lease: note,
    judged,
    mailDone,
    adopted: [
      ...before.head.adopted,
      ...(before.adopted ? [`artifact ${before.id} by ${owner.job?.url ?? owner.token}`] : []),
    ],
  };
}
