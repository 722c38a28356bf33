/** Commands by comment that meet a run which is no longer as the index has it. */
import { expect, it } from 'vitest';
import { haltBy } from '../../src/action/comment-commands.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import type { Job } from '../../src/action/job.ts';
import type { Spoken } from '../../src/action/said.ts';
import { haltRun } from '../../src/operations/halt.ts';
import type { RunOnIssue } from '../../src/stores/contract.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { type Bench, bench } from '../engine/support.ts';

async function halted({ store, directory, run }: Bench) {
  const replies: string[] = [];
  const job = {
    store,
    owner: thisOwner(VERSION),
    event: { workflow: '', workspace: directory, workflowAttempt: 1 },
    inputs: parseInputs(() => ''),
    io: { notice() {}, unsaved() {} },
    github: {
      async *commentsSince() {},
      createComment: async (_: number, body: string) => void replies.push(body),
    },
  } as unknown as Job;
  const spoken = { id: '9', issue: 7, text: '', post: { author: { login: 'ann', id: 1 }, url: 'u' } };
  const target: RunOnIssue = { runId: run.runId, status: 'running', refs: [], attempt: 1, updatedAt: '' };
  const { failure } = await haltBy(job, spoken as unknown as Spoken, { run: target, reason: 'obsolete' });
  expect(failure).toBeUndefined();
  return replies;
}

it('contract §3: a halt of a run that ends meanwhile is answered with how it ended', async () => {
  const ended = await bench('return 1;');
  await ended.drive();
  expect(await halted(ended)).toEqual([expect.stringContaining('is over (`completed`)')]);

  const sealed = await bench("return ctx.signal('x');");
  await haltRun({
    store: sealed.store,
    run: sealed.run,
    owner: thisOwner(VERSION),
    workspace: sealed.directory,
    actor: { login: 'ben' },
    source: '',
    finalStatus: 'completed',
    reason: 'enough',
  });
  expect(await halted(sealed)).toEqual([expect.stringMatching(/halted already by `ben`.*enough/)]);
});
