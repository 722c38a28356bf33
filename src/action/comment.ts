/**
 * Comments and reviews as commands. The event only wakes us: what counts is read again, and a decision is judged by
 * whoever drives the run. Which run is meant is found in the index of runs, never by reading journals or comments.
 */
import { type Command, parseComment } from '../comments/command.ts';
import { type Reply, replyComment } from '../comments/replies.ts';
import { isDecision } from '../decisions/judge.ts';
import { rankOf } from '../decisions/policy.ts';
import { LonghaulError } from '../errors.ts';
import type { Post, Role } from '../github/port.ts';
import { statusOf } from '../journal/state.ts';
import { readComments } from '../operations/announced.ts';
import { refsOf } from '../operations/refs.ts';
import { mayRetry } from '../operations/reopen.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { halt } from './command.ts';
import { drive } from './drive.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { noOutputs } from './outputs.ts';

/** A comment or a review, as the event names it. */
interface Said {
  id: string;
  issue: number;
  text: string;
  /** Set for a review. */
  nodeId?: string;
}

const ENDED = new Set(['completed', 'failed', 'canceled', 'halted']);
const DELIVERED = 'Delivered:';

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

function saidIn(intent: Extract<Intent, { type: 'comment' | 'review' }>): Said {
  const { text } = intent;
  return intent.type === 'comment'
    ? { id: String(intent.commentId), issue: intent.issue, text }
    : { id: String(intent.reviewId), issue: intent.pullRequest, text, nodeId: intent.nodeId };
}

function nothing({ io }: Job, why: string): Verdict {
  io.notice(why);
  return { outputs: noOutputs(), failure: undefined };
}

/** Best effort: who may not react may still be heard. */
async function react(
  { github, io }: Job,
  { id, nodeId }: Said,
  reaction: 'eyes' | 'confused',
): Promise<void> {
  try {
    await (nodeId === undefined ? github.react(id, reaction) : github.reactToNode(nodeId, reaction));
  } catch (error) {
    io.warning(`The comment got no reaction: ${(error as Error).message}`);
  }
}

async function reply(job: Job, { issue, id }: Said, answer: Reply, run?: string): Promise<Verdict> {
  await job.github.createComment(
    issue,
    replyComment(answer, { to: id, ...(run === undefined ? {} : { run }) }),
  );
  return nothing(job, `Answered: ${answer.code}`);
}

const messageId = ({ id, nodeId }: Said): string => `${nodeId === undefined ? 'comment' : 'review'}-${id}`;
const isOpen = ({ status: now }: RunOnIssue): boolean => !ENDED.has(now);

type Decision = Extract<Command, { verb: 'approve' | 'reject' | 'answer' }>;

async function decision(
  job: Job,
  said: Said,
  { ref }: Decision,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const { event } = job;
  const target = ref === undefined ? whoWaits(runs) : whoHas(runs, ref);
  if ('answer' in target) return ifMay(job, said, 'read', () => reply(job, said, target.answer));
  const { runId, attempt } = target.run;
  const run = await openOurs(job, runId);
  if (run === undefined)
    return nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
  const { state } = run.load();
  if (state.terminal !== undefined)
    return ifMay(job, said, 'read', () =>
      reply(job, said, { code: 'run-ended', runId, status: statusOf(state) }, runId),
    );
  // A re-run attempt brings nothing of its own: what its first attempt has left in the mailbox is acted on.
  if (event.workflowAttempt === 1) {
    const { id, issue, nodeId } = said;
    await run.mailbox.deliver({
      id: messageId(said),
      kind: 'decide',
      attempt,
      at: new Date().toISOString(),
      commentId: id,
      issue,
      ...(nodeId === undefined ? {} : { review: true }),
    });
  }
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

/**
 * Reads the comment again and asks for its author's permission now; does it when both hold. People without any role
 * get a reaction only, bots nothing.
 */
async function ifMay(
  job: Job,
  said: Said,
  level: Role,
  act: (post: Post) => Promise<Verdict>,
): Promise<Verdict> {
  const { github, event } = job;
  if (event.workflowAttempt > 1) return nothing(job, 'This is a re-run: comment again');
  const post =
    said.nodeId === undefined ? await github.comment(said.id) : await github.review(said.issue, said.id);
  const { author } = post ?? {};
  if (post === undefined || author === undefined || author.isBot)
    return nothing(job, 'Nobody is to be answered');
  const [role, [history]] = await Promise.all([github.role(author.login), github.histories([post.nodeId])]);
  if (rankOf(role) < rankOf('read')) {
    await react(job, said, 'confused');
    return nothing(job, `@${author.login} has no role in this repository`);
  }
  if (history === undefined || history.isEdited) return reply(job, said, { code: 'edited' });
  if (rankOf(role) < rankOf(level))
    return reply(job, said, { code: 'no-permission', needs: level, has: role });
  return act(post);
}

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

async function status(job: Job, said: Said, command: About, runs: readonly RunOnIssue[]): Promise<Verdict> {
  const found = runOf(command, runs.some(isOpen) ? runs.filter(isOpen) : runs);
  if ('answer' in found) return reply(job, said, found.answer);
  const { runId } = found.run;
  const run = await openOurs(job, runId);
  if (run === undefined)
    return nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
  const { status: comment, issue } = readComments(run.runDir);
  const url =
    comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${said.issue}`;
  return reply(job, said, { code: 'status', link: { text: `run ${runId}`, url } }, runId);
}

type Cancel = Extract<Command, { verb: 'cancel' }>;

async function cancel(
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
    await run.mailbox.deliver({
      id: messageId(said),
      kind: 'cancel',
      attempt: state.attempt,
      at: new Date().toISOString(),
      actor: { login, id },
      source: post.url,
      effectId,
      reason: text || `cancelled by @${login}`,
    });
    return drive(job, { run, delivered: DELIVERED });
  }
  return reply(job, said, { code: 'unknown-ref', ref: effect, open: listed });
}

async function haltBy(
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
  if (run === undefined)
    return nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
  const { login, id } = post.author ?? { login: '', id: 0 };
  return halt(job, run, {
    actor: { login, id },
    messageId: messageId(said),
    source: post.url,
    finalStatus: 'completed',
    reason: found.reason || 'manual_halt',
  });
}

async function retry(job: Job, said: Said, command: About, runs: readonly RunOnIssue[]): Promise<Verdict> {
  const failed = runs.filter(({ status: now }) => now === 'failed');
  const found = runOf(command, failed.length > 0 ? failed : runs);
  if ('answer' in found) return reply(job, said, found.answer);
  const { runId } = found.run;
  const run = await openOurs(job, runId);
  if (run === undefined)
    return nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
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
