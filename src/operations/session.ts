/** One driver's time with a run: take the lease, drive, journal how it ended, give the lease back, look for late mail. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import { cleanEnvironment } from '../executors/environment.ts';
import type { Actor, Owner, RunStatus, SerializedError } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import { readInputs } from '../journal/reader.ts';
import { checkSegments } from '../journal/segments.ts';
import { type RunState, statusOf } from '../journal/state.ts';
import type { CodeFile, RequestMessage } from '../runtime/protocol.ts';
import type { Lease, OpenRun, RunStore } from '../stores/contract.ts';
import { VERSION } from '../version.ts';
import { codeToServe, type OnCodeChange, readManifest, recordCode, repositoryOf, upgradedFiles } from './code.ts';
import { type DriveEnd, Driver } from './drive.ts';
import { journalEnd } from './ending.ts';
import { announceEnd, persistFinal } from './final.ts';
import { drainMail, type Receipt } from './mail.ts';
import { runChild } from './subprocess.ts';
import type { DriveLimits, DriveWorld, PendingEffect } from './world.ts';

export interface SessionOptions {
  store: RunStore;
  run: OpenRun;
  owner: Owner;
  world: DriveWorld;
  limits: DriveLimits;
  onCodeChange: OnCodeChange;
  /** False: record what the process asks for, run nothing (run:iterate). */
  execute: boolean;
  /** Reopens a run that failed by itself; who asked for it. */
  retry?: { by: Actor };
  /** Runs before the process is asked anything, and may add to the journal (a command that came with this job). */
  first?: (lease: Lease, driver: Driver) => void;
  /** Fires when this driver must stop: it saves, and the run can be carried on. */
  shutdown?: AbortSignal;
}

export interface SessionResult {
  runId: string;
  runDir: string;
  status: RunStatus;
  /** JSON text of the return value, once completed. */
  output: string | undefined;
  error: SerializedError | undefined;
  pending: PendingEffect[];
  stopped: DriveEnd['stopped'];
  receipts: Receipt[];
  /** The status was reached before this session: nothing was done. */
  already: boolean;
}

/** How often a driver looks into the mailbox of a directory, ms. */
const MAIL_EVERY = 500;

/**
 * Drives a run until it ends or waits.
 * @throws LeaseHeldError, LeaseLostError, DamageError, LonghaulError (DIVERGED, CODE_CHANGED, PROCESS_STUCK,
 *   PROCESS_LOST, PROCESS_LOAD, ENGINE_TOO_OLD, RETRY_REFUSED)
 */
export async function driveRun(options: SessionOptions): Promise<SessionResult> {
  const { run } = options;
  let segments: 'trust' | 'check' = 'trust';
  const tried = new Set<string>();
  for (;;) {
    const lease = await run.acquire(options.owner, { segments });
    let result: SessionResult;
    try {
      result = await driveLeased(options, lease, tried);
    } catch (error) {
      if (error !== STALE_CACHE || segments === 'check') throw error;
      segments = 'check';
      continue;
    } finally {
      await lease.release();
    }
    // Mail that came while we let go of the lease would wait for nobody (design §1).
    if (options.shutdown?.aborted === true) return result;
    const late = (await run.mailbox.names()).filter((name) => !tried.has(name));
    if (late.length === 0) return result;
    if (result.status !== 'running' && result.status !== 'waiting') {
      await run.mailbox.delete(late); // the run is over (M4)
      return result;
    }
  }
}

/** A packed segment is not what the files say: they are read instead. */
const STALE_CACHE = new Error('stale segments');

/** A run that failed by itself, and somebody asks for it again (contract §1). */
function mayRetry(state: RunState, { retry, onCodeChange }: SessionOptions): boolean {
  const { terminal } = state;
  if (retry === undefined || terminal === undefined || terminal.status !== 'failed' || terminal.sealed) return false;
  if (terminal.effectId === undefined && !terminal.timedOut && onCodeChange !== 'upgrade') {
    throw new LonghaulError('RETRY_REFUSED', `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`, {
      hint: 'The same code would fail again: mend it and resume with --on-code-change upgrade.',
    });
  }
  return true;
}

/** RUN_FAILED's effect, and every effect that failed after it was settled. */
function effectsToReopen(state: RunState): string[] {
  const { terminal } = state;
  const first = terminal?.effectId === undefined ? undefined : state.effects.get(terminal.effectId);
  if (first?.settlement === undefined) return [];
  const from = first.settlement.index;
  return [...state.effects.values()]
    .filter((e) => e === first || (e.settlement !== undefined && e.settlement.index > from && e.status !== 'resolved_ok'))
    .map((e) => e.effectId);
}

