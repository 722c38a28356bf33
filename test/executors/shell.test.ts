import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declaredTimeout } from '../../src/executors/definition.ts';
import { executorFor } from '../../src/executors/index.ts';
import type { JsonObject } from '../../src/journal/events.ts';
import { EFFECT, effect, errorOf, okValue, type Place, place, until } from './support.ts';

const dir = (at: Place, name: string) => join(at.runDir, 'tasks', EFFECT, name);

async function run(at: Place, def: JsonObject, over: Parameters<typeof effect>[2] = {}) {
  const asked = effect('shell', def, over);
  const executor = executorFor(asked, at.world);
  if (executor === undefined) throw new Error('No executor');
  return executor.run(asked, at.world);
}

describe('what is run', () => {
  test('a line of shell', async () => {
    const at = place();
    expect(await run(at, { shell: { command: 'echo $((40 + 2)) | cat; echo note >&2' } })).toEqual({
      status: 'ok',
      value: { exitCode: 0, stdout: '42\n', stderr: 'note\n' },
      stdoutRef: `tasks/${EFFECT}/stdout.log`,
      stderrRef: `tasks/${EFFECT}/stderr.log`,
    });
    expect(at.seen).toEqual({ stdout: '42\n', stderr: 'note\n' });
  });

  test('a program with arguments, without a shell', async () => {
    const outcome = await run(place(), {
      shell: { command: process.execPath, args: ['-p', 'process.argv[1]', '$HOME; `x` *', 7] },
    });
    expect(outcome).toMatchObject({ value: { stdout: '$HOME; `x` *\n' } });
  });

  test("Babysitter's other forms: the command in the definition itself, the shell as a string", async () => {
    expect(await run(place(), { command: 'echo a', expectedExitCode: 0 })).toMatchObject({
      value: { stdout: 'a\n' },
    });
    expect(await run(place(), { shell: 'echo b' })).toMatchObject({ value: { stdout: 'b\n' } });
  });

  test('`set -euo pipefail`, which public process files begin with, works; without it the last status counts', async () => {
    expect(
      await run(place(), { shell: { command: 'set -euo pipefail\nfalse | true\necho no' } }),
    ).toMatchObject({
      status: 'error',
      error: { data: { exitCode: 1 } },
    });
    expect(await run(place(), { shell: { command: 'false; false | true' } })).toMatchObject({ status: 'ok' });
  });

  test('cwd is relative to the workspace, env is on top, input goes to stdin', async () => {
    const at = place({ env: { PATH: process.env.PATH ?? '', INPUT_TOKEN: 'hidden' } });
    at.file('sub/here.txt', 'found');
    const command = 'cat here.txt; echo " $A [$INPUT_TOKEN] $LONGHAUL_EFFECT_ID"; cat';
    const outcome = await run(at, { shell: { command, cwd: 'sub', env: { A: '1' }, input: { a: 1 } } });
    expect(outcome).toMatchObject({ value: { stdout: `found 1 [] ${EFFECT}\n{"a":1}\n` } });
  });

  test('the result keeps the last 64 KiB, the file all of it', async () => {
    const at = place();
    const outcome = await run(at, { shell: { command: 'head -c 100000 /dev/zero | tr "\\0" a; echo end' } });
    const { stdout } = okValue<{ stdout: string }>(outcome);
    expect(stdout).toHaveLength(64 * 1024);
    expect(stdout.endsWith('aend\n')).toBe(true);
    expect(readFileSync(dir(at, 'stdout.log'))).toHaveLength(100_004);
  });

  test('the logs of an earlier attempt are kept beside those of the latest', async () => {
    const at = place();
    await run(at, { shell: { command: 'echo first; false' } });
    const second = await run(at, { shell: { command: 'echo second' } }, { attempt: 2 });
    expect(second).toMatchObject({ stdoutRef: `tasks/${EFFECT}/stdout.log` });
    expect(readFileSync(dir(at, 'stdout.log'), 'utf8')).toBe('second\n');
    expect(readFileSync(dir(at, 'stdout.1.log'), 'utf8')).toBe('first\n');
    const third = await run(at, { shell: { command: 'true' } }, { attempt: 3 });
    expect(third).toEqual({ status: 'ok', value: { exitCode: 0, stdout: '', stderr: '' } });
    expect(existsSync(dir(at, 'stdout.log'))).toBe(false);
  });
});

