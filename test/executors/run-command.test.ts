import { getEventListeners } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutAfter } from '../../src/executors/output-log.ts';
import { type CommandOptions, runCommand } from '../../src/executors/run-command.ts';
import { type Place, place, runs, until } from './support.ts';

const posix = process.platform !== 'win32';

function line(at: Place, command: string, over: Partial<CommandOptions> = {}): CommandOptions {
  return {
    ...program(at, 'bash', ['-c', command]),
    ...over,
  };
}

function program(
  at: Place,
  file: string,
  args: string[],
  over: Partial<CommandOptions> = {},
): CommandOptions {
  return {
    file,
    args,
    cwd: at.workspace,
    env: at.world.env,
    logs: { stdout: join(at.runDir, 'stdout.log'), stderr: join(at.runDir, 'stderr.log') },
    signal: at.abort.signal,
    graceMs: at.world.graceMs,
    hurry: at.world.hurry,
    redact: at.world.redact,
    onOutput: at.world.onOutput,
    ...over,
  };
}

const script = (at: Place, code: string, over: Partial<CommandOptions> = {}) =>
  program(at, process.execPath, ['-e', code], over);

/** The pid that a command wrote into a file of the workspace. */
async function pidIn(at: Place, name: string): Promise<number> {
  const path = join(at.workspace, name);
  return Number(await until(() => existsSync(path) && readFileSync(path, 'utf8').trim()));
}

