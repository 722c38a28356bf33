/** Commands that name a run: status, and those that are a message to whoever drives it. */
import { UsageError } from '../errors.ts';
import { type HaltRequest, haltRun } from '../operations/halt.ts';
import { asRecorded, pendingEffects } from '../operations/pending.ts';
import { resultOf } from '../operations/session.ts';
import { redactor, redactValue } from '../redact.ts';
import type { OpenRun } from '../stores/contract.ts';
import { conclude } from './conclude.ts';
import { drive } from './drive.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { actorOf, type Job, openOurs } from './job.ts';
import { alreadySo, messageId, messageOf, sourceOf } from './message.ts';
import { noOutputs } from './outputs.ts';
import { tellEnd } from './talk.ts';
import { uploadRun } from './upload-run.ts';
import { secretsOf } from './world.ts';

/** @throws UsageError without a run; RunNotFoundError, RunEndedError, LonghaulError: red, and nothing was written */
export async function command(job: Job, intent: Extract<Intent, { type: 'command' }>): Promise<Verdict> {
  const { io } = job;
  if (intent.runId === '')
    throw new UsageError(`\`${intent.command}\` needs a \`run-id\``, {
      hint: 'Name the run in the inputs of the dispatch.',
    });
  const run = await openOurs(job, intent.runId);
  if (run === undefined) {
    io.notice(`Run ${intent.runId} belongs to another workflow file: nothing was done`);
    return { outputs: noOutputs(), failure: undefined };
  }
  if (intent.command === 'status') return asItIs(job, run);
  const { state } = run.load({ damaged: intent.command === 'halt' });
  const settled = alreadySo(job, state, intent.command);
  if (settled !== undefined) {
    io.notice(settled);
    return asItIs(job, run);
  }
  if (intent.command === 'halt') return halt(job, run, dispatchedHalt(job));
  // A message lies in the store before anybody records it.
  const message = redactValue(messageOf(job, state, intent.command), redactor(secretsOf(job.inputs)));
  await run.mailbox.deliver(message);
  return drive(job, { run, delivered: 'Delivered:' });
}

function asItIs(job: Job, run: OpenRun): Promise<Verdict> {
  const { state } = run.load({ damaged: true });
  return conclude(job, run, {
    ...resultOf(run, state, undefined),
    pending: state.terminal === undefined ? pendingEffects(state, asRecorded(run.runDir)) : [],
  });
}

type HaltBy = Pick<HaltRequest, 'actor' | 'messageId' | 'source' | 'finalStatus' | 'reason'>;

function dispatchedHalt(job: Job): HaltBy {
  const { inputs, event } = job;
  return {
    actor: actorOf(event),
    messageId: messageId(job, 'halt'),
    source: sourceOf(event),
    finalStatus: inputs['final-status'],
    reason: inputs.reason || 'manual_halt',
  };
}

/** Seals without loading any code of the run. A live driver gets the message, and 30 s to seal it itself (M9). */
export async function halt(job: Job, run: OpenRun, by: HaltBy): Promise<Verdict> {
  const { owner, event, store } = job;
  const { children = [] } = await haltRun({ store, run, owner, workspace: event.workspace, ...by });
  await tellEnd(job, run);
  for (const runId of children) await tellEnd(job, await store.open(runId));
  const sealed = run.load({ damaged: true }).state;
  await uploadRun(job, run);
  return conclude(job, run, resultOf(run, sealed, undefined));
}