describe('exit codes', () => {
  test('an unexpected one is a ShellError that names command, code, last line and log', async () => {
    const outcome = await run(place(), {
      shell: { command: '\n  echo working >&2; echo "Error: 3 tests failed" >&2; exit 2\n' },
    });
    expect(outcome).toEqual({
      status: 'error',
      error: {
        name: 'ShellError',
        message: `\`echo working >&2; echo "Error: 3 tests failed" >&2; exit 2\` exited with code 2: Error: 3 tests failed (all output: tasks/${EFFECT}/stderr.log)`,
        data: { exitCode: 2, signal: null, stderr: 'working\nError: 3 tests failed\n' },
      },
      stderrRef: `tasks/${EFFECT}/stderr.log`,
    });
  });

  test.each([
    [3, 3, 'ok'],
    [[0, 3], 3, 'ok'],
    [3, 0, 'error'],
    [[0, 3], 4, 'error'],
    [undefined, 1, 'error'],
  ] as const)('expected %j, got %j: %s', async (expected, code, status) => {
    const def = {
      shell: {
        command: `exit ${code}`,
        ...(expected === undefined ? {} : { expectedExitCode: expected as number }),
      },
    };
    expect((await run(place(), def)).status).toBe(status);
  });

  test('death by a signal is never expected', async () => {
    const outcome = await run(place(), { shell: { command: 'kill -KILL $$', expectedExitCode: [0, 137] } });
    expect(outcome).toMatchObject({
      error: {
        message: '`kill -KILL $$` was killed by SIGKILL',
        data: { exitCode: null, signal: 'SIGKILL' },
      },
    });
  });

  test('a command that is not there says so, with and without a shell', async () => {
    const line = await run(place(), { shell: { command: 'no-such-tool --x' } });
    expect(line).toMatchObject({ error: { name: 'ShellError', data: { exitCode: 127 } } });
    expect(errorOf(line).message).toMatch(/exited with code 127 \(command not found: install it/);
    expect(await run(place(), { shell: { command: 'no-such-tool', args: ['x'] } })).toMatchObject({
      error: {
        name: 'ShellError',
        message: expect.stringContaining('there is no command "no-such-tool". Install it'),
      },
    });
    const plain = await run(place(), { shell: { command: 'echo >> plain; ./plain' } });
    expect(errorOf(plain).message).toContain('exited with code 126 (found, but not executable)');
  });

  test('a working directory that is not there says so', async () => {
    const at = place();
    expect(await run(at, { shell: { command: 'true', cwd: 'packages/web' } })).toMatchObject({
      error: {
        name: 'ShellError',
        message: `Cannot run \`true\`: its working directory ${join(at.workspace, 'packages/web')} does not exist. Check \`cwd\` in the definition, and that the job has checked the repository out.`,
      },
    });
  });

  test('secrets stand neither in message nor in data', async () => {
    const at = place({ redact: (text) => text.replaceAll('hunter2', '***') });
    const outcome = await run(at, { shell: { command: 'echo using hunter2 >&2; exit 1' } });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
    expect(at.seen.stderr).toBe('using ***\n');
  });
});

describe('definitions that cannot run', () => {
  test.each([
    [{ shell: {} }, 'shell.command is missing; it must be a line of shell'],
    [{ shell: { command: 7 } }, 'shell.command is 7'],
    [{ shell: { command: 'x', args: 'y' } }, 'shell.args is "y"; it must be an array of strings'],
    [{ shell: { command: 'x', expectedExitCode: '0' } }, 'shell.expectedExitCode is "0"'],
    [{ shell: { command: 'x', cwd: 1 } }, 'shell.cwd is 1'],
    [
      { shell: { command: 'x' }, io: { outputJsonPath: '../../x.json' } },
      'which lies outside the run directory',
    ],
    [
      { shell: { command: 'x' }, io: { outputJsonPath: '/etc/passwd' } },
      'which lies outside the run directory',
    ],
    [
      { shell: { command: 'x' }, io: { outputJsonPath: 'journal/000001.json' } },
      'a place that the engine keeps for itself',
    ],
    [
      { shell: { command: 'x' }, io: { inputJsonPath: 'run.json' } },
      'a place that the engine keeps for itself',
    ],
    [
      { shell: { command: 'x' }, io: { inputJsonPath: `tasks/${EFFECT}/result.json` } },
      'which the engine writes',
    ],
    [
      { shell: { command: 'x' }, io: { inputJsonPath: `tasks/${EFFECT}/stdout.log` } },
      'which the engine writes',
    ],
    [{ shell: { command: 'x' }, io: { outputJsonPath: 'artifacts/made' } }, 'which is a directory'],
    [
      { shell: { command: 'x' }, io: { outputJsonPath: `tasks/x/../${EFFECT}/task.json` } },
      'which the engine writes',
    ],
  ] as [JsonObject, string][])('%j', async (def, message) => {
    const at = place();
    mkdirSync(join(at.runDir, 'artifacts/made'), { recursive: true });
    expect(await run(at, def)).toMatchObject({
      status: 'error',
      error: { name: 'TaskDefinitionError', message: expect.stringContaining(message) },
    });
    expect(at.seen.stderr).toBe('');
  });
});

describe('JSON as the result', () => {
  const outputJsonPath = `tasks/${EFFECT}/out/answer.json`;

  test('from io.outputJsonPath, shell.outputPath or the default path', async () => {
    for (const def of [
      { io: { outputJsonPath } },
      { shell: { outputPath: outputJsonPath } },
      {},
    ] as JsonObject[]) {
      const shell = {
        ...(def.shell as JsonObject),
        command: `echo '{"a":[1]}' > "$LONGHAUL_OUTPUT_JSON"; echo text`,
      };
      expect(await run(place(), { ...def, shell })).toMatchObject({ status: 'ok', value: { a: [1] } });
    }
  });

  test('not from what an earlier attempt left there', async () => {
    for (const name of ['output.json', 'result.json']) {
      const at = place();
      mkdirSync(dir(at, ''), { recursive: true });
      writeFileSync(dir(at, name), '{"old":true}');
      const def = { shell: { command: 'echo new' }, io: { outputJsonPath: `tasks/${EFFECT}/${name}` } };
      expect(await run(at, def, { attempt: 2 })).toMatchObject({ value: { stdout: 'new\n' } });
    }
  });

  test("Babysitter's result.json may be named as the output", async () => {
    const at = place();
    mkdirSync(dir(at, ''), { recursive: true });
    writeFileSync(dir(at, 'result.json'), '{"old":true}');
    const def = {
      shell: { command: `echo '"new"' > "$BABYSITTER_OUTPUT_JSON"` },
      io: { outputJsonPath: `tasks/${EFFECT}/result.json` },
    };
    expect(await run(at, def, { attempt: 2 })).toMatchObject({ value: 'new' });
  });

  test('the input is written where io.inputJsonPath says', async () => {
    const at = place();
    const def = {
      shell: { command: 'cat "$LONGHAUL_INPUT_JSON"' },
      io: { inputJsonPath: `tasks/${EFFECT}/in.json` },
    };
    expect(await run(at, def)).toMatchObject({ value: { stdout: '{\n  "target": "web"\n}\n' } });
  });

  test('req X2: malformed JSON is a typed error that shows it, not a bare SyntaxError', async () => {
    const outcome = await run(place(), { shell: { command: 'echo "{half" > "$LONGHAUL_OUTPUT_JSON"' } });
    expect(outcome).toMatchObject({
      status: 'error',
      error: { name: 'TaskOutputError', data: { received: '{half\n' } },
    });
    expect(errorOf(outcome).message).toMatch(
      new RegExp(`^tasks/${EFFECT}/output.json is not JSON \\(.+\\). It begins with: \\{half$`),
    );
  });

  test('req X2: an empty output file is one, too', async () => {
    const outcome = await run(place(), { shell: { command: ': > "$LONGHAUL_OUTPUT_JSON"' } });
    expect(outcome).toMatchObject({
      error: { name: 'TaskOutputError', message: expect.stringContaining('output.json is empty') },
    });
  });

  test('secrets are taken out of the output file and the value', async () => {
    const at = place({ redact: (text) => text.replaceAll('hunter2', '***') });
    const outcome = await run(at, {
      shell: { command: `echo '{"key":"hunter2"}' > "$LONGHAUL_OUTPUT_JSON"` },
    });
    expect(outcome).toMatchObject({ value: { key: '***' } });
    expect(readFileSync(dir(at, 'output.json'), 'utf8')).toBe('{"key":"***"}\n');
  });

  const outputSchema = { type: 'object', required: ['passed'], properties: { passed: { type: 'boolean' } } };

  test('with an output schema stdout is the result, whole', async () => {
    const list = { type: 'array', minItems: 30_000 };
    expect(await run(place(), { shell: { command: `echo '{"passed":true}'` }, outputSchema })).toMatchObject({
      value: { passed: true },
    });
    const command = `node -e 'console.log(JSON.stringify(Array(40000).fill("abc")))'`;
    const outcome = await run(place(), { shell: { command, outputSchema: list } });
    expect(okValue<string[]>(outcome)).toHaveLength(40_000);
  });

  test('req X1: a result that does not fit the schema fails, naming the path', async () => {
    const outcome = await run(place(), { shell: { command: `echo '{"passed":"yes"}'` }, outputSchema });
    expect(outcome).toMatchObject({
      error: {
        name: 'TaskOutputError',
        message: `The output of \`echo '{"passed":"yes"}'\`, which has an output schema, does not fit the output schema: passed must be boolean`,
        data: { issues: [{ path: 'passed', message: 'must be boolean' }] },
      },
    });
    const fromFile = await run(place(), {
      shell: { command: 'echo 1 > "$LONGHAUL_OUTPUT_JSON"' },
      outputSchema,
    });
    expect(fromFile).toMatchObject({
      error: {
        name: 'TaskOutputError',
        message: `tasks/${EFFECT}/output.json does not fit the output schema: it must be object`,
      },
    });
  });

  test('req X2: stdout that is no JSON fails where a schema asks for it', async () => {
    const outcome = await run(place(), { shell: { command: 'echo all good' }, outputSchema });
    expect(outcome).toMatchObject({ error: { name: 'TaskOutputError', data: { received: 'all good\n' } } });
  });

  test('a schema of exitCode and stdout, as public process files have it, means the plain result', async () => {
    const schema = { type: 'object', required: ['stdout'], properties: { stdout: { type: 'string' } } };
    expect(await run(place(), { shell: { command: 'echo spec' }, outputSchema: schema })).toMatchObject({
      value: { exitCode: 0, stdout: 'spec\n', stderr: '' },
    });
  });
});

describe('stopping', () => {
  test.each(['cancel', 'timeout', 'shutdown'] as const)(
    'req C3, C5: %s ends the command, its output is kept',
    async (kind) => {
      const at = place();
      const running = run(at, { shell: { command: 'echo half; sleep 30' } });
      await until(() => at.seen.stdout);
      at.abort.abort({ kind, message: `${kind} by a test` });
      expect(await running).toEqual({
        status: 'stopped',
        exit: { code: null, signal: 'SIGTERM' },
        stdoutRef: `tasks/${EFFECT}/stdout.log`,
      });
      expect(readFileSync(dir(at, 'stdout.log'), 'utf8')).toBe('half\n');
    },
  );

  test('before it began: it never ran', async () => {
    const at = place();
    at.abort.abort();
    expect(await run(at, { shell: { command: 'touch x' } })).toEqual({ status: 'stopped', exit: null });
    expect(existsSync(join(at.workspace, 'x'))).toBe(false);
  });
});

test('the timeout that a definition declares is found in all its places', () => {
  expect(declaredTimeout({ shell: { timeout: 480_000 } }, 'shell')).toBe(480_000);
  expect(declaredTimeout({ node: { timeoutMs: 5000 } }, 'node')).toBe(5000);
  expect(declaredTimeout({ timeout: '10m', shell: { timeout: 1 } }, 'shell')).toBe(600_000);
  expect(declaredTimeout({ timeout: 0 }, 'shell')).toBe(0);
  expect(declaredTimeout({ shell: {} }, 'shell')).toBeUndefined();
  expect(() => declaredTimeout({ shell: { timeout: 'soon' } }, 'shell')).toThrow(
    'shell.timeout: "soon" is not a duration',
  );
});
