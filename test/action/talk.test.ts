/** What a job's outputs say of a decision. */
import { expect, it } from 'vitest';
import type { JobEvent } from '../../src/action/event.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import type { Job } from '../../src/action/job.ts';
import { talkOutputs } from '../../src/action/talk.ts';
import { bench } from '../engine/support.ts';

it('contract §2: who deploys on `decision` does it once: a job that found the run decided approves only where asked to', async () => {
  const run = await bench("return ctx.breakpoint({ question: 'Go?' });");
  await run.drive();
  const effectId = String(run.of('EFFECT_REQUESTED')[0]?.effectId);
  await run.mail({
    kind: 'result',
    effectId,
    effectAttempt: 1,
    outcome: { status: 'ok', value: { approved: true } },
  });
  expect((await run.drive()).status).toBe('completed');

  const notices: string[] = [];
  const isApproved = (name: string, workflowAttempt: number, already: boolean) => {
    const where = { workspace: run.directory, workflow: '', ref: '' };
    const event = { name, workflowAttempt, payload: {}, ...where } as JobEvent;
    const job = {
      event,
      inputs: parseInputs(() => ''),
      github: {} as Job['github'],
      store: run.store,
      io: { notice: (text: string) => notices.push(text) },
    };
    return JSON.parse(talkOutputs(job, run.run, { pending: [], already }).decision ?? '').approved;
  };
  for (const [name, attempt, already, expected] of [
    ['issue_comment', 1, false, true],
    ['issue_comment', 1, true, false],
    ['pull_request_review', 1, true, false],
    ['workflow_dispatch', 1, true, true],
    ['workflow_dispatch', 2, true, false],
  ] as const)
    expect(isApproved(name, attempt, already), `${name} ${attempt} ${already}`).toBe(expected);
  expect(notices).toHaveLength(3);
  expect(notices[0]).toContain('was decided before this job');
});
