/** The head of a run that has just been made: nobody has driven it. */
import type { RunState } from '../../journal/state.ts';
import { summaryOf } from '../summary.ts';
import type { Listed } from './rest.ts';
import type { RunHead } from './schema.ts';

/** `listed`: what lies under the run's names and does not count. */
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
