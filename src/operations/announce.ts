/**
 * Breakpoints as comments. Persist, then announce: the store holds EFFECT_REQUESTED before its comment is made. A
 * comment is made once: the note of it (comments.json) is saved behind it, and where a driver died in between the
 * next one finds the comment by its marker and its author before it makes another.
 */
import { breakpointComment, decidedComment } from '../comments/breakpoint.ts';
import { readMarker } from '../comments/markers.ts';
import { reminderComment, trackingIssueText } from '../comments/reminder.ts';
import { LonghaulError } from '../errors.ts';
import {
  GitHubRefusal,
  GitHubUnavailable,
  type Person,
  type Post,
  type PullsPort,
  type TrackingIssue,
} from '../github/port.ts';
import type { EffectState } from '../journal/state.ts';
import { type Announced, nonceOf } from './announced.ts';
import { filesOf } from './breakpoint-shown.ts';
import type { Thread } from './thread.ts';

const LABEL = 'longhaul';
/** What an earlier job made is looked for from so long before. */
const MINUTE_MS = 60_000;

export type Where = NonNullable<Thread['comments']['issue']>;

/** Where the run is reported: as noted, else the job's issue, else an issue of its own, made once. */
export async function whereOf(thread: Thread): Promise<Where> {
  const { comments, options, home: issue } = thread;
  if (comments.issue !== undefined) return comments.issue;
  const { port, place } = options;
  let where: Where;
  if (issue === undefined) {
    const { number, url } = await trackingIssue(thread);
    where = { number, url, isPull: false };
  } else {
    const isPull = issue.isPull ?? (await port.pull(issue.number)) !== undefined;
    const url = `${place.repositoryUrl}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
    where = { number: issue.number, url, isPull };
  }
  thread.note({ issue: where });
  return where;
}

async function trackingIssue(thread: Thread): Promise<TrackingIssue> {
  const { state, options } = thread;
  const isOurs = ({ body: text }: TrackingIssue): boolean => {
    const found = readMarker(text);
    return found?.kind === 'issue' && found.run === state.runId;
  };
  const find = () =>
    findOwn(thread, options.port.issuesSince(LABEL, before(state.createdAt, MINUTE_MS)), isOurs);
  // A driver before this one can have made it already, or this one without an answer.
  const earlier = thread.hasTriedIssue || [...state.pending.values()].some(({ seq }) => seq <= thread.since);
  thread.hasTriedIssue = true;
  const made = earlier ? await find() : undefined;
  if (made !== undefined) return made;
  const text = trackingIssueText({ runId: state.runId, processId: state.processId, links: options.links });
  try {
    return await once(() => options.port.createIssue({ ...text, labels: [LABEL] }), find);
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 410)
      throw new LonghaulError(
        'NO_ISSUES',
        'Issues are disabled in this repository, and the run was not started from a pull request',
        {
          hint: 'Set `issue:` to the number of a pull request that the run is to report on.',
        },
      );
    throw error;
  }
}

/** GitHub's times have whole seconds, and its clock is its own. */
const before = (time: string, ms: number): string => new Date(Date.parse(time) - ms).toISOString();

/** The first of ours; markers can be copied, authors cannot. */
async function findOwn<T extends { nodeId: string; body: string }>(
  { options }: Thread,
  posts: AsyncIterable<T>,
  isOurs: (post: T) => boolean,
): Promise<T | undefined> {
  for await (const post of posts) {
    if (!isOurs(post)) continue;
    const [history] = await options.port.histories([post.nodeId]);
    if (history?.isOwn === true) return post;
  }
  return undefined;
}

/** Makes something once: when no answer comes, it is looked for, never made again blindly. */
async function once<T>(make: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof GitHubUnavailable)) throw error;
    const found = await find();
    if (found === undefined) throw error;
    return found;
  }
}

/** A comment of ours on the run's issue; `isOld`: an earlier driver may have made it. */
export async function commentOnce(
  thread: Thread,
  issue: number,
  body: string,
  { isOld, since }: { isOld: boolean; since: string },
  isOurs: (body: string) => boolean,
): Promise<Post> {
  const { port } = thread.options;
  const find = () =>
    findOwn(thread, port.commentsSince(issue, before(since, MINUTE_MS)), (post) => isOurs(post.body));
  const made = isOld ? await find() : undefined;
  return made ?? (await once(() => port.createComment(issue, body), find));
}

/** Makes the comment of a breakpoint that is open, unless it stands. */
export async function announce(thread: Thread, effect: EffectState): Promise<void> {
  const { effectId, requestedAt, seq } = effect;
  const { seat, options, state } = thread;
  const standing = thread.comments.breakpoints[effectId];
  if (standing !== undefined) {
    if (standing.attempt === state.attempt && standing.closed !== true) return;
    await seat.saved();
    thread.noteBreakpoint(effectId, { attempt: state.attempt, closed: false });
    return show(thread, effect);
  }
  await seat.saved();
  const where = await whereOf(thread);
  const files = filesOf(thread.definitionOf(effect), options.place, options.redact);
  const pull = where.isPull ? await pullOf(options.port, where.number) : undefined;
  const head = pull?.head;
  thread.headNow = head ?? thread.headNow;
  const announced: Announced = {
    issue: where.number,
    commentId: '',
    nodeId: '',
    url: '',
    at: '',
    digest: thread.digestOf(effect, files),
    nonce: nonceOf(state.runId, effectId),
    files,
    named: await namedBy(thread, effect, pull?.author),
    attempt: state.attempt,
    ...(head === undefined ? {} : { head: { sha: head, since: before(requestedAt, 1000) } }),
  };
  const isOurs = isOf(effectId, announced.nonce);
  const body = breakpointComment(thread.factsOf(effect, announced));
  const isOld = seq <= thread.since;
  const post = await commentOnce(thread, where.number, body, { isOld, since: requestedAt }, isOurs);
  const { id: commentId, nodeId, url, createdAt: at } = post;
  thread.noteBreakpoint(effectId, { ...announced, commentId, nodeId, url, at });
  // One that was found shows what held when it was made.
  if (post.body !== body && isOld) await show(thread, effect);
}

/** @throws LonghaulError NO_PULL: without its head and its author nobody can say what is approved, and who may */
export async function pullOf(port: PullsPort, number: number) {
  const pull = await port.pull(number);
  if (pull === undefined)
    throw new LonghaulError('NO_PULL', `Pull request #${number} cannot be read`, {
      hint: 'The job needs `permissions: pull-requests: read`, and `issue:` the number of a pull request of this repository.',
    });
  return pull;
}

