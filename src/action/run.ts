/** One job step of the Action: intent in, operations called, outputs out. Refusals are green and say why. */
import path from 'node:path';
import { LeaseHeldError, LonghaulError, RunNotFoundError, UsageError } from '../errors.ts';
import type { Actor, Owner } from '../journal/events.ts';
import { parseEntry } from '../operations/code.ts';
import { driveRun, resultOf, type SessionResult } from '../operations/session.ts';
import { startRun } from '../operations/start.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { defaultRunId, type JobEvent } from './event.ts';
import type { ActionInputs } from './inputs.ts';
import { type Intent, isForkEvent } from './intent.ts';
import type { RunnerIo, Verdict } from './io.ts';
import { deliver } from './message.ts';
import { noOutputs, outputsOf } from './outputs.ts';
import { logProgress } from './progress.ts';
import { reportSummary } from './report.ts';
import { actionLimits, actionWorld } from './world.ts';

export interface Job {
  event: JobEvent;
  inputs: ActionInputs;
  env: Readonly<Record<string, string | undefined>>;
  io: RunnerIo;
  store: RunStore;
  owner: Owner;
  /** Fires when the job must end: cancelled, or at its time limit. */
  shutdown: AbortSignal;
}

/** Does what the intent says. @throws LonghaulError for a fault that makes the job red */
export async function runIntent(job: Job, intent: Intent): Promise<Verdict> {
  const { io } = job;
  switch (intent.type) {
    case 'ignore':
      io.notice(`Nothing to do: ${intent.why}`);
      return { outputs: noOutputs(), failure: undefined };
    case 'comment':
    case 'review':
      io.notice('Comments are not taken as decisions by this version');
      return { outputs: noOutputs(), failure: undefined };
    case 'start':
      return start(job, job.inputs['run-id'] || undefined);
    case 'start-or-resume':
      return (await job.store.exists(intent.runId))
        ? resume(job, intent.runId, false)
        : start(job, intent.runId);
    case 'resume':
      return resume(job, intent.runId, job.inputs.command === 'resume');
    case 'command':
      return command(job, intent);
    case 'sweep':
      return sweep(job);
  }
}

async function start(job: Job, named: string | undefined): Promise<Verdict> {
  const { event, inputs, io, store } = job;
  if (isForkEvent(event.payload)) {
    io.notice(
      'This pull request comes from a fork: its token may not write, so no run is started. A person with write permission can start it by workflow_dispatch.',
    );
    return { outputs: noOutputs(), failure: undefined };
  }
  const [first] = inputs.process;
  if (first === undefined)
    throw new UsageError('There is no process to start', {
      hint: 'Set `process: path/to/file.mjs#export` in the `with:` of the step.',
    });
  const entry = parseEntry(first, event.workspace);
  const runId = named ?? defaultRunId(event, inputs['job-index']);
  if (named === undefined && (await store.exists(runId))) {
    // Only a later attempt of the same workflow run comes to this id again (B2).
    if (event.workflowAttempt > 1) return resume(job, runId, false);
    throw new LonghaulError('RUN_EXISTS', `Run ${runId} exists already`, {
      hint: 'Two jobs came to the same default id: give each a `run-id` of its own.',
    });
  }
  const run = await startRun({
    store,
    runId,
    entry,
    inputs: inputs.inputs,
    workspace: event.workspace,
    actor: actorOf(event),
    created: {
      repository: event.repository,
      ...(event.workflow === '' ? {} : { workflow: event.workflow }),
      ...(inputs['run-timeout'] > 0
        ? { deadline: new Date(Date.now() + inputs['run-timeout']).toISOString() }
        : {}),
    },
    origin: {
      event: event.name,
      repository: event.repository,
      sha: event.sha,
      ref: event.ref,
      actor: event.actor,
      workflowRunUrl: `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`,
    },
  });
  return drive(job, run, false);
}

const actorOf = (event: JobEvent): Actor => ({ login: event.actor });

/** @throws LonghaulError when the run belongs to another repository, workflow or entry */
async function openOurs(job: Job, runId: string): Promise<OpenRun | undefined> {
  const run = await job.store.open(runId);
  const created = run.load().state.created;
  if (created?.repository !== undefined && created.repository !== job.event.repository) {
    throw new LonghaulError(
      'OTHER_REPOSITORY',
      `Run ${runId} was started in ${created.repository}; this is ${job.event.repository}`,
    );
  }
  // A run belongs to the workflow file that started it: others leave it alone, silently.
  if (created?.workflow !== undefined && job.event.workflow !== '' && created.workflow !== job.event.workflow)
    return undefined;
  refuseOtherEntry(job, run);
  return run;
}

