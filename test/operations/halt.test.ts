/** run:halt (requirements H1-H20, protocol M9) on healthy journals; halt-damage.test.ts has the others. */
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../src/cli/world.ts';
import { LeaseLostError, RunEndedError } from '../../src/errors.ts';
import { parseEventName } from '../../src/journal/layout.ts';
import { readEvent } from '../../src/journal/reader.ts';
import { type HaltRequest, haltRun, planHalt } from '../../src/operations/halt.ts';
import { iterateRun } from '../../src/operations/iterate.ts';
import { postResult } from '../../src/operations/post.ts';
import { runStatus } from '../../src/operations/status.ts';
import { redactor } from '../../src/redact.ts';
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
  progress,
  readJson,
} from './verbs.ts';

const GATE = "return ctx.breakpoint({ question: 'Go?' }, { label: 'gate' });";

async function waiting(): Promise<{
  at: Bench;
  run: OpenRun;
  halt(over?: Partial<HaltRequest>): ReturnType<typeof haltRun>;
  request: HaltRequest;
}> {
  const at = bench();
  const run = await at.start(GATE);
  await at.drive(run);
  const request: HaltRequest = {
    ...at.request(run),
    store: at.store,
    finalStatus: 'completed',
    reason: 'manual_halt',
    workspace: at.dir,
  };
  return { at, run, request, halt: (over = {}) => haltRun({ ...request, ...over }) };
}

function lastEvent(run: OpenRun) {
  const name = parseEventName(eventNames(run).at(-1) ?? '');
  if (name === undefined) throw new Error('No event at the end');
  return readEvent(run.runDir, name);
}

