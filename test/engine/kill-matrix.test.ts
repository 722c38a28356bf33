/** The kill matrix (requirements §6.1): a driver is killed at every label that a reference run passes; a new one goes on. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../src/journal/reader.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { code, project } from './support.ts';

const CHILD = join(import.meta.dirname, 'kill-child.ts');

/** Commits once for each key, however often it is asked to; `ran` says how often it was. */
const COMMIT = 'echo $LONGHAUL_IDEMPOTENCY_KEY >> ran; mkdir -p ledger/$LONGHAUL_IDEMPOTENCY_KEY; ';
const PROCESS = code(
  `
  const a = await sh(ctx, '${COMMIT}echo a', { label: 'a' });
  const [b, c, d] = await Promise.all([
    ctx.run('b', ({ idempotencyKey }) => {
      appendFileSync(new URL('./ran', import.meta.url), idempotencyKey + '\\n');
      mkdirSync(new URL('./ledger/' + idempotencyKey, import.meta.url), { recursive: true });
      return 'b';
    }),
    sh(ctx, '${COMMIT}test $LONGHAUL_ATTEMPT -gt 1 && echo c', { label: 'c', retry: { attempts: 2, delay: 10 } }),
    ctx.sleep(20).then(() => 'd'),
  ]);
  ctx.log('nearly there');
  return { a, b, c, d, now: typeof Date.now() };
`,
  "import { mkdirSync } from 'node:fs';",
);

const ENV = { ...process.env, NODE_OPTIONS: '' };
const free: (() => void)[] = [];
let slots = availableParallelism();

async function child(
  directory: string,
  label: string,
): Promise<{ signal: string | null; code: number | null; out: string; err: string }> {
  if (slots === 0) await new Promise<void>((resolve) => free.push(resolve));
  else slots -= 1;
  try {
    return await new Promise((resolve) => {
      const running = spawn(process.execPath, [CHILD, directory, label], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: ENV,
      });
      let out = '';
      let err = '';
      running.stdout.on('data', (text: Buffer) => (out += text));
      running.stderr.on('data', (text: Buffer) => (err += text));
      running.on('close', (exit, signal) => resolve({ signal, code: exit, out, err }));
    });
  } finally {
    const next = free.shift();
    if (next === undefined) slots += 1;
    else next();
  }
}

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];

/** Effects that the journal has settled. */
function settledIn(runDir: string): string[] {
  return readEvents(runDir).flatMap(({ type, data }) =>
    /^EFFECT_(RESOLVED|CANCELLED)$/.test(type) ? [String(data.effectId)] : [],
  );
}

const home = project({ 'p.mjs': PROCESS });
const reference = await child(home, '');
const labels = linesOf(join(home, 'labels'));
const expected: unknown = JSON.parse(reference.out || '{}');

test('req R19: the reference run completes and passes the labels that matter', () => {
  expect(reference).toMatchObject({ code: 0, err: '' });
  expect(expected).toMatchObject({ status: 'completed' });
  expect(labels.length).toBeGreaterThan(40);
  expect(labels).toEqual(
    expect.arrayContaining([
      'taken',
      'event 2',
      'before a 1',
      'after c 2',
      'before a save',
      'after the last line',
    ]),
  );
  expect(linesOf(join(home, 'ran'))).toHaveLength(4);
});

describe.concurrent('req R19: killed there, a new process comes to the same end', () => {
  test.for(labels)('%s', { timeout: 120_000 }, async (label) => {
    const directory = project({ 'p.mjs': PROCESS });
    const runDir = join(directory, 'runs', 'killed');
    expect((await child(directory, label)).signal).toBe('SIGKILL');
    const done = new Set(settledIn(runDir));
    const keysBefore = linesOf(join(directory, 'ran'));
    const second = await child(directory, '');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(second.out)).toEqual(expected);

    const events = readEvents(runDir);
    const settled = settledIn(runDir);
    expect(settled).toHaveLength(4);
    expect(new Set(settled).size).toBe(4);
    expect(events.filter(({ type }) => type === 'RUN_CREATED')).toHaveLength(1);
    expect(events.filter(({ type }) => /^RUN_(COMPLETED|FAILED|HALTED)$/.test(type))).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'PROCESS_LOG')).toHaveLength(1);
    // One commit for each of the three effects that have one, and nothing settled was done again.
    expect(readdirSync(join(directory, 'ledger'))).toHaveLength(3);
    const again = linesOf(join(directory, 'ran')).slice(keysBefore.length);
    const late = new Set(settled.filter((effectId) => !done.has(effectId)));
    expect(new Set(again).size).toBeLessThanOrEqual(late.size);
    expect(verifyRun(runDir)).toEqual([]);
    expect(JSON.parse(readFileSync(join(runDir, 'final.json'), 'utf8'))).toMatchObject({
      status: 'success',
      attempt: 1,
    });
    const ends = linesOf(join(runDir, 'progress.ndjson')).filter((line) =>
      line.includes('"event":"run_completed"'),
    );
    expect(ends).toHaveLength(1);
  });
});
