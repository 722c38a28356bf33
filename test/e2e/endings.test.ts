/** Cancel, halt and the runner's own cancel button, from one job to another, on the committed bundle; see scenarios/deaf.ts. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { DEAF_PROCESS, gone, isAlive, working } from './scenarios/deaf.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';

const PARENT = `
export const process = async (inputs, ctx) => ['parent', await ctx.subprocess('child.mjs')];`;
/** Two people are asked, one after the other; with \`dir\` at once, while a command runs. */
const ASKS = `
import { defineTask } from 'longhaul';
const busy = defineTask('busy', ({ dir }) => ({ kind: 'shell', shell: { command: \`echo $$ > \${dir}/worker; sleep 60\` } }));
export async function process(inputs, ctx) {
  if (inputs?.dir) {
    const ask = (question) => ctx.breakpoint({ question }, { label: question }).catch((error) => error.name);
    return Promise.all([ask('Third?'), ask('Fourth?'), ctx.task(busy, inputs)]);
  }
  const first = await ctx.breakpoint({ question: 'First?' }, { label: 'first' }).catch((error) => error.name);
  return [first, await ctx.breakpoint({ question: 'Second?' }, { label: 'second' })];
}`;
const CHILD = `
export const process = async (inputs, ctx) => ctx.signal('go');`;

let world: World;
beforeAll(async () => {
  const inputs = ['cancel-grace: 1s'];
  world = await worldWith({
    workflows: {
      'b.yml': workflow({ with: [...inputs, 'on-runner-cancel: cancel'] }),
      'default.yml': workflow({ with: ['on-runner-cancel: cancel'] }),
      'patient.yml': workflow({ with: ['cancel-grace: 5m'] }),
      'd.yml': workflow({
        on: '{ workflow_dispatch: { inputs: { command: {}, run-id: {}, effect-id: {}, reason: {}, issue: {}, inputs: {} } }, issue_comment: { types: [created] } }',
        permissions: '{ contents: write, actions: read, issues: write, pull-requests: write }',
      }).replace('process: process.mjs', 'process: asks.mjs'),
      'c.yml': workflow({}).replace('process: process.mjs', 'process: "parent.mjs,child.mjs"'),
    },
    others: { 'asks.mjs': ASKS, 'process.mjs': DEAF_PROCESS, 'parent.mjs': PARENT, 'child.mjs': CHILD },
  });
});
afterAll(() => world.close());

const ends = async (runId: string) =>
  (await eventsOnBranch(world, runId)).filter(({ type }) => /^RUN_(COMPLETED|FAILED|HALTED)$/.test(type));
const allDone = (...runs: WorkflowRun[]) => Promise.all(runs.map(({ done }) => done));

