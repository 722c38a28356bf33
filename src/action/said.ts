/** A comment or review that speaks to us: what is known of it, how it is answered, and what its author may ask for. */
import { readMarker } from '../comments/markers.ts';
import { type Reply, replyComment } from '../comments/replies.ts';
import { rankOf } from '../decisions/policy.ts';
import { LonghaulError } from '../errors.ts';
import type { Post, Role } from '../github/port.ts';
import { isEnded } from '../journal/endings.ts';
import type { RunState } from '../journal/state.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import type { Job } from './job.ts';
import { nothing } from './nothing.ts';

/** A comment or a review, as the event names it. */
export interface Said {
  id: string;
  issue: number;
  text: string;
  /** Set for a review. */
  nodeId?: string;
  /** It lay in the mailbox: that this job is run again says nothing of it. */
  isMail?: true;
}

/** As GitHub has it now. */
export interface Spoken extends Said {
  post: Post;
}

/** Said when somebody else drives the run. */
export const DELIVERED = 'Delivered:';

export function saidIn(intent: Extract<Intent, { type: 'comment' | 'review' }>): Said {
  const { text } = intent;
  return intent.type === 'comment'
    ? { id: String(intent.commentId), issue: intent.issue, text }
    : { id: String(intent.reviewId), issue: intent.pullRequest, text, nodeId: intent.nodeId };
}

/** Best effort: who may not react may still be heard. */
export async function react(
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

/** Answers once, however often the event comes: our earlier answer is found by its marker and its author. */
export async function reply(job: Job, spoken: Spoken, answer: Reply, run?: string): Promise<Verdict> {
  const { issue, id } = spoken;
  if (await isAnswered(job, spoken)) return nothing(job, 'It is answered already');
  await job.github.createComment(
    issue,
    replyComment(answer, { to: id, ...(run === undefined ? {} : { run }) }),
  );
  return nothing(job, `Answered: ${answer.code}`);
}

async function isAnswered({ github }: Job, { issue, id, post }: Spoken): Promise<boolean> {
  for await (const { body, nodeId } of github.commentsSince(issue, post.createdAt)) {
    const marker = readMarker(body);
    if (marker?.kind !== 'reply' || marker.to !== id) continue;
    const [history] = await github.histories([nodeId]);
    if (history?.isOwn === true) return true;
  }
  return false;
}

export const runEnded = (
  job: Job,
  spoken: Spoken,
  { runId, status }: Pick<RunOnIssue, 'runId' | 'status'>,
): Promise<Verdict> => reply(job, spoken, { code: 'run-ended', runId, status }, runId);

export const messageId = ({ id, nodeId }: Said): string =>
  `${nodeId === undefined ? 'comment' : 'review'}-${id}`;
export const isOpen = ({ status: now }: RunOnIssue): boolean => !isEnded(now);

/**
 * Reads the comment again and asks for its author's permission now; does it when both hold. People without any role
 * get a reaction only, bots nothing, and a job that is run again does nothing a second time.
 */
export async function ifMay(
  job: Job,
  said: Said,
  level: Role,
  act: (spoken: Spoken) => Promise<Verdict>,
): Promise<Verdict> {
  const { github, event } = job;
  const post =
    said.nodeId === undefined ? await github.comment(said.id) : await github.review(said.issue, said.id);
  const { author } = post ?? {};
  if (post === undefined || author === undefined || author.isBot)
    return nothing(job, 'Nobody is to be answered');
  const [role, [history]] = await Promise.all([github.role(author.login), github.histories([post.nodeId])]);
  if (rankOf(role) < rankOf('read')) {
    await react(job, said.nodeId === undefined ? said : { ...said, nodeId: post.nodeId }, 'confused');
    return nothing(job, `@${author.login} has no role in this repository`);
  }
  const spoken = { ...said, post };
  if (event.workflowAttempt > 1 && said.isMail !== true) return reply(job, spoken, { code: 'rerun' });
  if (history === undefined || history.isEdited) return reply(job, spoken, { code: 'edited' });
  if (rankOf(role) < rankOf(level))
    return reply(job, spoken, { code: 'no-permission', needs: level, has: role });
  return act(spoken);
}

/** The clocks of runners and of GitHub are their own. */
const SKEW_MS = 60_000;

/** Its event came before: the journal of one of the runs that were saved since has it. */
export async function isTaken(
  job: Job,
  said: Said,
  at: string,
  runs: readonly RunOnIssue[],
): Promise<boolean> {
  if (job.event.workflowAttempt > 1) return false;
  for (const { runId, updatedAt } of runs) {
    if (Date.parse(updatedAt) + SKEW_MS < Date.parse(at)) continue;
    const state = await stateOfOther(job, runId);
    if (state?.messages.has(messageId(said)) === true) return true;
  }
  return false;
}

/** Nothing can be read just now, whichever run it is. */
const PASSING = new Set(['API_FAILED', 'FORBIDDEN', 'UNAUTHORISED', 'TIMEOUT', 'NETWORK']);

/** Of a run on the issue; undefined: it cannot be used, which keeps no comment from the run that it is for. */
export async function stateOfOther({ store, io }: Job, runId: string): Promise<RunState | undefined> {
  try {
    return (await store.open(runId)).load({ damaged: true }).state;
  } catch (error) {
    if (!(error instanceof LonghaulError) || PASSING.has(error.code)) throw error;
    io.warning(`Run ${runId} was passed over: ${error.message}`);
    return undefined;
  }
}
