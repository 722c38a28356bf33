import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, taskEnvironment } from '../../src/executors/environment.ts';
import { ioPaths } from '../../src/executors/io-paths.ts';
import { EFFECT, effect, place } from './support.ts';

const hidden = {
  INPUT_TOKEN: 'a',
  'INPUT_RUN-ID': 'a',
  STATE_lease: 'a',
  ACTIONS_RUNTIME_TOKEN: 'a',
  ACTIONS_RESULTS_URL: 'a',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'a',
  LONGHAUL_SIGNING_KEY: 'a',
  input_lower: 'a',
};

test("contract 4: the action's inputs and state, the runner's tokens and the signing key are taken out", () => {
  const kept = {
    PATH: '/bin',
    GITHUB_SHA: 'abc',
    MY_INPUT_X: '1',
    ACTIONS_CACHE_URL: 'u',
    LONGHAUL_RUNS_DIR: 'r',
  };
  expect(cleanEnvironment({ ...hidden, ...kept, NOT_SET: undefined })).toEqual(kept);
});

function environment(def: Parameters<typeof effect>[1], env: Record<string, string> = {}) {
  const at = place({ env: { PATH: '/bin', ...env } });
  const asked = effect('shell', def, { attempt: 3 });
  return { at, env: taskEnvironment(asked, at.world, ioPaths(asked, at.world)) };
}

test('contract 4: a task is told what it is', () => {
  const { at, env } = environment({ shell: { command: 'true' } }, hidden);
  expect(env).toEqual({
    PATH: '/bin',
    LONGHAUL_RUN_ID: 'run-1',
    LONGHAUL_EFFECT_ID: EFFECT,
    LONGHAUL_ATTEMPT: '3',
    LONGHAUL_RUN_DIR: at.runDir,
    LONGHAUL_ARTIFACTS_DIR: join(at.runDir, 'artifacts'),
    LONGHAUL_IDEMPOTENCY_KEY: 'run-1.0123456789abcdef.1',
    LONGHAUL_INPUT_JSON: join(at.runDir, 'tasks', EFFECT, 'input.json'),
    LONGHAUL_OUTPUT_JSON: join(at.runDir, 'tasks', EFFECT, 'output.json'),
    BABYSITTER_EFFECT_ID: EFFECT,
    BABYSITTER_INPUT_JSON: join(at.runDir, 'tasks', EFFECT, 'input.json'),
    BABYSITTER_OUTPUT_JSON: join(at.runDir, 'tasks', EFFECT, 'output.json'),
    BABYSITTER_STDOUT_PATH: join(at.runDir, 'tasks', EFFECT, 'stdout.log'),
    BABYSITTER_STDERR_PATH: join(at.runDir, 'tasks', EFFECT, 'stderr.log'),
  });
});

test("the definition's variables are put on top, null takes one out", () => {
  const { env } = environment(
    { shell: { command: 'true', env: { NODE_ENV: 'test', COUNT: 3, GONE: null } } },
    { NODE_ENV: 'x', GONE: 'x' },
  );
  expect(env).toMatchObject({ NODE_ENV: 'test', COUNT: '3' });
  expect(env).not.toHaveProperty('GONE');
});

test('a definition may not set LONGHAUL_ variables', () => {
  for (const name of ['LONGHAUL_IDEMPOTENCY_KEY', 'longhaul_run_id'])
    expect(() => environment({ shell: { env: { [name]: 'mine' } } })).toThrow(
      `The task definition's shell.env sets ${name}`,
    );
});

test.each([
  [{ env: 'A=1' }, 'shell.env is "A=1"'],
  [{ env: { A: ['1'] } }, 'shell.env.A is ["1"]'],
])('%j is refused', (shell, message) => {
  expect(() => environment({ shell })).toThrow(message);
});
