/** task:post: results and decisions from outside. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { haltRun } from '../../src/operations/halt.ts';
import { checkPost, type PostRequest, postResult } from '../../src/operations/post.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import {
  ACTOR,
  type Bench,
  bench,
  eventNames,
  journalBytes,
  only,
  owner,
  pendingIds,
  readJson,
} from './verbs.ts';

const GATE = "return ctx.breakpoint({ question: 'Go?' }, { label: 'gate' });";

async function waiting(body = GATE): Promise<{ at: Bench; run: OpenRun; request: PostRequest }> {
  const at = bench();
  const run = await at.start(body);
  await at.drive(run);
  const outcome = { status: 'ok', value: { approved: true } } as const;
  return { at, run, request: { ...at.request(run), effectId: only(pendingIds(run)), outcome } };
}

describe('task:post', () => {
  it('settles a breakpoint of a run that nobody drives, and records who did', async () => {
    const { at, run, request } = await waiting();
    const posted = await postResult(request);
    expect(posted).toMatchObject({
      by: 'us',
      value: { resultRef: `tasks/${request.effectId}/result.json`, stdoutRef: null, stderrRef: null },
    });
    const [event] = [...run.events()].slice(-1);
    expect(event).toMatchObject({ type: 'EFFECT_RESOLVED', data: { status: 'ok', actor: ACTOR } });
    expect(await at.drive(run)).toMatchObject({ status: 'completed', output: '{"approved":true}' });
  });

  it('keeps times, logs, refs and metadata as Babysitter writes them', async () => {
    const { run, request } = await waiting();
    writeFileSync(join(run.runDir, `tasks/${request.effectId}/err.log`), 'warned\n');
    await postResult({
      ...request,
      stdout: { text: 'built\n' },
      stderr: { ref: `tasks/${request.effectId}/err.log` },
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:01:00.000Z',
      metadata: { host: 'a' },
    });
    expect(readJson(run.runDir, `tasks/${request.effectId}/result.json`)).toMatchObject({
      status: 'ok',
      stdoutRef: `tasks/${request.effectId}/stdout.log`,
      stderrRef: `tasks/${request.effectId}/err.log`,
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:01:00.000Z',
      metadata: { host: 'a' },
    });
    expect(readFileSync(join(run.runDir, `tasks/${request.effectId}/stdout.log`), 'utf8')).toBe('built\n');
  });

  it('contract §3: nothing that looks like a secret is stored of a post', async () => {
    const { at, run, request } = await waiting();
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const outcome = { status: 'ok', value: { approved: true, response: token } } as const;
    await postResult({ ...request, outcome, stdout: { text: `got ${token}\n` }, metadata: { token } });
    expect(readFileSync(join(run.runDir, `tasks/${request.effectId}/stdout.log`), 'utf8')).toBe('got ***\n');
    expect(readJson(run.runDir, `tasks/${request.effectId}/result.json`)).toMatchObject({
      metadata: { token: '***' },
    });
    expect((await at.drive(run)).output).not.toContain('ghp_');
  });

  it('an error is thrown in the process', async () => {
    const { at, run, request } = await waiting(
      `try { ${GATE} } catch (e) { return [e.name, e.message, e.exitCode, e.cause?.message]; }`.replace(
        'return ctx',
        'return await ctx',
      ),
    );
    await postResult({
      ...request,
      outcome: {
        status: 'error',
        error: {
          name: 'BuildError',
          message: 'exit code 2',
          data: { exitCode: 2 },
          cause: { name: 'Error', message: 'why' },
        },
      },
    });
    expect(await at.drive(run)).toMatchObject({
      status: 'completed',
      output: '["BuildError","exit code 2",2,"why"]',
    });
  });

  it('refuses unknown and settled effects, a foreign invocation key, refs that leave the run, and ended runs; writes nothing', async () => {
    const { at, run, request } = await waiting();
    const before = journalBytes(run);
    await expect(postResult({ ...request, effectId: 'NOPE' })).rejects.toMatchObject({
      code: 'EFFECT_NOT_FOUND',
    });
    await expect(postResult({ ...request, invocationKey: 'p:S000009:x' })).rejects.toMatchObject({
      code: 'INVOCATION_KEY',
    });
    await expect(postResult({ ...request, stdout: { ref: '../../x' } })).rejects.toMatchObject({
      code: 'LOG_REF',
    });
    expect(checkPost({ ...request, invocationKey: 'p:S000001:__sdk.breakpoint' }).effectId).toBe(
      request.effectId,
    );
    expect(journalBytes(run)).toEqual(before);
    await postResult(request);
    await expect(postResult(request)).rejects.toMatchObject({
      code: 'EFFECT_SETTLED',
      message: expect.stringContaining('already resolved'),
    });
    await haltRun({
      ...at.request(run),
      store: at.store,
      finalStatus: 'completed',
      reason: 'x',
      workspace: at.dir,
    });
    const ended = eventNames(run);
    await expect(postResult(request)).rejects.toMatchObject({ code: 'RUN_ENDED' });
    expect(eventNames(run)).toEqual(ended);
  });

  it('contract §5: a breakpoint takes a clear decision only, by hand and as a message', async () => {
    const { at, run, request } = await waiting(
      "return ctx.breakpoint({ question: 'Where?', options: ['A', 'B'] }, { label: 'gate' });",
    );
    const before = journalBytes(run);
    for (const value of [
      { approved: 'no' },
      { approved: 'false' },
      {},
      42,
      'yes',
      [],
      null,
      { approved: true, option: 'Z' },
      { approved: false, option: 'Z' },
      { approved: true, option: ['A'] },
    ]) {
      const outcome = { status: 'ok', value } as const;
      await expect(postResult({ ...request, outcome })).rejects.toMatchObject({
        code: 'USAGE',
        message: expect.stringContaining('breakpoint "gate"'),
      });
      const { effectId } = request;
      const envelope = { id: 'm', attempt: 1, at: new Date().toISOString(), effectAttempt: 1 };
      await run.mailbox.deliver({ ...envelope, kind: 'result', effectId, outcome });
      const { receipts, status } = await at.drive(run);
      expect([status, receipts]).toEqual([
        'waiting',
        [{ messageId: 'm', done: false, text: expect.stringContaining('gate was not decided') }],
      ]);
    }
    expect(journalBytes(run)).toEqual(before);
    const value = { approved: true, option: 'B', feedback: 'fine', mine: [1] };
    await postResult({ ...request, outcome: { status: 'ok', value } });
    expect(JSON.parse((await at.drive(run)).output ?? '')).toEqual(value);
  });

  it('goes to the driver as a message while there is one', async () => {
    const { at, run, request } = await waiting();
    const held = await run.acquire(owner());
    // What a driver's death leaves is a run that can be carried on; a halted one is over.
    await expect(at.drive(run)).rejects.toMatchObject({
      code: 'LEASE_HELD',
      hint: expect.stringMatching(/SIGTERM.*can be carried on.*run:halt run-1.*for good/),
    });
    const posted = await postResult(request);
    expect(posted).toMatchObject({ by: 'driver', driver: expect.stringContaining(`process ${process.pid}`) });
    const { mail } = await run.mailbox.read();
    expect(only(mail).message).toMatchObject({
      kind: 'result',
      effectId: request.effectId,
      attempt: 1,
      effectAttempt: 1,
      actor: ACTOR,
    });
    expect(eventNames(run)).toHaveLength(2);
    await held.release();
  });

  it('a live driver acts on the message, but not on a result of what it is doing', async () => {
    const at = bench();
    const run = await at.start(
      "const [d] = await Promise.all([ctx.breakpoint({}, { label: 'gate' }), ctx.task(sh('work', 'sleep 3'), {})]); return d;",
    );
    const driving = at.drive(run);
    let effectId: string | undefined;
    for (const end = Date.now() + 20_000; effectId === undefined && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (at.seen.some((event) => event.type === 'effect-started'))
        effectId = [...run.load().state.pending.values()].find(
          (e) => e.request.kind === 'breakpoint',
        )?.effectId;
    }
    const work = [...run.load().state.pending.values()].find(({ request }) => request.kind === 'shell');
    await expect(
      postResult({
        ...at.request(run),
        effectId: work?.effectId ?? '',
        outcome: { status: 'ok', value: null },
      }),
    ).rejects.toMatchObject({ code: 'EFFECT_RUNNING' });
    // Nor on one that came before it began.
    await run.mailbox.deliver({
      id: 'early',
      effectAttempt: 1,
      attempt: 1,
      at: new Date().toISOString(),
      kind: 'result',
      effectId: work?.effectId ?? '',
      outcome: { status: 'ok', value: null },
    });
    const posted = await postResult({
      ...at.request(run),
      effectId: effectId ?? '',
      outcome: { status: 'ok', value: { approved: true, by: 'mail' } },
    });
    expect(posted.by).toBe('driver');
    const ended = await driving;
    expect(ended).toMatchObject({ status: 'completed', output: '{"approved":true,"by":"mail"}' });
    expect(ended.receipts).toContainEqual(expect.objectContaining({ messageId: 'early', done: false }));
  });
});
