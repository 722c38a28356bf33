/** RUN_RETRIED: what is opened again when a run that failed by itself is resumed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bench, bench, code, write } from './support.ts';

const retry = { by: { login: 'ann' } };
const lines = (b: Bench, file: string): string[] =>
  existsSync(join(b.directory, file)) ? readFileSync(join(b.directory, file), 'utf8').trim().split('\n') : [];

describe.concurrent('req R16: retry after a failure', () => {
  test('keeps earlier results and runs only what failed; a clean-up in finally is no obstacle', async () => {
    const b = await bench(`
      const a = await sh(ctx, 'echo a | tee -a ran');
      try { return [a, await sh(ctx, 'echo b >> ran; test -e fixed && echo b')]; }
      catch (cause) { throw new Error('wrapped', { cause }); }
      finally { await sh(ctx, 'echo cleaned >> ran'); }
    `);
    const failed = await b.drive();
    expect(failed).toMatchObject({ status: 'failed', pending: [], error: { message: 'wrapped' } });
    expect(b.of('RUN_FAILED')).toMatchObject([{ errorClass: 'transient', effectId: expect.any(String) }]);
    expect(await b.drive()).toMatchObject({ status: 'failed', already: true });
    write(b.directory, { fixed: '' });
    expect(await b.drive({ retry })).toMatchObject({
      status: 'completed',
      output: '["a","b"]',
      already: false,
    });
    expect(b.of('RUN_RETRIED')).toMatchObject([{ actor: { login: 'ann' }, effects: [expect.any(String)] }]);
    expect(lines(b, 'ran')).toEqual(['a', 'b', 'cleaned', 'b', 'cleaned']);
    expect(JSON.parse(readFileSync(join(b.run.runDir, 'final.json'), 'utf8'))).toMatchObject({
      status: 'success',
      attempt: 2,
    });
  });

  test('its attempts and losses start anew; onLost fail does not hit a reopened effect', async () => {
    const b = await bench(
      `return await sh(ctx, 'test -e fixed && echo ok', { retry: { attempts: 2, delay: 0 }, onLost: 'fail' });`,
    );
    expect(await b.drive()).toMatchObject({ status: 'failed' });
    expect(await b.drive({ retry })).toMatchObject({ status: 'failed', error: { name: 'ShellError' } });
    expect(b.of('EFFECT_STARTED').map(({ attempt, because }) => [attempt, because])).toEqual([
      [1, undefined],
      [2, 'failure'],
      [3, undefined],
      [4, 'failure'],
    ]);
    write(b.directory, { fixed: '' });
    expect(await b.drive({ retry })).toMatchObject({ status: 'completed', output: '"ok"' });
    expect(b.run.load().state.attempt).toBe(3);
  });

  test('what was withdrawn at the end is opened again, what came with a result is not', async () => {
    const b = await bench(`
      const slow = sh(ctx, 'echo slow >> ran; until test -e fixed; do sleep 0.05; done; echo slow', { label: 'slow' });
      const gate = ctx.signal('never');
      await sh(ctx, 'test -e fixed');
      return await slow;
    `);
    expect(await b.drive()).toMatchObject({ status: 'failed' });
    expect(b.of('EFFECT_CANCELLED').every(({ withdrawn }) => withdrawn === true)).toBe(true);
    write(b.directory, { fixed: '' });
    expect(await b.drive({ retry })).toMatchObject({ status: 'completed', output: '"slow"' });
    expect(b.of('RUN_RETRIED')[0]?.effects).toHaveLength(3);
  });

  test('one that timed out goes on where it was, and has as much time again', async () => {
    const deadline = new Date(Date.now() + 900).toISOString();
    const b = await bench(`return await sh(ctx, 'test -e fixed || sleep 20');`, { deadline });
    expect(await b.drive()).toMatchObject({ status: 'failed', error: { name: 'RunTimeoutError' } });
    write(b.directory, { fixed: '' });
    expect(await b.drive({ retry })).toMatchObject({ status: 'completed' });
    const [retried] = b.journal().filter(({ type }) => type === 'RUN_RETRIED');
    const again = Date.parse(String(retried?.data.deadline)) - Date.parse(retried?.recordedAt ?? '');
    expect(again).toBeGreaterThan(900);
    expect(again).toBeLessThanOrEqual(1000);
  });

  test('one that failed by its own throw needs an upgrade, and says so', async () => {
    const b = await bench(`await ctx.run('a', () => note('a')); throw new RangeError('own');`);
    expect(await b.drive()).toMatchObject({
      status: 'failed',
      error: { name: 'RangeError', message: 'own' },
    });
    expect(b.of('RUN_FAILED')).toMatchObject([{ errorClass: 'permanent' }]);
    const length = b.journal().length;
    await expect(b.drive({ retry })).rejects.toThrow(/own code.*RangeError: own/);
    expect(b.journal().length).toBe(length);
    write(b.directory, { 'p.mjs': code(`await ctx.run('a', () => note('a')); return 'mended';`) });
    expect(await b.drive({ retry, onCodeChange: 'upgrade' })).toMatchObject({
      status: 'completed',
      output: '"mended"',
    });
    expect(lines(b, 'notes')).toEqual(['a']);
    expect(b.types().slice(length)).toEqual(['RUN_RETRIED', 'CODE_UPGRADED', 'RUN_COMPLETED']);
  });

  test('completed, canceled and halted runs are never opened again', async () => {
    for (const body of ['return 1;', 'await ctx.halt("enough");']) {
      const b = await bench(body);
      const { status } = await b.drive();
      const length = b.journal().length;
      expect(await b.drive({ retry, onCodeChange: 'upgrade' })).toMatchObject({ status, already: true });
      expect(b.journal().length).toBe(length);
    }
  });

  test('protocol M3: mail for an attempt before this one is refused', async () => {
    const b = await bench(`await sh(ctx, 'test -e fixed'); return await ctx.signal('s');`);
    await b.drive();
    write(b.directory, { fixed: '' });
    await b.drive({ retry });
    await b.mail({ kind: 'signal', name: 's', value: 'old', attempt: 1 });
    expect(await b.drive()).toMatchObject({
      status: 'waiting',
      receipts: [{ done: false, text: expect.stringContaining('attempt 1') }],
    });
    await b.mail({ kind: 'signal', name: 's', value: 'new', attempt: 2 });
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '"new"' });
  });

  test('a failed child of a subprocess is tried again as a run of its own', async () => {
    const child = `export async function process(inputs, ctx) { return await ctx.run('c', () => inputs.n); }`;
    const failing = `export async function process(_, ctx) { throw new Error('child'); }`;
    const b = await bench(
      `
      const seven = await ctx.subprocess('child.mjs', { n: 7 });
      const error = await ctx.subprocess('bad.mjs', null, { retry: { attempts: 2, delay: 0 } }).catch((thrown) => [thrown.message, thrown.status]);
      return [seven, error];
    `,
      { files: { 'child.mjs': child, 'bad.mjs': failing } },
    );
    expect(JSON.parse((await b.drive()).output!)).toEqual([7, ['child', 'failed']]);
    expect(await b.store.list()).toHaveLength(4);
  });

  test('a child that completed before its parent heard of it gives its output', async () => {
    const b = await bench(`return await ctx.subprocess('child.mjs');`, {
      files: { 'child.mjs': `export async function process(_, ctx) { return await ctx.signal('x'); }` },
    });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    const [child] = (await b.store.list()).filter(({ runId }) => runId !== b.run.runId);
    const run = await b.store.open(child!.runId);
    await run.mailbox.deliver({
      id: 'm1',
      attempt: 1,
      at: new Date().toISOString(),
      kind: 'signal',
      name: 'x',
      value: { deep: true },
    });
    expect(await b.drive({ run })).toMatchObject({ status: 'completed' });
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '{"deep":true}' });
  });
});
