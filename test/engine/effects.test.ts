import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { postResult } from '../../src/operations/post.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { bench, later, QUICK, realWorld } from './support.ts';

const lines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];

describe.concurrent('attempts', () => {
  test('req R1, R3: completed effects are not executed again, by another driver', async () => {
    const b = await bench(`
      await sh(ctx, 'echo a >> ran');
      await ctx.breakpoint({ question: 'go?' });
      await sh(ctx, 'echo b >> ran');
      return 'done';
    `);
    expect(await b.drive()).toMatchObject({
      status: 'waiting',
      stopped: 'waiting',
      pending: [{ kind: 'breakpoint', external: false }],
    });
    const [breakpoint] = b.of('EFFECT_REQUESTED').filter((data) => data.kind === 'breakpoint');
    const before = b.journal().length;
    expect(await b.drive()).toMatchObject({ status: 'waiting' }); // req R7
    expect(b.journal().length).toBe(before);
    await b.mail({
      kind: 'result',
      effectId: String(breakpoint?.effectId),
      effectAttempt: 1,
      outcome: { status: 'ok', value: { approved: true } },
    });
    expect(await b.drive()).toMatchObject({ status: 'completed', pending: [] });
    expect(lines(join(b.directory, 'ran'))).toEqual(['a', 'b']);
    const after = b.journal().length;
    expect(await b.drive()).toMatchObject({ status: 'completed', already: true, output: '"done"' }); // req R5
    expect(b.journal().length).toBe(after);
  });

  test('protocol E1: what runs is what the replayed process has just asked for', async () => {
    const b = await bench(`return await sh(ctx, 'echo honest');`);
    const first = await b.drive({ execute: false });
    expect(first.pending).toMatchObject([{ kind: 'shell' }]);
    const { writeFileSync } = await import('node:fs');
    const { effectId } = b.of('EFFECT_REQUESTED')[0] as { effectId: string };
    const file = join(b.run.runDir, 'tasks', effectId, 'task.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('honest', 'forged'));
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '"honest"' });
  });

  test('protocol E2: the idempotency key is the same on every attempt, and counts equal requests', async () => {
    const b = await bench(
      `
      const key = 'echo $LONGHAUL_IDEMPOTENCY_KEY >> keys';
      await sh(ctx, key + '; test $LONGHAUL_ATTEMPT = 2', { retry: { attempts: 2, delay: 0 } });
      await sh(ctx, key); await sh(ctx, key);
    `,
      { runId: 'keys' },
    );
    expect(await b.drive()).toMatchObject({ status: 'completed' });
    const keys = lines(join(b.directory, 'keys'));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).toMatch(/^keys\.[0-9a-f]{16}\.1$/);
    expect(keys[3]).toBe(keys[2]!.replace(/1$/, '2'));
  });

  test('retries: schedule, then the real start; the pause is kept across drivers', async () => {
    const b = await bench(
      `return await sh(ctx, 'test -e ok && echo fine', { retry: { attempts: 3, delay: '2s', factor: 1 } });`,
    );
    expect(await b.drive({ limits: { waitInJobMs: 100 } })).toMatchObject({
      status: 'waiting',
      pending: [{ kind: 'shell', wakeAt: expect.any(String) }],
    });
    const starts = b.of('EFFECT_STARTED');
    expect(starts).toMatchObject([
      { attempt: 1 },
      { attempt: 2, because: 'failure', error: { name: 'ShellError' }, notBefore: expect.any(String) },
    ]);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(b.directory, 'ok'), '');
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '"fine"' });
    const all = b.of('EFFECT_STARTED');
    expect(all.map(({ attempt }) => attempt)).toEqual([1, 2, 2]);
    expect(all[2]).not.toHaveProperty('notBefore');
    const real = b.journal().filter((event) => event.type === 'EFFECT_STARTED')[2]!;
    expect(Date.parse(real.recordedAt)).toBeGreaterThanOrEqual(Date.parse(String(starts[1]?.notBefore)));
  });

  test('losses: five of them end it; onLost fail ends at the first', async () => {
    const b = await bench(
      `
      const lost = async (options) => { try { await sh(ctx, 'sleep 30', options); } catch (error) { return [error.name, error.losses, error instanceof LostEffectError]; } };
      return await Promise.all([lost({}), lost({ onLost: 'fail' })]);
    `,
      { files: { 'p.mjs': '' } },
    );
    const { write, code } = await import('./support.ts');
    write(b.directory, {
      'p.mjs': code(
        `
      const lost = async (options) => { try { await sh(ctx, 'sleep 30', options); } catch (error) { return [error.name, error.losses, error instanceof LostEffectError]; } };
      return await Promise.all([lost({}), lost({ onLost: 'fail' })]);`,
        "import { LostEffectError } from 'longhaul';",
      ),
    });
    for (let i = 0; i < 5; i += 1) {
      const stop = new AbortController();
      const started = b.seen('effect-started').then(() => setTimeout(() => stop.abort(), 50));
      expect(await b.drive({ shutdown: stop.signal })).toMatchObject({
        status: 'running',
        stopped: 'shutdown',
      });
      await started;
    }
    const result = await b.drive();
    expect(JSON.parse(result.output!)).toEqual([
      ['LostEffectError', 5, true],
      ['LostEffectError', 1, true],
    ]);
    expect(b.of('EFFECT_STARTED').filter(({ because }) => because === 'loss')).toHaveLength(4);
  });

  test('req C9: a time-out of an attempt says so, is journaled with its deadline, and may be retried', async () => {
    const b = await bench(`
      try { await sh(ctx, 'sleep 20', { timeout: 200, retry: { attempts: 2, delay: 0 } }); }
      catch (error) { return [error.name, error.timedOut, error.reason]; }
    `);
    const result = await b.drive();
    expect(JSON.parse(result.output!)).toEqual(['EffectCancelledError', true, 'timed out after 200ms']);
    expect(b.of('EFFECT_STARTED')).toMatchObject([
      { deadline: expect.any(String) },
      { because: 'failure', error: { name: 'TimeoutError' } },
    ]);
    expect(b.of('EFFECT_CANCELLED')).toMatchObject([{ timedOut: true }]);
  });

  test('req C9: a task that names no limit has the default; with 0 it has none', async () => {
    const b = await bench(`
      const unlimited = sh(ctx, 'sleep 1.2; echo done', { timeout: 0 });
      return [await sh(ctx, 'sleep 20').catch((error) => error.reason), await unlimited];
    `);
    expect(await b.drive({ limits: { taskTimeoutMs: 400 } })).toMatchObject({
      output: '["timed out after 400ms","done"]',
    });
  });

  test('req C10: waits end by the deadline in the journal, whoever drives by then', async () => {
    const b = await bench(
      `
      const asked = ctx.breakpoint({ question: '?' }, { timeout: 1200 });
      const signal = ctx.signal('s', { timeout: 1200 }).catch((error) => [error.name, error.timedOut]);
      const other = ctx.task(external, {}, { timeout: 1200 }).catch((error) => [error.name, error.timedOut]);
      const nap = ctx.sleep('1h', { timeout: 1200 }).catch((error) => [error.name, error.timedOut]);
      return Promise.all([asked, signal, other, nap]);
    `,
      { files: {} },
    );
    const { write, code } = await import('./support.ts');
    write(b.directory, {
      'p.mjs': code(
        readFileSync(join(b.directory, 'p.mjs'), 'utf8')
          .split('ctx) {\n')[1]!
          .replace(/\n}\n$/, ''),
        "const external = defineTask('ext', () => ({ kind: 'human-work' }));",
      ),
    });
    const first = await b.drive({ limits: { waitInJobMs: 0 } });
    expect(first).toMatchObject({ status: 'waiting' });
    expect(first.pending.map(({ external, wakeAt }) => [external, typeof wakeAt])).toEqual([
      [false, 'string'],
      [false, 'string'],
      [true, 'string'],
      [false, 'string'],
    ]);
    const result = await b.drive();
    const cancelled = ['EffectCancelledError', true];
    expect(JSON.parse(result.output!)).toEqual([
      { approved: false, timedOut: true, feedback: expect.stringContaining('1s200ms') },
      cancelled,
      cancelled,
      cancelled,
    ]);
  });

  test('req R8: a sleep is not over before its time, and a short one is waited for', async () => {
    const b = await bench(`await ctx.sleep('1h'); await ctx.sleep(400); return 'awake';`);
    expect(await b.drive()).toMatchObject({ status: 'waiting', pending: [{ wakeAt: expect.any(String) }] });
    expect(await b.drive({ world: later(b.world, 3_000_000) })).toMatchObject({ status: 'waiting' });
    expect(
      await b.drive({ world: later(b.world, 3_597_000), limits: { waitInJobMs: 20_000 } }),
    ).toMatchObject({ status: 'completed' });
  });

  test('a sleep that was too long to wait for is over when its time comes while other work goes on', async () => {
    const b = await bench(
      `return await Promise.all([ctx.sleep(400).then(() => 'slept'), sh(ctx, 'sleep 1; echo worked')]);`,
    );
    expect(await b.drive({ limits: { waitInJobMs: 50 } })).toMatchObject({
      status: 'completed',
      output: '["slept","worked"]',
    });
  });

  test('maxParallel: never more commands at once, and as many as there may be', async () => {
    const b = await bench(
      `return await ctx.parallel.map([1, 2, 3, 4, 5], (i) => sh(ctx, 'echo + >> live; sleep 0.15; echo - >> live; echo ' + i));`,
    );
    const result = await b.drive({ limits: { maxParallel: 2 } });
    expect(JSON.parse(result.output!)).toEqual(['1', '2', '3', '4', '5']);
    let live = 0;
    let peak = 0;
    for (const line of lines(join(b.directory, 'live'))) {
      live += line === '+' ? 1 : -1;
      peak = Math.max(peak, live);
    }
    expect(peak).toBe(2);
  });

  test('req R9: max-iterations counts rounds: what is asked for side by side is one', async () => {
    const b = await bench(`
      await Promise.all([sh(ctx, 'echo 1 >> ran; sleep 0.2'), sh(ctx, 'echo 1 >> ran'), ctx.run('one', () => note('1'))]);
      await sh(ctx, 'echo 2 >> ran');
      await ctx.run('three', () => note('3'));
      return 'end';
    `);
    const ran = (): string[] =>
      [...lines(join(b.directory, 'ran')), ...lines(join(b.directory, 'notes'))].sort();
    expect(await b.drive({ limits: { maxIterations: 1 } })).toMatchObject({
      status: 'running',
      stopped: 'iterations',
    });
    expect(ran()).toEqual(['1', '1', '1']);
    expect(await b.drive({ limits: { maxIterations: 1 } })).toMatchObject({
      status: 'running',
      stopped: 'iterations',
    });
    expect(ran()).toEqual(['1', '1', '1', '2']);
    expect(await b.drive({ limits: { maxIterations: 2 } })).toMatchObject({ status: 'completed' });
    expect(b.of('EFFECT_STARTED').filter(({ because }) => because !== undefined)).toEqual([]);
  });

  test('a definition whose policy cannot be read fails its effect, not the engine', async () => {
    const b = await bench(`
      const failed = async (def) => { try { await sh(ctx, 'true', {}, def); } catch (error) { return error.message; } };
      return [await failed({ retry: { attempts: 'many' } }), await failed({ timeout: 'soon' }), await failed({ onLost: 'shrug' })];
    `);
    const result = await b.drive();
    expect(JSON.parse(result.output!)).toEqual([
      expect.stringContaining('attempts'),
      expect.stringContaining('timeout'),
      expect.stringContaining('onLost'),
    ]);
  });

  test('protocol E3: a command starts only once the store holds its EFFECT_STARTED', async () => {
    const b = await bench(`await ctx.run('s', () => 1); return await sh(ctx, 'echo hi');`);
    const order: string[] = [];
    const world = realWorld(b.directory);
    const run = await b.store.open(b.run.runId);
    const acquire = run.acquire.bind(run);
    run.acquire = async (...args) => {
      const lease = await acquire(...args);
      const save = lease.save.bind(lease);
      lease.save = async () => {
        const seq = lease.journal.head.seq;
        await new Promise((resolve) => setTimeout(resolve, 50));
        await save();
        order.push(`saved ${seq}`);
      };
      return lease;
    };
    const perform = world.performer.perform.bind(world.performer);
    world.performer.perform = async (effect, executor) => {
      order.push('command');
      return perform(effect, executor);
    };
    expect(await b.drive({ run, world })).toMatchObject({ status: 'completed' });
    const started = b
      .journal()
      .filter((event) => event.type === 'EFFECT_STARTED')
      .at(-1)!.seq;
    const before = order.slice(0, order.indexOf('command')).map((text) => Number(text.split(' ')[1]));
    expect(Math.max(...before)).toBeGreaterThanOrEqual(started);
  });

  test('protocol E3: a settlement that came by mail is handed over once the store holds it, and its message deleted', async () => {
    const b = await bench(`const value = await ctx.signal('go'); note('got ' + value); return value;`);
    await b.drive();
    await b.mail({ kind: 'signal', name: 'go', value: 7 });
    const run = await b.store.open(b.run.runId);
    const acquire = run.acquire.bind(run);
    let fail = true;
    run.acquire = async (...args) => {
      const lease = await acquire(...args);
      const save = lease.save.bind(lease);
      lease.save = () => (fail ? Promise.reject(new Error('the store is down')) : save());
      return lease;
    };
    await expect(b.drive({ run })).rejects.toThrow('the store is down');
    expect(lines(join(b.directory, 'notes'))).toEqual([]);
    expect(await b.run.mailbox.names()).toHaveLength(1);
    fail = false;
    expect(await b.drive({ run })).toMatchObject({ status: 'completed', output: '7' });
    expect(b.of('SIGNAL_RECEIVED')).toHaveLength(1);
    expect(await b.run.mailbox.names()).toEqual([]);
  });

  test('protocol P9: what is pending when the process ends is withdrawn, and what runs is stopped', async () => {
    const b = await bench(`
      const slow = sh(ctx, 'sleep 20');
      const first = await Promise.race([slow, sh(ctx, 'echo fast')]);
      ctx.breakpoint({ question: 'never mind' });
      ctx.run('ignores', () => delay(20_000));
      return first;
    `);
    const before = Date.now();
    expect(await b.drive()).toMatchObject({ status: 'completed', pending: [], output: '"fast"' });
    expect(Date.now() - before).toBeLessThan(5000);
    expect(b.of('EFFECT_CANCELLED').every(({ withdrawn }) => withdrawn === true)).toBe(true);
    expect(b.run.load().state.pending.size).toBe(0);

    // Another driver, whose replay comes to the end of the process: nothing that it leaves behind is begun.
    const c = await bench(`void sh(ctx, 'true'); await ctx.breakpoint({ question: 'go?' }); return 1;`);
    await c.drive({ execute: false });
    const { effectId = '' } =
      [...c.run.load().state.pending.values()].find(({ request }) => request.kind === 'breakpoint') ?? {};
    const outcome = { status: 'ok', value: { approved: true } } as const;
    await postResult({ run: c.run, owner: thisOwner(VERSION), actor: { login: 'ann' }, effectId, outcome });
    expect(await c.drive()).toMatchObject({ status: 'completed' });
    expect(c.types()).not.toContain('EFFECT_STARTED');
  });

  test('an AbortSignal withdraws a task, a wait and a step', async () => {
    const b = await bench(`
      const stop = new AbortController();
      const all = [sh(ctx, 'sleep 20', { signal: stop.signal }), ctx.sleep('1h', { signal: stop.signal }),
        ctx.signal('never', { signal: stop.signal }), ctx.breakpoint({}, { signal: stop.signal }),
        ctx.run('step', ({ signal }) => new Promise((_, no) => signal.addEventListener('abort', () => no(signal.reason))), { signal: stop.signal })];
      await sh(ctx, 'sleep 0.2');
      stop.abort(new Error('enough'));
      const ends = await Promise.allSettled(all);
      return ends.map((end) => [end.reason?.name, end.reason?.reason]);
    `);
    const result = await b.drive();
    expect(JSON.parse(result.output!)).toEqual(Array(5).fill(['EffectCancelledError', 'enough']));
  });

  test('req R14, R13: a chosen id is kept, a missing run is an error', async () => {
    const b = await bench('return 1;', { runId: 'feature-auth-20260125' });
    expect((await b.drive()).runId).toBe('feature-auth-20260125');
    await expect(b.store.open('nowhere')).rejects.toThrow('Run not found: nowhere');
  });

  test('req R2, R17: state/ is a cache; an edited event is named', async () => {
    const { rmSync, writeFileSync, readdirSync } = await import('node:fs');
    const b = await bench(`await sh(ctx, 'true'); await ctx.breakpoint({}); `);
    await b.drive();
    rmSync(join(b.run.runDir, 'state'), { recursive: true, force: true });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    rmSync(join(b.run.runDir, 'state'), { recursive: true, force: true });
    const name = readdirSync(join(b.run.runDir, 'journal')).sort()[1]!;
    const file = join(b.run.runDir, 'journal', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"label"', '"lable"'));
    await expect(b.drive()).rejects.toThrow(name);
  });

  test('the output of a completed run is read from its file, and an edited one is named', async () => {
    const { writeFileSync } = await import('node:fs');
    const b = await bench(`return { big: 'x'.repeat(2_000_000) };`);
    await b.drive();
    expect(JSON.parse((await b.drive()).output!).big).toHaveLength(2_000_000);
    writeFileSync(join(b.run.runDir, 'state', 'output.json'), '{}');
    await expect(b.drive()).rejects.toThrow('output.json');
  });

  test('a run without end by its deadline fails, also when a later driver finds it passed', async () => {
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    const b = await bench(`await ctx.breakpoint({});`, { deadline });
    expect(await b.drive({ limits: { waitInJobMs: 10 } })).toMatchObject({ status: 'waiting' });
    expect(await b.drive({ world: later(b.world, 3_700_000) })).toMatchObject({
      status: 'failed',
      pending: [],
      error: { name: 'RunTimeoutError' },
    });
    const retried = b.drive({ retry: { by: { login: 'me' } }, limits: { ...QUICK, waitInJobMs: 10 } });
    expect(await retried).toMatchObject({ status: 'waiting', pending: [{ kind: 'breakpoint' }] });
    const [event] = b.of('RUN_RETRIED');
    expect(event).toMatchObject({ effects: [expect.any(String)] });
    expect(Date.parse(String(event?.deadline))).toBeGreaterThan(Date.now() - 1000);
  });

  test('a run deadline beyond wait-in-job is enforced while commands keep the job busy', async () => {
    const b = await bench(`await sh(ctx, 'sleep 20');`, {
      deadline: new Date(Date.now() + 1500).toISOString(),
    });
    expect(await b.drive({ limits: { waitInJobMs: 10 } })).toMatchObject({
      status: 'failed',
      error: { name: 'RunTimeoutError' },
    });
  });
});
