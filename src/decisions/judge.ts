/**
 * Whether a comment decides a breakpoint. Facts in, verdict out: what GitHub says of the comment and its author now,
 * and what the journal says of the run's breakpoints. Fails closed: whatever is not known to be right is refused.
 */
import { type Command, type DecisionVerb, parseComment } from '../comments/command.ts';
import type { Link } from '../comments/facts.ts';
import { hasMarker } from '../comments/markers.ts';
import { chosenOption } from '../comments/options.ts';
import type { OpenRef, Reply } from '../comments/replies.ts';
import type { History, Person, Post, Role } from '../github/port.ts';
import { entryOf, type PolicyInForce, rankOf } from './policy.ts';
import type { Vote } from './tally.ts';

/** A comment or review as GitHub has it now. */
export interface Said {
  post: Post;
  /** undefined: it went away while it was asked for. */
  history: History | undefined;
  role: Role;
  /** Members of the teams that the policy names, by `org/team`. */
  teams: ReadonlyMap<string, readonly Person[]>;
  /** Other runs on its issue that a comment without a reference may mean: what is open there, or was when it was written. */
  others: readonly { runId: string; refs: readonly string[] }[];
}

export type SelfReason = 'starter' | 'retried' | 'upgraded' | 'author';

export interface Breakpoint {
  effectId: string;
  ref: string;
  title: string;
  /** Where its comment stands. */
  issue: number;
  link: Link;
  opened: { commentId: string; at: string };
  /** undefined: it is open. `next`: the comment of a breakpoint that was asked only after that. */
  settled: { at: string; outcome: string; next?: string | undefined } | undefined;
  options: readonly string[];
  policy: PolicyInForce;
  /** Who may not approve. `id` where it is known: a login can be renamed. */
  self: readonly { login: string; id?: number; because: SelfReason }[];
  /** The run was retried: what was said before is about an attempt that is over. */
  retried: { at: string; runId: string; attempt: number } | undefined;
  /** The run's code was upgraded: what was said before is about other code. */
  upgradedAt: string | undefined;
  /** Digest of what is to be decided, and of what its comment shows; undefined: the comment is gone. */
  digest: string;
  shown: string | undefined;
  /** Our comment was put right at that time; undefined: it has been what it was. */
  shownSince: string | undefined;
  /** On a pull request: the head that the comment shows, since when, and the head now. */
  head: { shown: string; since: string; now: string } | undefined;
  /** Counted so far. */
  votes: readonly Vote[];
}

export type Verdict =
  | { kind: 'ignored'; why: string }
  /** Without any role: a reaction, no words. */
  | { kind: 'stranger' }
  | { kind: 'refused'; effectId: string | undefined; decision: DecisionVerb; reply: Reply }
  | { kind: 'counted'; effectId: string; decision: DecisionVerb; option: string | undefined; text: string };

type Decision = Extract<Command, { verb: DecisionVerb }>;

export const isDecision = (command: Command | undefined): command is Decision =>
  command !== undefined && ['approve', 'reject', 'answer'].includes(command.verb);

/** `breakpoints`: all of the run that have been announced, in order of request. */
export function judge(said: Said, breakpoints: readonly Breakpoint[]): Verdict {
  const { post, history, role } = said;
  const command = parseComment(post.body);
  if (!isDecision(command)) return { kind: 'ignored', why: 'the comment is no decision' };
  if (hasMarker(post.body) || (history?.isOwn === true && post.author?.isBot !== false))
    return { kind: 'ignored', why: 'the comment is our own, or a copy of one' };
  const { author } = post;
  if (author === undefined) return { kind: 'ignored', why: 'the account of its author is gone' };
  const bound = bind(command, said, breakpoints);
  const isListedBot =
    author.isBot &&
    'breakpoint' in bound &&
    bound.breakpoint.policy.lists.every((list) => list.some(isApp(author)));
  // Apps have no role of their own; everybody else without one gets no words from us.
  if (!author.isBot && rankOf(role) < rankOf('read')) return { kind: 'stranger' };
  const about = 'breakpoint' in bound ? bound.breakpoint.effectId : bound.effectId;
  const refuse = (reply: Reply): Verdict => ({
    kind: 'refused',
    effectId: about,
    decision: command.verb,
    reply,
  });
  if (history === undefined) return refuse({ code: 'deleted' });
  if (history.isOwn) return refuse({ code: 'own-token' });
  if (history.isEdited) return refuse({ code: 'edited' });
  if (author.isBot && !isListedBot) return refuse({ code: 'bot', login: author.login });
  if ('reply' in bound) return refuse(bound.reply);
  const { breakpoint } = bound;
  const reply = objection(command, said, author, breakpoint);
  if (reply !== undefined) return refuse(reply);
  const { option, text } = optionOf(command, breakpoint.options);
  return { kind: 'counted', effectId: breakpoint.effectId, decision: command.verb, option, text };
}

type Bound = { breakpoint: Breakpoint } | { reply: Reply; effectId?: string };

/** The breakpoint that a comment is about: the one that it names, else the one that was open there when it was written. */
function bind({ ref }: Decision, { post, others }: Said, all: readonly Breakpoint[]): Bound {
  if (ref !== undefined) {
    const named = all.find((one) => one.ref === ref);
    if (named === undefined) return { reply: { code: 'unknown-ref', ref, open: openRefs(all, post.issue) } };
    if (named.issue !== post.issue)
      return { reply: { code: 'other-issue', ref, link: named.link }, effectId: named.effectId };
    return ifOpen(named);
  }
  const there = all.filter((one) => one.issue === post.issue && wasOpen(one, post));
  const [only] = there;
  if (only === undefined) return { reply: { code: 'no-breakpoint' } };
  if (there.length > 1 || others.length > 0) {
    const elsewhere = others.flatMap(({ runId, refs }) =>
      refs.map((one) => ({ ref: one, title: `run ${runId}` })),
    );
    return { reply: { code: 'which-breakpoint', open: [...there.map(openRef), ...elsewhere] } };
  }
  return ifOpen(only);
}