async function driveLeased(options: SessionOptions, lease: Lease, tried: Set<string>): Promise<SessionResult> {
  const { run, world, limits, execute } = options;
  const { journal } = lease;
  const { state } = journal;
  const retried = state.terminal !== undefined && mayRetry(state, options);
  if (state.terminal !== undefined && !retried) return { ...resultOf(run, state, undefined), already: true };
  const retry = retried ? effectsToReopen(state) : [];
  refuseNewerEngine(state);
  const entry = entryOf(run.runDir, journal.run.entrypoint);
  const repository = repositoryOf(entry.path, world.workspace);
  const code = codeToServe(run.runDir, repository, options.onCodeChange);
  if (code === undefined && !existsSync(entry.path)) {
    throw new LonghaulError('PROCESS_LOAD', `The process file ${entry.path} does not exist`, { path: entry.path, hint: 'Check out the code that the run was started with.' });
  }
  const commit = state.created?.commit ?? '';
  const captured: CodeFile[] = [];
  let agreed = false;
  const receipts: Receipt[] = [];

  const keepCode = (): void => {
    if (agreed) recordCode(journal, captured.splice(0), commit);
  };
  const driver: Driver = new Driver({
    journal,
    world,
    limits,
    execute,
    retry,
    refs: lease.loaded.refs,
    ownerToken: options.owner.token,
    env: cleanEnvironment(world.env),
    init: {
      runId: run.runId,
      processId: state.processId,
      runDir: run.runDir,
      artifactsDir: paths.artifacts(run.runDir),
      workspace: repository,
      entry,
      inputs: readInputs(run.runDir),
      createdAt: state.createdAt,
      code,
      origin: state.created?.origin ?? null,
      secrets: world.secrets,
    },
    save: () => lease.save(),
    onReplayed(dropped) {
      agreed = true;
      world.report({ type: 'started', attempt: state.attempt, replayed: state.settlements });
      if (retried) journal.append([{ type: 'RUN_RETRIED', data: { actor: options.retry?.by, effects: retry, dropped } }]);
      if (options.onCodeChange === 'upgrade') recordUpgrade();
      keepCode();
      options.first?.(lease, driver);
      readMail();
    },
    onCode(files) {
      captured.push(...files);
      keepCode();
    },
    runChild: (request: RequestMessage, signal: AbortSignal) => runChild(options, request, signal),
    codeRevisions: () => ({ recorded: commit, now: '' }),
  });

  function recordUpgrade(): void {
    const manifest = readManifest(run.runDir);
    const files = upgradedFiles(manifest, captured);
    if (manifest !== undefined && files.length > 0) journal.append([{ type: 'CODE_UPGRADED', data: { files, ...(options.retry && { actor: options.retry.by }) } }]);
  }

  let reading = false;
  function readMail(): void {
    if (reading) return;
    reading = true;
    const go = driver.hold();
    collectMail()
      .catch((error: unknown) => driver.stop(error))
      .finally(() => {
        reading = false;
        go();
      });
  }

  async function collectMail(): Promise<void> {
    const { receipts: got, names } = await drainMail(run, journal, driver);
    receipts.push(...got);
    for (const name of names) tried.add(name);
    if (names.length === 0) return;
    // What came by mail is handed over, and its message deleted, once the store holds it (E3, M2).
    await lease.save();
    await run.mailbox.delete(names);
  }

  const stopTimer = every(MAIL_EVERY, readMail);
  const onShutdown = (): void => void driver.shutdown().catch((error: unknown) => driver.stop(error));
  options.shutdown?.addEventListener('abort', onShutdown, { once: true });
  try {
    const running = driver.run();
    // While the worker replays from the packed segments, they are held against the files they stand for.
    if (checkSegments(run.runDir, lease.loaded.refs.segments, lease.loaded.names).length > 0) driver.stop(STALE_CACHE);
    const end = await running;
    await driver.effects.shutdown();
    if (end.end !== undefined) {
      if (end.end.type === 'returned') for (const message of end.end.warnings) world.report({ type: 'warning', message });
      journalEnd(journal, end.end);
      persistFinal(journal, world.workspace);
    }
    await lease.save();
    if (end.end !== undefined) announceEnd(journal);
    const result = resultOf(run, state, end);
    world.report({ type: 'ended', status: result.status, error: result.error });
    return { ...result, receipts };
  } finally {
    stopTimer();
    options.shutdown?.removeEventListener('abort', onShutdown);
  }
}

function every(ms: number, fn: () => void): () => void {
  const timer = setInterval(fn, ms);
  timer.unref();
  return () => clearInterval(timer);
}

function entryOf(runDir: string, entrypoint: { importPath: string; exportName: string }): { path: string; exportName: string | undefined } {
  return { path: path.resolve(runDir, entrypoint.importPath), exportName: entrypoint.exportName };
}

/** Any later version of the same major carries an older run on; an older engine refuses a newer run (contract §2). */
function refuseNewerEngine(state: RunState): void {
  const made = state.created?.engine;
  if (made === undefined) return;
  const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
  const [ours = 0, oursMinor = 0, oursPatch = 0] = VERSION.split('.').map(Number);
  const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
  if (!newer) return;
  throw new LonghaulError('ENGINE_TOO_OLD', `Run ${state.runId} was made by Longhaul ${made}; this is ${VERSION}`, {
    hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
  });
}

/** What a run's journal says now. */
export function resultOf(run: OpenRun, state: RunState, end: DriveEnd | undefined): SessionResult {
  const { terminal } = state;
  const status = end !== undefined && (end.stopped === 'shutdown' || end.stopped === 'iterations') ? 'running' : statusOf(state);
  return {
    runId: run.runId,
    runDir: run.runDir,
    status,
    output: terminal?.status === 'completed' && end?.end?.type === 'returned' ? end.end.output : undefined,
    error: terminal?.error,
    pending: end?.pending ?? [],
    stopped: end?.stopped,
    receipts: [],
    already: false,
  };
}