/** Users and team members that the policy names, without those who may not approve. */
async function namedBy(thread: Thread, effect: EffectState, author: Person | undefined): Promise<string[]> {
  const policy = thread.policyOf(effect);
  if (policy.strategy !== 'collect-all' && policy.strategy !== 'quorum') return [];
  const named = new Map<string, string>();
  for (const { kind, name } of policy.approvers) {
    if (kind === 'user') named.set(name.toLowerCase(), name);
    if (kind !== 'team') continue;
    const [organisation = '', team = ''] = name.split('/');
    for (const { login } of await thread.options.port.teamMembers(organisation, team))
      named.set(login.toLowerCase(), login);
  }
  const selves = [...thread.turns().selves, ...(author === undefined ? [] : [author])];
  if (!policy.allowSelf) for (const { login } of selves) named.delete(login.toLowerCase());
  return [...named.values()];
}

/**
 * Brings a breakpoint's comment up to date: who has decided so far. `sha`: a push has moved the head. It counts as
 * shown once GitHub has answered that it is.
 */
export async function show(thread: Thread, effect: EffectState, sha?: string): Promise<void> {
  const { effectId } = effect;
  const standing = thread.comments.breakpoints[effectId];
  if (standing === undefined) return;
  const isMoved = sha !== undefined && standing.head?.sha !== sha;
  const from = standing.head === undefined ? {} : { from: standing.head.sha };
  const announced = isMoved ? { ...standing, head: { sha, since: standing.at, ...from } } : standing;
  const post = await edit(thread, announced, breakpointComment(thread.factsOf(effect, announced)));
  if (isMoved && post !== undefined)
    thread.noteBreakpoint(effectId, { head: { sha, since: post.updatedAt, ...from } });
}