function ifOpen(breakpoint: Breakpoint): Bound {
  const { settled, ref, link, effectId } = breakpoint;
  if (settled === undefined) return { breakpoint };
  return { reply: { code: 'closed', ref, outcome: settled.outcome, link }, effectId };
}

/**
 * GitHub's times have whole seconds: what was settled within the second of the comment counts as open then, unless
 * the comment stands below one that came later.
 */
function wasOpen({ opened, settled }: Breakpoint, post: Post): boolean {
  if (!isBefore(opened, post)) return false;
  if (settled === undefined) return true;
  const isLater = settled.next !== undefined && isComment(post) && isBelow(post, settled.next);
  return !isLater && Date.parse(settled.at) >= Date.parse(post.createdAt);
}

/** Comments of one repository are numbered in order; reviews are not numbered with them. */
function isBefore({ commentId, at }: Breakpoint['opened'], post: Post): boolean {
  return isComment(post) ? isBelow(post, commentId) : Date.parse(at) <= Date.parse(post.createdAt);
}

const isComment = ({ url }: Post): boolean => url.includes('#issuecomment-');
const isBelow = ({ id }: Post, commentId: string): boolean => BigInt(commentId) < BigInt(id);

const openRef = ({ ref, title, link }: Breakpoint): OpenRef => ({ ref, title, link });
const openRefs = (all: readonly Breakpoint[], issue: number): OpenRef[] =>
  all.filter((one) => one.settled === undefined && one.issue === issue).map(openRef);

const isApp = (person: Person) => (approver: { kind: string; name: string }) =>
  approver.kind === 'app' && same(approver.name, person.login);
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Why the breakpoint does not take this decision of this person; undefined: it does. */
function objection(command: Decision, said: Said, author: Person, breakpoint: Breakpoint): Reply | undefined {
  const { policy, options, digest, shown, shownSince, ref, link, head, votes, self, retried, upgradedAt } =
    breakpoint;
  const { post } = said;
  const mine = self.find(({ login, id }) =>
    id === undefined ? same(login, author.login) : id === author.id,
  );
  const isStarter = self.some(
    ({ login, id, because }) =>
      because === 'starter' && (id === undefined ? same(login, author.login) : id === author.id),
  );
  // Whoever started the run may always call it off.
  const mayReject = command.verb === 'reject' && isStarter;
  const failed = mayReject ? undefined : policy.lists.find((list) => !isAllowed(list, said, author));
  if (failed !== undefined) {
    const needs = failed.filter(({ kind }) => kind === 'role');
    return needs.length === failed.length
      ? { code: 'no-permission', needs: needs.map(({ name }) => name).join(' or '), has: said.role }
      : { code: 'not-approver', approvers: failed.map(entryOf) };
  }
  if (retried !== undefined && isEarlier(post, retried.at)) {
    const { runId, attempt } = retried;
    return { code: 'earlier-attempt', runId, attempt };
  }
  if (command.verb !== 'reject' && mine !== undefined && !policy.allowSelf)
    return { code: 'self', because: mine.because };
  if (upgradedAt !== undefined && isEarlier(post, upgradedAt)) return { code: 'earlier-code', ref, link };
  if (shown !== digest || (shownSince !== undefined && !isAfter(post, shownSince)))
    return { code: 'old-digest', ref, link };
  if (policy.requireHead && head !== undefined) {
    if (head.now !== head.shown || !isAfter(post, head.since))
      return { code: 'head-moved', ref, from: head.shown, to: head.now };
  }
  const { option, text } = optionOf(command, options);
  if (command.verb !== 'reject' && options.length > 0 && option === undefined)
    return { code: 'not-an-option', options };
  if (command.verb === 'answer' && options.length === 0 && text === '')
    return { code: 'answer-needs-text', ref };
  const before = votes.findLast(({ id }) => id === author.id);
  if (before !== undefined && before.decision === command.verb && before.option === option)
    return { code: 'already-counted', decision: command.verb };
  return undefined;
}

/** GitHub's times have whole seconds. */
const isEarlier = ({ createdAt }: Post, at: string): boolean =>
  Date.parse(createdAt) < Math.floor(Date.parse(at) / 1000) * 1000;

/** In the same second nobody can say what was read. */
const isAfter = ({ createdAt }: Post, since: string): boolean => Date.parse(createdAt) > Date.parse(since);

function isAllowed(list: PolicyInForce['lists'][number], { role, teams }: Said, author: Person): boolean {
  return list.some((approver) => {
    const { kind, name } = approver;
    if (kind === 'app') return author.isBot && isApp(author)(approver);
    if (author.isBot || rankOf(role) < rankOf('read')) return false;
    if (kind === 'user') return same(name, author.login);
    if (kind === 'role') return rankOf(role) >= rankOf(name);
    return teams.get(name)?.some(({ id }) => id === author.id) === true;
  });
}

/** With options, the text of an approval or an answer begins with one; what follows is said beside it. */
function optionOf(
  { verb, text }: Decision,
  options: readonly string[],
): { option: string | undefined; text: string } {
  const chosen = verb === 'reject' ? undefined : chosenOption(text, options);
  return chosen ?? { option: undefined, text };
}
