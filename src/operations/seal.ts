/**
 * Seals a journal that cannot be driven: a damaged one, one that has ended already, one whose driver does not
 * react. One event behind everything that is there; no entry is edited or deleted, no process code is loaded.
 */
import { DamageError, LeaseLostError } from '../errors.ts';
import type { NewEvent, Owner } from '../journal/events.ts';
import { loadRun } from '../journal/open-run.ts';
import type { RunState } from '../journal/state.ts';
import { redactor, redactValue } from '../redact.ts';
import type { OpenRun } from '../stores/contract.ts';
import { announceEnd, persistFinal } from './final.ts';

/** The state of a journal, damaged or not, that ends with a seal; undefined when it does not. */
export function sealOf(runDir: string): RunState | undefined {
  const { state } = loadRun(runDir, { damaged: true });
  return state.terminal?.sealed === true && state.terminal.seq === state.head.seq ? state : undefined;
}

/** The state of a run that could not be driven to its end, where that is because it was sealed. @throws `error` otherwise */
export function sealedDespite(runDir: string, error: unknown): RunState {
  const isMet = error instanceof DamageError || error instanceof LeaseLostError;
  const sealed = isMet ? sealOf(runDir) : undefined;
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
}

/** final.json and the terminal line come with it. @throws LeaseHeldError, LeaseLostError */
export async function sealJournal({ run, owner, event, workspace, force }: SealOptions): Promise<RunState> {
  const lease = await run.acquire(owner, { damaged: true, force });
  try {
    const { journal } = lease;
    // Whatever ended it before: the seal is the end that counts, and the journal takes no event after an end.
    journal.state.terminal = undefined;
    journal.append([redactValue(event, redactor([]))]);
    persistFinal(journal, workspace);
    await lease.save();
    announceEnd(journal);
    return journal.state;
  } finally {
    await lease.release();
  }
}
