/** Commands that a comment gives to a run, beside decisions: status, cancel, halt, retry (contract §3). */
import type { Command } from '../comments/command.ts';
import type { Reply } from '../comments/replies.ts';
import { LonghaulError } from '../errors.ts';
import type { Post } from '../github/port.ts';
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
import { notOurs } from './nothing.ts';
import { DELIVERED, isOpen, messageId, reply, type Said } from './said.ts';
import { secretsOf } from './world.ts';

type About = Extract<Command, { verb: 'halt' | 'retry' | 'status' }>;

/** The run that a command is about: the first word is one when a run here is called so. */
function runOf(
  { verb, word, text }: About,
  runs: readonly RunOnIssue[],
): { run: RunOnIssue; reason: string } | { answer: Reply } {
  const named = runs.find(({ runId }) => runId === word);
  if (named !== undefined) return { run: named, reason: text.slice((word ?? '').length).trim() };
  const [only, ...others] = runs;
  if (only === undefined) return { answer: { code: 'no-run' } };
  return others.length === 0
    ? { run: only, reason: text }
    : { answer: { code: 'which-run', verb, runs: runs.map(({ runId }) => runId) } };
}

export async function status(
  job: Job,
  said: Said,
  command: About,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const found = runOf(command, runs.some(isOpen) ? runs.filter(isOpen) : runs);
  if ('answer' in found) return reply(job, said, found.answer);
  const { runId } = found.run;
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { status: comment, issue } = readComments(run.runDir);
  const url =
    comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${said.issue}`;
  const lastSweep = await job.github.lastScheduled(job.event.workflow.split('/').at(-1) ?? '');
  const link = { text: `run ${runId}`, url };
  const now = statusOf(run.load({ damaged: true }).state);
  return reply(
    job,
    said,
    { code: 'status', link, runId, status: now, ...(lastSweep === undefined ? {} : { lastSweep }) },
    runId,
  );
}

type Cancel = Extract<Command, { verb: 'cancel' }>;

export async function cancel(
  job: Job,
  said: Said,
  { effect, text }: Cancel,
  runs: readonly RunOnIssue[],
  post: Post,
): Promise<Verdict> {
  const open = runs.filter(isOpen);
  const listed = open.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));
  if (effect === '') return reply(job, said, { code: 'cancel-needs-effect', open: listed });
  for (const { runId } of open) {
    const run = await openOurs(job, runId);
    if (run === undefined) continue;
    const { state } = run.load();
    const ref = [...refsOf(state)].find(([id, short]) => id === effect || short === effect);
    if (ref === undefined) continue;
    const [effectId] = ref;
    if (state.effects.get(effectId)?.status !== 'requested')
      return reply(job, said, { code: 'closed', ref: effect, outcome: 'settled' }, runId);
    const { login, id } = post.author ?? { login: '', id: 0 };
    const message = {
      id: messageId(said),
      kind: 'cancel' as const,
      attempt: state.attempt,
      at: new Date().toISOString(),
      actor: { login, id },
      source: post.url,
      effectId,
      reason: text || `cancelled by @${login}`,
    };
    await run.mailbox.deliver(redactValue(message, redactor(secretsOf(job.inputs))));
    return drive(job, { run, delivered: DELIVERED });
  }
  return reply(job, said, { code: 'unknown-ref', ref: effect, open: listed });
}

export async function haltBy(
  job: Job,
  said: Said,
  command: About,
  runs: readonly RunOnIssue[],
  post: Post,
): Promise<Verdict> {
  const found = runOf(command, runs.filter(isOpen));
  if ('answer' in found) return reply(job, said, found.answer);
  const { runId } = found.run;
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { login, id } = post.author ?? { login: '', id: 0 };
  return halt(job, run, {
    actor: { login, id },
    messageId: messageId(said),
    source: post.url,
    finalStatus: 'completed',
    reason: found.reason || 'manual_halt',
  });
}

export async function retry(
  job: Job,
  said: Said,
  command: About,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const failed = runs.filter(({ status: now }) => now === 'failed');
  const found = runOf(command, failed.length > 0 ? failed : runs);
  if ('answer' in found) return reply(job, said, found.answer);
  const { runId } = found.run;
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  const { state } = run.load();
  try {
    const may = mayRetry(state, job.inputs['on-code-change']);
    if (!may) {
      const why = state.terminal === undefined ? 'it has not ended' : 'it did not fail by itself';
      return reply(job, said, { code: 'not-retryable', runId, status: statusOf(state), why }, runId);
    }
  } catch (error) {
    if (!(error instanceof LonghaulError && error.code === 'RETRY_REFUSED')) throw error;
    return reply(job, said, { code: 'retry-needs-upgrade', runId }, runId);
  }
  return drive(job, { run, retry: true });
}
