/** Drives a run in this job, and tells how it stands: persist, then announce. */
import path from 'node:path';
import { LeaseHeldError, LonghaulError } from '../errors.ts';
import type { SerializedError } from '../journal/events.ts';
import { carryOn, haltText } from '../operations/carry-on.ts';
import { wakeParent } from '../operations/family.ts';
import { NotSavedError } from '../operations/leased.ts';
import { resultOf, type SessionResult } from '../operations/session.ts';
import type { OpenRun } from '../stores/contract.ts';
import { workspaceCommit } from './event.ts';
import type { Verdict } from './io.ts';
import { actorOf, type Job, openOurs } from './job.ts';
import { noOutputs, outputsOf } from './outputs.ts';
import { logProgress } from './progress.ts';
import { reportSummary } from './report.ts';
import { hasSchedule } from './schedule.ts';
import { dispatchedEvent, redispatch } from './time-limit.ts';
import { refuseUntrustedCode } from './trust.ts';
import { workflowRunOwner, workflowRunsPort } from './workflow-runs.ts';
import { actionLimits, actionWorld } from './world.ts';

export interface DriveRequest {
  run: OpenRun;
  /** Reopens a run that has failed by itself. */
  retry?: boolean;
  /** It has just been started. */
  isNew?: boolean;
  /** Said when somebody else drives the run; undefined: a message was not sent. */
  delivered?: string;
}

/** @throws LonghaulError for a fault that makes the job red; outputs are in `describeFault` */
export async function drive(job: Job, request: DriveRequest): Promise<Verdict> {
  const { run, retry = false, delivered, isNew = false } = request;
  const { event, inputs, env, io, store, owner, shutdown, cancel, drain } = job;
  const warnings = [...checkWorkspace(job, run)];
  await refuseForeignCode(job, run);
  io.unsaved(run.runId, true);
  let result: SessionResult;
  try {
    result = await carryOn({
      store,
      run,
      owner,
      world: actionWorld(inputs, event.workspace, env, logProgress(io)),
      limits: actionLimits(inputs),
      onCodeChange: inputs['on-code-change'],
      execute: true,
      save: inputs.save,
      shutdown,
      cancel,
      drain,
      drained: (state) => dispatchedEvent(job, state),
      workspaceCommit: workspaceCommit(event),
      claim: { owner: workflowRunOwner(event), isAlive: workflowRunsPort(job.github) },
      ...(retry ? { retry: { by: actorOf(event) } } : {}),
    });
  } catch (error) {
    if (error instanceof LeaseHeldError) {
      io.unsaved(run.runId, false);
      io.notice(delivered === undefined ? error.message : `${delivered} ${error.owner} will act on it`);
      return conclude(
        job,
        run,
        { ...resultOf(run, run.load().state, undefined), status: 'running' },
        warnings,
      );
    }
    return fault(job, run, error);
  }
  io.unsaved(run.runId, false);
  if (result.stopped === 'time-limit') {
    const problem = await redispatch(job, run.load().state);
    if (problem === undefined)
      io.notice(`Run ${run.runId} reached the time limit: its continuation is dispatched`);
    else warnings.push(problem);
  }
  warnings.push(...(await scheduleWarning(job, result, isNew)));
  const halt = haltText(result);
  if (halt !== undefined && !result.already) io.notice(`Run ${run.runId} was ${halt}`);
  const verdict = await conclude(job, run, result, warnings);
  await carryParentOn(job, result);
  return verdict;
}

/** The run that waited for this one goes on here, unless somebody else drives it. What becomes of it is its own affair. */
async function carryParentOn(job: Job, { parent, terminal, runId }: SessionResult): Promise<void> {
  const { io, store, shutdown, cancel, drain } = job;
  try {
    const waiting = await wakeParent(store, parent, terminal);
    if (waiting === undefined || shutdown.aborted || cancel.aborted || drain.aborted) return;
    const run = await openOurs(job, waiting.runId);
    if (run === undefined) return;
    const { failure } = await drive(job, { run });
    io.notice(failure ?? `Run ${run.runId}, which waited for ${runId}, went on`);
  } catch (error) {
    io.warning(`The run that waits for ${runId} could not be carried on: ${(error as Error).message}`);
  }
}

