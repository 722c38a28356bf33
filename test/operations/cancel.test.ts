/** task:cancel and run:signal (requirements C1-C11). */
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { cancelTask } from '../../src/operations/cancel.ts';
import { postResult } from '../../src/operations/post.ts';
import { sendSignal } from '../../src/operations/signal.ts';
import { redactor } from '../../src/redact.ts';
import { ACTOR, bench, eventNames, only, owner, pendingIds, readJson } from './verbs.ts';

const CAUGHT =
  "try { return await ctx.breakpoint({}, { label: 'gate' }); } catch (e) { return { name: e.name, reason: e.reason }; }";

describe('task:cancel', () => {
  it('req C1, C2, C5, C7, C16: a breakpoint: the event, the result file, and an error in the process that it can catch', async () => {
    const at = bench();
    const run = await at.start(CAUGHT);
    await at.drive(run);
    const effectId = only(pendingIds(run));
    const cancelled = await cancelTask({ ...at.request(run), effectId, reason: 'obsolete' });
    expect(cancelled).toEqual({ by: 'us', value: { resultRef: `tasks/${effectId}/result.json` } });
    const [event] = [...run.events()].slice(-1);
    expect(event).toMatchObject({
      type: 'EFFECT_CANCELLED',
      data: { effectId, reason: 'obsolete', actor: ACTOR, messageId: expect.any(String) },
    });
    expect(readJson(run.runDir, `tasks/${effectId}/result.json`)).toMatchObject({
      status: 'cancelled',
      reason: 'obsolete',
    });
    expect(await at.drive(run)).toMatchObject({
      status: 'completed',
      output: '{"name":"EffectCancelledError","reason":"obsolete"}',
    });
  });

  it('req C11: unknown, settled and cancelled effects and ended runs are refused; nothing is written', async () => {
    const at = bench();
    const run = await at.start(
      `${CAUGHT.replace('return await', 'await')} return ctx.breakpoint({}, { label: 'second' });`,
    );
    await at.drive(run);
    const effectId = only(pendingIds(run));
    const cancel = (id: string) => cancelTask({ ...at.request(run), effectId: id, reason: 'r' });
    await expect(cancel('NOPE')).rejects.toMatchObject({
      code: 'EFFECT_NOT_FOUND',
      message: expect.stringContaining('not found'),
    });
    await postResult({ ...at.request(run), effectId, outcome: { status: 'ok', value: { approved: true } } });
    await expect(cancel(effectId)).rejects.toMatchObject({
      code: 'EFFECT_SETTLED',
      message: expect.stringContaining('already resolved'),
      hint: expect.stringContaining(`longhaul task:show run-1 ${effectId}`),
    });
    await at.drive(run);
    const second = only(pendingIds(run));
    await cancel(second);
    await expect(cancel(second)).rejects.toMatchObject({
      code: 'EFFECT_SETTLED',
      message: expect.stringContaining('already cancelled'),
    });
    await at.drive(run);
    const events = eventNames(run);
    await expect(cancel(second)).rejects.toMatchObject({
      code: 'RUN_ENDED',
      hint: expect.stringContaining('longhaul resume run-1'),
    });
    expect(eventNames(run)).toEqual(events);
    expect(await run.mailbox.names()).toEqual([]);
  });

  it('req C3, C14: a driver that runs the effect stops it', async () => {
    const at = bench();
    const run = await at.start(
      "try { await ctx.task(sh('hangs', 'sleep 600'), {}); } catch (e) { return e.name; }",
    );
    const driving = at.drive(run);
    for (
      const end = Date.now() + 20_000;
      !at.seen.some((e) => e.type === 'effect-started') && Date.now() < end;
    )
      await new Promise((r) => setTimeout(r, 20));
    const cancelled = await cancelTask({
      ...at.request(run),
      effectId: only(pendingIds(run)),
      reason: 'hangs',
    });
    expect(cancelled).toMatchObject({ by: 'driver', driver: expect.stringContaining('process') });
    expect(await driving).toMatchObject({ status: 'completed', output: '"EffectCancelledError"' });
  });
});

describe('what a cancel tells', () => {
  it('contract §3: has none of the caller’s secrets, in the journal or in the mailbox', async () => {
    const at = bench();
    const run = await at.start(CAUGHT);
    await at.drive(run);
    const redact = redactor(['hunter2-word']);
    const request = { ...at.request(run), effectId: only(pendingIds(run)), reason: 'hunter2-word', redact };
    const held = await run.acquire(owner());
    expect(await cancelTask(request)).toMatchObject({ by: 'driver' });
    expect(only((await run.mailbox.read()).mail).message).toMatchObject({ kind: 'cancel', reason: '***' });
    await held.release();
    await cancelTask(request);
    expect([...run.events()].at(-1)).toMatchObject({ type: 'EFFECT_CANCELLED', data: { reason: '***' } });
  });
});

describe('run:signal', () => {
  const body = "const a = await ctx.signal('go'); return a;";

  it('is taken by what waits for it', async () => {
    const at = bench();
    const run = await at.start(body);
    await at.drive(run);
    expect(await sendSignal({ ...at.request(run), name: 'go', value: { n: 1 } })).toEqual({
      by: 'us',
      value: { waiting: true },
    });
    expect(await at.drive(run)).toMatchObject({ status: 'completed', output: '{"n":1}' });
  });

  it('is kept when it comes before', async () => {
    const at = bench();
    const run = await at.start(body);
    expect(await sendSignal({ ...at.request(run), name: 'go', value: 'early' })).toEqual({
      by: 'us',
      value: { waiting: false },
    });
    expect(await at.drive(run)).toMatchObject({ status: 'completed', output: '"early"' });
    const events = eventNames(run);
    await expect(sendSignal({ ...at.request(run), name: 'go', value: 'late' })).rejects.toMatchObject({
      code: 'RUN_ENDED',
    });
    expect(eventNames(run)).toEqual(events);
  });

  it('is a message while the run is driven, and refused with an impossible name', async () => {
    const at = bench();
    const run = await at.start(body);
    const held = await run.acquire(owner());
    expect(await sendSignal({ ...at.request(run), name: 'go', value: null })).toMatchObject({ by: 'driver' });
    await held.release();
    await expect(sendSignal({ ...at.request(run), name: 'x'.repeat(201), value: null })).rejects.toThrow(
      UsageError,
    );
    expect(await at.drive(run)).toMatchObject({ status: 'completed', output: 'null' });
  });
});
