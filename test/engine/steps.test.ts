/** In-process steps: ctx.run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bench, bench } from './support.ts';

const notes = (b: Bench): string[] =>
  existsSync(join(b.directory, 'notes'))
    ? readFileSync(join(b.directory, 'notes'), 'utf8').trim().split('\n')
    : [];
const output = (result: { output: string | undefined }): unknown => JSON.parse(result.output ?? 'null');
const answer = async (b: Bench): Promise<void> => {
  const [gate] = b.of('EFFECT_REQUESTED').filter(({ kind }) => kind === 'breakpoint');
  await b.mail({
    kind: 'result',
    effectId: String(gate?.effectId),
    effectAttempt: 1,
    outcome: { status: 'ok', value: { approved: true } },
  });
};

describe.concurrent('ctx.run', () => {
  test('alone, in branches and in maps: each once, results in order, and not again on a replay', async () => {
    const b = await bench(`
      const one = await ctx.run('one', () => { note('one'); return 1; });
      const [x, y] = await Promise.all([
        (async () => [await ctx.run('x1', async () => { await delay(60); note('x1'); return 'x1'; }), await ctx.run('x2', () => { note('x2'); return 'x2'; })])(),
        (async () => [await ctx.run('y1', () => { note('y1'); return 'y1'; }), await ctx.run('y2', () => { note('y2'); return 'y2'; })])(),
      ]);
      const many = await ctx.parallel.map([3, 1, 2], (n) => ctx.run('many', async () => { await delay(n * 10); note('m' + n); return n; }), { maxConcurrency: 2 });
      await ctx.breakpoint({});
      return { one, x, y, many };
    `);
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    const before = notes(b);
    expect(before.sort()).toEqual(['m1', 'm2', 'm3', 'one', 'x1', 'x2', 'y1', 'y2']);
    await answer(b);
    expect(output(await b.drive())).toEqual({ one: 1, x: ['x1', 'x2'], y: ['y1', 'y2'], many: [3, 1, 2] });
    expect(notes(b)).toHaveLength(8);
  });

  test('retries with a pause, its attempt and one key for all of them', async () => {
    const b = await bench(`
      const keys = [];
      const value = await ctx.run('flaky', ({ attempt, idempotencyKey }) => { note(idempotencyKey); if (attempt < 3) throw new Error('no ' + attempt); return attempt; }, { retry: { attempts: 3, delay: 30, factor: 2 } });
      const never = await ctx.run('bad', () => { throw Object.assign(new Error('x'), { name: 'Fatal' }); }, { retry: { attempts: 9, nonRetryable: ['Fatal'] } }).catch((error) => error.name);
      return [value, never];
    `);
    expect(output(await b.drive())).toEqual([3, 'Fatal']);
    expect(new Set(notes(b)).size).toBe(1);
    expect(b.of('EFFECT_STARTED').filter(({ notBefore }) => notBefore !== undefined)).toHaveLength(2);
    expect(b.of('EFFECT_STARTED').map(({ attempt }) => attempt)).toEqual([1, 2, 2, 3, 3, 1]);
  });

  test('errors keep name, message, cause and own fields, live and on every replay', async () => {
    const b = await bench(`
      let caught;
      try {
        await ctx.run('fails', () => { throw Object.assign(new RangeError('outer', { cause: new TypeError('inner') }), { code: 'E_X', detail: { a: [1] } }); });
      } catch (error) {
        caught = [error.name, error.message, error.code, error.detail, error.cause.name, error.cause.message, error instanceof Error];
      }
      note(JSON.stringify(caught));
      await ctx.breakpoint({});
      return caught;
    `);
    await b.drive();
    await answer(b);
    const expected = ['RangeError', 'outer', 'E_X', { a: [1] }, 'TypeError', 'inner', true];
    expect(output(await b.drive())).toEqual(expected);
    expect(notes(b).map((line) => JSON.parse(line) as unknown)).toEqual([expected, expected]);
  });

  test('a durable call inside a step is refused by name', async () => {
    const b = await bench(
      `return await ctx.run('outer', () => ctx.sleep(10)).catch((error) => error.message);`,
    );
    expect(output(await b.drive())).toMatch(/inside ctx\.run\("outer"\)/);
  });

  test('results beyond 1 MiB go to a blob and come back whole', async () => {
    const b = await bench(`
      const big = await ctx.run('big', () => Array.from({ length: 60_000 }, (_, i) => 'item ' + i + ' äöü'));
      await ctx.breakpoint({});
      return [big.length, big.at(-1)];
    `);
    await b.drive();
    const [{ effectId }] = b.of('EFFECT_RESOLVED') as [{ effectId: string }];
    expect(existsSync(join(b.run.runDir, 'tasks', effectId, 'blobs'))).toBe(true);
    await answer(b);
    expect(output(await b.drive())).toEqual([60_000, 'item 59999 äöü']);
  });

  test('stopped by its signal on a time-out', async () => {
    const b = await bench(`
      return await ctx.run('slow', ({ signal }) => new Promise((_, no) => signal.addEventListener('abort', () => { note('freed ' + signal.reason.timedOut); no(signal.reason); })), { timeout: 150 })
        .catch((error) => [error.name, error.timedOut, error.reason]);
    `);
    expect(output(await b.drive())).toEqual(['EffectCancelledError', true, 'timed out after 150ms']);
    expect(notes(b)).toEqual(['freed true']);
  });

  test('protocol E4: one that ignores its signal is left behind; its late result is ignored; others go on', async () => {
    const b = await bench(`
      const deaf = ctx.run('deaf', async () => { await delay(1500); note('late'); return 'late'; }, { timeout: 100 }).catch((error) => error.reason);
      const other = ctx.run('other', async () => { await delay(2500); note('other'); return 'other'; });
      const first = await deaf;
      note('first');
      return [first, await other];
    `);
    expect(output(await b.drive())).toEqual(['timed out after 100ms', 'other']);
    // Its worker goes once nothing else runs in it, so the process may have been replayed.
    expect(new Set(notes(b))).toEqual(new Set(['first', 'late', 'other']));
    expect(notes(b).filter((line) => line === 'other')).toHaveLength(1);
    expect(b.of('EFFECT_STARTED')).toHaveLength(2);
  });

  test('protocol E4: alone in its worker, the worker is replaced, and a retry runs in the new one', async () => {
    const b = await bench(`
      const result = await ctx.run('deaf', async ({ attempt }) => { if (attempt === 1) { await delay(3000); note('late'); } return attempt; }, { timeout: 1000, retry: { attempts: 2, delay: 0 } });
      await ctx.sleep(2500);
      return result;
    `);
    expect(output(await b.drive())).toEqual(2);
    expect(notes(b)).toEqual([]);
  });

  test('protocol E4: a worker that does not answer is replaced, and what else ran in it runs again', async () => {
    const b = await bench(`
      const other = ctx.run('other', async ({ attempt, idempotencyKey }) => { note(attempt + idempotencyKey); await delay(attempt === 1 ? 20_000 : 10); return attempt; });
      const blocked = ctx.run('blocked', async () => { await delay(100); for (;;); }, { timeout: 600 }).catch((error) => error.reason);
      return [await blocked, await other];
    `);
    expect(output(await b.drive())).toEqual(['timed out after 600ms', 2]);
    expect(new Set(notes(b).map((line) => line.slice(1))).size).toBe(1);
    expect(b.of('EFFECT_STARTED').filter(({ because }) => because === 'loss')).toHaveLength(1);
  });

  test('a step that waits for what never comes is an error that names it', async () => {
    const b = await bench(`await ctx.run('stuck one', () => new Promise(() => {}));`);
    await expect(b.drive()).rejects.toThrow('"stuck one"');
    expect(b.types()).not.toContain('RUN_FAILED');
  });

  test('killed in the middle: run again under the same key', async () => {
    const b = await bench(
      `return await ctx.run('once', async ({ attempt, idempotencyKey }) => { note(idempotencyKey); if (attempt === 1) await delay(20_000); return attempt; });`,
    );
    const stop = new AbortController();
    const started = b.seen('effect-started');
    const driving = b.drive({ shutdown: stop.signal });
    await started;
    while (notes(b).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect(await driving).toMatchObject({
      status: 'running',
      stopped: 'shutdown',
      pending: [{ kind: 'step' }],
    });
    expect(output(await b.drive())).toBe(2);
    expect(notes(b)).toHaveLength(2);
    expect(new Set(notes(b)).size).toBe(1);
  });
});
