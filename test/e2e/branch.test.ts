/** The Action on a branch, end to end: the committed bundle, a real git server, workflow files as users write them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../runner/index.ts';
import { text, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const release = () =>
  worldWith({
    workflows: { 'longhaul.yml': text('examples/action/longhaul.yml') },
    others: { '.github/longhaul/release.mjs': text('examples/action/release.mjs') },
  });

describe('start, wait, resume in a fresh workspace, completed', () => {
  it('one workflow file of at most 30 lines', async () => {
    expect(text('examples/action/longhaul.yml').trim().split('\n').length).toBeLessThanOrEqual(30);
    world = await release();
    const started = await world.dispatch('longhaul.yml', { command: 'start', inputs: '{"version":"2.0.0"}' });
    await world.settled();
    expect(started.conclusion, started.log).toBe('success');
    const first = started.job('release').steps.find((step) => 'run-id' in step.outputs);
    expect(first?.outputs, started.log).toMatchObject({ status: 'waiting' });
    const runId = first?.outputs['run-id'] ?? '';
    const next = await world.dispatch('longhaul.yml', {
      command: 'signal',
      'run-id': runId,
      signal: 'go',
      value: '"yes"',
    });
    await world.settled();
    expect(next.conclusion, next.log).toBe('success');
    const last = next.job('release').steps.find((step) => 'run-id' in step.outputs);
    expect(last?.outputs).toMatchObject({
      status: 'completed',
      output: '{"built":"built 2.0.0","go":"yes","published":"published 2.0.0"}',
    });
    console.log(started.log, next.log, [...(await world.refs()).keys()], started.job('release').summary);
  });
});
