/** Process files written for Babysitter, of every shape in use, come to what they would with plain promises. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { PROFILES, type Profile } from './check/answers.ts';
import { type CheckResult, checkFile, type Restarts } from './check/check.ts';

vi.setConfig({ testTimeout: 120_000 }); // each test starts some twenty workers

const directory = path.join(import.meta.dirname, 'processes');
const scratch = mkdtempSync(path.join(tmpdir(), 'compat-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const HELPERS = new Set(['shared-tasks.js', 'typed-helper.ts', 'commonjs/titles.js', 'typeless/times.js']);
const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(?:js|mjs|cjs|ts)$/.test(file) && !HELPERS.has(file))
  .sort();

const check = (
  file: string,
  profile: Profile,
  restarts: Restarts,
  inputs?: Parameters<typeof checkFile>[0]['inputs'],
): Promise<CheckResult> =>
  checkFile({
    file: path.join(directory, file),
    profile,
    restarts,
    seed: 'compat',
    scratch: path.join(scratch, `${file.replaceAll('/', '_')}-${profile.name}-${restarts}`),
    workspace: directory,
    ...(inputs !== undefined && { inputs }),
  });

const profile = (name: string): Profile =>
  PROFILES.find((known) => known.name === name) ?? (PROFILES[0] as Profile);

describe.each(files)('%s', (file) => {
  test.concurrent.each([
    ['good', 'each'],
    ['failing', 'some'],
    ['poor', 'live'],
  ] as const)('%s answers in a random order, restarted: %s', async (name, restarts) => {
    const { difference } = await check(file, profile(name), restarts);
    expect(difference).toBeUndefined();
  });
});

test('every shape gets somewhere: nothing is equal because both sides stop at once', async () => {
  const runnable = files.filter((file) => !file.startsWith('misused/') && file !== 'failing-gate.js');
  const results = await Promise.all(runnable.map((file) => check(file, profile('good'), 'some')));
  expect(
    results.filter(({ status }) => status !== 'completed').map(({ file, status }) => ({ file, status })),
  ).toEqual([]);
  expect(results.filter(({ effects }) => effects === 0).map(({ file }) => file)).toEqual([]);
});

describe('a misused definition is an error that says how it is done', () => {
  test.each([
    [
      'misused/kind-elsewhere.js',
      'task "load": the definition has no kind (got undefined); say e.g. kind: "shell"',
    ],
    [
      'misused/not-a-task.js',
      'ctx.task(task, args): the first argument must be what defineTask(id, builder) returned',
    ],
    ['misused/unknown-members.js', 'ctx.checkpoint is not a function'],
  ])('%s fails the run', async (file, message) => {
    const { ours } = await check(file, profile('good'), 'live');
    expect(ours.ending).toMatchObject({ status: 'failed', message });
  });

  test.each([
    ['misused/object.js', 'defineTask(id, build): the id must be a non-empty string'],
    [
      'misused/no-builder.js',
      'defineTask("load", build): the second argument must be a function that returns the definition',
    ],
    ['misused/no-process.js', 'no-process.js exports no function "process"; it exports createGate, runGate'],
  ])('%s is refused before anything is journaled', async (file, message) => {
    const { ours } = await check(file, profile('good'), 'live');
    expect(ours.ending).toMatchObject({ status: 'unloadable', message: expect.stringContaining(message) });
    expect(ours.effects).toEqual([]);
  });
});
