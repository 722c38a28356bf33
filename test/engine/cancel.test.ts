import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LonghaulError } from '../../src/errors.ts';
import type { Outcome } from '../../src/executors/contract.ts';
import { childRunId } from '../../src/operations/family.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { type Bench, bench, until } from './support.ts';

const notes = (b: Bench): string[] =>
  existsSync(join(b.directory, 'notes'))
    ? readFileSync(join(b.directory, 'notes'), 'utf8').trim().split('\n')
    : [];
const effectIds = (b: Bench): string[] => b.of('EFFECT_REQUESTED').map(({ effectId }) => String(effectId));
const stepsOf = (b: Bench, type: string): unknown[] => {
  const steps = new Map(b.of('EFFECT_REQUESTED').map(({ effectId, stepId }) => [effectId, stepId]));
  return b.of(type).map(({ effectId }) => steps.get(effectId!));
};
/** In a process: turns a cancellation into text. */
const TEXT = '(error) => error.name + ":" + error.reason';
/** A command that ignores SIGTERM; `up` is there once it does. */
const DEAF = `trap "" TERM; echo >> up; sleep 20 & wait`;

describe.concurrent('cancelling an effect', () => {
  test('req C6, C7, C13: one of several is cancelled, the others are not, and every replay says the same', async () => {
    const b = await bench(`
      const ends = await Promise.allSettled([sh(ctx, 'echo a'), sh(ctx, '${DEAF}', { label: 'hung' }), sh(ctx, 'sleep 0.3; echo c')]);
      await ctx.breakpoint({});
      const { EffectCancelledError } = await import('longhaul');
      return ends.map((end) => end.value ?? [end.reason instanceof EffectCancelledError, end.reason.name, end.reason.reason]);
    `);
    const driving = b.drive();
    await until(join(b.directory, 'up'));
    const effectId = effectIds(b)[1]!;
    await b.mail({ kind: 'cancel', effectId, reason: 'hangs', actor: { login: 'ann' } });
    expect(await driving).toMatchObject({
      status: 'waiting',
      receipts: [{ done: true, text: `effect ${effectId} was cancelled` }],
    });
    expect(b.of('EFFECT_CANCELLED')).toMatchObject([
      { effectId, reason: 'hangs', actor: { login: 'ann' }, messageId: expect.any(String) },
    ]);
    const result = JSON.parse(
      readFileSync(join(b.run.runDir, 'tasks', effectId, 'result.json'), 'utf8'),
    ) as object;
    expect(result).toMatchObject({
      status: 'cancelled',
      metadata: { cancelled: true, exit: { signal: 'SIGKILL' } },
    }); // req C4, C5
    await b.mail({
      kind: 'result',
      effectId: effectIds(b).at(-1)!,
      effectAttempt: 1,
      outcome: { status: 'ok', value: { approved: true } },
    });
    expect(JSON.parse((await b.drive()).output!)).toEqual([
      'a',
      [true, 'EffectCancelledError', 'hangs'],
      'c',
    ]);
  });

  test('req C8: a cancelled effect that nobody catches fails the run', async () => {
    const b = await bench(`await sh(ctx, 'sleep 20');`);
    const started = b.seen('effect-started');
    const driving = b.drive();
    await started;
    const [effectId] = effectIds(b);
    await b.mail({ kind: 'cancel', effectId, reason: 'no' });
    expect(await driving).toMatchObject({ status: 'failed', error: { name: 'EffectCancelledError' } });
    expect(b.of('RUN_FAILED')).toMatchObject([{ effectId, errorClass: 'cancelled' }]);
  });

  test('req C4: what outlives even SIGKILL is not said to have ended', async () => {
    const b = await bench(`return await sh(ctx, 'true').catch((error) => error.reason);`);
    const running = Promise.withResolvers<void>();
    const performer = {
      can: () => true,
      perform(_: unknown, { signal }: { signal: AbortSignal }) {
        running.resolve();
        return new Promise<Outcome>((resolve) =>
          signal.addEventListener('abort', () => resolve({ status: 'stopped', exit: null, alive: true })),
        );
      },
    };
    const driving = b.drive({ world: { ...b.world, performer } });
    await running.promise;
    await b.mail({ kind: 'cancel', effectId: effectIds(b)[0], reason: 'hangs' });
    const reason = 'hangs; something of it is still running';
    expect(await driving).toMatchObject({ status: 'completed', output: JSON.stringify(reason) });
    expect(b.of('EFFECT_CANCELLED')).toMatchObject([{ reason }]);
  });

  test('req C11: unknown and settled effects are refused, and nothing is written', async () => {
    const b = await bench(`await sh(ctx, 'true'); await ctx.breakpoint({});`);
    await b.drive();
    const { length } = b.journal();
    const [effectId] = effectIds(b);
    await b.mail({ kind: 'cancel', effectId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', reason: 'x' });
    await b.mail({ kind: 'cancel', effectId, reason: 'x' });
    const { receipts } = await b.drive();
    expect(receipts.map(({ done, text }) => [done, text]).sort()).toEqual([
      [false, 'effect 01ARZ3NDEKTSV4RRFFQ69G5FAV was not found'],
      [false, `effect ${effectId} is already resolved_ok`],
    ]);
    expect(b.journal().length).toBe(length);
    expect(await b.run.mailbox.names()).toEqual([]);
  });

  test('req C11: result and cancel race: exactly one settlement, whoever wins', async () => {
    const b = await bench(
      `return await Promise.all([1, 2, 3, 4, 5, 6].map((i) => sh(ctx, 'sleep 0.' + i).catch(${TEXT})));`,
    );
    const started = b.seen('effect-started');
    const driving = b.drive({ limits: { maxParallel: 6 } });
    await started;
    for (const effectId of effectIds(b)) {
      await b.mail({ kind: 'cancel', effectId, reason: 'race' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect((await driving).status).toBe('completed');
    const settled = [...b.of('EFFECT_RESOLVED'), ...b.of('EFFECT_CANCELLED')].map(({ effectId }) => effectId);
    expect(settled).toHaveLength(6);
    expect(new Set(settled).size).toBe(6);
  });

  test('req C12: a bare catch around a pending effect does not swallow the suspension', async () => {
    const b = await bench(
      `try { await ctx.signal('never'); } catch {} finally { note('finally'); } note('after');`,
    );
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    expect(notes(b)).toEqual([]);
  });

  test('it is not lost in a time-out that would be retried', async () => {
    const b = await bench(
      `return await sh(ctx, '${DEAF}', { timeout: 1500, retry: { attempts: 5, delay: 0 } }).catch(${TEXT});`,
    );
    const driving = b.drive({ limits: { graceMs: 3000 } });
    await until(join(b.directory, 'up'));
    await new Promise((resolve) => setTimeout(resolve, 1600));
    await b.mail({ kind: 'cancel', effectId: effectIds(b)[0], reason: 'enough' });
    expect(await driving).toMatchObject({ status: 'completed', output: '"EffectCancelledError:enough"' });
    expect(b.of('EFFECT_STARTED')).toHaveLength(1);
  });

  test('nor in a failure of that very moment which would be retried; and a driver that goes begins no retry', async () => {
    const body = `return await sh(ctx, 'true', { retry: { attempts: 5, delay: 0 } }).catch(${TEXT});`;
    const error = { name: 'ShellError', message: 'failed' };
    for (const how of ['cancel', 'shutdown']) {
      const b = await bench(body);
      const shutdown = new AbortController();
      const begun = Promise.withResolvers<void>();
      const perform = ({ attempt }: { attempt: number }, { signal }: { signal: AbortSignal }) =>
        new Promise<Outcome>((resolve) => {
          if (attempt > 1) resolve({ status: 'ok', value: { stdout: 'again' } });
          signal.addEventListener('abort', () => resolve({ status: 'error', error }));
          begun.resolve();
        });
      const world = { ...b.world, performer: { can: () => true, perform } };
      const driving = b.drive({ world, shutdown: shutdown.signal });
      await begun.promise;
      if (how === 'shutdown') shutdown.abort();
      else await b.mail({ kind: 'cancel', effectId: effectIds(b)[0], reason: 'enough' });
      expect(await driving).toMatchObject(
        how === 'shutdown'
          ? { status: 'running', stopped: 'shutdown' }
          : { status: 'completed', output: '"EffectCancelledError:enough"' },
      );
      expect(b.events.filter(({ type }) => type === 'effect-started')).toHaveLength(1);
    }
  });

  test('protocol M2: a message whose work is under way stays in the mailbox until the journal has it', async () => {
    const b = await bench(`return await sh(ctx, '${DEAF}').catch(${TEXT});`);
    const driving = b.drive({ limits: { graceMs: 2000 } });
    await until(join(b.directory, 'up'));
    await b.mail({ kind: 'cancel', effectId: effectIds(b)[0], reason: 'r' });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await b.run.mailbox.names()).toHaveLength(1);
    expect(b.of('EFFECT_CANCELLED')).toEqual([]);
    expect(await driving).toMatchObject({ status: 'completed', receipts: [{ done: true }] });
    expect(await b.run.mailbox.names()).toEqual([]);
  });
});

describe.concurrent('protocol E6: cancelling a run', () => {
  test('rejects everything pending, once and in step order; clean-up runs; a return is a completion', async () => {
    const b = await bench(`
      const all = [sh(ctx, 'trap "sleep 0.4; exit" TERM; sleep 20 & wait'), ctx.breakpoint({}), sh(ctx, 'sleep 20'), ctx.sleep('1h'),
        ctx.run('step', ({ signal }) => new Promise((_, no) => signal.addEventListener('abort', () => no(signal.reason))))];
      const ends = await Promise.all(all.map((one) => one.catch(${TEXT})));
      return [...ends, await sh(ctx, 'echo cleaned')];
    `);
    const started = b.seen(
      'effect-started',
      (event) => event.type === 'effect-started' && event.label === 'step',
    );
    const driving = b.drive({ limits: { graceMs: 1500, cancelGraceMs: 60_000 } });
    await started;
    await b.mail({ kind: 'cancel', reason: 'stop it', actor: { login: 'ann' } });
    const result = await driving;
    expect(result).toMatchObject({ status: 'completed' });
    expect(JSON.parse(result.output!)).toEqual([...Array(5).fill('EffectCancelledError:stop it'), 'cleaned']);
    expect(stepsOf(b, 'EFFECT_CANCELLED')).toEqual(['S000001', 'S000002', 'S000003', 'S000004', 'S000005']);
    expect(b.of('RUN_CANCEL_REQUESTED')).toHaveLength(1);
  });

  test('of a run parked on a person: durable clean-up, then canceled', async () => {
    const b = await bench(
      `try { await ctx.breakpoint({}); } finally { await sh(ctx, 'echo freed >> notes'); }`,
    );
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    await b.mail({ kind: 'cancel', reason: 'changed my mind' });
    expect(await b.drive({ limits: { cancelGraceMs: 20_000 } })).toMatchObject({
      status: 'canceled',
      pending: [],
    });
    expect(notes(b)).toEqual(['freed']);
    expect(b.of('RUN_FAILED')).toMatchObject([{ canceled: true, errorClass: 'cancelled' }]);
  });

  test('leaves shielded effects alone, and seals when the grace is over', async () => {
    const b = await bench(`
      await Promise.all([ctx.signal('x').catch(() => {}), ctx.shield(async () => { await sh(ctx, 'sleep 0.3; echo shielded >> notes'); await sh(ctx, 'sleep 60'); })]);
    `);
    const started = b.seen('effect-started');
    const driving = b.drive({ limits: { cancelGraceMs: 5000 } });
    await started;
    await b.mail({ kind: 'cancel', reason: 'over' });
    expect(await driving).toMatchObject({
      status: 'canceled',
      error: { name: 'RunCanceledError', message: 'over' },
      pending: [],
    });
    expect(notes(b)).toEqual(['shielded']);
    expect(b.of('EFFECT_CANCELLED')).toMatchObject([{ reason: 'over' }, { reason: 'over', withdrawn: true }]);
  });

  test('req C17: neither a step nor a clean-up that never gives the loop back keeps a cancelled run from its end', async () => {
    const b = await bench(`
      const all = [ctx.run('loop', async () => { note('looping'); for (;;); }), sh(ctx, '${DEAF}')];
      await Promise.all(all.map((one) => one.catch(${TEXT})));
      await sh(ctx, 'sleep 0.4; echo freed >> notes');
      for (;;);
    `);
    const driving = b.drive({ limits: { graceMs: 1000, cancelGraceMs: 60_000 } });
    await Promise.all([until(join(b.directory, 'up')), until(join(b.directory, 'notes'))]);
    await b.mail({ kind: 'cancel', reason: 'please' });
    await until(join(b.directory, 'notes'), 2);
    await b.mail({ kind: 'cancel', reason: 'now' });
    expect(await driving).toMatchObject({ status: 'canceled', error: { message: 'now' } });
    expect(notes(b)).toEqual(['looping', 'freed']);
    // The time for the clean-up begins behind the grace of what is stopped.
    const asked = b.journal().find(({ type }) => type === 'RUN_CANCEL_REQUESTED');
    const ms = Date.parse(String(asked?.data.deadline)) - Date.parse(String(asked?.recordedAt));
    expect(ms).toBeGreaterThan(60_500);
    expect(stepsOf(b, 'EFFECT_CANCELLED')).toEqual(['S000001', 'S000002']);
  });

  test('a second cancel seals at once', async () => {
    const b = await bench(`try { await ctx.signal('x'); } catch { await sh(ctx, 'sleep 20'); }`);
    // While it waits for a signal nobody drives it: a message that came then would lie there.
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    await b.mail({ kind: 'cancel', reason: 'please' });
    const started = b.seen('effect-started');
    const driving = b.drive({ limits: { cancelGraceMs: 60_000 } });
    await started;
    await b.mail({ kind: 'cancel', reason: 'now' });
    const result = await driving;
    expect(result).toMatchObject({ status: 'canceled', error: { message: 'now' } });
    expect(result.receipts.map(({ done }) => done)).toEqual([true, true]);
    expect(b.of('RUN_CANCEL_REQUESTED')).toMatchObject([{ reason: 'please' }]);
  });

  test('resumed in the middle: what was pending then is rejected, clean-up that was asked for later runs', async () => {
    const b = await bench(`
      const all = [sh(ctx, '${DEAF}'), ctx.signal('x'), ctx.sleep('2h')].map((one) => one.catch(${TEXT}));
      return [...(await Promise.all(all)), await sh(ctx, 'echo cleaned')];
    `);
    const stop = new AbortController();
    const driving = b.drive({ shutdown: stop.signal, limits: { graceMs: 3000, cancelGraceMs: 60_000 } });
    await until(join(b.directory, 'up'));
    await b.mail({ kind: 'cancel', reason: 'r' });
    while (b.of('RUN_CANCEL_REQUESTED').length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort(); // the first effect is still being stopped
    await driving;
    const result = await b.drive();
    expect(result).toMatchObject({ status: 'completed' });
    expect(JSON.parse(result.output!)).toEqual([...Array(3).fill('EffectCancelledError:r'), 'cleaned']);
    expect(stepsOf(b, 'EFFECT_CANCELLED')).toEqual(['S000001', 'S000002', 'S000003']);
    expect(b.of('RUN_CANCEL_REQUESTED')).toHaveLength(1);
  });

  test('reaches the child of a subprocess, driven or waiting', async () => {
    const child = `export async function process(_, ctx) { try { await ctx.signal('x'); } finally { await ctx.run('clean', () => 1); } }`;
    const b = await bench(`await ctx.subprocess('child.mjs');`, { files: { 'child.mjs': child } });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    await b.mail({ kind: 'cancel', reason: 'all of it' });
    expect(await b.drive({ limits: { cancelGraceMs: 20_000 } })).toMatchObject({ status: 'canceled' });
    const { state } = (await b.store.open(childRunId(b.run.runId, effectIds(b)[0]!))).load();
    expect(state.terminal).toMatchObject({ status: 'canceled' });
    expect([...state.effects.values()].map(({ status }) => status)).toEqual(['cancelled', 'resolved_ok']);
  });
});

describe.concurrent('halt', () => {
  test('protocol M9: a live driver seals, its commands are stopped, and the message is answered', async () => {
    const b = await bench(`await sh(ctx, 'sleep 20');`);
    const started = b.seen('effect-started');
    const driving = b.drive();
    await started;
    await b.mail({ kind: 'halt', finalStatus: 'failed', reason: 'obsolete', actor: { login: 'ann' } });
    expect(await driving).toMatchObject({
      status: 'failed',
      pending: [],
      receipts: [{ done: true, text: 'sealed the run' }],
    });
    expect(b.of('RUN_FAILED')).toMatchObject([
      { manual_seal_reason: 'obsolete', actor: { login: 'ann' }, synthetic: true },
    ]);
    expect(await b.run.mailbox.names()).toEqual([]);
    expect(await b.drive({ retry: { by: { login: 'x' } } })).toMatchObject({ already: true });
  });

  test('protocol M4: late messages are answered that the run is over; those of an attempt that we do not know yet stay', async () => {
    const b = await bench('return 1;');
    await b.drive();
    await b.mail({ kind: 'signal', name: 's', value: 1 });
    await b.mail({ kind: 'signal', name: 's', value: 2, attempt: 2, id: 'of-the-next-attempt' });
    expect((await b.drive()).receipts).toMatchObject([{ done: false, text: 'the run is over (completed)' }]);
    const { mail } = await b.run.mailbox.read();
    expect(mail.map(({ message }) => message.id)).toEqual(['of-the-next-attempt']);
  });

  test('a mailbox that cannot be reached after the last save takes nothing from how the run stands', async () => {
    const unreachable = async (b: Bench): Promise<OpenRun> => {
      const run = await b.store.open(b.run.runId);
      const acquire = run.acquire.bind(run);
      run.acquire = async (...args) => {
        const lease = await acquire(...args);
        const release = lease.release.bind(lease);
        lease.release = () => {
          const lost = () => Promise.reject(new LonghaulError('NETWORK', 'no route'));
          Object.assign(run.mailbox, { read: lost, names: lost });
          return release();
        };
        return lease;
      };
      return run;
    };
    const ended = await bench('return 1;');
    const waits = await bench('await ctx.breakpoint({});');
    const troubles = ['its mailbox could not be looked into: no route'];
    expect(await ended.drive({ run: await unreachable(ended) })).toMatchObject({
      status: 'completed',
      output: '1',
      troubles,
    });
    expect(await waits.drive({ run: await unreachable(waits) })).toMatchObject({
      status: 'waiting',
      pending: [{ kind: 'breakpoint' }],
      troubles,
    });
  });
});
