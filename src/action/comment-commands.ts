/** Commands that a comment gives to a run, beside decisions: status, cancel, halt, retry (contract §3). */
import type { Command } from '../comments/command.ts';
import type { Reply } from '../comments/replies.ts';
import { LonghaulError, RunEndedError } from '../errors.ts';
import { statusOf } from '../journal/state.ts';
import { readComments } from '../operations/announced.ts';
import { refsOf } from '../operations/refs.ts';
import { mayRetry } from '../operations/reopen.ts';
import { redactor, redactValue } from '../redact.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { halt } from './command.ts';
import { drive } from './drive.ts';
import type { Verdict } from './io.ts';
import { isOurs, type Job, openOurs } from './job.ts';
import { meantToCancel, openRefs, type RunEffects, speakerOf } from './meant.ts';
import { nothing, notOurs } from './nothing.ts';
import { DELIVERED, isOpen, messageId, reply, runEnded, type Spoken, stateOfOther } from './said.ts';
import { secretsOf } from './world.ts';

export async function status(job: Job, spoken: Spoken, { runId }: RunOnIssue): Promise<Verdict> {
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { status: comment, issue } = readComments(run.runDir);
  const url =
    comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${spoken.issue}`;
  const lastSweep = await job.github.lastScheduled(job.event.workflow.split('/').at(-1) ?? '');
  const link = { text: `run ${runId}`, url };
  const now = statusOf(run.load({ damaged: true }).state);
  return reply(
    job,
    spoken,
    { code: 'status', link, runId, status: now, ...(lastSweep === undefined ? {} : { lastSweep }) },
    runId,
  );
}

type Cancel = Extract<Command, { verb: 'cancel' }>;

/** `runs`: all on the issue, whichever workflow they belong to, so that an effect of several is cancelled in none. */
export async function cancel(
  job: Job,
  spoken: Spoken,
  { effect: word, text }: Cancel,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const open = runs.filter(isOpen);
  const speaker = speakerOf(runs);
  // One of the workflows says what concerns none of the runs by itself.
  const answer = (other: Reply): Promise<Verdict> | Verdict =>
    speaker !== undefined && isOurs(job, speaker)
      ? reply(job, spoken, other)
      : nothing(job, 'Another workflow answers');
  if (word === '') return answer({ code: 'cancel-needs-effect', open: openRefs(open) });
  const effects: RunEffects[] = [];
  for (const run of open) effects.push(await effectsOf(job, run));
  const found = meantToCancel(word, effects);
  if ('other' in found) return answer(found.other);
  const { runId } = found.run;
  const run = isOurs(job, found.run) ? await openOurs(job, runId) : undefined;
  if (run === undefined) return notOurs(job, runId);
  const { state } = run.load();
  if (!found.isPending) return reply(job, spoken, { code: 'closed', ref: word, outcome: 'settled' }, runId);
  const { login, id } = spoken.post.author ?? { login: '', id: 0 };
  const message = {
    id: messageId(spoken),
    kind: 'cancel' as const,
    attempt: state.attempt,
    at: new Date().toISOString(),
    actor: { login, id },
    source: spoken.post.url,
    effectId: found.effectId,
    reason: text || `cancelled by @${login}`,
  };
  await run.mailbox.deliver(redactValue(message, redactor(secretsOf(job.inputs))));
  return drive(job, { run, delivered: DELIVERED });
}

async function effectsOf(job: Job, run: RunOnIssue): Promise<RunEffects> {
  const state = await stateOfOther(job, run.runId);
  if (state === undefined) return { run, effects: [] };
  const effects = [...refsOf(state)].map(([effectId, ref]) => {
    return { effectId, ref, isPending: state.effects.get(effectId)?.status === 'requested' };
  });
  return { run, effects };
}

export async function haltBy(
  job: Job,
  spoken: Spoken,
  { run: target, reason }: { run: RunOnIssue; reason: string },
): Promise<Verdict> {
  const { runId } = target;
  if (!isOpen(target)) return haltedOrEnded(job, spoken, runId);
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { login, id } = spoken.post.author ?? { login: '', id: 0 };
  try {
    return await halt(job, run, {
      actor: { login, id },
      messageId: messageId(spoken),
      source: spoken.post.url,
      finalStatus: 'completed',
      reason: reason || 'manual_halt',
    });
  } catch (error) {
    // It ended since the index was read.
    if (!(error instanceof RunEndedError)) throw error;
    return haltedOrEnded(job, spoken, runId);
  }
}

/** The run is over: who halted it, when and why, where somebody has. */
async function haltedOrEnded(job: Job, spoken: Spoken, runId: string): Promise<Verdict> {
  const { state } = (await job.store.open(runId)).load({ damaged: true });
  const { terminal } = state;
  if (terminal?.sealed !== true) return runEnded(job, spoken, { runId, status: statusOf(state) });
  const { actor, at, reason = '' } = terminal;
  const by = actor === undefined ? {} : { by: actor.login };
  const redact = redactor(secretsOf(job.inputs));
  return reply(job, spoken, { code: 'halted-already', runId, ...by, at, reason: redact(reason) }, runId);
}

export async function retry(job: Job, spoken: Spoken, { runId }: RunOnIssue): Promise<Verdict> {
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { state } = run.load();
  try {
    const may = mayRetry(state, job.inputs['on-code-change']);
    if (!may) {
      const why = state.terminal === undefined ? 'it has not ended' : 'it did not fail by itself';
      return reply(job, spoken, { code: 'not-retryable', runId, status: statusOf(state), why }, runId);
    }
  } catch (error) {
    if (!(error instanceof LonghaulError && error.code === 'RETRY_REFUSED')) throw error;
    return reply(job, spoken, { code: 'retry-needs-upgrade', runId }, runId);
  }
  return drive(job, { run, retry: true });
}