/** Puts right what somebody has changed, and makes again what somebody has deleted: what was said until then is void. */
export async function restore(thread: Thread, effect: EffectState): Promise<void> {
  const { effectId, requestedAt } = effect;
  const announced = thread.comments.breakpoints[effectId];
  if (announced === undefined) return;
  const body = breakpointComment(thread.factsOf(effect, announced));
  const edited = await edit(thread, announced, body);
  if (edited !== undefined) {
    thread.noteBreakpoint(effectId, { shownSince: edited.updatedAt });
    return;
  }
  const place = { isOld: true, since: requestedAt };
  const isOurs = isOf(effectId, announced.nonce);
  const { id, nodeId, url, createdAt } = await commentOnce(thread, announced.issue, body, place, isOurs);
  const made = { commentId: id, nodeId, url, at: createdAt, shownSince: createdAt };
  thread.noteBreakpoint(effectId, made);
}

const isOf =
  (effectId: string, nonce: string) =>
  (body: string): boolean => {
    const marker = readMarker(body);
    return marker?.kind === 'breakpoint' && marker.effect === effectId && marker.nonce === nonce;
  };

/** Says in a breakpoint's comment how it ended; its words to type are gone. */
export async function close(thread: Thread, effect: EffectState): Promise<void> {
  const announced = thread.comments.breakpoints[effect.effectId];
  const closed = thread.closedOf(effect);
  if (announced === undefined || announced.closed === true || closed === undefined) return;
  const next = nextOf(thread, closed.how);
  const facts = { ...thread.factsOf(effect, announced), closed, ...(next === undefined ? {} : { next }) };
  await edit(thread, announced, decidedComment(facts));
}

function nextOf({ state }: Thread, how: string): string | undefined {
  if (state.terminal !== undefined) return `The run has ended: ${state.terminal.status}.`;
  return how === 'approved' ? 'The run goes on.' : undefined;
}

/** undefined: it was deleted. What is read back must be what was sent: GitHub may drop an update without a word. */
export async function edit(
  thread: Thread,
  { commentId }: { commentId: string },
  body: string,
): Promise<Post | undefined> {
  try {
    const post = await thread.options.port.editComment(commentId, body);
    if (post.body.trim() !== body.trim())
      throw new LonghaulError('NOT_EDITED', `Comment ${commentId} was not changed, although GitHub says so`);
    return post;
  } catch (error) {
    // Whoever deleted our comment does not want to see it.
    if (!(error instanceof GitHubRefusal && error.status === 404)) throw error;
    return undefined;
  }
}

/** One reminder for each breakpoint. Noted first: better none than two. */
export async function remind(thread: Thread, effect: EffectState): Promise<void> {
  const announced = thread.comments.breakpoints[effect.effectId];
  const due = remindAt(thread, effect.effectId);
  const now = thread.seat.now();
  if (announced === undefined || due === undefined || due > now) return;
  if (Date.parse(effect.request.deadline ?? '') <= now) return; // it is too late to remind
  const { runId, ref, shown, policy, said, deadline } = thread.factsOf(effect, announced);
  const text = reminderComment(
    {
      runId,
      ref,
      title: shown.title,
      waitingFor: policy.approvers.filter(({ name }) => !said.some(({ login }) => login === name)),
      openedAt: announced.at,
      ...(deadline === undefined ? {} : { deadline }),
      link: { text: 'To the question', url: announced.url },
    },
    announced.commentId,
  );
  thread.noteBreakpoint(effect.effectId, { remindedAt: new Date(now).toISOString() });
  await thread.seat.saved();
  await thread.options.port.createComment(announced.issue, text);
}

/** ms since the epoch; undefined: not any more, or never. */
export function remindAt({ comments, options }: Thread, effectId: string): number | undefined {
  const announced = comments.breakpoints[effectId];
  if (options.remindAfterMs === 0 || announced === undefined || announced.remindedAt !== undefined)
    return undefined;
  return Date.parse(announced.at) + options.remindAfterMs;
}