describe('from another workflow run', { timeout: 90_000 }, () => {
  it('req C15, C16, H16: comments show how to cancel, say what was cancelled or halted, and take no approval then', async () => {
    const { issue } = await world.openIssue('ann', 'Release');
    const said = () =>
      [...world.repo.comments.values()].filter(({ issueNumber }) => issueNumber === issue.number);
    const shown = (text: string) => said().find(({ body }) => body.includes(text))?.body ?? '';
    const run = { 'run-id': 'asks', issue: String(issue.number) };
    const started = await world.dispatch('d.yml', { command: 'start', ...run });
    await started.done;
    const [first] = JSON.parse(outputsOf(started).pending ?? '[]') as { effectId: string; ref: string }[];
    expect(first?.ref, started.log).toMatch(/^e-/);
    expect(shown('longhaul:status')).toContain(`/cancel ${first?.ref}`);
    const cancel = await world.dispatch('d.yml', {
      command: 'cancel',
      'effect-id': first?.effectId ?? '',
      reason: 'not this one',
      ...run,
    });
    await cancel.done;
    expect(outputsOf(cancel), cancel.log).toMatchObject({ status: 'waiting' });
    expect(shown('First?')).toMatch(/Cancelled[\s\S]*not this one/);
    expect(shown('First?')).not.toContain(`/approve ${first?.ref}`);
    const halt = await world.dispatch('d.yml', { command: 'halt', reason: 'obsolete', ...run });
    await halt.done;
    expect(halt.conclusion, halt.log).toBe('success');
    expect(shown('Second?')).toMatch(/The run was halted[\s\S]*obsolete/);
    const [second] = JSON.parse(outputsOf(cancel).pending ?? '[]') as { ref: string }[];
    const before = (await eventsOnBranch(world, 'asks')).length;
    const { comment } = await world.comment(issue.number, 'bob', `/approve ${second?.ref}`);
    await world.settled();
    expect(await eventsOnBranch(world, 'asks')).toHaveLength(before);
    const answers = said().filter(({ id }) => id > comment.id);
    expect(answers.map(({ body }) => body).join('\n')).toContain('Run `asks` is over');
  });

  it('req C16, H16: while another job drives the run, that job closes what was cancelled and what was halted', async () => {
    const dir = join(world.folder, 'pids-busy');
    mkdirSync(dir);
    const { issue } = await world.openIssue('ann', 'Rollback');
    const run = { 'run-id': 'busy', issue: String(issue.number) };
    const job = await world.dispatch('d.yml', { command: 'start', inputs: JSON.stringify({ dir }), ...run });
    const shown = (text: string) =>
      [...world.repo.comments.values()].find(({ body }) => body.includes(text))?.body ?? '';
    const isAtWork = () =>
      existsSync(join(dir, 'worker')) && shown('Third?') !== '' && shown('Fourth?') !== '';
    await expect.poll(isAtWork, { timeout: 20_000, interval: 50 }).toBe(true);
    const third = (await eventsOnBranch(world, 'busy')).find(({ data }) => data.label === 'Third?');
    const cancel = { 'effect-id': String(third?.data.effectId), reason: 'not this one' };
    await (await world.dispatch('d.yml', { command: 'cancel', ...cancel, ...run })).done;
    const halt = await world.dispatch('d.yml', { command: 'halt', reason: 'obsolete', ...run });
    await allDone(job, halt);
    for (const { conclusion, log } of [job, halt]) expect(conclusion, log).toBe('success');
    expect(shown('Third?')).toMatch(/Cancelled[\s\S]*not this one/);
    expect(shown('Fourth?')).toMatch(/The run was halted[\s\S]*obsolete/);
    for (const text of ['Third?', 'Fourth?']) expect(shown(text)).not.toContain('/approve e-');
  });

  it('a signal to a child ends it, and the parent that waits for it goes on in the same job', async () => {
    const parent = await world.dispatch('c.yml', { command: 'start', 'run-id': 'p' });
    await parent.done;
    expect(outputsOf(parent), parent.log).toMatchObject({ status: 'waiting' });
    const branches = [...(await world.refs('refs/heads/longhaul/')).keys()];
    const runId = branches.map((ref) => ref.split('/').at(-1) ?? '').find((id) => id.startsWith('p.')) ?? '';
    const go = await world.dispatch('c.yml', {
      command: 'signal',
      'run-id': runId,
      signal: 'go',
      value: '7',
    });
    await go.done;
    expect(go.conclusion, go.log).toBe('success');
    expect(outputsOf(go)).toMatchObject({ 'run-id': runId, status: 'completed', output: '7' });
    expect(await ends('p')).toMatchObject([{ type: 'RUN_COMPLETED' }]);
    expect(JSON.parse((await world.readFile('state/output.json', 'refs/heads/longhaul/p')) ?? '')).toEqual([
      'parent',
      7,
    ]);
  });
});

describe('the cancel button', { timeout: 90_000 }, () => {
  it('req C17, C18, T5: whatever ignores it, and however slow its clean-up is, the run is saved before the runner ends the job: resumable, or canceled', async () => {
    const again = join(world.folder, 'pids-again');
    mkdirSync(again);
    const [quick, slow, patient] = await Promise.all([
      working(world, 'quick', 'b.yml', { rethrow: true }),
      working(world, 'slow', 'default.yml', { again }),
      working(world, 'patient', 'patient.yml'),
    ]);
    for (const { job } of [quick, slow, patient]) world.cancelRun(job);
    await Promise.all([quick, slow, patient].map(gone));
    await world.settled();
    for (const { job } of [quick, slow, patient]) {
      expect(job.conclusion).toBe('cancelled');
      expect(job.log).not.toContain('was saved by the post step');
    }
    for (const runId of ['quick', 'slow']) {
      expect(await ends(runId)).toMatchObject([
        { type: 'RUN_FAILED', data: { canceled: true, errorClass: 'cancelled' } },
      ]);
      const final = await world.readFile('final.json', `refs/heads/longhaul/${runId}`);
      expect(JSON.parse(final ?? '')).toMatchObject({ status: 'canceled' });
      const events = await eventsOnBranch(world, runId);
      expect(events.find(({ type }) => type === 'RUN_CANCEL_REQUESTED')?.data.reason).toBe(
        'the workflow run was cancelled',
      );
    }
    // The clean-up was begun, ignored everything, and was withdrawn with the end of the run.
    const cleaning = Number(readFileSync(join(again, 'worker'), 'utf8'));
    expect(isAlive(cleaning)).toBe(false);
    const withdrawn = (await eventsOnBranch(world, 'slow')).filter(({ data }) => data.withdrawn === true);
    expect(withdrawn).toHaveLength(1);
    // By default the run goes on another time, with the command that was cut off.
    const before = await eventsOnBranch(world, 'patient');
    expect(before.map(({ type }) => type)).toEqual(['RUN_CREATED', 'EFFECT_REQUESTED', 'EFFECT_STARTED']);
    writeFileSync(join(world.folder, 'pids-patient', 'go'), '');
    const resumed = await world.dispatch('patient.yml', { command: 'resume', 'run-id': 'patient' });
    await world.settled();
    expect(outputsOf(resumed), resumed.log).toMatchObject({ status: 'completed' });
  });
});
