/** The Action on a branch, end to end: the committed bundle, a real git server, workflow files as users write them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../runner/index.ts';
import { EXTERNAL } from './scenarios/runs.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

describe('waits that other jobs and time end', () => {
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
    // Who only asks how the run stands drives nothing: a step behind it may retry the run.
    const asked = await world.dispatch('a.yml', { command: 'status', 'run-id': runId });
    await world.settled();
    expect(asked.conclusion).toBe('success');
    expect(outputsOf(asked)).toMatchObject({ status: 'failed', error: 'Error: no disk' });
    const starts = (await eventsOnBranch(world, runId)).filter(({ type }) => type === 'EFFECT_STARTED');
    expect(starts.map(({ data }) => [data.attempt, data.because ?? '']).slice(0, 4)).toEqual([
      [1, ''],
      [1, ''],
      [2, 'loss'],
      [2, 'loss'],
    ]);
  });

  it('protocol M6, B1, req R8: a sweep wakes due sleeps, and archives what ended long ago', async () => {
    const sleeper = `export async function process(inputs, ctx) { await ctx.sleep('4s'); return 'rested'; }`;
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
