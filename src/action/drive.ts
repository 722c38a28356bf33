/** Drives a run in this job, and tells how it stands: persist, then announce. */
import { LeaseHeldError, LonghaulError } from '../errors.ts';
import type { SerializedError } from '../journal/events.ts';
import { carryOn, haltText } from '../operations/carry-on.ts';
import { wakeParent } from '../operations/family.ts';
import { NotSavedError } from '../operations/final.ts';
import { isGate } from '../operations/gate.ts';
import { resultOf, type SessionResult } from '../operations/session.ts';
import { rulesOf, Talk } from '../operations/talk.ts';
import type { OpenRun } from '../stores/contract.ts';
import { conclude, placeOutputs, scheduleWarning } from './conclude.ts';
import { Dispatch, hasNewWork } from './dispatch.ts';
import { workspaceCommit } from './event.ts';
import { sayInJob } from './hints.ts';
import type { Verdict } from './io.ts';
import { actorOf, type Job, openOurs, upgraderOf } from './job.ts';
import { answerLate } from './late.ts';
import { outputsOf } from './outputs.ts';
import { logProgress } from './progress.ts';
import { reportSummary } from './report.ts';
import { type Heard, talkOptions, tellEnd } from './talk.ts';
import { uploadRun } from './upload-run.ts';
import { workflowRunOwner, workflowRunsPort } from './workflow-runs.ts';
import { checkWorkspace, refuseForeignCode, unnamedEntry } from './workspace-checks.ts';
import { actionLimits, actionWorld } from './world.ts';

export interface DriveRequest {
  run: OpenRun;
  /** Reopens a run that has failed by itself. */
  retry?: boolean;
  /** It has just been started. */
  isNew?: boolean;
  /** Said when somebody else drives the run; undefined: a message was not sent. */
  delivered?: string;
  /** The comment that it goes on for. */
  heard?: Heard;
  /** It had ended, and what is asked for is so already: how it ended is no failure of this job. */
  isSettled?: boolean;
  /** The outputs of this job are not the run's: who waits for them has to be told. */
  isAside?: boolean;
  /** It is of a matrix, and brought a result: what it finds to do next is for the matrix of another workflow run. */
  isOfMatrix?: boolean;
}

/** @throws LonghaulError for a fault that makes the job red; every other one is in the verdict */
export async function drive(job: Job, request: DriveRequest): Promise<Verdict> {
  const { run, retry = false, delivered, isNew = false, heard, isAside = false, isSettled = false } = request;
  const isHeard = !isAside && request.isOfMatrix !== true;
  const { event, inputs, env, io, store, owner, shutdown, cancel, drain, hurry } = job;
  const unnamed = unnamedEntry(job, run, retry);
  if (unnamed !== undefined) {
    if (delivered === undefined) throw unnamed;
    // The message lies in the store: whoever executes the run, a sweep at the latest, acts on it.
    const why = `${delivered} it is acted on by a job that names the process. ${unnamed.message}. ${unnamed.hint}`;
    return conclude(job, run, resultOf(run, run.load().state, undefined), [why]);
  }
  const warnings = [...checkWorkspace(job, run)];
  await refuseForeignCode(job, run, retry);
  io.unsaved(run.runId, true);
  const talk = { ...talkOptions(job, heard), warnings };
  const dispatch = new Dispatch(job);
  // Uploaded when the run is saved, so that it waits for none of them.
  const ended: OpenRun[] = [];
  let talker: Talk | undefined;
  let result: SessionResult;
  try {
    result = await carryOn({
      store,
      run,
      owner,
      world: { ...actionWorld(inputs, event.workspace, env, logProgress(io)), rulesOf: rulesOf(talk), hurry },
      talk: (seat) => {
        talker = new Talk(talk, seat);
        return talker;
      },
      late: answerLate(job),
      limits: actionLimits(inputs),
      onCodeChange: isGate(run.runDir) ? 'pin' : inputs['on-code-change'],
      execute: true,
      save: inputs.save,
      shutdown,
      cancel,
      drain,
      drained: (state) => dispatch.continued(state),
      ...(isAside ? { passedOn: (state) => dispatch.passedOn(state) } : {}),
      ...(isHeard
        ? {}
        : { leftOver: (state) => (isAside || hasNewWork(state) ? dispatch.passedOn(state) : undefined) }),
      workspaceCommit: workspaceCommit(event),
      claim: { owner: isHeard ? workflowRunOwner(event) : undefined, isAlive: workflowRunsPort(job.github) },
      vet: (child) => refuseForeignCode(job, child, false),
      childEnded: (child) => void ended.push(child),
      actor: upgraderOf(event),
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
    for (const one of ended) await uploadRun(job, one);
    return fault(job, run, error);
  }
  io.unsaved(run.runId, false);
  if (result.overruled === true) {
    // A comment that it was just making, whoever sealed the run may not have seen.
    await talker?.quiet();
    await tellEnd(job, run);
  }
  const waiting = await wake(job, result);
  const { notice, warning, trouble } = await dispatch.send(result);
  if (notice !== undefined) io.notice(notice);
  if (warning !== undefined) warnings.push(warning);
  if (trouble !== undefined) result = { ...result, troubles: [...result.troubles, trouble] };
  warnings.push(...(await scheduleWarning(job, result, isNew)));
  const halt = haltText(result);
  if (halt !== undefined && !result.already) io.notice(`Run ${run.runId} was ${halt}`);
  if (result.terminal !== undefined && !result.already) ended.push(run);
  for (const one of ended) await uploadRun(job, one);
  const verdict = await conclude(job, run, result, warnings, isSettled ? [] : undefined);
  await carryParentOn(job, waiting, run.runId);
  return verdict;
}

/** First of what follows an end: if this job dies, the run that waits for this one goes on elsewhere. */
export async function wake(
  { io, store }: Job,
  { parent, terminal, runId }: SessionResult,
): Promise<OpenRun | undefined> {
  try {
    return await wakeParent(store, parent, terminal);
  } catch (error) {
    io.warning(`The run that waits for ${runId} could not be woken: ${(error as Error).message}`);
    return undefined;
  }
}

/** The run that waited for this one goes on here, unless somebody else drives it. What becomes of it is its own affair. */
export async function carryParentOn(job: Job, waiting: OpenRun | undefined, runId: string): Promise<void> {
  const { io, shutdown, cancel, drain } = job;
  if (waiting === undefined || shutdown.aborted || cancel.aborted || drain.aborted) return;
  try {
    const run = await openOurs(job, waiting.runId);
    if (run === undefined) return;
    const { failure } = await drive(job, { run, isAside: true });
    io.notice(failure ?? `Run ${run.runId}, which waited for ${runId}, went on`);
  } catch (error) {
    io.warning(`The run that waits for ${runId} could not be carried on: ${(error as Error).message}`);
  }
}

/** It ended with an error of the engine or of a store: red, with the first error as `error`. */
export async function fault(job: Job, run: OpenRun, error: unknown): Promise<Verdict> {
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
  await reportSummary(job, run, { ...result, status }, [(error as Error).message], []);
  const where = isUnsaved ? `\nThe run lies in ${run.runDir}; the post step tries to save it once more.` : '';
  return { outputs, failure: `${sayInJob(error)}${where}`, isFault: true };
}

const nameOf = (error: unknown): string =>
  error instanceof LonghaulError ? error.code : (error as Error).name;

/** A save that failed has left steps behind on this disk; what is no error of ours may have. */
const hasUnsaved = (error: unknown): boolean => !(error instanceof LonghaulError) || error.endedSave;
