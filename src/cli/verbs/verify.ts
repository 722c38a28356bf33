/** longhaul run:verify */
import { statusOf } from '../../journal/state.ts';
import { verifyRun } from '../../journal/verify.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { out } = invocation;
  const { run, reference } = await findRun(invocation);
  const findings = verifyRun(run.runDir);
  // A warning (what a kill left over, a stale cache) needs no repair.
  const ok = findings.every((finding) => finding.warning === true);
  out.document({ ok, findings });
  for (const { code, path, message, warning } of findings)
    out.line(`${warning === true ? 'warning ' : ''}${code}  ${path}  ${message}`);
  out.line(
    ok
      ? `Run ${run.runId} is whole`
      : `Run ${run.runId} is damaged: see what can be repaired with \`longhaul run:repair-journal ${reference} --dry-run\``,
  );
  return ok ? { status: () => statusOf(run.load().state) } : { exit: 1 };
};
