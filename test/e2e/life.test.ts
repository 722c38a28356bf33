/** The life of a job: how it is cancelled, lost and cut off, and what of the run is left then. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Owner } from '../../src/journal/events.ts';
import { BranchStore } from '../../src/stores/branch/store.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';
import { unzipped } from './zip.ts';

let world: World;
afterEach(() => world.close());

const TASKS = `
  import { defineTask } from 'longhaul';
  const shell = defineTask('shell', ({ command }) => ({ kind: 'shell', shell: { command } }));`;
const message = (run: WorkflowRun): string =>
  run.jobs.flatMap((job) => job.annotations.map((one) => one.message)).join('\n');
const types = async (runId: string): Promise<string[]> =>
  (await eventsOnBranch(world, runId)).map(({ type }) => type);

/** Waits until a job has said so in its log. */
async function said(run: WorkflowRun, text: string): Promise<void> {
  await expect.poll(() => run.log, { timeout: 20_000, interval: 50 }).toContain(text);
}

/** A run `far` whose lease is held by a job on another machine. */
async function driveElsewhere(job: NonNullable<Owner['job']>): Promise<void> {
  const store = new BranchStore({
    url: world.platform.repositoryUrl(world.repo),
    token: world.platform.mintJobToken(world.repo, { contents: 'write' }).value,
    workDir: join(world.folder, 'far'),
    workspace: join(world.folder, 'workspace'),
    env: process.env,
  });
  const run = await store.create({
    runId: 'far',
    processId: 'process',
    entrypoint: { importPath: '../../../process.mjs', exportName: 'process' },
  });
  const owner = thisOwner(VERSION, job);
  const far = { pid: 1, startTime: '1', bootId: 'other', host: 'other' };
  const lease = await run.acquire({ ...owner, process: far });
  lease.journal.append([{ type: 'PROCESS_LOG', data: { logSeq: 1, message: 'begun' } }]);
  await lease.save();
  store.close();
}

