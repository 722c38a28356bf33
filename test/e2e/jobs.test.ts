/** Jobs that meet: attempts, matrices, two at once, other workflows, tokens that may not write. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../runner/index.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const GATE = `
  export async function process(inputs, ctx) {
    const n = await ctx.run('once', () => 1);
    if (inputs?.fail) throw new RangeError('as asked');
    return n + (await ctx.signal('go'));
  }`;
const branches = async (): Promise<string[]> =>
  [...(await world.refs('refs/heads/longhaul/')).keys()].map((ref) =>
    ref.slice('refs/heads/longhaul/'.length),
  );

describe('protocol B2: one id for all attempts of a job', () => {
  it('a re-run carries its run on; of a failed run it says how to retry', async () => {
    world = await worldWith({ workflows: { 'a.yml': workflow({}) }, others: { 'process.mjs': GATE } });
    const run = await world.dispatch('a.yml');
    await world.settled();
    const { 'run-id': runId = '', status } = outputsOf(run);
    expect({ runId, status }).toEqual({ runId: `${run.id}-main`, status: 'waiting' });
    await world.rerun(run);
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(outputsOf(run)).toMatchObject({ 'run-id': runId, status: 'waiting' });
    expect(await branches()).toEqual([runId]);

    const failing = await world.dispatch('a.yml', { inputs: '{"fail":true}' });
    await world.settled();
    expect(failing.conclusion).toBe('failure');
    expect(outputsOf(failing)).toMatchObject({ status: 'failed', error: 'RangeError: as asked' });
    const events = await eventsOnBranch(world, `${failing.id}-main`);
    await world.rerun(failing);
    await world.settled();
    expect(failing.conclusion).toBe('failure');
    expect(failing.log).toContain('/retry');
    expect(await eventsOnBranch(world, `${failing.id}-main`)).toEqual(events);
  });

  it('protocol M1, contract §2: a job that sent a command and is run again sends nothing; what is so already is green, another outcome is red', async () => {
    const process = `
      import { defineTask } from 'longhaul';
      const remote = defineTask('remote', () => ({ kind: 'shell', external: true, shell: { command: 'false' } }));
      export const process = async (inputs, ctx) => [await ctx.task(remote, {}), await ctx.signal('go')];`;
    world = await worldWith({ workflows: { 'a.yml': workflow({}) }, others: { 'process.mjs': process } });
    const send = async (inputs: Record<string, string>) => {
      const run = await world.dispatch('a.yml', inputs, { actor: 'bob' });
      await world.settled();
      return run;
    };
    const start = async (runId: string): Promise<{ ref: string }> =>
      JSON.parse(outputsOf(await send({ command: 'start', 'run-id': runId })).pending ?? '')[0];
    const { ref } = await start('one');
    await start('two');
    await start('three');
    const result = { command: 'result', 'run-id': 'one', 'effect-id': ref, value: '{"b":1,"a":2}' };
    const halt = await send({ command: 'halt', 'run-id': 'three', reason: 'obsolete' });
    expect(halt.log).toContain('Run three was halted by bob: obsolete');
    expect(halt.job('main').summary).toContain('It was halted by bob: obsolete');
    const jobs = [
      [await send(result), 'waiting', 'has this result already'],
      [
        await send({ command: 'signal', 'run-id': 'one', signal: 'go' }),
        'completed',
        'recorded this `signal` already',
      ],
      [await send({ command: 'cancel', 'run-id': 'two' }), 'canceled', 'recorded this `cancel` already'],
      [halt, 'completed', 'is sealed already (obsolete)'],
    ] as const;
    for (const [run, status] of jobs) expect(outputsOf(run).status, run.log).toBe(status);
    const before = await world.refs();
    for (const [run, , said] of jobs) {
      await world.rerun(run);
      await world.settled();
      expect(run.conclusion, run.log).toBe('success');
      expect(run.log).toContain(said);
    }
    const same = await send({ ...result, value: '{"a":2,"b":1}' });
    expect(same.conclusion, same.log).toBe('success');
    const other = await send({ ...result, value: '3' });
    expect(other.conclusion, other.log).toBe('failure');
    expect(await world.refs()).toEqual(before);
  });

  it('a matrix of starts is a run each; callers of a reusable workflow must say which is which', async () => {
    const caller = (name: string): string =>
      `  ${name}: { uses: ./.github/workflows/part.yml, permissions: { contents: write } }`;
    world = await worldWith({
      workflows: {
        'matrix.yml': workflow({ job: ['strategy: { matrix: { part: [a, b, c] } }'] }),
        'part.yml': workflow({ on: 'workflow_call', permissions: '{ contents: write }' }),
        'twice.yml': ['on: workflow_dispatch', 'jobs:', caller('one'), caller('two'), ''].join('\n'),
      },
      others: { 'process.mjs': GATE },
    });
    const matrix = await world.dispatch('matrix.yml');
    const twice = await world.dispatch('twice.yml');
    await world.settled();
    await world.rerun(matrix);
    await world.settled();
    expect(matrix.conclusion, matrix.log).toBe('success');
    const ids = ['', '-1', '-2'].map((index) => `${matrix.id}-main${index}`);
    expect((await branches()).sort()).toEqual([...ids, `${twice.id}-main`].sort());
    const conclusions = twice.jobs.map((job) => job.conclusion).sort();
    expect(conclusions, twice.log).toEqual(['failure', 'success']);
    expect(twice.log).toContain('Give each of them a `run-id` of its own');
  });

  it('nor does the other caller carry it on in a later attempt, and pass for it', async () => {
    const caller = (name: string): string =>
      `  ${name}: { uses: ./.github/workflows/part.yml, permissions: { contents: write } }`;
    world = await worldWith(
      {
        workflows: {
          'part.yml': workflow({
            on: 'workflow_call',
            permissions: '{ contents: write }',
            with: ['wait-in-job: 0s'],
          }),
          'twice.yml': ['on: workflow_dispatch', 'jobs:', caller('one'), caller('two'), ''].join('\n'),
        },
        others: {
          'process.mjs': `export const process = (inputs, ctx) => ctx.sleep('1s').then(() => 'done');`,
        },
      },
      { runners: 1 },
    );
    const twice = await world.dispatch('twice.yml');
    await world.settled();
    expect(twice.jobs.map((job) => job.conclusion).sort(), twice.log).toEqual(['failure', 'success']);
    await world.rerun(twice);
    await world.settled();
    expect(twice.jobs.map((job) => job.conclusion).sort(), twice.log).toEqual(['failure', 'success']);
    expect(twice.log).toContain('another job or step of this workflow run came to the same id');
  });
});

it('req R12, protocol L2: two jobs start one run at once: one drives it, both are green', async () => {
  const slow = `export const process = (inputs, ctx) => ctx.run('slow', () => new Promise((done) => setTimeout(done, 3000, 'done')));`;
  world = await worldWith({
    workflows: { 'a.yml': workflow({ with: ['run-id: the-one'] }), 'b.yml': workflow({}) },
    others: { 'process.mjs': slow },
  });
  const runs = await Promise.all([world.dispatch('a.yml'), world.dispatch('a.yml')]);
  await world.settled();
  expect(
    runs.map((run) => run.conclusion),
    runs.map((run) => run.log).join('\n'),
  ).toEqual(['success', 'success']);
  const statuses = runs.map((run) => outputsOf(run).status).sort();
  expect(statuses, runs.map((run) => run.log).join('\n')).toEqual(['completed', 'running']);
  const other = runs.find((run) => outputsOf(run).status === 'running');
  const driver = runs.find((run) => outputsOf(run).status === 'completed');
  expect(other?.log).toContain(
    `Run is already being executed by ${world.platform.urls.server}/acme/app/actions/runs/${driver?.id}/job/`,
  );
  const starts = (await eventsOnBranch(world, 'the-one')).filter(({ type }) => type === 'EFFECT_STARTED');
  expect(starts).toHaveLength(1);
  // Another workflow that is told of it has nothing to do with it.
  const foreign = await world.dispatch('b.yml', { command: 'resume', 'run-id': 'the-one' });
  await world.settled();
  expect(foreign.conclusion).toBe('success');
  expect(foreign.log).toContain('belongs to another workflow file');
  expect(outputsOf(foreign)).toMatchObject({ status: '', 'run-id': '' });
});

it('contract §2: `store: directory` keeps runs in the workspace, for the steps of one job, and asks nobody for anything', async () => {
  const step = (more: string): string =>
    `- uses: longhaul/longhaul@v1\n        with: { process: process.mjs, store: directory, runs-dir: runs, run-id: r${more} }`;
  const file = `on: workflow_dispatch
permissions: {}
jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$GATE" > process.mjs
      ${step('')}
      ${step(', command: signal, signal: go, value: 2').replace('- uses', '- id: go\n        uses')}
      - run: ls runs && test -f "\${{ steps.go.outputs.final-path }}" -a -f "\${{ steps.go.outputs.progress-path }}" -a -f "\${{ steps.go.outputs.report-path }}"
`;
  world = await worldWith({ workflows: { 'a.yml': file } }, { env: { GATE } });
  const run = await world.dispatch('a.yml');
  await world.settled();
  expect(run.conclusion, run.log).toBe('success');
  const [first, second] = run.job('main').steps.filter(({ outputs }) => 'run-id' in outputs);
  expect([first?.outputs.status, second?.outputs.status, second?.outputs.output]).toEqual([
    'waiting',
    'completed',
    '3',
  ]);
  expect(world.platform.log.list({}).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});

it('a token that may not write: an error that names the permission; from a fork a notice, and green', async () => {
  world = await worldWith(
    {
      workflows: {
        'bare.yml': workflow({ permissions: '{}', before: ['- run: echo "$GATE" > process.mjs'] }),
        // What a repository grants by default.
        'silent.yml': workflow({}).replace(/^permissions: .*\n/m, ''),
        'pr.yml': workflow({ on: 'pull_request', permissions: '{ contents: write }' }),
      },
      others: { 'process.mjs': GATE },
    },
    { env: { GATE } },
  );
  const bare = await world.dispatch('bare.yml');
  const silent = await world.dispatch('silent.yml');
  const fork = await world.fork('eve');
  await world.pushFiles({ 'process.mjs': GATE }, { branch: 'topic', repo: fork });
  const { runs } = await world.openPullRequest('eve', { head: 'topic', from: fork });
  await world.settled();
  for (const run of [bare, silent]) {
    expect(run.conclusion, run.log).toBe('failure');
    expect(run.log).toContain('permissions: contents: write');
  }
  const [pull] = runs;
  expect(pull?.conclusion, pull?.log).toBe('success');
  expect(pull?.log).toContain('comes from a fork');
  expect(await branches()).toEqual([]);
});

it('a bad input is an error that names it, its value and what is allowed; nothing is written', async () => {
  world = await worldWith({
    workflows: { 'a.yml': workflow({ with: ['max-parallel: 0'] }), 'b.yml': workflow({}) },
    others: { 'process.mjs': GATE },
  });
  const run = await world.dispatch('a.yml');
  const dispatched = await world.dispatch('b.yml', { 'run-id': '../x' });
  const nobody = await world.dispatch('b.yml', { command: 'signal', 'run-id': 'x' });
  await world.settled();
  expect(run.job('main').annotations).toMatchObject([
    {
      level: 'error',
      message: expect.stringContaining('`max-parallel` is "0"; allowed: an integer from 1 to 256'),
    },
  ]);
  expect(dispatched.log).toContain('Input `run-id` is "../x"; allowed: letters, digits');
  expect(nobody.log).toContain('Run not found: x');
  expect(await branches()).toEqual([]);
});

it('protocol T4: neither tokens nor inputs reach the process or its commands; the process sees its own event', async () => {
  const curious = `
    import { defineTask } from 'longhaul';
    import { env } from 'node:process';
    const show = defineTask('show', () => ({ kind: 'shell', shell: { command: 'env' } }));
    export async function process(inputs, ctx) {
      const before = { ...env };
      const { stdout } = await ctx.task(show, {});
      await ctx.signal('go');
      return { process: Object.keys(before).filter((name) => /^(INPUT_|STATE_|ACTIONS_(RUNTIME_TOKEN|RESULTS_URL|ID_TOKEN))/.test(name)),
        command: stdout.split('\\n').filter((line) => /^(INPUT_|STATE_|ACTIONS_(RUNTIME_TOKEN|RESULTS_URL|ID_TOKEN))/.test(line)),
        own: /^MINE=yes$/m.test(stdout), event: env.GITHUB_EVENT_NAME, run: env.GITHUB_RUN_ID, origin: ctx.origin };
    }`;
  world = await worldWith({
    workflows: {
      'a.yml': workflow({
        on: `{ push: { branches: [main] }, workflow_dispatch: { inputs: { command: {}, run-id: {}, signal: {} } } }`,
        job: ['env: { MINE: yes }'],
      }),
    },
  });
  const { runs, sha } = await world.pushFiles({ 'process.mjs': curious }, { actor: 'ann' });
  await world.settled();
  const [first] = runs;
  const { 'run-id': runId = '' } = first === undefined ? {} : outputsOf(first);
  const second = await world.dispatch(
    'a.yml',
    { command: 'signal', 'run-id': runId, signal: 'go' },
    { actor: 'bob' },
  );
  await world.settled();
  const token = world.platform.tokens.keys().next().value ?? '';
  expect(JSON.parse(outputsOf(second).output ?? '')).toEqual({
    process: [],
    command: [],
    own: true,
    event: 'push',
    run: String(first?.id),
    origin: {
      event: 'push',
      repository: 'acme/app',
      sha,
      ref: 'refs/heads/main',
      actor: 'ann',
      issue: null,
      workflowRunUrl: `${world.platform.urls.server}/acme/app/actions/runs/${first?.id}`,
    },
  });
  expect(token.length).toBeGreaterThan(10);
  expect(first?.log).not.toContain(token);
});
