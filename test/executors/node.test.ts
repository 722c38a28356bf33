import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Effect } from '../../src/executors/contract.ts';
import { executorFor } from '../../src/executors/index.ts';
import { EFFECT, effect, type Place, place, until } from './support.ts';

async function run(at: Place, def: Effect['def'], over: Partial<Effect> = {}) {
  const asked = effect('node', def, over);
  const executor = executorFor(asked, at.world);
  if (executor === undefined) throw new Error('No executor');
  return executor.run(asked, at.world);
}

const echo = `import { readFileSync, writeFileSync } from 'node:fs';
const input = JSON.parse(readFileSync(process.env.LONGHAUL_INPUT_JSON, 'utf8'));
console.log('working');
writeFileSync(process.env.LONGHAUL_OUTPUT_JSON, JSON.stringify({ input, args: process.argv.slice(2), env: process.env.MODE, cwd: process.cwd() }));`;

test('a script gets its input in a file and leaves its result in another', async () => {
  const at = place();
  at.file('scripts/echo.mjs', echo);
  const outcome = await run(at, {
    node: { entry: './scripts/echo.mjs', args: ['a b', 2], env: { MODE: 'fast' } },
  });
  expect(outcome).toEqual({
    status: 'ok',
    value: { input: { target: 'web' }, args: ['a b', '2'], env: 'fast', cwd: at.workspace },
    stdoutRef: `tasks/${EFFECT}/stdout.log`,
  });
  expect(readFileSync(join(at.runDir, 'tasks', EFFECT, 'input.json'), 'utf8')).toBe(
    '{\n  "target": "web"\n}\n',
  );
});

test("the paths of io and Babysitter's names for them are honoured", async () => {
  const at = place();
  at.file('echo.mjs', echo.replaceAll('LONGHAUL_', 'BABYSITTER_'));
  const io = { inputJsonPath: `tasks/${EFFECT}/in/put.json`, outputJsonPath: `tasks/${EFFECT}/result.json` };
  expect(await run(at, { node: { entry: 'echo.mjs' }, io })).toMatchObject({
    value: { input: { target: 'web' } },
  });
  expect(readFileSync(join(at.runDir, io.inputJsonPath), 'utf8')).toContain('web');
});

test('TypeScript runs, and an entry may be relative to cwd or, as in Babysitter, to the run directory', async () => {
  const at = place();
  at.file('packages/a/task.ts', `const n: number = 1; console.log('ts', n, process.cwd());`);
  const inPackage = await run(at, { node: { entry: 'task.ts', cwd: 'packages/a' } });
  expect(inPackage).toMatchObject({ value: { stdout: `ts 1 ${join(at.workspace, 'packages/a')}\n` } });
  const fromRun = await run(at, { node: { entry: '../../../packages/a/task.ts' } });
  expect(fromRun).toMatchObject({ value: { stdout: `ts 1 ${at.workspace}\n` } });
});

test('without an output file the result is that of a command', async () => {
  const at = place();
  at.file('hello.mjs', `console.log('hello'); console.error('note');`);
  expect(await run(at, { node: { entry: 'hello.mjs' } })).toMatchObject({
    value: { exitCode: 0, stdout: 'hello\n', stderr: 'note\n' },
  });
});

test('a script that throws fails with its error, not with the version of Node', async () => {
  const at = place();
  at.file('bad.mjs', `console.error('before'); throw new TypeError('no such planet');`);
  const outcome = await run(at, { node: { entry: 'bad.mjs' } });
  expect(outcome).toMatchObject({
    status: 'error',
    error: {
      name: 'NodeTaskError',
      message: `\`node bad.mjs\` exited with code 1: TypeError: no such planet (all output: tasks/${EFFECT}/stderr.log)`,
      data: { exitCode: 1, signal: null, stderr: expect.stringContaining('before') },
    },
  });
});

test('a result is not taken from a script that failed', async () => {
  const at = place();
  at.file('late.mjs', `${echo}\nprocess.exit(4);`);
  expect(await run(at, { node: { entry: 'late.mjs' } })).toMatchObject({
    status: 'error',
    error: { data: { exitCode: 4 } },
  });
});

test('req X2: malformed JSON from a worker is a typed error', async () => {
  const at = place();
  at.file(
    'half.mjs',
    `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.LONGHAUL_OUTPUT_JSON, '{"a": 1,');`,
  );
  const outcome = await run(at, { node: { entry: 'half.mjs' } });
  expect(outcome).toMatchObject({
    status: 'error',
    error: {
      name: 'TaskOutputError',
      message: expect.stringContaining(`tasks/${EFFECT}/output.json is not JSON`),
    },
  });
});

test('req X1: a result that does not fit the output schema fails', async () => {
  const at = place();
  at.file('echo.mjs', echo);
  const outcome = await run(at, {
    node: { entry: 'echo.mjs' },
    outputSchema: { type: 'object', required: ['score'] },
  });
  expect(outcome).toMatchObject({
    error: {
      name: 'TaskOutputError',
      message: expect.stringContaining("must have required property 'score'"),
    },
  });
});

test('an output schema that is none is said to be one', async () => {
  const at = place();
  at.file('echo.mjs', echo);
  const outcome = await run(at, { node: { entry: 'echo.mjs' }, outputSchema: { type: 'objct' } });
  expect(outcome).toMatchObject({
    error: { message: expect.stringContaining('The schema is not a valid JSON Schema') },
  });
});

test('a script that is not there, or not named, says so', async () => {
  const at = place();
  expect(await run(at, { node: { entry: 'gone.mjs' } })).toMatchObject({
    error: { name: 'TaskDefinitionError', message: expect.stringContaining('There is no script "gone.mjs"') },
  });
  expect(await run(at, { node: {} })).toMatchObject({
    error: { name: 'TaskDefinitionError', message: expect.stringContaining('node.entry is missing') },
  });
});

test('a working directory that is not there says so', async () => {
  const at = place();
  at.file('echo.mjs', echo);
  expect(await run(at, { node: { entry: 'echo.mjs', cwd: 'nowhere' } })).toMatchObject({
    error: { name: 'NodeTaskError', message: expect.stringContaining('nowhere does not exist') },
  });
});

test('req C3: it is stopped like any command', async () => {
  const at = place();
  at.file('hang.mjs', `console.log('up'); setInterval(() => {}, 1000);`);
  const running = run(at, { node: { entry: 'hang.mjs' } });
  await until(() => at.seen.stdout);
  at.abort.abort({ kind: 'timeout', message: 'after 1s' });
  expect(await running).toMatchObject({ status: 'stopped', exit: { signal: 'SIGTERM' } });
});
