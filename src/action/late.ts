/** Decisions that arrive when their run is over: nobody judges them any more, and nobody is left without an answer. */
import { parseComment } from '../comments/command.ts';
import { isDecision } from '../decisions/judge.ts';
import { statusOf } from '../journal/state.ts';
import type { LateDecision } from '../operations/mail.ts';
import type { Job } from './job.ts';
import { nothing } from './nothing.ts';
import { ifMay, runEnded, type Said } from './said.ts';

/** @throws GitHubRefusal, GitHubUnavailable: it stays in the mailbox */
export const answerLate =
  (job: Job): LateDecision =>
  async ({ commentId: id, issue, review }, state) => {
    const said: Said = { id, issue, text: '', isMail: true, ...(review === true ? { nodeId: '' } : {}) };
    await ifMay(job, said, 'read', async (spoken) => {
      const { runId, terminal } = state;
      if (
        !isDecision(parseComment(spoken.post.body)) ||
        spoken.post.issue !== issue ||
        terminal === undefined
      )
        return nothing(job, `Comment ${id} is no decision about run ${runId}`);
      return runEnded(job, spoken, { runId, status: statusOf(state) });
    });
  };
