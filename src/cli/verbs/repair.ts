/** longhaul run:repair-journal */
import { statusOf } from '../../journal/state.ts';
import { thisOwner } from '../../stores/owner.ts';
import { repairRun } from '../../stores/repair.ts';
import { VERSION } from '../../version.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const { run, reference } = await findRun(invocation);
  const dryRun = flags.on('dry-run');
  const report = repairRun(run, thisOwner(VERSION), { dryRun });
  out.document(report);
  for (const { file, why } of report.dropped)
    out.line(`${dryRun ? 'would leave' : 'left'} out ${file}: ${why}`);
  for (const path of report.moved)
    out.line(`${dryRun ? 'would move' : 'moved'} ${path} to orphaned/: it is no part of the journal`);
  for (const { code, path, message } of report.left) out.line(`still wrong: ${code}  ${path}  ${message}`);
  if (report.backupDir === null)
    out.line(
      report.left.length === 0
        ? `The journal of run ${run.runId} is in order; nothing was changed`
        : `Run ${run.runId} is damaged, and this cannot repair it: put back what is missing from a copy, or seal it with \`longhaul run:halt ${reference} --final-status failed\``,
    );
  else if (dryRun)
    out.line(`${report.journal.keptEvents} of ${report.journal.originalFiles} events would be kept`);
  else
    out.line(
      `${report.journal.keptEvents} of ${report.journal.originalFiles} events are kept; the journal as it was is in ${report.backupDir}/`,
    );
  if (report.left.length > 0) return { exit: 1 };
  return dryRun && report.backupDir !== null ? {} : { status: () => statusOf(run.load().state) };
};
