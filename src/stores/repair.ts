/** Repair of a run in a directory: under its lease, so that nobody drives it meanwhile. */

import { LeaseHeldError } from '../errors.ts';
import type { Owner } from '../journal/events.ts';
import { type RepairOptions, type RepairReport, repairJournal } from '../journal/repair.ts';
import { settleLogs } from '../journal/restore.ts';
import type { OpenRun } from './contract.ts';
import { DirectoryLease, holderOf } from './lease.ts';
import { describeOwner } from './owner.ts';

/**
 * Throws LeaseHeldError while the run is driven, DamageError when run.json is unreadable. A dry run takes no
 * lease and writes nothing.
 */
export function repairRun(
  run: Pick<OpenRun, 'runId' | 'runDir'>,
  owner: Owner,
  options: RepairOptions = {},
): RepairReport {
  if (options.dryRun === true) {
    const holder = holderOf(run.runDir);
    if (holder !== undefined) throw new LeaseHeldError(run.runId, describeOwner(holder.owner));
    return repairJournal(run.runDir, options);
  }
  const lease = DirectoryLease.take(run.runDir, run.runId, owner);
  try {
    const report = repairJournal(run.runDir, options);
    // The names that former owners reserved, and logged, belong to seqs of the journal as it was.
    if (report.repaired) {
      lease.forgetReservations();
      settleLogs(run.runDir);
    }
    return report;
  } finally {
    lease.release();
  }
}