describe('a healthy run', () => {
  it('req H2: one event more, with the next seq and a ULID above every earlier one', async () => {
    const { run, halt } = await waiting();
    const before = eventNames(run).map((name) => parseEventName(name)!);
    const { event } = await halt();
    const after = eventNames(run).map((name) => parseEventName(name)!);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ seq: before.at(-1)!.seq + 1, ulid: event.ulid });
    for (const { ulid: earlier } of before) expect(event.ulid > earlier).toBe(true);
  });

  it.each([
    ['completed', 'RUN_COMPLETED'],
    ['failed', 'RUN_FAILED'],
  ] as const)('req H3: --final-status %s is %s', async (finalStatus, type) => {
    const { run, halt } = await waiting();
    await halt({ finalStatus });
    expect(lastEvent(run).type).toBe(type);
    expect((await runStatus(run)).state).toBe(finalStatus);
  });

  it('req H4, H5, H11: proof, reason to the letter, actor and synthetic stand in the event', async () => {
    const { run, halt } = await waiting();
    const reason = `"quoted" 'single' \`$(x)\` ünïcode 日本\nnew line ${'x'.repeat(64 * 1024)}`;
    await halt({ reason, finalStatus: 'failed' });
    const { data } = lastEvent(run);
    expect(data).toEqual({
      manual_seal_reason: reason,
      completionProof: readJson(run.runDir, 'run.json').completionProof,
      synthetic: true,
      actor: ACTOR,
      error: { name: 'ManualHalt', message: reason },
    });
  });

  it('req H4: a run.json without a proof gets the one that Babysitter derives', async () => {
    const { run, halt } = await waiting();
    const { completionProof: _, ...rest } = readJson(run.runDir, 'run.json');
    writeFileSync(join(run.runDir, 'run.json'), `${JSON.stringify(rest, null, 2)}\n`);
    const { completionProof } = await halt();
    expect(completionProof).toMatch(/^[0-9a-f]{64}$/);
    expect(lastEvent(run).data.completionProof).toBe(completionProof);
  });

  it('req H6, H7: the cache stands for the new event, and pending effects do not matter', async () => {
    const { run, halt } = await waiting();
    const { event, metadata } = await halt();
    const head = { seq: event.seq, ulid: event.ulid };
    expect(readJson(run.runDir, 'state/state.json')).toMatchObject({
      journalHead: head,
      rebuildReason: 'manual_halt',
    });
    expect(metadata).toMatchObject({
      journalHead: head,
      pendingEffectsByKind: { breakpoint: 1 },
      stateRebuildReason: 'manual_halt',
    });
    expect(await runStatus(run)).toMatchObject({
      state: 'completed',
      needsMoreIterations: false,
      reason: 'manual_halt',
    });
  });

  it('req H8: afterwards resume and iterate append nothing and report the seal', async () => {
    const { at, run, halt } = await waiting();
    await halt({ finalStatus: 'failed' });
    const before = journalBytes(run);
    expect(await at.drive(run, { retry: { by: ACTOR } })).toMatchObject({ status: 'failed', already: true });
    const world = cliWorld({ workspace: at.dir, env: process.env, report: () => {} });
    expect(
      await iterateRun({ store: at.store, run, owner: owner(), world, onCodeChange: 'pin' }),
    ).toMatchObject({ status: 'failed' });
    expect(journalBytes(run)).toEqual(before);
  });

  it('req H10: no process code is loaded', async () => {
    const { at, run, halt } = await waiting();
    at.write('p.mjs', 'throw new Error("loaded");');
    rmSync(join(run.runDir, 'code'), { recursive: true });
    expect(await halt()).toMatchObject({ halted: true });
  });

  it('req H12: the document', async () => {
    const { run, halt } = await waiting();
    const done = await halt({ reason: 'why' });
    expect(done).toEqual({
      runDir: run.runDir,
      halted: true,
      finalStatus: 'completed',
      reason: 'why',
      completionProof: expect.stringMatching(/^[0-9a-f]{32}$/),
      alreadyTerminal: false,
      unchanged: false,
      event: {
        seq: 3,
        ulid: lastEvent(run).ulid,
        type: 'RUN_COMPLETED',
        recordedAt: lastEvent(run).recordedAt,
      },
      metadata: expect.objectContaining({ stateVersion: 3, stateRebuilt: true }),
    });
  });

  it('req H13: a dry run writes nothing at all', async () => {
    const { run, request } = await waiting();
    const everything = () =>
      readdirSync(run.runDir, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, statSync(path).mtimeMs]);
    const before = everything();
    expect(planHalt({ ...request, finalStatus: 'failed', reason: 'why' })).toEqual({
      dryRun: true,
      runDir: run.runDir,
      plan: 'halt_run',
      eventType: 'RUN_FAILED',
      finalStatus: 'failed',
      reason: 'why',
      completionProof: readJson(run.runDir, 'run.json').completionProof,
      alreadyTerminal: false,
    });
    expect(everything()).toEqual(before);
  });

  it('req H18: what comes after the seal is refused, whether it is posted or lies in the mailbox', async () => {
    const { at, run, halt } = await waiting();
    const effectId = only(pendingIds(run));
    const outcome = { status: 'ok', value: { approved: true } } as const;
    await halt();
    const before = journalBytes(run);
    const posting = postResult({ ...at.request(run), effectId, outcome });
    await expect(posting).rejects.toMatchObject({
      code: 'RUN_ENDED',
      message: expect.stringContaining('Run run-1 is completed'),
      hint: expect.stringContaining('start a new run'),
    });
    const result = { kind: 'result', effectId, effectAttempt: 1, outcome } as const;
    await run.mailbox.deliver({ id: 'late', attempt: 1, at: new Date().toISOString(), ...result });
    const { receipts } = await at.drive(run);
    expect(receipts).toMatchObject([{ done: false, text: 'the run is over (completed)' }]);
    expect(await run.mailbox.names()).toEqual([]);
    expect(journalBytes(run)).toEqual(before);
  });

  it('req H14: an identical second halt is a no-op, another one is refused, --force writes a second end that counts', async () => {
    const { run, halt, request } = await waiting();
    await halt({ reason: 'one' });
    const before = journalBytes(run);
    expect(await halt({ reason: 'one' })).toMatchObject({
      alreadyTerminal: true,
      unchanged: true,
      event: { seq: 3 },
    });
    await expect(halt({ reason: 'two' })).rejects.toThrow(RunEndedError);
    expect(() => planHalt({ ...request, reason: 'two' })).toThrow(RunEndedError);
    expect(journalBytes(run)).toEqual(before);
    const forced = await halt({ reason: 'two', finalStatus: 'failed', force: true });
    expect(forced).toMatchObject({
      alreadyTerminal: true,
      unchanged: false,
      event: { seq: 4, type: 'RUN_FAILED' },
    });
    expect(await runStatus(run)).toMatchObject({ state: 'failed', reason: 'two' });
    expect(await halt({ reason: 'two', finalStatus: 'failed' })).toMatchObject({ unchanged: true });
    expect(eventNames(run)).toHaveLength(4);
  });

  it('req H17, K4: final.json and the terminal line', async () => {
    const { run, halt } = await waiting();
    await halt({ finalStatus: 'failed', reason: 'obsolete' });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({
      status: 'fail',
      run_id: 'run-1',
      failure_reason: 'obsolete',
      attempt: 1,
    });
    expect(progress(run).at(-1)).toMatchObject({
      event: 'run_failed',
      status: 'fail',
      reason: 'obsolete',
      run_id: 'run-1',
    });
  });
});

