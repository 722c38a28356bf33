/** One lease's time with a run: replay, drive, journal how it ended, make it durable, then say so. */
import { dirname } from 'node:path';
import { DamageError } from '../errors.ts';
import { cleanEnvironment } from '../executors/environment.ts';
import { paths } from '../journal/layout.ts';
import { readInputs } from '../journal/reader.ts';
import { checkSegments, sharesOf } from '../journal/segment-check.ts';
import type { Lease } from '../stores/contract.ts';
import { CarriedCode } from './carried-code.ts';
import { Driver } from './drive.ts';
import { STALE_CACHE } from './drive-errors.ts';
import type { DriveEnd } from './drive-options.ts';
import { journalEnd, warningsOf, withdrawalReason } from './ending.ts';
import { refuseNewerEngine } from './engine-version.ts';
import { claimExternal, settleLost } from './external.ts';
import { announceEnd, persistFinal, saveEnd, saveLast } from './final.ts';
import { MailReader } from './mail-reader.ts';
import { originEnvironment } from './origin.ts';
import { recordingProgress } from './progress.ts';
import { effectsToReopen, mayRetry, retriedEvent } from './reopen.ts';
import { resultOf, type SessionResult } from './run-result.ts';
import type { SessionOptions } from './session.ts';
import { runChild } from './subprocess.ts';
import type { DriveWorld } from './world.ts';