describe('a command that runs to its end', () => {
  test('gives exit code, both streams live, whole in files, and their ends in the result', async () => {
    const at = place();
    const result = await runCommand(line(at, 'echo out; echo err >&2; exit 3'));
    expect(result).toMatchObject({ kind: 'exited', exit: { code: 3, signal: null } });
    expect(at.seen).toEqual({ stdout: 'out\n', stderr: 'err\n' });
    expect(result.stdout.text).toBe('out\n');
    expect(readFileSync(join(at.runDir, 'stderr.log'), 'utf8')).toBe('err\n');
  });

  test('nothing is lost of a command that ends at once, with stdin or without', async () => {
    for (let i = 0; i < 50; i++) {
      const at = place();
      const result = await runCommand(line(at, 'echo out; echo err >&2', i % 2 === 0 ? { stdin: 'x' } : {}));
      expect([result.stdout.text, result.stderr.text]).toEqual(['out\n', 'err\n']);
    }
  });

  test('a stream without output makes no file', async () => {
    const at = place();
    const result = await runCommand(line(at, 'true'));
    expect(result.stdout.written).toBe(false);
    expect(existsSync(join(at.runDir, 'stdout.log'))).toBe(false);
  });

  test.runIf(posix)('death by a signal is told', async () => {
    const result = await runCommand(line(place(), 'kill -SEGV $$'));
    expect(result).toMatchObject({ kind: 'exited', exit: { code: null, signal: 'SIGSEGV' } });
  });

  test('characters split across chunks arrive whole', async () => {
    const at = place();
    const code = `const all = Buffer.from('Grüße 🚀 äöü €\\n');
      let i = 0;
      const next = () => i < all.length && process.stdout.write(all.subarray(i, ++i), () => setTimeout(next, 2));
      next();`;
    const result = await runCommand(script(at, code));
    expect(result.stdout.text).toBe('Grüße 🚀 äöü €\n');
    expect(at.seen.stdout).toBe('Grüße 🚀 äöü €\n');
    expect(readFileSync(join(at.runDir, 'stdout.log'), 'utf8')).toBe('Grüße 🚀 äöü €\n');
  });

  test('the kept end is cut between characters and at most 64 KiB', async () => {
    const result = await runCommand(script(place(), `process.stdout.write('a' + '€'.repeat(60_000))`));
    const bytes = Buffer.from(result.stdout.text);
    expect(bytes.length).toBeGreaterThan(64 * 1024 - 3);
    expect(bytes.length).toBeLessThanOrEqual(64 * 1024);
    expect(result.stdout.text).toBe('€'.repeat(result.stdout.text.length));
    expect(await result.stdout.whole(1e9)).toBe(`a${'€'.repeat(60_000)}`);
    expect(await result.stdout.whole(100_000)).toBeUndefined();
  });

  test('a second command can carry the logs on', async () => {
    const at = place();
    await runCommand(line(at, 'echo one'));
    const second = await runCommand(
      script(at, `process.stdout.write('b'.repeat(100_000))`, { appendAfter: '--- again\n' }),
    );
    expect(readFileSync(join(at.runDir, 'stdout.log'), 'utf8')).toBe(
      `one\n--- again\n${'b'.repeat(100_000)}`,
    );
    expect(await second.stdout.whole(1e9)).toBe('b'.repeat(100_000));
  });

  test('200 MB of output go through with flat memory', { timeout: 120_000 }, async () => {
    const at = place();
    let live = 0;
    let peak = 0;
    const before = process.memoryUsage.rss();
    const onOutput = (_: string, chunk: string) => {
      live += chunk.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    };
    const result = await runCommand(
      line(at, 'yes 0123456789012345678901234567890 | head -c 200000000', { onOutput }),
    );
    expect(result).toMatchObject({ kind: 'exited', exit: { code: 0 } });
    expect(live).toBe(200_000_000);
    expect(statSync(join(at.runDir, 'stdout.log')).size).toBe(200_000_000);
    expect(peak - before).toBeLessThan(150e6);
  });

  test('200 MB in a single line, too', { timeout: 120_000 }, async () => {
    const at = place();
    let peak = 0;
    const before = process.memoryUsage.rss();
    const onOutput = () => {
      peak = Math.max(peak, process.memoryUsage.rss());
    };
    await runCommand(line(at, 'head -c 200000000 /dev/zero | tr "\\0" x', { onOutput }));
    expect(statSync(join(at.runDir, 'stdout.log')).size).toBe(200_000_000);
    expect(peak - before).toBeLessThan(150e6);
  });

  test('a slow reader slows the command down and loses nothing', async () => {
    const at = place();
    let most = 0;
    let live = 0;
    const onOutput = async (_: string, chunk: string) => {
      live += chunk.length;
      const written = Number(readFileSync(join(at.workspace, 'written'), 'utf8') || 0);
      most = Math.max(most, written - live);
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    at.file('written', '0');
    const code = `const fs = require('fs');
      let n = 0;
      for (let i = 0; i < 60; i++) { fs.writeSync(1, 'x'.repeat(65535) + '\\n'); fs.writeFileSync('written', String(n += 65536)); }`;
    await runCommand(script(at, code, { onOutput }));
    expect(live).toBe(60 * 65_536);
    expect(most).toBeLessThan(1e6);
  });

  test('a reader that throws, and a log that cannot be written, change nothing', async () => {
    const at = place();
    const onOutput = () => {
      throw new Error('EPIPE');
    };
    const logs = { stdout: join(at.runDir, 'no/such/dir/stdout.log'), stderr: join(at.runDir, 'stderr.log') };
    const result = await runCommand(line(at, 'echo one; sleep 0.1; echo two', { onOutput, logs }));
    expect(result).toMatchObject({ kind: 'exited', exit: { code: 0 } });
    expect(result.stdout.text).toBe('one\ntwo\n');
    expect(result.stdout.problem).toMatchObject({ code: 'ENOENT' });
  });

  test('a child that it leaves behind is not waited for, and lives on', async () => {
    const at = place();
    const started = performance.now();
    const result = await runCommand(line(at, 'sleep 30 & echo $! > child; echo done'));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(result.stdout.text).toBe('done\n');
    const child = await pidIn(at, 'child');
    expect(await runs(child)).toBe(true);
    process.kill(child, 'SIGKILL');
  });

  test('nor one that never stops talking', async () => {
    const at = place();
    const started = performance.now();
    const result = await runCommand(
      line(at, '(while :; do echo more; sleep 0.02; done) & echo $! > child; exit 7'),
    );
    expect(performance.now() - started).toBeLessThan(5000);
    expect(result).toMatchObject({ kind: 'exited', exit: { code: 7 } });
    const child = await pidIn(at, 'child');
    await until(async () => !(await runs(child)) || process.kill(child, 'SIGKILL'));
  });
});

describe('stdin', () => {
  test('is given whole and closed', async () => {
    const text = 'ä'.repeat(500_000);
    const result = await runCommand(line(place(), 'wc -c', { stdin: text }));
    expect(result.stdout.text.trim()).toBe('1000000');
  });

  test('is empty when there is none', async () => {
    expect((await runCommand(line(place(), 'cat; echo end'))).stdout.text).toBe('end\n');
  });

  test.runIf(posix)('can be opened as /dev/stdin, and makes bash read no start-up file', async () => {
    const at = place();
    at.file('.bashrc', 'echo SOURCED');
    const env = { ...at.world.env, HOME: at.workspace };
    const result = await runCommand(line(at, 'cat /dev/stdin', { stdin: 'text', env }));
    expect(result.stdout.text).toBe('text');
  });

  test('a command that does not read it is no failure (EPIPE)', async () => {
    const result = await runCommand(
      line(place(), 'exec 0<&-; sleep 0.2; echo fine', { stdin: 'x'.repeat(5_000_000) }),
    );
    expect(result).toMatchObject({ kind: 'exited', exit: { code: 0 } });
    expect(result.stdout.text).toBe('fine\n');
  });
});

describe('redaction', () => {
  const redact = (text: string) => text.replaceAll('s3cr3t-value', '***').replaceAll(/tok_\w{8,}/g, '***');

  test('holds in live output, file and result, also across chunks', async () => {
    const at = place();
    const code = `process.stdout.write('a s3cr'); setTimeout(() => process.stdout.write('3t-value b\\n'), 100);`;
    const result = await runCommand(script(at, code, { redact }));
    expect([at.seen.stdout, result.stdout.text, readFileSync(join(at.runDir, 'stdout.log'), 'utf8')]).toEqual(
      Array(3).fill('a *** b\n'),
    );
  });

  test('holds in a line so long that it is cut', async () => {
    const at = place();
    const code = `let all = ''; for (let i = 0; i < 40_000; i++) all += 's3cr3t-value' + i + 'tok_abcdefghij ';
      process.stdout.write(all);`;
    const result = await runCommand(script(at, code, { redact }));
    expect(result.stdout.text).not.toMatch(/s3cr|value|tok_/);
    const whole = await result.stdout.whole(1e9);
    expect(whole).toBe(Array.from({ length: 40_000 }, (_, i) => `***${i}*** `).join(''));
    // Never within a character.
    for (const text of ['🙂'.repeat(40_000), `${'🙂'.repeat(40_000)}x`])
      expect(text.slice(0, cutAfter(text, redact)).isWellFormed()).toBe(true);
  });
});

describe.runIf(posix)('stopping', () => {
  test('req C3: a worker that ignores SIGTERM and its grandchild are killed after the grace', async () => {
    const at = place({ graceMs: 400 });
    const stubborn = `trap '' TERM; (trap '' TERM; echo $BASHPID > grandchild; while :; do sleep 0.1; done) & echo $$ > leader; while :; do sleep 0.1; done`;
    const running = runCommand(line(at, stubborn));
    const pids = [await pidIn(at, 'leader'), await pidIn(at, 'grandchild')];
    const started = performance.now();
    at.abort.abort();
    const result = await running;
    expect(performance.now() - started).toBeGreaterThan(380);
    expect(result).toMatchObject({ kind: 'stopped', exit: { code: null, signal: 'SIGKILL' }, alive: false });
    for (const pid of pids) expect(await runs(pid)).toBe(false);
  });

  test('req C17: where the machine is about to go, next to nothing of the grace is left', async () => {
    const hurry = new AbortController();
    const at = place({ graceMs: 600_000, hurry: hurry.signal });
    const stubborn = `trap '' TERM; echo $$ > leader; while :; do sleep 0.05; done`;
    const running = runCommand(line(at, stubborn));
    const leader = await pidIn(at, 'leader');
    at.abort.abort();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await runs(leader)).toBe(true);
    hurry.abort();
    expect(await running).toMatchObject({ kind: 'stopped', exit: { signal: 'SIGKILL' } });
    // What is told to stop after that has a moment, too.
    const polite = `trap 'sleep 0.2; exit 5' TERM; echo $$ > second; while :; do sleep 0.05; done`;
    const abort = new AbortController();
    const late = runCommand(line(at, polite, { signal: abort.signal }));
    await pidIn(at, 'second');
    abort.abort();
    expect(await late).toMatchObject({ kind: 'stopped', exit: { code: 5 } });
  });

  test('req C4: a worker that exits during the grace is not killed; its exit is recorded', async () => {
    const at = place({ graceMs: 10_000 });
    const polite = `trap 'sleep 0.3; echo cleaned; exit 5' TERM; echo $$ > leader; while :; do sleep 0.05; done`;
    const running = runCommand(line(at, polite));
    await pidIn(at, 'leader');
    const started = performance.now();
    at.abort.abort();
    const result = await running;
    expect(result).toMatchObject({ kind: 'stopped', exit: { code: 5, signal: null }, alive: false });
    expect(result.stdout.text).toContain('cleaned\n');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('req C4: it is "stopped" only once all of it is gone, also when the leader went at once', async () => {
    const at = place({ graceMs: 500 });
    const command = `(trap '' TERM; echo $BASHPID > grandchild; while :; do sleep 0.1; done) & echo $$ > leader; wait`;
    const running = runCommand(line(at, command));
    const [leader, grandchild] = [await pidIn(at, 'leader'), await pidIn(at, 'grandchild')];
    at.abort.abort();
    await until(async () => !(await runs(leader)));
    expect(await runs(grandchild)).toBe(true);
    const result = await running;
    expect(await runs(grandchild)).toBe(false);
    expect(result).toMatchObject({ kind: 'stopped', exit: { code: null, signal: 'SIGTERM' } });
  });

  test('req C5: the output so far is kept', async () => {
    const at = place();
    const running = runCommand(line(at, 'echo half; echo $$ > leader; printf unfinished; sleep 30'));
    await pidIn(at, 'leader');
    await until(() => at.seen.stdout);
    await new Promise((resolve) => setTimeout(resolve, 100));
    at.abort.abort();
    await running;
    expect(readFileSync(join(at.runDir, 'stdout.log'), 'utf8')).toBe('half\nunfinished');
  });

  test('a grandchild in a session of its own that holds the pipes does not hang the stop', async () => {
    const at = place({ graceMs: 300 });
    const code = `const { spawn } = require('child_process');
      const child = spawn('sleep', ['30'], { detached: true, stdio: 'inherit' });
      require('fs').writeFileSync('grandchild', String(child.pid));
      setInterval(() => {}, 1000);`;
    const running = runCommand(script(at, code));
    const grandchild = await pidIn(at, 'grandchild');
    const started = performance.now();
    at.abort.abort();
    expect(await running).toMatchObject({ kind: 'stopped', alive: false });
    expect(performance.now() - started).toBeLessThan(3000);
    process.kill(grandchild, 'SIGKILL');
  });

  test('a signal that fires while the command is being started is not missed', async () => {
    for (let i = 0; i < 20; i++) {
      const abort = new AbortController();
      const running = runCommand(line(place(), 'sleep 30', { stdin: 'x', signal: abort.signal }));
      setTimeout(() => abort.abort(), i / 4);
      expect((await running).kind).toBe('stopped');
    }
  });

  test('a signal that fired before starts nothing', async () => {
    const at = place();
    at.abort.abort();
    expect(await runCommand(line(at, 'touch started'))).toMatchObject({ kind: 'stopped', exit: null });
    expect(existsSync(join(at.workspace, 'started'))).toBe(false);
  });

  test('output in full flow does not hold the stop up', async () => {
    const at = place();
    const running = runCommand(line(at, 'yes'));
    await until(() => at.seen.stdout.length > 1e6);
    const started = performance.now();
    at.abort.abort();
    expect(await running).toMatchObject({ kind: 'stopped', exit: { signal: 'SIGTERM' } });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('what cannot start', () => {
  test('a command that does not exist', async () => {
    const at = place();
    expect(await runCommand(program(at, 'no-such-command-here', []))).toMatchObject({
      kind: 'failed',
      code: 'ENOENT',
    });
  });

  test('a working directory that does not exist, or is a file', async () => {
    const at = place();
    expect(await runCommand(line(at, 'true', { cwd: join(at.workspace, 'no') }))).toMatchObject({
      kind: 'failed',
      code: 'CWD',
      message: 'does not exist',
    });
    const cwd = at.file('file', '');
    expect(await runCommand(line(at, 'true', { cwd }))).toMatchObject({
      code: 'CWD',
      message: 'is not a directory',
    });
  });

  test.runIf(process.platform === 'linux')('arguments that are too large for the system', async () => {
    const at = place();
    expect(await runCommand(program(at, 'true', ['x'.repeat(3_000_000)]))).toMatchObject({
      kind: 'failed',
      code: 'E2BIG',
    });
  });
});

test('several hundred commands leave no handle, listener or process behind', {
  timeout: 120_000,
}, async () => {
  const at = place();
  // Once before, so that what is made once is there.
  await runCommand(line(at, 'cat', { stdin: 'x' }));
  const before = { resources: process.getActiveResourcesInfo().length, open: openFiles() };
  let next = 0;
  const worker = async () => {
    while (next < 300) {
      const i = next++;
      const abort = new AbortController();
      const logs = { stdout: join(at.runDir, `${i}.out`), stderr: join(at.runDir, `${i}.err`) };
      const own = line(at, i % 3 === 0 ? 'sleep 30' : 'cat; echo e >&2', {
        stdin: 'x',
        logs,
        signal: abort.signal,
      });
      const running = runCommand(own);
      if (i % 3 === 0) setTimeout(() => abort.abort(), 20);
      expect((await running).kind).toBe(i % 3 === 0 ? 'stopped' : 'exited');
      expect(getEventListeners(abort.signal, 'abort')).toHaveLength(0);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before.resources + 1);
  expect(openFiles()).toBeLessThanOrEqual(before.open);
  expect(children()).toEqual([]);
});

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}

/** Our own children, zombies included. */
function children(): string[] {
  if (process.platform !== 'linux') return [];
  const path = `/proc/${process.pid}/task/${process.pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ').filter(Boolean) : [];
}
