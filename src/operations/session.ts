/** A driver's time with a run: take the lease, drive, give it back, look for late mail. */
import { setTimeout as sleep } from 'node:timers/promises';
import { LeaseHeldError } from '../errors.ts';
import { cleanEnvironment } from '../executors/environment.ts';
import { isEnded } from '../journal/endings.ts';
import type { Actor, NewEvent, Owner } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import { coolDown, warmUp } from '../runtime/spare.ts';
import type { Lease, OpenRun, RunStore } from '../stores/contract.ts';
import type { OnCodeChange } from './code.ts';
import type { Driver } from './drive.ts';
import { STALE_CACHE } from './drive-errors.ts';
import type { ExternalClaim } from './external.ts';
import { driveLeased } from './leased.ts';
import { answerLateMail, type LateDecision } from './mail.ts';
import type { SessionResult } from './run-result.ts';
import type { SaveMode } from './saver.ts';
import type { Talk, TalkSeat } from './talk.ts';
import type { DriveLimits, DriveWorld } from './world.ts';

export { NotSavedError } from './final.ts';
export { outputOf, resultOf, type SessionResult } from './run-result.ts';

export interface SessionOptions {
  store: RunStore;
  run: OpenRun;
  owner: Owner;
  world: DriveWorld;
  limits: DriveLimits;
  onCodeChange: OnCodeChange;
  /** False: record what the process asks for, run nothing (run:iterate). */
  execute: boolean;
  /** How often the store is written before commands start (E3). Default: before each. */
  save?: SaveMode;
  /** Whose an upgrade of the code is, if it comes to one. */
  actor?: Actor | undefined;
  /** Reopens a run that failed by itself; who asked for it. */
  retry?: { by: Actor };
  /** Replays in a fresh worker after every settlement (tests). */
  restartAfterEach?: boolean;
  /** Runs before the process is asked anything, and may add to the journal (a command that came with this job). */
  first?: (lease: Lease, driver: Driver) => void;
  /** Fires when this driver must stop: it saves, and the run can be carried on. */
  shutdown?: AbortSignal;
  /** Fires when the whole run must be cancelled, its reason says why; with `shutdown` after it, it is sealed at once. */
  cancel?: AbortSignal;
  /** Id of the message that asks for the same cancel: whichever is heard first, it is one. */
  cancelMessage?: string;
  /** Fires when it must begin nothing new, and stop once what runs has ended. */
  drain?: AbortSignal;
  /** What the journal is told when `drain` has ended the drive. */
  drained?: (state: RunState) => NewEvent | undefined;
  /** What the journal is told before the run ends by itself here. */
  passedOn?: (state: RunState) => NewEvent | undefined;
  /** What the journal is told when external effects are left to nobody. */
  leftOver?: (state: RunState) => NewEvent | undefined;
  /** The workspace's commit, journaled where it is not the one that the run was last driven in (T5). */
  workspaceCommit?: string;
  /** How the run talks with people while it is driven here; undefined: nobody is told or heard. */
  talk?: (seat: TalkSeat) => Talk;
  /** Answers decisions that lie in the mailbox of a run that is over; undefined: they are only deleted. */
  late?: LateDecision;
  /** Whether a run that lay in the store may be executed here: a child is one, too. @throws what it is refused with */
  vet?: (run: OpenRun) => Promise<void>;
  /** Is told of each run that this one has started and that ended while it was driven here. */
  childEnded?: (child: OpenRun) => void;
  /** Takes external effects before the result lists them (E5); without an `owner` they are left to another job. */
  claim?: ExternalClaim;
}

/** A lease that is held for longer than this is a driver's: looks, and ms between them. */
export const SHORT_LEASES = 3;
export const SHORT_LEASE_MS = 400;

/**
 * Drives a run until it ends or waits.
 * @throws LeaseHeldError, LeaseLostError, DamageError, NotSavedError, LonghaulError (DIVERGED, CODE_CHANGED,
 *   PROCESS_STUCK, PROCESS_LOST, PROCESS_LOAD, ENGINE_TOO_OLD, RETRY_REFUSED)
 */
export async function driveRun(options: SessionOptions): Promise<SessionResult> {
  // It starts while the lease is taken and the journal read.
  warmUp({ env: cleanEnvironment(options.world.env), memoryMb: options.limits.memoryMb });
  try {
    return await drive(options);
  } finally {
    await coolDown();
  }
}

async function drive(options: SessionOptions): Promise<SessionResult> {
  const { run } = options;
  const tried = new Set<string>();
  let result = await takeAndDrive(options, tried);
  for (let held = 0; ; ) {
    const { receipts } = result;
    const ended = isEnded(result.status);
    const isStopping = options.shutdown?.aborted === true || options.drain?.aborted === true;
    if (!ended && isStopping) return result;
    try {
      if (ended) {
        const late = await answerLateMail(run, options.late);
        const troubles = [...result.troubles, ...late.troubles];
        return { ...result, receipts: [...receipts, ...late.receipts], troubles };
      }
      // Mail that came while we let go of the lease would wait for nobody (design §1).
      if (!(await run.mailbox.names()).some((name) => !tried.has(name))) return result;
    } catch (error) {
      // How the run stands is saved and told: nothing of that changes any more.
      const trouble = `its mailbox could not be looked into: ${(error as Error).message}`;
      return { ...result, troubles: [...result.troubles, trouble] };
    }
    try {
      const { first: _first, retry: _retry, ...again } = options;
      const next = await takeAndDrive(again, tried);
      const troubles = [...result.troubles, ...next.troubles];
      result = { ...next, already: false, receipts: [...receipts, ...next.receipts], troubles };
    } catch (error) {
      if (!(error instanceof LeaseHeldError)) throw error;
      // Whoever drives it reads the mail; whoever only changes something lets go at once, and leaves it to us.
      held += 1;
      if (held > SHORT_LEASES) return result;
      await sleep(SHORT_LEASE_MS);
    }
  }
}

async function takeAndDrive(options: SessionOptions, tried: Set<string>): Promise<SessionResult> {
  try {
    return await withLease(options, tried, 'trust');
  } catch (error) {
    if (error !== STALE_CACHE) throw error;
    return await withLease(options, tried, 'ignore');
  }
}

async function withLease(
  options: SessionOptions,
  tried: Set<string>,
  segments: 'trust' | 'ignore',
): Promise<SessionResult> {
  const lease = await options.run.acquire(options.owner, { segments });
  let result: SessionResult;
  try {
    result = await driveLeased(options, lease, tried);
  } catch (error) {
    await lease.release().catch(() => {}); // the first error is the one reported
    throw error;
  }
  await lease.release();
  return result;
}