/** T1: the entry must be one of the lines of `process:`. */
function refuseOtherEntry({ event, inputs }: Job, run: OpenRun): void {
  if (inputs.process.length === 0) return;
  const { entrypoint } = run.metadata();
  const recorded = path.resolve(event.workspace, '.a5c', 'runs', run.runId, entrypoint.importPath);
  const known = inputs.process.map((line) => path.resolve(event.workspace, line.replace(/#[^#]*$/, '')));
  if (known.includes(recorded)) return;
  throw new LonghaulError(
    'OTHER_ENTRY',
    `Run ${run.runId} was started for ${path.relative(event.workspace, recorded)}, which \`process\` does not name`,
    {
      hint: 'Add it as a further line of `process:` if it was moved; otherwise this workflow is not the one that the run belongs to.',
    },
  );
}

async function resume(job: Job, runId: string, explicit: boolean): Promise<Verdict> {
  const run = await openOurs(job, runId);
  if (run === undefined) return { outputs: noOutputs(), failure: undefined };
  return drive(job, run, explicit);
}

async function drive(job: Job, run: OpenRun, retry: boolean): Promise<Verdict> {
  const { event, inputs, env, io, store, owner, shutdown } = job;
  let result: SessionResult;
  try {
    result = await driveRun({
      store,
      run,
      owner,
      world: actionWorld(inputs, event.workspace, env, logProgress(io)),
      limits: actionLimits(inputs),
      onCodeChange: inputs['on-code-change'],
      execute: true,
      shutdown,
      ...(retry ? { retry: { by: actorOf(event) } } : {}),
    });
  } catch (error) {
    if (!(error instanceof LeaseHeldError)) throw error;
    io.notice(error.message);
    result = { ...resultOf(run, run.load().state, undefined), status: 'running' };
  }
  return conclude(job, run, result);
}

async function conclude(job: Job, run: OpenRun, result: SessionResult): Promise<Verdict> {
  const { io, inputs, event } = job;
  for (const receipt of result.receipts)
    if (!receipt.done) io.notice(`A message was refused: ${receipt.text}`);
  if (result.already) io.notice(`Run ${run.runId} is ${result.status}: nothing is left to do`);
  const { state } = run.load();
  const extra = {
    commit: state.created?.commit ?? event.sha,
    'final-path': state.terminal === undefined ? '' : path.join(run.runDir, 'final.json'),
    'progress-path': path.join(run.runDir, 'progress.ndjson'),
  };
  const { outputs, warnings } = outputsOf(result, extra);
  for (const warning of warnings) io.warning(warning);
  await reportSummary(job, run, result);
  const red = inputs['fail-on'].includes(result.status) && !(state.terminal?.sealed === true);
  return {
    outputs,
    failure: red
      ? `Run ${run.runId} ${result.status}${outputs.error === '' ? '' : `: ${outputs.error}`}`
      : undefined,
  };
}

async function command(job: Job, intent: Extract<Intent, { type: 'command' }>): Promise<Verdict> {
  const { io } = job;
  if (intent.runId === '')
    throw new UsageError(`\`${intent.command}\` needs a \`run-id\``, {
      hint: 'Name the run in the inputs of the dispatch.',
    });
  const run = await openOurs(job, intent.runId);
  if (run === undefined) return { outputs: noOutputs(), failure: undefined };
  if (intent.command === 'status') return conclude(job, run, resultOf(run, run.load().state, undefined));
  const done = await deliver(job, run, intent.command);
  if (done !== undefined) {
    io.notice(done);
    return conclude(job, run, resultOf(run, run.load().state, undefined));
  }
  return drive(job, run, false);
}

/** Wakes what time or mail has made due. Bounded: what is left waits for the next sweep. */
async function sweep(job: Job): Promise<Verdict> {
  const { io, store, event } = job;
  const now = new Date().toISOString();
  const due = (await store.list({ status: ['running', 'waiting', 'created'] })).filter(
    (run) => run.state !== 'waiting' || (run.wakeAt !== undefined && run.wakeAt <= now),
  );
  const failures: string[] = [];
  for (const { runId } of due.slice(0, SWEEP_LIMIT)) {
    if (job.shutdown.aborted) break;
    try {
      const run = await openOurs(job, runId);
      if (run === undefined) continue;
      io.line(`Sweep: ${runId}`);
      const { failure } = await drive(job, run, false);
      if (failure !== undefined) io.notice(failure);
    } catch (error) {
      if (error instanceof RunNotFoundError || error instanceof LeaseHeldError) continue;
      failures.push(`${runId}: ${(error as Error).message}`);
    }
  }
  io.notice(
    `Sweep of ${event.repository}: ${Math.min(due.length, SWEEP_LIMIT)} of ${due.length} due runs were looked at`,
  );
  return { outputs: noOutputs(), failure: failures.length === 0 ? undefined : failures.join('\n') };
}

const SWEEP_LIMIT = 25;
