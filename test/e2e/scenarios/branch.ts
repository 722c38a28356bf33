/** The Action on the branch store, as a user's workflow file has it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { text } from '../world.ts';
import { outputsOf, type Scenarios } from './scenario.ts';

const EXAMPLE = 'examples/action/longhaul.yml';

const MATRIX = `
on: { workflow_dispatch: { inputs: { command: { default: start }, run-id: {}, signal: {}, value: {} } } }
permissions: { contents: write }
jobs:
  start:
    if: inputs.command == 'start'
    runs-on: ubuntu-latest
    strategy: { matrix: { part: [one, two, three] } }
    steps:
      - uses: actions/checkout@v7
      - uses: longhaul/longhaul@v1
        with:
          process: release.mjs
          run-id: part-\${{ matrix.part }}
          inputs: '{"version":"\${{ matrix.part }}"}'
  carry-on:
    if: inputs.command != 'start'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - { uses: longhaul/longhaul@v1, with: { process: release.mjs } }
`;

const LONG = `
on: { workflow_dispatch: { inputs: { command: { default: start }, run-id: {}, inputs: {} } } }
permissions: { contents: write }
jobs:
  work:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - { uses: longhaul/longhaul@v1, with: { process: long.mjs, run-id: long } }
      - if: always()
        run: echo "tidied up"
`;

/** More quick steps than are saved one by one, so that the last ones are not yet on the branch; then a long one. */
const QUICK_STEPS = 9;
const LONG_PROCESS = `import { defineTask } from 'longhaul';
const sh = defineTask('sh', (command) => ({ kind: 'shell', title: command, shell: { command } }));
export async function process({ ledger }, ctx) {
  for (let n = 1; n <= ${QUICK_STEPS}; n += 1) await ctx.task(sh, 'echo ' + n + ' >> ' + ledger);
  await ctx.task(sh, 'echo long >> ' + ledger + '; test -f ' + ledger + '.go || sleep 100');
  return 'done';
}
`;

export const branch: Scenarios = {
  'req R1, R11: one workflow file of at most 30 lines: start, wait, signal by dispatch, completed in a fresh workspace':
    async (scene) => {
      expect(text(EXAMPLE).trim().split('\n').length).toBeLessThanOrEqual(30);
      const world = await scene.world({
        workflows: { 'longhaul.yml': text(EXAMPLE) },
        others: { '.github/longhaul/release.mjs': text('examples/action/release.mjs') },
      });
      const begin = { command: 'start', inputs: '{"version":"2.0.0"}' };
      const started = await world.dispatch('longhaul.yml', begin);
      const first = await outputsOf(world, started, 'release');
      expect(first).toMatchObject({ status: 'waiting' });
      const runId = first['run-id'] ?? '';
      expect(await world.refs('refs/heads/longhaul/')).toHaveLength(1);

      const signal = { command: 'signal', 'run-id': runId, signal: 'go', value: '"yes"' };
      const last = await outputsOf(world, await world.dispatch('longhaul.yml', signal), 'release');
      expect(last).toMatchObject({
        'run-id': runId,
        status: 'completed',
        output: '{"built":"built 2.0.0","go":"yes","published":"published 2.0.0"}',
      });
    },

  'a matrix of starts: a run for each cell, each carried on by itself': async (scene) => {
    const world = await scene.world({
      workflows: { 'matrix.yml': MATRIX },
      others: { 'release.mjs': text('examples/action/release.mjs') },
    });
    const started = await world.dispatch('matrix.yml');
    await world.settled();
    expect(started.conclusion, started.log).toBe('success');
    expect(started.jobs.filter(({ key }) => key === 'start')).toHaveLength(3);
    expect([...(await world.refs('refs/heads/longhaul/')).keys()].sort()).toEqual(
      ['one', 'three', 'two'].map((part) => `refs/heads/longhaul/part-${part}`),
    );
    const signal = { command: 'signal', 'run-id': 'part-two', signal: 'go', value: 'now' };
    const last = await outputsOf(world, await world.dispatch('matrix.yml', signal), 'carry-on');
    expect(last).toMatchObject({
      status: 'completed',
      output: '{"built":"built two","go":"now","published":"published two"}',
    });
  },

  'req R12: cancelled by the platform in the middle: nothing done is done again, whoever saved it, main or post':
    async (scene) => {
      const world = await scene.world({
        workflows: { 'long.yml': LONG },
        others: { 'long.mjs': LONG_PROCESS },
      });
      const ledger = join(world.folder, 'ledger');
      const lines = (): string[] => (existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n') : []);
      const run = await world.dispatch('long.yml', { inputs: JSON.stringify({ ledger }) });
      await vi.waitUntil(() => lines().includes('long'), { timeout: 60_000 });
      world.cancelRun(run);
      await world.settled();
      expect(run.conclusion, run.log).toBe('cancelled');
      expect(run.log).toContain('tidied up');
      expect(run.log.includes('was saved by the post step')).toBe(scene.runner.killsAtOnce);
      writeFileSync(`${ledger}.go`, '');

      const last = await outputsOf(world, await world.dispatch('long.yml', { command: 'resume' }), 'work');
      expect(last).toMatchObject({ 'run-id': 'long', status: 'completed', output: '"done"' });
      const quick = Array.from({ length: QUICK_STEPS }, (_, i) => String(i + 1));
      expect(lines()).toEqual([...quick, 'long', 'long', '']);
    },
};
