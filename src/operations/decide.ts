/**
 * Decisions from comments. A message names a comment, nothing more: whoever drives the run reads the comment again,
 * asks for its author's permission, judges by the journal, records. What GitHub cannot say now stays in the mailbox.
 */
import { parseComment } from '../comments/command.ts';
import { readMarker } from '../comments/markers.ts';
import type { Reply } from '../comments/replies.ts';
import { type Breakpoint, isDecision, judge, type Said, type Verdict } from '../decisions/judge.ts';
import { teamsOf } from '../decisions/policy.ts';
import { resultOf, tally } from '../decisions/tally.ts';
import type { History, Person, Post } from '../github/port.ts';
import type { DecisionRecordedData, JsonObject, NewEvent } from '../journal/events.ts';
import type { EffectState } from '../journal/state.ts';
import type { Message } from '../stores/contract.ts';
import { pullOf } from './announce.ts';
import type { Announced } from './announced.ts';
import type { Driver } from './drive.ts';
import { defined } from './recorder.ts';
import type { Thread } from './thread.ts';

export type DecideMessage = Message & { kind: 'decide' };

/** What GitHub says now of a comment, its author, and the breakpoints that it may be about. */
export interface Facts {
  /** undefined: it was deleted. */
  said: Said | undefined;
  /** Of our own comments, by effect id. */
  histories: ReadonlyMap<string, History | undefined>;
  head: string | undefined;
  pullAuthor: Person | undefined;
}

/** What is to be said of a decision once the store holds it. */
export type Aftermath =
  | { kind: 'reply'; issue: number; to: string; reply: Reply }
  | { kind: 'stranger'; post: Post }
  /** The breakpoint's comment tells of something else now. */
  | { kind: 'show'; effectId: string; head?: string }
  /** Somebody has changed or deleted it. */
  | { kind: 'restore'; effectId: string };

/** @throws GitHubUnavailable, GitHubRefusal: nothing is known */
export async function ask(thread: Thread, { commentId, issue, review }: DecideMessage): Promise<Facts> {
  const { port } = thread.options;
  const nothing = { histories: new Map(), head: undefined, pullAuthor: undefined };
  const post = review === true ? await port.review(issue, commentId) : await port.comment(commentId);
  if (post === undefined) return { ...nothing, said: undefined };
  const open = announcedOf(thread).filter(({ effect }) => effect.status === 'requested');
  const teams = [...new Set(open.flatMap(({ effect }) => teamsOf(thread.policyOf(effect))))];
  const ours = open.filter(({ announced }) => announced.nodeId !== '');
  const onPull = open.find(({ announced }) => announced.head !== undefined && announced.issue === post.issue);
  const author = post.author;
  const [role, histories, members, pull, others] = await Promise.all([
    author === undefined || author.isBot ? ('none' as const) : port.role(author.login),
    port.histories([post.nodeId, ...ours.map(({ announced }) => announced.nodeId)]),
    Promise.all(teams.map((team) => membersOf(thread, team))),
    onPull === undefined ? undefined : pullOf(port, post.issue),
    othersOn(thread, post),
  ]);
  thread.headNow = pull?.head ?? thread.headNow;
  return {
    said: {
      post,
      history: histories[0],
      role,
      teams: new Map(teams.map((team, i) => [team, members[i] ?? []])),
      others,
    },
    histories: new Map(ours.map(({ effect }, i) => [effect.effectId, histories[i + 1]])),
    head: pull?.head,
    pullAuthor: pull?.author,
  };
}

/**
 * Without a reference a comment binds to the one breakpoint that was open there when it was written. Another run that
 * waits there now, or was saved since, may have been the one: nobody looks into its journal, so it is not guessed.
 */
async function othersOn({ options, state }: Thread, { id, issue, body, createdAt }: Post) {
  const command = parseComment(body);
  if (!isDecision(command) || command.ref !== undefined || options.runsOn === undefined) return [];
  const runs = await options.runsOn(issue, id);
  return runs.filter(
    ({ runId, refs, updatedAt }) =>
      runId !== state.runId && (refs.length > 0 || !(Date.parse(updatedAt) < Date.parse(createdAt))),
  );
}