describe('jobs that end early', () => {
  it('protocol L1, req R12, L7: a driver elsewhere keeps its run until GitHub says that its job is over', async () => {
    const idle = workflow({ on: 'workflow_dispatch' }).replace(
      / {6}- uses: longhaul[\s\S]*/,
      '      - run: echo here; sleep 60\n',
    );
    world = await worldWith({
      workflows: {
        'a.yml': workflow({}),
        'blind.yml': workflow({ permissions: '{ contents: write }' }),
        'idle.yml': idle,
      },
      others: { 'process.mjs': `export const process = (inputs, ctx) => ctx.run('once', () => 1);` },
    });
    const run = await world.dispatch('idle.yml');
    await said(run, 'here');
    const job = run.job('main');
    const url = `${world.platform.urls.server}/acme/app/actions/runs/${run.id}/job/${job.id}`;
    await driveElsewhere({
      workflowRunId: String(run.id),
      workflowAttempt: 1,
      jobId: String(job.id),
      url,
      limitMinutes: 360,
    });
    const early = await world.dispatch('a.yml', { command: 'resume', 'run-id': 'far' });
    await early.done;
    expect(early.conclusion, early.log).toBe('success');
    expect(early.log).toContain(`already being executed by ${url}`);
    world.cancelRun(run, { force: true });
    await world.settled();
    // Whoever may not ask takes nothing from anybody.
    const blind = await world.dispatch('blind.yml', { command: 'resume', 'run-id': 'far' });
    await world.settled();
    expect(blind.log).toContain(`already being executed by ${url}`);
    const sweep = await world.fireSchedule('a.yml');
    await world.settled();
    expect(sweep.log).toContain('far: completed');
  });

  it('a main step that is killed: the post step saves what it left behind', async () => {
    const killed = `export async function process(inputs, ctx) {
      const first = await ctx.run('first', () => 'kept');
      await ctx.run('last', (step) => step.attempt === 1 ? process.kill(process.pid, 'SIGKILL') : undefined);
      return first;
    }
    import process_ from 'node:process'; const process = process_;`.replace(
      'async function process(',
      'async function main(',
    );
    world = await worldWith({
      workflows: { 'a.yml': workflow({}).replace('process.mjs', "'process.mjs#main'") },
      others: { 'process.mjs': killed },
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion).toBe('failure');
    const runId = `${run.id}-main`;
    expect(run.log).toContain(`Run ${runId} was saved by the post step`);
    expect((await types(runId)).filter((type) => type === 'EFFECT_RESOLVED')).toHaveLength(1);
  });
});

describe('stores that do not answer', () => {
  it('no durable copy: red, the first error is said; the post step tries again, says how it ended where people were asked, and offers the whole run', async () => {
    const failing = `${TASKS}
    export async function process({ go }, ctx) {
      ctx.breakpoint({ question: 'Still open?' }).catch(() => {});
      for (const n of [1, 2]) await ctx.task(shell, { command: \`until test -e \${go}\${n}; do sleep 0.1; done\` });
      throw new RangeError('the run itself');
    }`;
    const permissions = '{ contents: write, actions: read, issues: write }';
    world = await worldWith({
      workflows: { 'a.yml': workflow({ permissions, with: ['upload-run: true'] }) },
      others: { 'process.mjs': failing },
    });
    const go = join(world.folder, 'go');
    const run = await world.dispatch('a.yml', { inputs: JSON.stringify({ go }) });
    const runId = `${run.id}-main`;
    const notes = () =>
      world.readFile('comments.json', `refs/heads/longhaul/${runId}`).catch(() => undefined);
    const asked = () =>
      [...world.repo.comments.values()].find(({ body }) => body.includes('Still open?'))?.body;
    await expect.poll(asked, { timeout: 30_000, interval: 50 }).toContain('/approve e-');
    writeFileSync(`${go}1`, ''); // the next command takes a save before it
    await expect.poll(notes, { timeout: 30_000, interval: 100 }).toContain('"commentId"');
    // The server refuses the last save, and the lease that is given back.
    world.platform.faults.add({
      class: 'git',
      path: 'git-receive-pack',
      method: 'POST',
      times: 2,
      action: { status: 403 },
    });
    writeFileSync(`${go}2`, '');
    await world.settled();
    expect(run.conclusion).toBe('failure');
    expect(outputsOf(run), run.log).toMatchObject({ status: 'running', error: 'RangeError: the run itself' });
    expect(message(run)).toContain('RangeError: the run itself; saving run');
    expect(message(run)).toContain('The run lies in ');
    expect(run.log).toContain(`Run ${runId} was saved by the post step`);
    expect((await types(runId)).at(-1)).toBe('RUN_FAILED');
    expect(asked()).toContain('The run has ended');
    expect(asked()).not.toContain('/approve e-');
    const whole = world.repo.artifacts.find(({ name }) => name === `longhaul-whole-${runId}`);
    const zip = world.platform.blobs.get(whole?.blobKey ?? '')?.data ?? Buffer.alloc(0);
    expect(unzipped(zip, 'progress.ndjson').trimEnd().split('\n').at(-1)).toContain('run_failed');
  });
});

describe('time limit', () => {
  const chain = `${TASKS}
    export async function process(inputs, ctx) {
      for (let n = 1; n <= 3; n++) await ctx.task(shell, { command: \`sleep 2; echo \${n}\` });
      return 'through';
    }`;
  const timed = (more: string[] = [], permissions = '{ contents: write, actions: write }') =>
    workflow({ permissions, with: ['time-limit: 2s', ...more] });

  it('the run is saved between commands, the workflow is dispatched again, nothing runs twice', async () => {
    world = await worldWith({ workflows: { 'a.yml': timed() }, others: { 'process.mjs': chain } });
    const first = await world.dispatch('a.yml', {}, { actor: 'bob' });
    await world.settled();
    const runId = `${first.id}-main`;
    expect(world.runs.length).toBeGreaterThan(1);
    for (const run of world.runs) expect(run.conclusion, run.log).toBe('success');
    expect(outputsOf(first)).toMatchObject({ status: 'running', error: '' });
    const last = world.runs.at(-1);
    expect(last && outputsOf(last)).toMatchObject({ status: 'completed', output: '"through"' });
    const events = await eventsOnBranch(world, runId);
    expect(events.filter(({ type }) => type === 'EFFECT_STARTED')).toHaveLength(3);
    const hops = events.filter(({ type }) => type === 'RUN_DISPATCHED').map(({ data }) => data);
    expect(hops).toEqual(
      hops.map((_, i) => ({ hop: i + 1, actor: { login: 'bob', id: world.platform.user('bob').id } })),
    );
    expect(hops).toHaveLength(world.runs.length - 1);
    const given = Object.entries(world.runs[1]?.event.inputs ?? {}).filter(([, value]) => value !== '');
    expect(given).toEqual([
      ['command', 'auto'],
      ['run-id', runId],
    ]);
  });

  it('a job that dies between its last save and the dispatch: a sweep carries the run on, nothing runs twice', async () => {
    world = await worldWith({ workflows: { 'a.yml': timed() }, others: { 'process.mjs': chain } });
    const fault = world.platform.faults.add({ path: '/dispatches', action: { hang: true } });
    const first = await world.dispatch('a.yml');
    await expect.poll(() => fault.hits, { timeout: 30_000, interval: 50 }).toBe(1);
    const runId = `${first.id}-main`;
    expect((await types(runId)).at(-1)).toBe('RUN_DISPATCHED');
    world.loseMachine(first, first.job('main'));
    fault.remove();
    expect(world.runs).toHaveLength(1);
    // Nobody has told GitHub of the loss, nor does anybody have to: the lease was given back with that save.
    const swept = await world.fireSchedule('a.yml');
    await world.settled();
    expect(swept.log).toContain(`Sweep: run ${runId}, nobody drives it`);
    const last = world.runs.at(-1);
    expect(last && outputsOf(last), last?.log).toMatchObject({ status: 'completed', output: '"through"' });
    const events = await eventsOnBranch(world, runId);
    expect(events.filter(({ type }) => type === 'EFFECT_STARTED')).toHaveLength(3);
  });

  it('without the permission, and after too many in a row, it says what to do', async () => {
    world = await worldWith({
      workflows: { 'a.yml': timed([], '{ contents: write }'), 'b.yml': timed(['max-hops: 1']) },
      others: { 'process.mjs': chain },
    });
    const denied = await world.dispatch('a.yml');
    await world.dispatch('b.yml');
    await world.settled();
    expect(denied.conclusion).toBe('success');
    expect(message(denied)).toContain('the job needs `permissions: actions: write` for that');
    const hopped = world.runs.filter((run) => run.workflow.path.endsWith('b.yml'));
    expect(hopped).toHaveLength(2);
    expect(hopped[1] && message(hopped[1])).toContain('has dispatched itself 1 times in a row (`max-hops`)');
  });
});
