/** The Action on a branch, end to end: the committed bundle, a real git server, workflow files as users write them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../runner/index.ts';
import { eventsOnBranch, outputsOf, text, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

it('req R1, X3: start, wait, signal, completed, each job in a workspace of its own', async () => {
  const file = text('examples/action/longhaul.yml');
  expect(file.trim().split('\n').length).toBeLessThanOrEqual(30);
  world = await worldWith({
    workflows: { 'longhaul.yml': file },
    others: { '.github/longhaul/release.mjs': text('examples/action/release.mjs') },
  });
  const started = await world.dispatch('longhaul.yml', { command: 'start', inputs: '{"version":"2.0.0"}' });
  await world.settled();
  expect(started.conclusion, started.log).toBe('success');
  const { 'run-id': runId = '', ...first } = outputsOf(started);
  expect(first).toMatchObject({ status: 'waiting', output: '', matrix: '{"include":[]}', error: '' });
  expect(JSON.parse(first.pending ?? '')).toMatchObject([{ kind: 'signal', label: 'go', external: false }]);
  const summary = started.job('release').summary;
  expect(summary).toMatch(/Waits for the signal go:\n+```sh\ngh workflow run longhaul.yml -f command=signal/);
  expect(summary).toContain('```mermaid\ngantt');
  expect(summary).toContain(`/acme/app/tree/longhaul/${runId}`);
  expect(started.job('release').log).toMatch(/##\[group\]Build 2.0.0\nbuilt 2.0.0\n##\[endgroup\]/);

  const asked = await world.dispatch('longhaul.yml', { command: 'status', 'run-id': runId });
  const woken = await world.dispatch('longhaul.yml', { command: 'resume', 'run-id': runId });
  await world.settled();
  expect(outputsOf(asked)).toMatchObject({ status: 'waiting', commit: first.commit });
  // req R7: a resume with nothing new changes nothing.
  expect(outputsOf(woken)).toMatchObject({ status: 'waiting', pending: first.pending });
  const before = await eventsOnBranch(world, runId);

  const go = { command: 'signal', 'run-id': runId, signal: 'go', value: '"yes"' };
  const next = await world.dispatch('longhaul.yml', go);
  await world.settled();
  expect(next.conclusion, next.log).toBe('success');
  expect(outputsOf(next)).toMatchObject({
    status: 'completed',
    output: '{"built":"built 2.0.0","go":"yes","published":"published 2.0.0"}',
  });
  const events = await eventsOnBranch(world, runId);
  expect(events.slice(0, before.length)).toEqual(before);
  expect(events.filter(({ type }) => type === 'EFFECT_STARTED')).toHaveLength(2);
  expect([...(await world.refs('refs/longhaul/')).keys()]).toEqual([]);

  // req R5: nothing is left to do, and the job says so.
  const again = await world.dispatch('longhaul.yml', { command: 'resume', 'run-id': runId });
  const late = await world.dispatch('longhaul.yml', go);
  const unknown = await world.dispatch('longhaul.yml', { command: 'resume', 'run-id': 'nobody' });
  await world.settled();
  expect(again.conclusion, again.log).toBe('success');
  expect(
    again
      .job('release')
      .annotations.map((one) => one.message)
      .join(),
  ).toContain('nothing is left to do');
  expect(late.conclusion).toBe('failure');
  expect(late.log).toContain(`Run ${runId} is completed`);
  // req L1, L2: what is not there is an error, never a new run.
  expect(unknown.conclusion).toBe('failure');
  expect(unknown.log).toContain('Run not found: nobody');
  expect(await eventsOnBranch(world, runId)).toEqual(events);
  expect([...(await world.refs('refs/heads/longhaul/')).keys()]).toEqual([`refs/heads/longhaul/${runId}`]);
});

describe('waits that other jobs and time end', () => {
  const EXTERNAL = `
    import { defineTask } from 'longhaul';
    const remote = defineTask('remote', ({ part }) => ({ kind: 'shell', title: part, external: true, shell: { command: 'false' } }));
    export async function process(inputs, ctx) {
      return await Promise.all(['a', 'b'].map((part) => ctx.task(remote, { part }, { label: part })));
    }`;

  it('protocol E5, req R1: a matrix does external effects and brings their results', async () => {
    const file = `
on: workflow_dispatch
permissions: { contents: write, actions: read }
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { run: '\${{ steps.run.outputs.run-id }}', matrix: '\${{ steps.run.outputs.matrix }}', has: '\${{ steps.run.outputs.has-pending }}' }
    steps:
      - uses: actions/checkout@v7
      - { id: run, uses: longhaul/longhaul@v1, with: { process: process.mjs } }
  work:
    needs: plan
    if: needs.plan.outputs.has == 'true'
    strategy: { matrix: '\${{ fromJSON(needs.plan.outputs.matrix) }}' }
    runs-on: \${{ matrix.runs-on }}
    steps:
      - uses: actions/checkout@v7
      - { id: work, run: 'echo "value={\\"did\\":\\"\${{ matrix.label }}\\"}" >> "$GITHUB_OUTPUT"' }
      - uses: longhaul/longhaul@v1
        with:
          command: result
          process: process.mjs
          run-id: \${{ needs.plan.outputs.run }}
          effect-id: \${{ matrix.effect-id }}
          value: \${{ steps.work.outputs.value }}
`;
    world = await worldWith({ workflows: { 'a.yml': file }, others: { 'process.mjs': EXTERNAL } });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    const planned = outputsOf(run, 'plan');
    expect(JSON.parse(planned.matrix ?? '').include).toMatchObject([
      { kind: 'shell', label: 'a', 'runs-on': 'ubuntu-latest' },
      { kind: 'shell', label: 'b' },
    ]);
    const events = await eventsOnBranch(world, planned['run-id'] ?? '');
    const starts = events.filter(({ type }) => type === 'EFFECT_STARTED');
    // Taken by the workflow run, once, before they were listed.
    expect(starts.map(({ data }) => data.owner)).toEqual(Array(2).fill(`workflow-run ${run.id}/1`));
    expect(events.at(-1)?.type).toBe('RUN_COMPLETED');
    const settled = events.filter(({ type }) => type === 'EFFECT_RESOLVED');
    expect(settled.map(({ data }) => data.messageId).sort()).toEqual(
      starts.map(({ data }) => `${data.effectId}-1`).sort(),
    );
  });

  it('protocol E5: effects of a living workflow run are not listed again; those of one that is over are', async () => {
    world = await worldWith({ workflows: { 'a.yml': workflow({}) }, others: { 'process.mjs': EXTERNAL } });
    const first = await world.dispatch('a.yml');
    await world.settled();
    const { 'run-id': runId = '', matrix = '' } = outputsOf(first);
    const [a, b] = JSON.parse(matrix).include as { 'effect-id': string }[];
    // Its workflow run is over without a result: the next one gets both.
    const second = await world.dispatch('a.yml', { command: 'resume', 'run-id': runId });
    await world.settled();
    expect(JSON.parse(outputsOf(second).matrix ?? '').include).toHaveLength(2);
    // A late result of the first attempt is refused, that of the second is taken.
    const third = await world.dispatch('a.yml', {
      command: 'result',
      'run-id': runId,
      'effect-id': a?.['effect-id'] ?? '',
      value: '1',
    });
    await world.settled();
    expect(JSON.parse(outputsOf(third).matrix ?? '').include).toMatchObject([
      { 'effect-id': b?.['effect-id'] },
    ]);
    const failed = await world.dispatch('a.yml', {
      command: 'result',
      'run-id': runId,
      'effect-id': b?.['effect-id'] ?? '',
      'final-status': 'failed',
      reason: 'no disk',
    });
    await world.settled();
    expect(failed.conclusion).toBe('failure');
    expect(outputsOf(failed)).toMatchObject({ status: 'failed', error: 'Error: no disk' });
    const starts = (await eventsOnBranch(world, runId)).filter(({ type }) => type === 'EFFECT_STARTED');
    expect(starts.map(({ data }) => [data.attempt, data.because ?? '']).slice(0, 4)).toEqual([
      [1, ''],
      [1, ''],
      [2, 'loss'],
      [2, 'loss'],
    ]);
  });

  it('protocol M6, B1, req R8: a sweep wakes due sleeps, and archives what ended long ago', async () => {
    const sleeper = `export async function process(inputs, ctx) { await ctx.sleep('1s'); return 'rested'; }`;
    world = await worldWith({
      workflows: {
        'a.yml': workflow({ with: ['wait-in-job: 0s', 'keep-days: 0'] }),
        'other.yml': workflow({ with: ['wait-in-job: 0s', 'keep-days: 30'] }),
      },
      others: { 'process.mjs': sleeper },
    });
    const first = await world.dispatch('a.yml', { 'run-id': '' });
    await world.settled();
    const { 'run-id': runId = '', pending = '' } = outputsOf(first);
    expect(outputsOf(first).status).toBe('waiting');
    const wakeAt = Date.parse(JSON.parse(pending)[0].wakeAt);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wakeAt - Date.now())));
    // A run belongs to the workflow that started it: the sweep of another one leaves it alone.
    const foreign = await world.fireSchedule('other.yml');
    await world.settled();
    expect(foreign.log).toContain('no run is due');
    const sweep = await world.fireSchedule('a.yml');
    await world.settled();
    expect(sweep.conclusion, sweep.log).toBe('success');
    expect(sweep.log).toContain(`${runId}: completed`);
    expect(sweep.log).toContain(`archived: ${runId}`);
    expect([...(await world.refs('refs/heads/longhaul/')).keys()]).toEqual([]);
    // It is still there for whoever asks, and its id stays taken.
    const status = await world.dispatch('a.yml', { command: 'status', 'run-id': runId });
    const again = await world.dispatch('a.yml', { command: 'start', 'run-id': runId });
    await world.settled();
    expect(outputsOf(status)).toMatchObject({ status: 'completed', output: '"rested"' });
    expect(again.conclusion).toBe('failure');
    expect(again.log).toContain('exists already');
  });

  it('a workflow without a schedule is warned that nothing wakes its sleepers', async () => {
    const sleeper = `export const process = (inputs, ctx) => ctx.sleep('10d');`;
    world = await worldWith({
      workflows: { 'a.yml': workflow({ on: 'workflow_dispatch' }) },
      others: { 'process.mjs': sleeper },
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.job('main').annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/has no `schedule:`, .* nothing will wake it/) },
    ]);
    expect(run.job('main').summary).toContain('nothing will wake it');
  });
});