function membersOf({ options }: Thread, name: string): Promise<Person[]> {
  const [organisation = '', team = ''] = name.split('/');
  return options.port.teamMembers(organisation, team);
}

interface AnnouncedEffect {
  effect: EffectState;
  announced: Announced;
}

/** Breakpoints whose comments stand, in order of request. */
export function announcedOf(thread: Thread): AnnouncedEffect[] {
  return Object.entries(thread.comments.breakpoints)
    .flatMap(([effectId, announced]) => {
      const effect = thread.state.effects.get(effectId);
      return effect === undefined ? [] : [{ effect, announced }];
    })
    .sort((a, b) => a.effect.seq - b.effect.seq);
}

/** M3: what was said to an earlier attempt of the run decides nothing in this one, and is recorded and answered. */
export function outdated(thread: Thread, message: DecideMessage, { said }: Facts): Aftermath[] {
  const { state, seat } = thread;
  const command = said === undefined ? undefined : parseComment(said.post.body);
  if (message.attempt >= state.attempt || state.messages.has(message.id)) return [];
  if (said?.post.author === undefined || !isDecision(command)) return [];
  if (said.post.author.isBot || said.role === 'none') return [];
  const reply = { code: 'earlier-attempt', runId: state.runId, attempt: state.attempt } as const;
  const text = thread.options.redact(command.text);
  const refusal = { effectId: undefined, decision: command.verb, counted: false, why: reply.code, text };
  seat.journal.append([recordOf(message, said, refusal)]);
  return [{ kind: 'reply', issue: said.post.issue, to: said.post.id, reply }];
}

/** Judges by what the journal says now, and records what came of it. */
export function decide(
  thread: Thread,
  driver: Driver,
  message: DecideMessage,
  facts: Facts,
): { text: string; done: boolean; aftermath: Aftermath[] } {
  const { said } = facts;
  if (said === undefined) return { done: false, text: 'the comment was deleted', aftermath: [] };
  const verdict = judge(
    said,
    announcedOf(thread).map((one) => breakpointOf(thread, one, facts)),
  );
  switch (verdict.kind) {
    case 'ignored':
      return { done: false, text: verdict.why, aftermath: [] };
    case 'stranger':
      return {
        done: false,
        text: `@${said.post.author?.login ?? ''} has no role in this repository`,
        aftermath: [{ kind: 'stranger', post: said.post }],
      };
    case 'refused':
      return refused(thread, driver, message, said, verdict);
    case 'counted':
      return counted(
        thread,
        driver,
        message,
        said,
        { ...verdict, text: thread.options.redact(verdict.text) },
        facts.head,
      );
  }
}

function breakpointOf(thread: Thread, { effect, announced }: AnnouncedEffect, facts: Facts): Breakpoint {
  const { effectId } = effect;
  const shown = thread.factsOf(effect, announced).shown;
  const closed = thread.closedOf(effect);
  const { pullAuthor, head } = facts;
  const turns = thread.turns();
  const { runId, attempt } = thread.state;
  const author =
    pullAuthor === undefined
      ? []
      : [{ login: pullAuthor.login, id: pullAuthor.id, because: 'author' as const }];
  return {
    effectId,
    ref: thread.refOf(effectId),
    title: shown.title,
    issue: announced.issue,
    link: { text: shown.title, url: announced.url },
    opened: { commentId: announced.commentId, at: announced.at },
    settled: closed && { at: closed.at, outcome: closed.how, next: nextAfter(thread, effect) },
    options: shown.options,
    policy: thread.policyOf(effect),
    self: [...turns.selves, ...author],
    retried: turns.retriedAt === undefined ? undefined : { at: turns.retriedAt, runId, attempt },
    upgradedAt: turns.upgradedAt,
    digest: announced.digest,
    shown: shownDigest(facts.histories.get(effectId)),
    shownSince: announced.shownSince,
    head:
      announced.head === undefined
        ? undefined
        : { shown: announced.head.sha, since: announced.head.since, now: head ?? '' },
    votes: thread.votesOf(effect),
  };
}