/** `tried`: names of messages that were dealt with under earlier leases of this job. @throws what driveRun throws */
export async function driveLeased(
  options: SessionOptions,
  lease: Lease,
  tried: Set<string>,
): Promise<SessionResult> {
  const { run } = options;
  const { journal } = lease;
  const { state } = journal;
  let savedSeq = state.head.seq;
  const talk = options.talk?.({
    runDir: run.runDir,
    journal,
    events: () => run.events(),
    saved: () => driver.saver.now(),
    isSaved: () => savedSeq >= state.head.seq,
    soon: () => driver.saver.soon(),
    now: () => options.world.clock.now(),
    after: (ms, fn) => options.world.clock.after(ms, fn),
    warn: (message) => world.report({ type: 'warning', message }),
    commit: () => run.place?.commit,
  });
  const progress = recordingProgress(options.world, run.runDir, run.runId);
  const world: DriveWorld = {
    ...progress.world,
    ...(talk === undefined ? {} : { ask: talk.ask }),
  };
  const by =
    state.terminal !== undefined && options.retry !== undefined && mayRetry(state, options.onCodeChange)
      ? options.retry.by
      : undefined;
  const { segments } = lease.loaded.refs;
  const shared = sharesOf(segments);
  if (state.terminal !== undefined && by === undefined) {
    if (!areSound()) throw STALE_CACHE;
    // The driver that ended it may have been killed before it said so (T11).
    persistFinal(journal, world.workspace);
    await saveLast(lease, state, {});
    announceEnd(journal);
    const result = { ...resultOf(run, state, undefined), already: true };
    await talk?.end(result.status);
    progress.close();
    return { ...result, troubles: talk?.troubles ?? [] };
  }
  refuseNewerEngine(state);
  const code = new CarriedCode(
    journal,
    options.store.importDir(run.runId),
    world.workspace,
    options.onCodeChange,
    options.workspaceCommit,
  );
  const retry = by === undefined ? [] : effectsToReopen(state);
  const driver: Driver = new Driver({
    journal,
    world,
    limits: options.limits,
    execute: options.execute,
    restartAfterEach: options.restartAfterEach === true,
    saveMode: options.save ?? 'each',
    retry,
    refs: lease.loaded.refs,
    shared,
    ownerToken: options.owner.token,
    env: cleanEnvironment(world.env),
    processEnv: originEnvironment(state.created),
    init: {
      runId: run.runId,
      processId: state.processId,
      runDir: run.runDir,
      artifactsDir: paths.artifacts(run.runDir),
      workspace: code.repository,
      entry: code.entry,
      inputs: readInputs(run.runDir),
      createdAt: state.createdAt,
      seed: state.created?.seed,
      code: code.serve,
      nonInteractive: journal.run.nonInteractive === true,
      origin: state.created?.origin ?? null,
      secrets: world.secrets,
    },
    async save() {
      const { seq } = state.head;
      await lease.save({ mail: mail.take(), ...(talk && { index: talk.index() }) });
      savedSeq = seq;
    },
    onReplayed(dropped) {
      if (by !== undefined) journal.append([retriedEvent(state, by, retry, dropped, world.clock.now())]);
      world.report({ type: 'started', attempt: state.attempt, replayed: state.settlements });
      const { workspaceCommit: commit = '' } = options;
      if (commit !== '' && commit !== state.workspaceCommit)
        journal.append([{ type: 'WORKSPACE_CHANGED', data: { commit } }]);
      code.agreed(by ?? options.actor);
      options.first?.(lease, driver);
      isReplayed = true;
      cancelling.now();
    },
    onReady: () => void ready(),
    onCode: (files) => code.loaded(files),
    runChild: (request, failures, signal) => runChild(options, request, failures, signal),
    explain: (facts) => code.explain(facts, run),
  });
  const warn = (message: string): void => world.report({ type: 'warning', message });
  const mail = new MailReader({ run, lease, driver, talk, tried, warn });
  let isReplayed = false;
  const cancelRun = (messageId: string | undefined): void => {
    if (isReplayed) driver.cancelRun(String(options.cancel?.reason), undefined, messageId);
  };
  const cancelling = onAbort(options.cancel, () => {
    const { cancelMessage: id } = options;
    if (id === undefined || !state.messages.has(id)) cancelRun(id);
  });
  const letGo = [
    onAbort(options.shutdown, () => {
      // What is being cancelled has no time left for its clean-up: a second cancel seals at once (E6).
      if (isReplayed && options.cancel?.aborted === true) cancelRun(undefined);
      else driver.shutdown();
    }),
    onAbort(options.drain, () => driver.drain()),
  ];
  try {
    talk?.open();
    const running = driver.run();
    for (const { now } of letGo) now();
    // While the worker replays from the packed segments, they are held against the files they stand for; it joins in.
    if (!areSound()) driver.stop(STALE_CACHE);
    const end = await running.catch((error: unknown) => {
      throw !isReplayed && isOfCache(error) ? STALE_CACHE : error;
    });
    await mail.close();
    await endRun(driver, end);
    for (const message of end.end === undefined ? [] : warningsOf(end.end)) warn(message);
    if (end.stopped === 'waiting' && options.claim !== undefined) {
      Object.assign(end, await claimExternal(journal, end.pending, driver.effects, options.claim));
      if (options.claim.owner === undefined && end.sentOut?.length) tell(options.leftOver);
    }
    const result = resultOf(run, state, end);
    talk?.close();
    if (end.end === undefined && end.stopped !== 'shutdown') await talk?.pause(result.status);
    await driver.saver.close();
    if (end.end !== undefined) persistFinal(journal, world.workspace);
    progress.close();
    const last = { mail: mail.take(), ...(talk && { index: talk.index() }) };
    await (end.end === undefined ? saveLast(lease, state, last) : saveEnd(run, lease, last));
    if (end.end !== undefined) announceEnd(journal);
    if (end.stopped !== 'shutdown') await talk?.end(result.status);
    world.report({ type: 'ended', status: result.status, error: result.error });
    return { ...result, receipts: mail.receipts, troubles: talk?.troubles ?? [] };
  } finally {
    for (const { off } of [cancelling, ...letGo]) off();
    talk?.close();
    await mail.close();
    await driver.saver.close();
    progress.close();
  }

  function areSound(): boolean {
    try {
      return checkSegments(run.runDir, segments, lease.loaded.names, shared).length === 0;
    } catch {
      return false; // the files will say what is wrong, if it is not a segment alone
    }
  }

  /** The worker could not read a segment. */
  function isOfCache(error: unknown): boolean {
    return error instanceof DamageError && dirname(error.path ?? '') === paths.segments(run.runDir);
  }

  /** What waits in the mailbox comes first: a late result of what would be lost otherwise counts. */
  async function ready(): Promise<void> {
    const go = driver.hold();
    try {
      await mail.open();
      driver.saver.open();
      if (options.claim !== undefined) await settleLost(state, driver.effects, options.claim);
    } catch (error) {
      driver.stop(error);
    } finally {
      go();
    }
  }

  async function endRun({ effects }: Driver, { end, stopped }: DriveEnd): Promise<void> {
    await effects.leave(end === undefined ? undefined : withdrawalReason(end));
    if (stopped === 'time-limit') tell(options.drained);
    if (end === undefined) return;
    journalEnd(journal, end, end.type === 'sealed' ? undefined : options.passedOn?.(state));
  }

  function tell(dispatched: SessionOptions['drained']): void {
    const event = dispatched?.(state);
    if (event !== undefined) journal.append([event]);
  }
}

/** Calls `act` when the signal fires; `now`: if it has fired already. */
function onAbort(signal: AbortSignal | undefined, act: () => void): { now: () => void; off: () => void } {
  signal?.addEventListener('abort', act, { once: true });
  return {
    now: () => {
      if (signal?.aborted === true) act();
    },
    off: () => signal?.removeEventListener('abort', act),
  };
}
