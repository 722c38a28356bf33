/** The Action with `store: artifact`, end to end: the committed bundle, the real client, nothing that may write to git. */
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { artifactStore } from './scenarios/store.ts';
import { outputsOf, text, workflow, worldWith } from './world.ts';
import { unzipped } from './zip.ts';

let world: World;
afterEach(() => world.close());

const KEY = 'k3y'.repeat(12);
const artifacts = (name: RegExp): string[] =>
  world.repo.artifacts.filter((one) => one.finalized && name.test(one.name)).map((one) => one.name);

/** Dispatches, waits until everything is over, and gives what the step that used the Action said. */
async function done(
  file: string,
  inputs: Record<string, string>,
): Promise<[WorkflowRun, Record<string, string>]> {
  const run = await world.dispatch(file, inputs);
  await world.settled();
  return [run, outputsOf(run)];
}

it('req T15, K6, protocol T3: all is signed, nothing is written to git; the upload of the whole run ends with run_completed', async () => {
  const file = artifactStore
    .file(text('examples/action/longhaul.yml'))
    .replace(
      'store: artifact',
      "store: artifact\n          upload-run: true\n          signing-key: '${{ secrets.KEY }}'",
    );
  world = await worldWith(
    {
      workflows: { 'longhaul.yml': file },
      others: { '.github/longhaul/release.mjs': text('examples/action/release.mjs') },
    },
    { secrets: { KEY } },
  );
  const refs = await world.refs();
  const [started, first] = await done('longhaul.yml', { command: 'start', inputs: '{"version":"2.0.0"}' });
  expect(started.conclusion, started.log).toBe('success');
  expect(first).toMatchObject({ status: 'waiting' });
  const runId = first['run-id'] ?? '';
  expect(artifacts(/^longhaul-whole/)).toEqual([]);

  const go = { command: 'signal', 'run-id': runId, signal: 'go', value: '"yes"' };
  const [next, last] = await done('longhaul.yml', go);
  expect(next.conclusion, next.log).toBe('success');
  expect(last).toMatchObject({
    status: 'completed',
    output: '{"built":"built 2.0.0","go":"yes","published":"published 2.0.0"}',
  });
  // The whole run as one zip, with what only the driver's disk had.
  const whole = world.repo.artifacts.find(({ name }) => name === `longhaul-whole-${runId}`);
  const zip = world.platform.blobs.get(whole?.blobKey ?? '')?.data ?? Buffer.alloc(0);
  for (const path of ['final.json', 'progress.ndjson', 'run.json', 'journal/000001.'])
    expect(zip.toString('latin1')).toContain(path);
  const lines = unzipped(zip, 'progress.ndjson').trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'run_completed', run_id: runId });

  expect(await world.refs()).toEqual(refs);
  // Signed, and the key is in none of them.
  const parcels = [...world.platform.blobs.values()]
    .flatMap(({ data }) => data ?? [])
    .filter((bytes) => bytes[0] === 0x1f)
    .map((bytes) => gunzipSync(bytes).toString());
  expect(
    parcels.filter((parcel) => /^.*\nv1 [0-9a-f]{8} [0-9a-f]{64}\n/.test(parcel)).length,
  ).toBeGreaterThan(2);
  expect(parcels.filter((parcel) => parcel.includes(KEY))).toEqual([]);
  expect(artifacts(/^longhaul-(claim|mail)/)).toEqual([]);
});

const TWO_WAITS = `
  export async function process(inputs, ctx) {
    await ctx.run('first', () => 1);
    try { await ctx.signal('never'); } finally { await ctx.shield(() => ctx.run('tidy up', () => 2)); }
  }`;
const file = workflow({
  permissions: '{ contents: read, actions: write }',
  with: ['store: artifact', 'wait-in-job: 0s', 'keep-days: 0', 'cancel-grace: 2s'],
});

it('req H19: cancel and halt from other jobs, how a job after them finds the runs, and what it is told of what has ended', async () => {
  world = await worldWith({ workflows: { 'a.yml': file }, others: { 'process.mjs': TWO_WAITS } });
  const [, first] = await done('a.yml', {});
  const runId = first['run-id'] ?? '';
  expect(first.status).toBe('waiting');
  const [canceled, after] = await done('a.yml', { command: 'cancel', 'run-id': runId, reason: 'late' });
  expect([canceled.conclusion, after.status]).toEqual(['failure', 'canceled']);
  const [, second] = await done('a.yml', {});
  const [halted, sealed] = await done('a.yml', { command: 'halt', 'run-id': second['run-id'] ?? '' });
  expect([halted.conclusion, sealed.status], halted.log).toEqual(['success', 'completed']);
  for (const [id, status] of [
    [runId, 'canceled'],
    [second['run-id'] ?? '', 'completed'],
  ] as const) {
    const [, found] = await done('a.yml', { command: 'status', 'run-id': id });
    expect(found.status).toBe(status);
  }
  const [twice] = await done('a.yml', { command: 'halt', 'run-id': second['run-id'] ?? '' });
  expect(twice.conclusion, twice.log).toBe('success');
});
