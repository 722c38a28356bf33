/** Commands that a comment gives to a run, beside decisions: status, cancel, halt, retry (contract §3). */
import type { Command } from '../comments/command.ts';
import { LonghaulError } from '../errors.ts';
import { statusOf } from '../journal/state.ts';
import { readComments } from '../operations/announced.ts';
import { refsOf } from '../operations/refs.ts';
import { mayRetry } from '../operations/reopen.ts';
import { redactor, redactValue } from '../redact.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { halt } from './command.ts';
import { drive } from './drive.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { openRefs } from './meant.ts';
import { nothing, notOurs } from './nothing.ts';
import { DELIVERED, isOpen, messageId, reply, runEnded, type Spoken } from './said.ts';
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

export async function cancel(
  job: Job,
  spoken: Spoken,
  { effect, text }: Cancel,
  { ours: open, answers }: { ours: readonly RunOnIssue[]; answers: boolean },
): Promise<Verdict> {
  const listed = openRefs(open);
  if (effect === '' && answers) return reply(job, spoken, { code: 'cancel-needs-effect', open: listed });
  for (const { runId } of open) {
    const run = await openOurs(job, runId);
    if (run === undefined) continue;
    const { state } = run.load();
    const ref = [...refsOf(state)].find(([id, short]) => id === effect || short === effect);
    if (ref === undefined) continue;
    const [effectId] = ref;
    if (state.messages.has(messageId(spoken))) return nothing(job, 'The comment was taken already');
    if (state.effects.get(effectId)?.status !== 'requested')
      return reply(job, spoken, { code: 'closed', ref: effect, outcome: 'settled' }, runId);
    const { login, id } = spoken.post.author ?? { login: '', id: 0 };
    const message = {
      id: messageId(spoken),
      kind: 'cancel' as const,
      attempt: state.attempt,
      at: new Date().toISOString(),
      actor: { login, id },
      source: spoken.post.url,
      effectId,
      reason: text || `cancelled by @${login}`,
    };
    await run.mailbox.deliver(redactValue(message, redactor(secretsOf(job.inputs))));
    return drive(job, { run, delivered: DELIVERED });
  }
  // A run of another workflow may have it: one of them says that nothing here has.
  return answers
    ? reply(job, spoken, { code: 'unknown-ref', ref: effect, open: listed })
    : nothing(job, `No run of this workflow has ${effect}`);
}

export async function haltBy(
  job: Job,
  spoken: Spoken,
  { run: target, reason }: { run: RunOnIssue; reason: string },
): Promise<Verdict> {
  const { runId } = target;
  if (!isOpen(target)) return runEnded(job, spoken, target);
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { login, id } = spoken.post.author ?? { login: '', id: 0 };
  return halt(job, run, {
    actor: { login, id },
    messageId: messageId(spoken),
    source: spoken.post.url,
    finalStatus: 'completed',
    reason: reason || 'manual_halt',
  });
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