/** The drive ended with an error of the engine or of a store: red, with the first error as `error`. */
async function fault(job: Job, run: OpenRun, error: unknown): Promise<Verdict> {
  const isUnsaved = error instanceof NotSavedError;
  const primary: SerializedError =
    isUnsaved && error.primary !== undefined
      ? error.primary
      : { name: nameOf(error), message: (error as Error).message };
  // What was not saved is tried once more by the post step.
  if (!isUnsaved && !job.shutdown.aborted) job.io.unsaved(run.runId, hasUnsaved(error));
  const { state } = run.load({ damaged: true });
  const result = { ...resultOf(run, state, undefined), error: primary };
  const status = isUnsaved ? 'running' : result.status;
  const { outputs } = outputsOf({ ...result, status, output: undefined }, placeOutputs(job, run));
  await reportSummary(job, run, { ...result, status }, [(error as Error).message]);
  const hint = error instanceof LonghaulError && error.hint !== '' ? `\n${error.hint}` : '';
  const where = isUnsaved ? `\nThe run lies in ${run.runDir}; the post step tries to save it once more.` : '';
  return { outputs, failure: `${(error as Error).message}${hint}${where}` };
}

const nameOf = (error: unknown): string =>
  error instanceof LonghaulError ? error.code : (error as Error).name;

/** A store that could not be reached may have left steps behind on this disk. */
const hasUnsaved = (error: unknown): boolean =>
  !(error instanceof LonghaulError) ||
  /^(SAVE_UNKNOWN|TIMEOUT|NETWORK|REJECTED|FORBIDDEN|UNAUTHORISED)/.test(error.code);

/** T5: commands would run in another commit than before. @throws LonghaulError WORKSPACE_CHANGED */
function checkWorkspace({ inputs, event }: Job, run: OpenRun): string[] {
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

async function refuseForeignCode(job: Job, run: OpenRun): Promise<void> {
  const { state } = run.load({ damaged: true });
  if (job.inputs['on-code-change'] !== 'pin' || state.terminal !== undefined) return;
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

/** Which failed runs may be reopened, and how, is contract §1. */
function howToRetry({ status, terminal }: SessionResult): string {
  if (status !== 'failed' || terminal === undefined || terminal.sealed) return '';
  const how = 'comment `/retry`, or dispatch `command: resume` with its `run-id`';
  return terminal.effectId !== undefined || terminal.timedOut
    ? `\nTo try again from there: ${how}.`
    : `\nThe process itself threw. Once its code is mended: ${how}, and set \`on-code-change: upgrade\`.`;
}

/** M6: said once, by the job that starts a run, and whenever a run waits for time. */
async function scheduleWarning(
  { event }: Job,
  { status, pending, runId }: SessionResult,
  isNew: boolean,
): Promise<string[]> {
  const waitsForTime = pending.some(({ wakeAt }) => wakeAt !== undefined);
  if (status !== 'waiting' || event.workflow === '' || !(isNew || waitsForTime)) return [];
  if ((await hasSchedule(event)) !== false) return [];
  const what = waitsForTime
    ? 'nothing will wake it when its time has come'
    : 'a job that dies with it is noticed by nobody';
  return [
    `${event.workflow} has no \`schedule:\`, and run ${runId} waits: ${what}. Give the workflow one, such as \`schedule: [{ cron: '*/15 * * * *' }]\``,
  ];
}

/** Where things of the run are. */
function placeOutputs({ event }: Job, run: OpenRun): { [name: string]: string } {
  const { state } = run.load({ damaged: true });
  return {
    commit: state.workspaceCommit ?? event.sha,
    'final-path': state.terminal === undefined ? '' : path.join(run.runDir, 'final.json'),
    'progress-path': path.join(run.runDir, 'progress.ndjson'),
  };
}

/** Says how the run stands: notices, outputs, summary, and whether the job is red. */
export async function conclude(
  job: Job,
  run: OpenRun,
  result: SessionResult,
  said: readonly string[] = [],
): Promise<Verdict> {
  const { io, inputs } = job;
  for (const receipt of result.receipts)
    if (!receipt.done) io.notice(`A message was refused: ${receipt.text}`);
  if (result.already) io.notice(`Run ${run.runId} is ${result.status}: nothing is left to do`);
  const retry = howToRetry(result);
  const { outputs, warnings } = outputsOf(result, placeOutputs(job, run));
  const all = [...said, ...warnings];
  for (const warning of all) io.warning(warning);
  const report = await reportSummary(job, run, result, all);
  const red = inputs['fail-on'].includes(result.status) && result.terminal?.sealed !== true;
  return {
    outputs: { ...noOutputs(), ...outputs, 'report-path': report },
    failure: red
      ? `Run ${run.runId} ${result.status}${outputs.error === '' ? '' : `: ${outputs.error}`}${retry}`
      : undefined,
  };
}
