/** Decisions that a job finds in the mailbox of a run that is over. */
import { expect, it } from 'vitest';
import type { Job } from '../../src/action/job.ts';
import { answerLate } from '../../src/action/late.ts';
import { emptyState, type RunState } from '../../src/journal/state.ts';

it('protocol M4: a late comment hears that the run is over, although the job that finds it is run again', async () => {
  const replies: string[] = [];
  const history = { isEdited: false, isForeign: false, isOwn: false, body: '/approve' };
  const job = {
    event: { workflowAttempt: 2 },
    io: { notice() {} },
    github: {
      comment: async () => ({ nodeId: 'n', body: '/approve', issue: 7, author: { login: 'ann', id: 1 } }),
      role: async () => 'write',
      histories: async () => [history],
      async *commentsSince() {},
      createComment: async (_: number, body: string) => void replies.push(body),
    },
  } as unknown as Job;
  const state = { ...emptyState(), runId: 'r', terminal: { status: 'completed' } } as RunState;
  const message = { id: 'comment-9', kind: 'decide', commentId: '9', issue: 7, attempt: 1, at: '' } as const;
  await answerLate(job)(message, state);
  expect(replies).toEqual([expect.stringContaining('Run `r` is over (`completed`)')]);
});
