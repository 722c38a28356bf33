/**
 * Comments and reviews as commands. The event only wakes us: what counts is read again, and a decision is judged by
 * whoever drives the run. Which run is meant is found in the index of runs, never by reading journals or comments.
 */
import { type Command, parseComment } from '../comments/command.ts';
import type { Reply } from '../comments/replies.ts';
import { isDecision } from '../decisions/judge.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { cancel, haltBy, retry, status } from './comment-commands.ts';
import { drive } from './drive.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { nothing, notOurs } from './nothing.ts';
import { DELIVERED, ifMay, isOpen, messageId, react, reply, type Said, saidIn } from './said.ts';

/** @throws GitHubUnavailable, GitHubRefusal and the store's errors: the job is red, and nothing is lost */
export async function comment(
  job: Job,
  intent: Extract<Intent, { type: 'comment' | 'review' }>,
): Promise<Verdict> {
  const { event, store } = job;
  const said = saidIn(intent);
  const command = parseComment(said.text);
  if (command === undefined) return nothing(job, 'The comment is no command');
  if (store.on === undefined)
    return nothing(job, `Comments are heard with \`store: branch\`, not with ${store.kind}`);
  const [runs] = await Promise.all([
    store.on({ issue: said.issue, workflow: event.workflow || undefined }),
    react(job, said, 'eyes'),
  ]);
  if (isDecision(command)) return decision(job, said, command, runs);
  switch (command.verb) {
    case 'help':
      return ifMay(job, said, 'triage', () => reply(job, said, { code: 'help' }));
    case 'status':
      return ifMay(job, said, 'triage', () => status(job, said, command, runs));
    case 'cancel':
      return ifMay(job, said, 'write', (post) => cancel(job, said, command, runs, post));
    case 'halt':
      return ifMay(job, said, 'write', (post) => haltBy(job, said, command, runs, post));
    case 'retry':
      return ifMay(job, said, 'write', () => retry(job, said, command, runs));
  }
}

type Decision = Extract<Command, { verb: 'approve' | 'reject' | 'answer' }>;

async function decision(
  job: Job,
  said: Said,
  { ref }: Decision,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const { event, store } = job;
  const target = ref === undefined ? whoWaits(runs) : whoHas(runs, ref);
  if ('answer' in target) return ifMay(job, said, 'read', () => reply(job, said, target.answer));
  const { runId, attempt, status: now } = target.run;
  if (!isOpen(target.run))
    return ifMay(job, said, 'read', () => reply(job, said, { code: 'run-ended', runId, status: now }, runId));
  // Before the run is opened: what is opened then has the message. A re-run attempt brings nothing of its own; what
  // its first attempt has left in the mailbox is acted on.
  if (event.workflowAttempt === 1) {
    const { id, issue, nodeId } = said;
    await store.send(runId, {
      id: messageId(said),
      kind: 'decide',
      attempt,
      at: new Date().toISOString(),
      commentId: id,
      issue,
      ...(nodeId === undefined ? {} : { review: true }),
    });
  }
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  return drive(job, { run, delivered: DELIVERED });
}

type Target = { run: RunOnIssue } | { answer: Reply };

/** Without a reference: the run that waits here, when there is one. */
function whoWaits(runs: readonly RunOnIssue[]): Target {
  const waiting = runs.filter(({ refs }) => refs.length > 0);
  const open = waiting.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));
  if (waiting.length > 1) return { answer: { code: 'which-breakpoint', open } };
  // None is open by now: the one run that reports here knows whether one was when the comment was written.
  const candidates = waiting.length === 1 ? waiting : runs.filter(isOpen);
  const [run] = candidates;
  return run !== undefined && candidates.length === 1 ? { run } : { answer: { code: 'no-breakpoint' } };
}

function whoHas(runs: readonly RunOnIssue[], ref: string): Target {
  const has = runs.find(({ refs }) => refs.includes(ref));
  if (has !== undefined) return { run: has };
  const [only, ...others] = runs.filter(isOpen).length > 0 ? runs.filter(isOpen) : runs;
  if (only !== undefined && others.length === 0) return { run: only };
  const open = runs.flatMap(({ refs, runId }) => refs.map((one) => ({ ref: one, title: `run ${runId}` })));
  return { answer: { code: 'unknown-ref', ref, open } };
}
