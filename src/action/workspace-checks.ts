/** What must hold of the workspace before a run is driven in it (protocol T1, T5). Nothing has been written by then. */
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import { DEFAULT_EXPORT } from '../operations/code.ts';
import { GATE_ENTRY, isGate } from '../operations/gate.ts';
import type { OpenRun } from '../stores/contract.ts';
import { workspaceCommit } from './event.ts';
import { type Gatekeeper, type Job, recordedEntry } from './job.ts';
import { refuseOtherCarriedEntry, refuseUntrustedCode, type TrustFacts } from './trust.ts';

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

/**
 * T1: without `process:` a job executes nothing but the built-in gate. undefined: it may execute this run.
 * `retry`: the run is opened again if it has failed.
 */
export function unnamedEntry(job: Gatekeeper, run: OpenRun, retry: boolean): LonghaulError | undefined {
  if (job.inputs.process.length > 0 || !isExecuted(run, retry)) return undefined;
  const { file, exportName } = recordedEntry(job, run);
  const isBuiltIn = file === path.resolve(job.event.workspace, GATE_ENTRY) && exportName === DEFAULT_EXPORT;
  if (isBuiltIn && isGate(run.runDir)) return undefined;
  const entry = path.relative(job.event.workspace, file);
  return new LonghaulError(
    'ENTRY_UNNAMED',
    `Run ${run.runId} was started for ${entry}, and this step names no process: it does not execute it`,
    {
      hint: `If that is a process of this workflow, set \`process: ${entry}\` in the \`with:\` of the step.`,
    },
  );
}

/** T1, before any code of a run is loaded. @throws LonghaulError CODE_UNTRUSTED; the port's errors */
export async function refuseForeignCode(job: Job, run: OpenRun, retry: boolean): Promise<void> {
  const policy = job.inputs['on-code-change'];
  if (policy === 'upgrade' || !isExecuted(run, retry) || isGate(run.runDir)) return;
  const issue = run.load({ damaged: true }).state.created?.origin?.issue;
  const facts: TrustFacts = {
    runId: run.runId,
    runDir: run.runDir,
    entry: recordedEntry(job, run).file,
    workspace: job.event.workspace,
    sha: job.event.sha,
    issue: typeof issue === 'number' ? issue : undefined,
  };
  refuseOtherCarriedEntry(facts);
  if (policy === 'pin') await refuseUntrustedCode(facts, job.github);
}

/** Of a run that has ended no code is loaded, unless it is opened again. */
function isExecuted(run: OpenRun, retry: boolean): boolean {
  const { terminal } = run.load({ damaged: true }).state;
  return terminal === undefined || (retry && terminal.status === 'failed' && terminal.sealed !== true);
}