/** The comment of the first breakpoint that was asked when this one was settled. */
function nextAfter(thread: Thread, { settlement }: EffectState): string | undefined {
  const later = announcedOf(thread).find(
    ({ effect }) => settlement !== undefined && effect.seq > settlement.seq,
  );
  return later?.announced.commentId;
}

/** What our comment shows: nothing that counts once somebody else has changed it. undefined: it is gone, or not asked for. */
function shownDigest(history: History | undefined): string | undefined {
  if (history === undefined) return undefined;
  const marker = history.isForeign ? undefined : readMarker(history.body);
  return marker?.kind === 'breakpoint' ? marker.digest : '';
}

type Refused = Extract<Verdict, { kind: 'refused' }>;

/** One record and one reply for a person and a breakpoint: whoever repeats himself is not answered again. */
function refused(thread: Thread, driver: Driver, message: DecideMessage, said: Said, verdict: Refused) {
  const { effectId, reply, decision } = verdict;
  const { post } = said;
  const answer: Aftermath = { kind: 'reply', issue: post.issue, to: post.id, reply };
  const aftermath: Aftermath[] = [answer];
  const records = (thread.state.decisions.get(effectId ?? '') ?? []).map(
    ({ data }) => data as unknown as DecisionRecordedData,
  );
  if (records.some(({ counted, actor }) => !counted && actor.id === post.author?.id)) aftermath.pop();
  else {
    const command = parseComment(post.body);
    const text = isDecision(command) ? thread.options.redact(command.text) : '';
    record(driver, message, said, { effectId, decision, counted: false, why: reply.code, text });
  }
  if (effectId !== undefined) {
    if (reply.code === 'old-digest') aftermath.push({ kind: 'restore', effectId });
    if (reply.code === 'head-moved' && reply.to !== '')
      aftermath.push({ kind: 'show', effectId, head: reply.to });
  }
  const who = post.author === undefined ? '' : ` of @${post.author.login}`;
  const why = reply.code.replaceAll('-', ' ');
  return { done: false, text: `the comment${who} does not count (${why})`, aftermath };
}

type Counted = Extract<Verdict, { kind: 'counted' }>;

function counted(
  thread: Thread,
  driver: Driver,
  message: DecideMessage,
  said: Said,
  { effectId, decision, option, text }: Counted,
  head: string | undefined,
): { text: string; done: boolean; aftermath: Aftermath[] } {
  record(driver, message, said, { effectId, decision, counted: true, text, option, head });
  const effect = thread.state.effects.get(effectId);
  const announced = thread.comments.breakpoints[effectId];
  if (effect === undefined || announced === undefined) throw new Error(`effect ${effectId} was not found`);
  const votes = thread.votesOf(effect);
  const policy = thread.policyOf(effect);
  const outcome = tally(votes, policy, announced.named, policy.requireHead ? head : undefined);
  const aftermath: Aftermath[] = [{ kind: 'show', effectId }];
  if (outcome.state === 'open')
    return { done: true, text: `${decision} was counted: ${outcome.so} of ${outcome.needed}`, aftermath };
  const by = { actor: actorOf(said), messageId: message.id };
  driver.effects.post(effectId, { status: 'ok', value: resultOf(outcome, votes) }, by);
  return { done: true, text: `the breakpoint was ${outcome.state} by @${outcome.by.login}`, aftermath };
}

interface Record {
  effectId: string | undefined;
  decision: DecisionRecordedData['decision'];
  counted: boolean;
  why?: string;
  text: string;
  option?: string | undefined;
  head?: string | undefined;
}

function record(driver: Driver, message: DecideMessage, said: Said, what: Record): void {
  driver.recorder.append(recordOf(message, said, what));
}

function recordOf(message: DecideMessage, said: Said, { text, ...rest }: Record): NewEvent {
  const { post, role } = said;
  const data = {
    ...rest,
    actor: actorOf(said),
    permission: role,
    commentId: post.id,
    commentUrl: post.url,
    commentedAt: post.createdAt,
    text,
    messageId: message.id,
  };
  return { type: 'DECISION_RECORDED', data: defined(data) as JsonObject };
}

const actorOf = ({ post }: Said) => ({
  login: post.author?.login ?? '',
  ...(post.author && { id: post.author.id }),
});