describe('a run that is driven', () => {
  it('req H15, H18: its driver gets the message, stops what runs and seals, without its secrets', async () => {
    const at = bench();
    const run = await at.start("await ctx.task(sh('long', 'sleep 60'), {});");
    const world = cliWorld({ workspace: at.dir, env: process.env, report: (event) => at.seen.push(event) });
    const driving = at.drive(run, { world: { ...world, secrets: ['hunter2-word'] } });
    await until(() => at.seen.some((event) => event.type === 'effect-started'));
    const request: HaltRequest = {
      ...at.request(run),
      store: at.store,
      finalStatus: 'failed',
      reason: 'stop hunter2-word',
      workspace: at.dir,
    };
    const done = await haltRun(request);
    expect(done).toMatchObject({ alreadyTerminal: false, event: { type: 'RUN_FAILED' } });
    expect(await driving).toMatchObject({ status: 'failed' });
    expect(lastEvent(run).data).toMatchObject({
      manual_seal_reason: 'stop ***',
      synthetic: true,
      actor: ACTOR,
    });
    expect(progress(run).filter((line) => line.event === 'run_failed')).toHaveLength(1);
    expect(await run.mailbox.names()).toEqual([]);
  });

  it('req H14: a driver that ends the run before it sees the message has ended it: the halt is refused', async () => {
    const { run, halt } = await waiting();
    const held = await run.acquire(owner());
    const refused = expect(halt({ driverMs: 600_000 })).rejects.toMatchObject({
      code: 'RUN_ENDED',
      message: expect.stringContaining('Run run-1 is completed'),
      hint: expect.stringContaining('--force'),
    });
    await until(async () => (await run.mailbox.names()).length > 0);
    held.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    await held.save({ last: true });
    await refused;
    expect(eventNames(run)).toHaveLength(3);
    expect(await run.mailbox.names()).toEqual([]);
  });

  it('protocol M9: a driver that does not react is sealed over, and can write nothing more; no secret is told', async () => {
    const { run, halt } = await waiting();
    const held = await run.acquire(owner());
    const secret = { reason: 'has hunter2-word', redact: redactor(['hunter2-word']) };
    const halting = halt({ driverMs: 300, ...secret });
    await until(async () => (await run.mailbox.names()).length > 0);
    const { mail } = await run.mailbox.read();
    expect(mail.map(({ message }) => message)).toMatchObject([{ kind: 'halt', reason: 'has ***' }]);
    const done = await halting;
    expect(done.event.seq).toBe(3);
    expect(lastEvent(run).data).toMatchObject({ manual_seal_reason: 'has ***' });
    expect(await halt(secret)).toMatchObject({ unchanged: true });
    expect(() =>
      held.journal.append([{ type: 'PROCESS_LOG', data: { logSeq: 1, message: 'late' } }]),
    ).toThrow(LeaseLostError);
    await held.release();
    expect(eventNames(run)).toHaveLength(3);
    expect(await runStatus(run)).toMatchObject({ state: 'completed' });
    expect(await run.mailbox.names()).toEqual([]);
  });
});

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not come to be in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
