/** `upload-run: true`: whatever ends a run, all of it can be downloaded as one artifact (the committed bundle, both stores). */
import { afterEach, expect, it, vi } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { artifactStore, branchStore } from './scenarios/store.ts';
import { outputsOf, workflow, worldWith } from './world.ts';
import { unzipped } from './zip.ts';

let world: World;
afterEach(() => world.close());

const PROCESS = `
import { defineTask } from 'longhaul';
const work = defineTask('work', () => ({ kind: 'shell', shell: { command: 'sleep 60' } }));
export async function process({ how }, ctx) {
  if (how === 'family') return ctx.subprocess('child.mjs', {});
  if (how === 'fails') throw new Error('no');
  if (how === 'halts') await ctx.halt('enough');
  if (how === 'waits') await ctx.signal('never');
  if (how === 'works') await ctx.task(work, {});
  return how;
}`;
const CHILD = 'export const process = (inputs, ctx) => ctx.runId;\n';
const FILE = workflow({
  permissions: '{ contents: write, actions: write }',
  with: ['upload-run: true', 'wait-in-job: 0s', 'cancel-grace: 1s'],
});

async function dispatch(runId: string, inputs: Record<string, string>): Promise<WorkflowRun> {
  const run = await world.dispatch('a.yml', { 'run-id': runId, ...inputs });
  await world.settled();
  return run;
}

/** The last line of progress.ndjson and final.json of the run's whole artifacts. */
const wholes = (runId: string): { line: object; final: object; run: number }[] =>
  world.repo.artifacts
    .filter(({ name, finalized }) => finalized && name === `longhaul-whole-${runId.toLowerCase()}`)
    .map(({ blobKey, run }) => {
      const zip = world.platform.blobs.get(blobKey)?.data ?? Buffer.alloc(0);
      const lines = unzipped(zip, 'progress.ndjson').trimEnd().split('\n');
      return {
        run: run.id,
        line: JSON.parse(lines.at(-1) ?? ''),
        final: JSON.parse(unzipped(zip, 'final.json')),
      };
    });

it.each([branchStore, artifactStore])(
  'req T15, K6 ($kind): each ending leaves the whole run, with its last line of progress.ndjson and its final.json',
  async (store) => {
    world = await worldWith({
      workflows: { 'a.yml': store.file(FILE) },
      others: { 'process.mjs': PROCESS, 'child.mjs': CHILD },
    });
    const start = (how: string) => dispatch(how, { command: 'start', inputs: JSON.stringify({ how }) });
    const ends: [string, string, string][] = [
      ['returns', 'run_completed', 'success'],
      ['fails', 'run_failed', 'fail'],
      ['halts', 'run_failed', 'canceled'],
    ];
    for (const [how] of ends) await start(how);
    for (const [runId, event, status] of ends)
      expect(wholes(runId), runId).toMatchObject([{ line: { event, run_id: runId }, final: { status } }]);

    // Ended by jobs that come later.
    await start('waits');
    expect(wholes('waits')).toEqual([]);
    await dispatch('waits', { command: 'cancel', reason: 'late' });
    expect(wholes('waits')).toMatchObject([{ line: { event: 'run_failed' }, final: { status: 'canceled' } }]);
    await dispatch('sealed', { command: 'start', inputs: '{"how":"waits"}' });
    const halted = await dispatch('sealed', { command: 'halt' });
    expect(outputsOf(halted), halted.log).toMatchObject({ status: 'completed' });
    expect(wholes('sealed')).toMatchObject([
      { line: { event: 'run_completed' }, final: { status: 'success' }, run: halted.id },
    ]);

    // Runs that a run starts are runs like any other.
    const family = await start('family');
    const child = JSON.parse(outputsOf(family).output ?? 'null') as string;
    expect(wholes('family'), family.log).toHaveLength(1);
    expect(wholes(child)).toMatchObject([{ line: { event: 'run_completed' }, final: { status: 'success' } }]);
  },
);

it('req H19, K6: a run that its driver seals for another job is uploaded whole by both', async () => {
  world = await worldWith({ workflows: { 'a.yml': FILE }, others: { 'process.mjs': PROCESS } });
  const driving = await world.dispatch('a.yml', {
    command: 'start',
    'run-id': 'driven',
    inputs: '{"how":"works"}',
  });
  await vi.waitUntil(
    async () =>
      (await branchStore.runs(world)).includes('driven') &&
      (await branchStore.events(world, 'driven')).some(({ type }) => type === 'EFFECT_STARTED'),
    { timeout: 60_000, interval: 200 },
  );
  await dispatch('driven', { command: 'halt' });
  const both = wholes('driven');
  expect(both.map(({ run }) => run)).toContain(driving.id);
  for (const one of both)
    expect(one).toMatchObject({ line: { event: 'run_completed' }, final: { status: 'success' } });
});
