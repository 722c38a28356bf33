/** Commands that name a run: status, and those that are a message to whoever drives it. */
import { RunEndedError } from '../errors.ts';
import { haltText } from '../operations/carry-on.ts';
import { type HaltDocument, type HaltRequest, haltRun } from '../operations/halt.ts';
import { asRecorded, pendingEffects } from '../operations/pending.ts';
import { resultOf } from '../operations/session.ts';
import { redactor, redactValue } from '../redact.ts';
import type { OpenRun } from '../stores/contract.ts';
import { conclude } from './conclude.ts';
import { carryParentOn, drive, fault, wake } from './drive.ts';
import { dispatchInputs, type Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { actorOf, type Job, openOurs } from './job.ts';
import { alreadyRecorded, alreadySo, messageId, messageOf, sourceOf } from './message.ts';
import { notOurs } from './nothing.ts';
import { tellEnd } from './talk.ts';
import { uploadRun } from './upload-run.ts';
import { secretsOf } from './world.ts';

/** @throws RunNotFoundError, RunEndedError, LonghaulError: red, and nothing was written */
export async function command(job: Job, intent: Extract<Intent, { type: 'command' }>): Promise<Verdict> {
  const { io } = job;
  const run = await openOurs(job, intent.runId);
  if (run === undefined) return notOurs(job, intent.runId);
  if (intent.command === 'status') return asItIs(job, run);
  if (intent.command === 'halt') return halt(job, run, dispatchedHalt(job));
  const { state } = run.load();
  const recorded = alreadyRecorded(job, run, state, intent.command);
  const settled = recorded ?? alreadySo(job, state, intent.command);
  const isOver = state.terminal !== undefined;
  if (settled !== undefined) {
    io.notice(settled);
    // What a killed job left undone is done by whoever looks at the run again.
    return recorded === undefined && !isOver ? asItIs(job, run) : drive(job, { run, isSettled: isOver });
  }
  // A message lies in the store before anybody records it.
  const message = redactValue(messageOf(job, state, intent.command), redactor(secretsOf(job.inputs)));
  await run.mailbox.deliver(message);
  return drive(job, { run, delivered: 'Delivered:', isOfMatrix: isOfMatrix(job) });
}

/** The workflow file wires the effect: no person has dispatched it. */
function isOfMatrix({ event, inputs }: Pick<Job, 'event' | 'inputs'>): boolean {
  return inputs['effect-id'] !== '' && dispatchInputs(event.name, event.payload)['effect-id'] === undefined;
}

/** Green, however the run stands: its outputs say so, and a step behind this one may retry it (contract §1). */
function asItIs(job: Job, run: OpenRun): Promise<Verdict> {
  const { state } = run.load({ damaged: true });
  const pending = state.terminal === undefined ? pendingEffects(state, asRecorded(run.runDir)) : [];
  return conclude(job, run, { ...resultOf(run, state, undefined), pending }, [], []);
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

/**
 * Seals without loading any code of the run. A live driver gets the message, and 30 s to seal it itself (M9). Of a run
 * that is sealed so already, what a killed job left undone is done.
 * @throws RunEndedError: nothing was written
 */
export async function halt(job: Job, run: OpenRun, by: HaltBy): Promise<Verdict> {
  const { owner, event, store, io } = job;
  let done: HaltDocument;
  io.unsaved(run.runId, true);
  try {
    const redact = redactor(secretsOf(job.inputs));
    done = await haltRun({ store, run, owner, workspace: event.workspace, redact, ...by });
  } catch (error) {
    if (!(error instanceof RunEndedError)) return fault(job, run, error);
    io.unsaved(run.runId, false);
    throw error;
  }
  io.unsaved(run.runId, false);
  const result = resultOf(run, run.load({ damaged: true }).state, undefined);
  io.notice(
    done.unchanged
      ? `Run ${run.runId} is sealed already (${done.reason})`
      : `Run ${run.runId} was ${haltText(result) ?? 'halted'}`,
  );
  const waiting = await wake(job, result);
  for (const ended of [run, ...(await Promise.all((done.children ?? []).map((id) => store.open(id))))]) {
    await tellEnd(job, ended);
    await uploadRun(job, ended);
  }
  const verdict = await conclude(job, run, result);
  await carryParentOn(job, waiting, run.runId);
  return verdict;
}
