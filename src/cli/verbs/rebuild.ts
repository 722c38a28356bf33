/** longhaul run:rebuild-state */
import { statusOf } from '../../journal/state.ts';
import { rebuildState } from '../../operations/rebuild.ts';
import { thisOwner } from '../../stores/owner.ts';
import { VERSION } from '../../version.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const { run } = await findRun(invocation);
  const dryRun = flags.on('dry-run');
  const metadata = await rebuildState(run, thisOwner(VERSION), dryRun);
  out.document({ ...(dryRun ? { dryRun, plan: 'rebuild_state' } : {}), runDir: run.runDir, metadata });
  out.line(
    `state/ of run ${run.runId} ${dryRun ? 'would be' : 'was'} written anew, up to event ${metadata.stateVersion}`,
  );
  return { status: () => statusOf(run.load().state) };
};
