/** What must hold of the workspace before a run is driven in it (protocol T1, T5). Nothing has been written by then. */
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import { isGate } from '../operations/gate.ts';
import type { OpenRun } from '../stores/contract.ts';
import { workspaceCommit } from './event.ts';
import type { Job } from './job.ts';
import { refuseUntrustedCode } from './trust.ts';

/** T5: commands would run in another commit than before. @throws LonghaulError WORKSPACE_CHANGED */
export function checkWorkspace({ inputs, event }: Job, run: OpenRun): string[] {
  const policy = inputs['on-workspace-change'];
  const { workspaceCommit: before, terminal } = run.load({ damaged: true }).state;
  const now = workspaceCommit(event);
  if (policy === 'ignore' || terminal !== undefined || before === undefined || now === '' || before === now)
    return [];
  const what = `Run ${run.runId} was last driven in commit ${before}; this job has ${now} checked out, and its commands run there`;
  if (policy === 'warn') return [what];
  throw new LonghaulError('WORKSPACE_CHANGED', what, {
    hint: `Check out ${before} (output \`commit\` of \`command: status\`), or set \`on-workspace-change: warn\`. Nothing was written.`,
  });
}

export async function refuseForeignCode(job: Job, run: OpenRun): Promise<void> {
  const { state } = run.load({ damaged: true });
  if (job.inputs['on-code-change'] !== 'pin' || state.terminal !== undefined || isGate(run.runDir)) return;
  const issue = state.created?.origin?.issue;
  await refuseUntrustedCode(
    {
      runId: run.runId,
      runDir: run.runDir,
      entry: path.resolve(job.store.importDir(run.runId), run.metadata().entrypoint.importPath),
      workspace: job.event.workspace,
      sha: job.event.sha,
      issue: typeof issue === 'number' ? issue : undefined,
    },
    job.github,
  );
}
