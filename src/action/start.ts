/** Starts a run, or carries on the one that an earlier attempt of this workflow run has started (protocol B2). */
import path from 'node:path';
import { LonghaulError, RunExistsError, RunNotFoundError, UsageError } from '../errors.ts';
import type { JsonObject } from '../journal/events.ts';
import { parseEntry } from '../operations/code.ts';
import { GATE_ENTRY, gateFiles } from '../operations/gate.ts';
import { SECRET_WARNING } from '../operations/redaction.ts';
import { type StartOptions, startRun } from '../operations/start.ts';
import { redactor } from '../redact.ts';
import type { OpenRun } from '../stores/contract.ts';
import { defaultRunId, type JobEvent, workspaceCommit } from './event.ts';
import { actorOf, type Job } from './job.ts';
import { secretsOf } from './world.ts';

/**
 * `named`: the id that the workflow gives it; undefined: the default id. `run` undefined: it was there already.
 * @throws UsageError without a process; RunExistsError, LonghaulError (RUN_ID_SHARED) when the id is taken
 */
export async function startOrFind(
  job: Job,
  named: string | undefined,
  issue: number | undefined,
): Promise<{ runId: string; run: OpenRun | undefined }> {
  const { event, inputs } = job;
  const runId = named ?? defaultRunId(event, inputs['job-index']);
  // Only a later attempt of the same workflow run comes to this id again.
  if (named === undefined && event.workflowAttempt > 1 && (await isThere(job, runId)))
    return { runId, run: undefined };
  try {
    return { runId, run: await start(job, runId, issue) };
  } catch (error) {
    if (!(error instanceof RunExistsError) || named !== undefined) throw error;
    throw shared(runId);
  }
}

const shared = (runId: string): LonghaulError =>
  new LonghaulError(
    'RUN_ID_SHARED',
    `Run ${runId} exists already: another job or step of this workflow run came to the same id`,
    { hint: 'Give each of them a `run-id` of its own.' },
  );

/** @throws LonghaulError (RUN_ID_SHARED) when another job of this very attempt has driven it */
async function isThere({ event, inputs, store }: Job, runId: string): Promise<boolean> {
  try {
    const of = (await store.open(runId)).lastSave?.driver?.job;
    const isOfThisAttempt =
      of?.workflowRunId === event.workflowRunId && of.workflowAttempt === event.workflowAttempt;
    if (isOfThisAttempt && of.jobId !== inputs['job-id']) throw shared(runId);
    return true;
  } catch (error) {
    if (error instanceof RunNotFoundError) return false;
    throw error;
  }
}

async function start(job: Job, runId: string, issue: number | undefined): Promise<OpenRun> {
  const { event, inputs, store } = job;
  const timeout = inputs['run-timeout'];
  return startRun({
    store,
    runId,
    ...whatToStart(job),
    workspace: event.workspace,
    commit: workspaceCommit(event),
    actor: actorOf(event),
    created: {
      repository: event.repository,
      ...(event.workflow === '' ? {} : { workflow: event.workflow, workflowName: event.workflowName }),
      ...(timeout > 0 ? { deadline: new Date(Date.now() + timeout).toISOString() } : {}),
    },
    origin: originOf(event, issue),
    redact: redactor(secretsOf(inputs), () => job.io.warning(SECRET_WARNING)),
  });
}

const WHERE =
  'Paths are relative to the workspace, which is empty without a step `uses: actions/checkout` before this one.';

/** The process that is named, or the gate that a question alone makes. @throws UsageError without either */
function whatToStart({ event, inputs }: Job): Pick<StartOptions, 'entry' | 'inputs' | 'processId' | 'files'> {
  const [first] = inputs.process;
  if (first !== undefined) return { entry: parseEntry(first, event.workspace, WHERE), inputs: inputs.inputs };
  const { question, context } = inputs;
  if (question === '')
    throw new UsageError('There is no process to start', {
      hint: 'Set `process: path/to/file.mjs#export` in the `with:` of the step, or `question:` for a gate without code.',
    });
  return {
    entry: { path: path.join(event.workspace, GATE_ENTRY), exportName: undefined },
    processId: 'question',
    inputs: { question, ...(context === '' ? {} : { context }) },
    files: gateFiles(),
  };
}

/** `ctx.origin` (contract §4). */
const originOf = (event: JobEvent, issue: number | undefined): JsonObject => ({
  event: event.name,
  repository: event.repository,
  sha: event.sha,
  ref: event.ref,
  actor: event.actor,
  issue: issue ?? null,
  workflowRunUrl: `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`,
});
