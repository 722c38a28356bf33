/**
 * Seals a journal that cannot be driven: a damaged one, one that has ended already, one whose driver does not
 * react. One event behind everything that is there; no entry is edited or deleted, no process code is loaded.
 */
import { mkdirSync } from 'node:fs';
import { DamageError, LeaseHeldError, LeaseLostError } from '../errors.ts';
import type { NewEvent, Owner } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import type { LoadedRun } from '../journal/open-run.ts';
import type { RunState } from '../journal/state.ts';
import type { OpenRun } from '../stores/contract.ts';
import { announceEnd, persistFinal, saveEnd } from './final.ts';

/** A driver that still saves may move the run on so often while we seal it. */
const ATTEMPTS = 5;

/** A journal, damaged or not, that ends with a seal; undefined when it does not. */
function sealOf(run: OpenRun): LoadedRun | undefined {
  const loaded = run.load({ damaged: true });
  const { terminal, head } = loaded.state;
  return terminal?.sealed === true && terminal.seq === head.seq ? loaded : undefined;
}

/** The run that could not be driven or read, where that is because it was sealed. @throws `error` otherwise */
export async function sealedDespite(run: OpenRun, error: unknown): Promise<LoadedRun> {
  const isLost = error instanceof LeaseLostError;
  if (!isLost && !(error instanceof DamageError)) throw error;
  // Asking who drives it looks at the store: the seal was set elsewhere.
  if (isLost) await run.owner().catch(() => undefined);
  const sealed = sealOf(run);
  if (sealed === undefined) throw error;
  return sealed;
}

export interface SealOptions {
  run: OpenRun;
  owner: Owner;
  event: NewEvent;
  workspace: string;
  /** Takes the lease whoever holds it (M9). */
  force: boolean;
  /** The seal stands even behind another end. */
  again: boolean;
}

/**
 * final.json and the terminal line come with it. Without `again` a run that has ended meanwhile stays as it is.
 * @throws LeaseHeldError without `force`; LeaseLostError when a driver moved the run on again and again; NotSavedError
 */
export async function sealJournal(options: SealOptions): Promise<RunState> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sealOnTop(options);
    } catch (error) {
      // Its driver saved in between: the seal goes on top of that save (M9, compare-and-set).
      if (!(error instanceof LeaseLostError) || !options.force || attempt === ATTEMPTS) throw error;
    }
  }
}

async function sealOnTop({ run, owner, event, workspace, force, again }: SealOptions): Promise<RunState> {
  const lease = await run.acquire(owner, { damaged: true, force });
  try {
    const { journal } = lease;
    if (journal.state.terminal !== undefined && !again) return journal.state;
    // Whatever ended it before: the seal is the end that counts, and the journal takes no event after an end.
    journal.state.terminal = undefined;
    mkdirSync(paths.journal(run.runDir), { recursive: true }); // gone, perhaps: that is damage, too
    journal.append([event]);
    persistFinal(journal, workspace);
    await saveEnd(run, lease, {});
    announceEnd(journal);
    return journal.state;
  } finally {
    await lease.release();
  }
}

/**
 * Saves a run as it lies here, with what a kill or a failed save kept from one that has ended: final.json and the
 * terminal line (T11).
 * @throws LeaseHeldError; LonghaulError (PERSIST_FAILED, ANNOUNCE_FAILED), and what a save throws
 */
export async function saveAgain(run: OpenRun, owner: Owner, workspace: string): Promise<RunState> {
  const lease = await run.acquire(owner, { damaged: sealOf(run) !== undefined });
  try {
    const { journal } = lease;
    persistFinal(journal, workspace);
    await (journal.state.terminal === undefined ? lease.save({ last: true }) : saveEnd(run, lease, {}));
    announceEnd(journal);
    return journal.state;
  } finally {
    await lease.release();
  }
}

/** Completes the end of a sealed run. Nothing while it is driven. */
export async function completeEnd(run: OpenRun, owner: Owner, workspace: string): Promise<void> {
  try {
    await saveAgain(run, owner, workspace);
  } catch (error) {
    if (!(error instanceof LeaseHeldError)) throw error;
  }
}
