/** The life of a run, as users' workflow files have it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { outputsOf, text } from '../world.ts';
import type { Scenarios } from './scenario.ts';

export const EXTERNAL = `
  import { defineTask } from 'longhaul';
  const remote = defineTask('remote', ({ part }) => ({ kind: 'shell', title: part, external: true, shell: { command: 'false' } }));
  export async function process(inputs, ctx) {
    return await Promise.all(['a', 'b'].map((part) => ctx.task(remote, { part }, { label: part })));
  }`;

const LONG = `
on: { workflow_dispatch: { inputs: { command: { default: start }, run-id: {}, inputs: {} } } }
permissions: { contents: write, actions: write }
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
  await ctx.task(sh, 'echo long $LONGHAUL_IDEMPOTENCY_KEY >> ' + ledger + '; test -f ' + ledger + '.go || sleep 100');
  return 'done';
}
`;

export const runs: Scenarios = {
  'req R1, X3, L6: start, wait, signal, completed, each job in a workspace of its own': async (scene) => {
    const file = text('examples/action/longhaul.yml');
    expect(file.trim().split('\n').length).toBeLessThanOrEqual(30);
    const world = await scene.world({
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
    expect(summary).toMatch(
      /Waits for the signal go:\n+```sh\ngh workflow run longhaul.yml -f command=signal/,
    );
    expect(summary).toContain('```mermaid\ngantt');
    if (scene.store.kind === 'branch') expect(summary).toContain(`/acme/app/tree/longhaul/${runId}`);
    expect(started.job('release').log).toMatch(/##\[group\]Build 2.0.0\nbuilt 2.0.0\n##\[endgroup\]/);

    const asked = await world.dispatch('longhaul.yml', { command: 'status', 'run-id': runId });
    const woken = await world.dispatch('longhaul.yml', { command: 'resume', 'run-id': runId });
    await world.settled();
    expect(outputsOf(asked)).toMatchObject({ status: 'waiting', commit: first.commit });
    // req R7: a resume with nothing new changes nothing.
    expect(outputsOf(woken)).toMatchObject({ status: 'waiting', pending: first.pending });
    const before = await scene.store.events(world, runId);

    const go = { command: 'signal', 'run-id': runId, signal: 'go', value: '"yes"' };
    const next = await world.dispatch('longhaul.yml', go);
    await world.settled();
    expect(next.conclusion, next.log).toBe('success');
    expect(outputsOf(next)).toMatchObject({
      status: 'completed',
      output: '{"built":"built 2.0.0","go":"yes","published":"published 2.0.0"}',
    });
    const events = await scene.store.events(world, runId);
    expect(events.slice(0, before.length)).toEqual(before);
    expect(events.filter(({ type }) => type === 'EFFECT_STARTED')).toHaveLength(2);
    // What is off by default leaves nothing in the journal.
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual([
      'EFFECT_REQUESTED',
      'EFFECT_RESOLVED',
      'EFFECT_STARTED',
      'RUN_COMPLETED',
      'RUN_CREATED',
      'SIGNAL_RECEIVED',
    ]);
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
    expect(await scene.store.events(world, runId)).toEqual(events);
    expect(await scene.store.runs(world)).toEqual([runId]);
  },

  'protocol E5, req R1, contract §2: a matrix does external effects and brings their results, though a dispatch says `auto`':
    async (scene) => {
      const world = await scene.world({
        workflows: { 'migrate.yml': text('examples/matrix/migrate.yml') },
        others: {
          '.github/longhaul/migrate.mjs': text('examples/matrix/migrate.mjs'),
          'migrate.sh': 'test "$1" = billing',
        },
      });
      const run = await world.dispatch('migrate.yml', { command: 'auto', inputs: '{}' });
      await world.settled();
      expect(run.conclusion, run.log).toBe('success');
      const planned = outputsOf(run, 'plan');
      expect(JSON.parse(planned.matrix ?? '').include).toMatchObject([
        { kind: 'migration', label: 'billing', 'runs-on': 'ubuntu-latest' },
        { kind: 'migration', label: 'search' },
      ]);
      const events = await scene.store.events(world, planned['run-id'] ?? '');
      const starts = events.filter(({ type }) => type === 'EFFECT_STARTED');
      // Taken by the workflow run, once, before they were listed.
      expect(starts.map(({ data }) => data.owner)).toEqual(Array(2).fill(`workflow-run ${run.id}/1`));
      expect(events.at(-1)?.type).toBe('RUN_COMPLETED');
      const settled = events.filter(({ type }) => type === 'EFFECT_RESOLVED');
      expect(settled.map(({ data }) => data.messageId).sort()).toEqual(
        starts.map(({ data }) => `${data.effectId}-1`).sort(),
      );
      const [first] = starts;
      const ends = settled.map(({ data }) => [data.effectId === first?.data.effectId, data.status]);
      expect(ends.sort()).toEqual([
        [false, 'error'],
        [true, 'ok'],
      ]);
    },

  'design §8: what the process asks for after a result of a matrix is in the matrix of the next workflow run':
    async (scene) => {
      const world = await scene.world({
        workflows: { 'migrate.yml': text('examples/matrix/migrate.yml') },
        others: {
          '.github/longhaul/migrate.mjs': text('examples/matrix/migrate.mjs').replace(
            'migrated.push(await ctx.task(migrate, { service }, { label: service }));',
            `await ctx.task(migrate, { service }, { label: service });
             migrated.push(await ctx.task(migrate, { service }, { label: \`\${service} again\` }));`,
          ),
          'migrate.sh': 'true',
        },
      });
      const run = await world.dispatch('migrate.yml', {
        command: 'auto',
        inputs: '{"services":["billing","search"]}',
      });
      await world.settled();
      expect(run.conclusion, run.log).toBe('success');
      const runId = outputsOf(run, 'plan')['run-id'] ?? '';
      const events = await scene.store.events(world, runId);
      expect(events.at(-1)?.type).toBe('RUN_COMPLETED');
      expect(world.runs.every(({ conclusion }) => conclusion === 'success')).toBe(true);
      // Each attempt is of one workflow run; none is lost and made again.
      const starts = events.filter(({ type }) => type === 'EFFECT_STARTED').map(({ data }) => data);
      expect(starts.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
      expect(new Set(starts.map(({ owner }) => owner)).size).toBeGreaterThan(1);
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
      await vi.waitUntil(() => lines().length > QUICK_STEPS + 1, { timeout: 60_000 });
      world.cancelRun(run);
      await world.settled();
      expect(run.conclusion, run.log).toBe('cancelled');
      expect(run.log).toContain('tidied up');
      expect(run.log.includes('was saved by the post step'), run.log).toBe(scene.runner.killsAtOnce);
      writeFileSync(`${ledger}.go`, '');

      const next = await world.dispatch('long.yml', { command: 'resume' });
      await world.settled();
      expect(next.conclusion, next.log).toBe('success');
      expect(outputsOf(next)).toMatchObject({ 'run-id': 'long', status: 'completed', output: '"done"' });
      const quick = Array.from({ length: QUICK_STEPS }, (_, i) => String(i + 1));
      const [first, second] = lines().slice(QUICK_STEPS);
      expect(first).toMatch(/^long long\.[0-9a-f]{16}\.1$/);
      expect(lines()).toEqual([...quick, first, second, '']);
      expect(second).toBe(first);
      const starts = (await scene.store.events(world, 'long')).filter(
        ({ type }) => type === 'EFFECT_STARTED',
      );
      expect(starts.map(({ data }) => data.because ?? '')).toEqual([...quick.map(() => ''), '', 'loss']);
      expect(starts.at(-1)?.data.attempt).toBe(2);
    },
};
