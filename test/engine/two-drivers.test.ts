/** Several drivers of one run directory, each in a process of its own (requirement R12, protocol L1, L5). */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../src/journal/reader.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { code, project } from './support.ts';

const CHILD = join(import.meta.dirname, 'kill-child.ts');

interface Ended {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

function start(directory: string): { process: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [CHILD, directory, ''], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ended = new Promise<Ended>((resolve) => {
    let out = '';
    let err = '';
    child.stdout.on('data', (text: Buffer) => (out += text));
    child.stderr.on('data', (text: Buffer) => (err += text));
    child.on('close', (exit, signal) => resolve({ code: exit, signal, out, err }));
  });
  return { process: child, ended };
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const ran = (directory: string): string[] =>
  existsSync(join(directory, 'ran')) ? readFileSync(join(directory, 'ran'), 'utf8').trim().split('\n') : [];

describe.concurrent('req R12: one driver at a time', () => {
  test('of several at once one drives, the others are told by whom', { timeout: 90_000 }, async () => {
    const directory = project({
      'p.mjs': code(
        `for (const n of [1, 2, 3]) await sh(ctx, 'echo ' + n + ' >> ran; while ! test -e go; do sleep 0.1; done'); return 'done';`,
      ),
    });
    const first = start(directory);
    await until(() => ran(directory).length > 0);
    const others = await Promise.all([start(directory).ended, start(directory).ended]);
    for (const other of others) {
      expect(other.code).not.toBe(0);
      expect(other.err).toContain(`Run is already being executed by process ${first.process.pid}`);
    }
    writeFileSync(join(directory, 'go'), '');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });
    expect(ran(directory)).toEqual(['1', '2', '3']);
    expect(verifyRun(join(directory, 'runs', 'killed'))).toEqual([]);
  });

  test('a stopped one is alive and keeps the lease; a killed one is taken over at once', {
    timeout: 90_000,
  }, async () => {
    const directory = project({
      'p.mjs': code(
        `await sh(ctx, 'echo 1 >> ran'); await sh(ctx, 'echo 2 >> ran; test $LONGHAUL_ATTEMPT -gt 1 || sleep 20'); return 'done';`,
      ),
    });
    const first = start(directory);
    await until(() => ran(directory).length === 2);
    first.process.kill('SIGSTOP');
    expect((await start(directory).ended).err).toContain('Run is already being executed by process');
    first.process.kill('SIGKILL');
    await first.ended;
    const before = Date.now();
    expect(await start(directory).ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('done'),
    });
    expect(Date.now() - before).toBeLessThan(20_000);
    expect(ran(directory)).toEqual(['1', '2', '2']);
    const events = readEvents(join(directory, 'runs', 'killed'));
    expect(events.filter(({ type }) => type === 'EFFECT_RESOLVED')).toHaveLength(2);
    expect(verifyRun(join(directory, 'runs', 'killed'))).toEqual([]);
  });
});
