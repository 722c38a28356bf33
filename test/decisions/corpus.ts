/** Comments as GitHub has them, good and hostile, and what each must come to. Text alone is the matter of test/comments. */
import type { ReplyCode } from '../../src/comments/replies.ts';
import type { Breakpoint, Said } from '../../src/decisions/judge.ts';
import { type PolicyInForce, parseApprovers } from '../../src/decisions/policy.ts';
import type { Vote } from '../../src/decisions/tally.ts';
import type { History, Person, Post, Role } from '../../src/github/port.ts';

export const T0 = '2026-11-21T10:00:00Z';
export const at = (seconds: number): string =>
  new Date(Date.parse(T0) + seconds * 1000).toISOString().replace('.000Z', 'Z');

export const person = (login: string, id: number): Person => ({ login, id, isBot: false });
export const bot = (login: string, id: number): Person => ({ login, id, isBot: true });
export const ANN = person('ann', 1);
export const BEN = person('ben', 2);
export const SAM = person('sam', 3); // starts the runs
export const HELPER = bot('helper[bot]', 50);

export function policy(
  change: Partial<Omit<PolicyInForce, 'lists'>> & { lists?: string[][] } = {},
): PolicyInForce {
  const { lists = [[]], ...rest } = change;
  const parsed = lists.map(parseApprovers);
  return {
    approvers: parsed[0] ?? [],
    strategy: 'single',
    minimum: 1,
    quorum: 0,
    allowSelf: false,
    requireHead: false,
    ...rest,
    lists: parsed,
  };
}

/** `#7`'s breakpoint `e-7k3qd`, shown by comment 100 since T0, of a run that sam started. */
export function breakpoint(change: Partial<Breakpoint> = {}): Breakpoint {
  return {
    effectId: 'A',
    ref: 'e-7k3qd',
    title: 'Deploy?',
    issue: 7,
    link: { text: 'Deploy?', url: 'https://github.com/acme/app/issues/7#issuecomment-100' },
    opened: { commentId: '100', at: T0 },
    settled: undefined,
    options: [],
    policy: policy(),
    self: [{ login: 'sam', id: 3, because: 'starter' }],
    retried: undefined,
    upgradedAt: undefined,
    digest: 'd1',
    shown: 'd1',
    shownSince: undefined,
    head: undefined,
    votes: [],
    ...change,
  };
}

export interface Comment {
  body?: string;
  by?: Person | null;
  role?: Role;
  id?: string;
  on?: number;
  at?: string;
  review?: true;
  history?: Partial<History> | null;
  teams?: { [name: string]: Person[] };
  others?: { runId: string; refs: string[] }[];
}

/** A comment of ann's, who may write, below the breakpoint's. */
export function said(comment: Comment): Said {
  const {
    body = '/approve e-7k3qd',
    by = ANN,
    role = 'write',
    id = '101',
    on = 7,
    review,
    history = {},
  } = comment;
  const anchor = review ? `pullrequestreview-${id}` : `issuecomment-${id}`;
  const post: Post = {
    id,
    nodeId: `node-${id}`,
    url: `https://github.com/acme/app/issues/${on}#${anchor}`,
    body,
    author: by ?? undefined,
    createdAt: comment.at ?? at(60),
    updatedAt: comment.at ?? at(60),
    issue: on,
  };
  return {
    post,
    history:
      history === null ? undefined : { isEdited: false, isForeign: false, isOwn: false, body, ...history },
    role,
    teams: new Map(Object.entries(comment.teams ?? {})),
    others: comment.others ?? [],
  };
}

export function vote(login: string, id: number, change: Partial<Vote> = {}): Vote {
  return {
    decision: 'approve',
    login,
    id,
    option: undefined,
    text: '',
    at: at(id),
    url: '',
    permission: 'write',
    head: undefined,
    ...change,
  };
}

/** `counted`, `stranger`, `ignored`, or the reason of the refusal. */
export type Expected = 'counted' | 'stranger' | 'ignored' | ReplyCode;

export interface Case {
  name: string;
  expected: Expected;
  comment: Comment;
  breakpoints?: Breakpoint[];
}

const members = Array.from({ length: 60 }, (_, i) => person(`member-${i}`, 1000 + i));
const settled = { at: at(30), outcome: 'approved' };
const other = breakpoint({ effectId: 'B', ref: 'e-8m4re', opened: { commentId: '90', at: at(-60) } });
const withLists = (...lists: string[][]) => [breakpoint({ policy: policy({ lists }) })];
const one = (change: Partial<Breakpoint>) => [breakpoint(change)];
const onHead = (now: string, since = T0) =>
  one({ policy: policy({ requireHead: true }), head: { shown: 'aaa', since, now } });

export const CORPUS: Case[] = [
  // who
  ...(['write', 'maintain', 'admin'] as const).map(
    (role): Case => ({ name: `${role} approves`, expected: 'counted', comment: { role } }),
  ),
  ...(['read', 'triage'] as const).map(
    (role): Case => ({ name: `${role} does not`, expected: 'no-permission', comment: { role } }),
  ),
  { name: 'nobody at all', expected: 'stranger', comment: { role: 'none' } },
  {
    name: 'permission lost between comment and check',
    expected: 'stranger',
    comment: { role: 'none', body: '/reject e-7k3qd no' },
  },
  {
    name: 'a stranger, whatever else is wrong',
    expected: 'stranger',
    comment: { role: 'none', history: { isEdited: true } },
  },
  { name: 'the account is gone', expected: 'ignored', comment: { by: null } },
  { name: 'a bot that nobody named', expected: 'bot', comment: { by: HELPER, role: 'none' } },
  {
    name: 'a bot with admin rights that nobody named',
    expected: 'bot',
    comment: { by: HELPER, role: 'admin' },
  },
  {
    name: 'a bot by name',
    expected: 'counted',
    comment: { by: HELPER, role: 'none' },
    breakpoints: withLists(['helper[bot]']),
  },
  {
    name: 'a bot whose name begins like a listed one',
    expected: 'bot',
    comment: { by: bot('helper-two[bot]', 51), role: 'none' },
    breakpoints: withLists(['helper[bot]']),
  },
  {
    name: 'a person called like the bot',
    expected: 'not-approver',
    comment: { by: person('helper', 52) },
    breakpoints: withLists(['helper[bot]']),
  },
  {
    name: 'a bot called like a listed person',
    expected: 'bot',
    comment: { by: bot('ann', 53) },
    breakpoints: withLists(['@ann']),
  },
  {
    name: 'our own comment',
    expected: 'ignored',
    comment: { by: HELPER, history: { isOwn: true } },
    breakpoints: withLists(['helper[bot]']),
  },
  {
    name: 'whose token the workflow comments with',
    expected: 'own-token',
    comment: { history: { isOwn: true } },
  },
  // lists
  {
    name: 'a list replaces the default',
    expected: 'not-approver',
    comment: { role: 'admin' },
    breakpoints: withLists(['@ben']),
  },
  {
    name: 'listed people need read only',
    expected: 'counted',
    comment: { role: 'read' },
    breakpoints: withLists(['@ann']),
  },
  {
    name: 'listed, in another case',
    expected: 'counted',
    comment: { role: 'read' },
    breakpoints: withLists(['@ANN']),
  },
  {
    name: 'listed, without any role',
    expected: 'stranger',
    comment: { role: 'none' },
    breakpoints: withLists(['@ann']),
  },
  {
    name: 'a name that begins like a listed one',
    expected: 'not-approver',
    comment: { by: person('ann-two', 9) },
    breakpoints: withLists(['@ann']),
  },
  {
    name: 'a role that is high enough',
    expected: 'counted',
    comment: { role: 'admin' },
    breakpoints: withLists(['role:maintain']),
  },
  {
    name: 'a role that is not',
    expected: 'no-permission',
    comment: { role: 'write' },
    breakpoints: withLists(['role:maintain']),
  },
  {
    name: 'the 55th member of a team',
    expected: 'counted',
    comment: { by: person('member-54', 1054), role: 'read', teams: { 'acme/ops': members } },
    breakpoints: withLists(['@acme/ops']),
  },
  {
    name: 'no member of the team',
    expected: 'not-approver',
    comment: { teams: { 'acme/ops': members } },
    breakpoints: withLists(['@acme/ops']),
  },
  {
    name: 'a member by login, with another id',
    expected: 'not-approver',
    comment: { by: person('member-54', 9), teams: { 'acme/ops': members } },
    breakpoints: withLists(['@acme/ops']),
  },
  {
    name: 'a team that was not asked for',
    expected: 'not-approver',
    comment: {},
    breakpoints: withLists(['@acme/ops']),
  },
  {
    name: 'a later job that is laxer',
    expected: 'not-approver',
    comment: {},
    breakpoints: withLists(['@ben'], ['role:read']),
  },
  {
    name: 'a later job that is stricter',
    expected: 'no-permission',
    comment: {},
    breakpoints: withLists(['role:write'], ['role:admin']),
  },
  {
    name: 'good for both jobs',
    expected: 'counted',
    comment: { role: 'admin' },
    breakpoints: withLists(['role:write'], ['role:admin']),
  },
  {
    name: 'a bot that only the later job names',
    expected: 'bot',
    comment: { by: HELPER, role: 'none' },
    breakpoints: withLists(['role:write'], ['helper[bot]']),
  },
  // self
  { name: 'the starter approves', expected: 'self', comment: { by: SAM } },
  { name: 'the starter, renamed since', expected: 'self', comment: { by: person('sammy', 3) } },
  {
    name: 'the starter, known by login only, in another case',
    expected: 'self',
    comment: { by: person('Sam', 99) },
    breakpoints: one({ self: [{ login: 'sam', because: 'starter' }] }),
  },
  {
    name: 'somebody who took over the starter’s login',
    expected: 'counted',
    comment: { by: person('sam', 77) },
  },
  { name: 'the starter answers', expected: 'self', comment: { by: SAM, body: '/answer e-7k3qd yes' } },
  { name: 'the starter rejects', expected: 'counted', comment: { by: SAM, body: '/reject e-7k3qd wait' } },
  {
    name: 'the starter rejects although he is on no list',
    expected: 'counted',
    comment: { by: SAM, role: 'read', body: '/reject e-7k3qd wait' },
    breakpoints: withLists(['@ann']),
  },
  {
    name: 'the starter where it is allowed',
    expected: 'counted',
    comment: { by: SAM },
    breakpoints: one({ policy: policy({ allowSelf: true }) }),
  },
  ...(['retried', 'upgraded', 'author'] as const).map(
    (because): Case => ({
      name: `self because: ${because}`,
      expected: 'self',
      comment: {},
      breakpoints: one({ self: [{ login: 'ann', id: 1, because }] }),
    }),
  ),
  {
    name: 'a pull request’s author without permission rejects',
    expected: 'no-permission',
    comment: { role: 'read', body: '/reject e-7k3qd' },
    breakpoints: one({ self: [{ login: 'ann', id: 1, because: 'author' }] }),
  },
  {
    name: 'whoever retried the run rejects, as an approver',
    expected: 'counted',
    comment: { body: '/reject e-7k3qd no' },
    breakpoints: one({ self: [{ login: 'ann', id: 1, because: 'retried' }] }),
  },
  // the comment
  { name: 'edited', expected: 'edited', comment: { history: { isEdited: true } } },
  {
    name: 'edited by somebody else',
    expected: 'edited',
    comment: { history: { isEdited: true, isForeign: true } },
  },
  { name: 'gone while it was read', expected: 'deleted', comment: { history: null } },
  { name: 'no command', expected: 'ignored', comment: { body: 'not approved!' } },
  { name: 'another command', expected: 'ignored', comment: { body: '/status' } },
  {
    name: 'a copy of our comment',
    expected: 'ignored',
    comment: { body: '/approve e-7k3qd\n\n<!-- longhaul:breakpoint v1 run=r effect=A digest=d1 nonce=n -->' },
  },
  { name: 'Windows line ends', expected: 'counted', comment: { body: '/approve e-7k3qd\r\nthank you\r\n' } },
  {
    name: '65,000 characters behind it',
    expected: 'counted',
    comment: { body: `/approve e-7k3qd ${'x'.repeat(65_000)}` },
  },
  {
    name: 'written before the run was retried',
    expected: 'earlier-attempt',
    comment: {},
    breakpoints: [breakpoint({ retried: { at: at(61), runId: 'r', attempt: 2 } })],
  },
  {
    name: 'written in the second of the retry',
    expected: 'counted',
    comment: {},
    breakpoints: [breakpoint({ retried: { at: at(60).replace('Z', '.900Z'), runId: 'r', attempt: 2 } })],
  },
  {
    name: 'written before the code was upgraded',
    expected: 'earlier-code',
    comment: {},
    breakpoints: one({ upgradedAt: at(61) }),
  },
  {
    name: 'written in the second of the upgrade',
    expected: 'counted',
    comment: {},
    breakpoints: one({ upgradedAt: at(60).replace('Z', '.900Z') }),
  },
  // which breakpoint
  { name: 'without a reference, one is open', expected: 'counted', comment: { body: '/approve' } },
  {
    name: 'without a reference, two are open',
    expected: 'which-breakpoint',
    comment: { body: '/approve' },
    breakpoints: [other, breakpoint()],
  },
  {
    name: 'without a reference, another run waits there, too',
    expected: 'which-breakpoint',
    comment: { body: '/approve', others: [{ runId: 'b', refs: ['e-00000'] }] },
  },
  {
    name: 'with a reference, another run waits there, too',
    expected: 'counted',
    comment: { others: [{ runId: 'b', refs: ['e-00000'] }] },
  },
  {
    name: 'with a reference, two are open',
    expected: 'counted',
    comment: {},
    breakpoints: [other, breakpoint()],
  },
  {
    name: 'without a reference, none is open',
    expected: 'no-breakpoint',
    comment: { body: '/approve' },
    breakpoints: [],
  },
  { name: 'a reference of another run', expected: 'unknown-ref', comment: { body: '/approve e-9zzzz' } },
  { name: 'a reference in capitals', expected: 'counted', comment: { body: '/approve E-7K3QD' } },
  { name: 'a reference of another issue’s breakpoint', expected: 'other-issue', comment: { on: 8 } },
  {
    name: 'on another issue, without a reference',
    expected: 'no-breakpoint',
    comment: { on: 8, body: '/approve' },
  },
  { name: 'one that is closed', expected: 'closed', comment: {}, breakpoints: one({ settled }) },
  {
    name: 'written while it was open, read when it is closed',
    expected: 'closed',
    comment: { body: '/approve', at: at(20) },
    breakpoints: one({ settled }),
  },
  {
    name: 'written when it was closed',
    expected: 'no-breakpoint',
    comment: { body: '/approve', at: at(90) },
    breakpoints: one({ settled }),
  },
  {
    name: 'written for the one before it',
    expected: 'closed',
    comment: { body: '/approve', id: '99', at: at(-10) },
    breakpoints: [{ ...other, settled: { at: at(-5), outcome: 'approved' } }, breakpoint()],
  },
  {
    name: 'written in the second in which the one before it was decided, below the next one',
    expected: 'counted',
    comment: { body: '/approve', at: at(30) },
    breakpoints: [{ ...other, settled: { ...settled, next: '100' } }, breakpoint()],
  },
  {
    name: 'written in that second, above the next one',
    expected: 'closed',
    comment: { body: '/approve', id: '99', at: at(30) },
    breakpoints: [{ ...other, settled: { ...settled, next: '100' } }, breakpoint()],
  },
  {
    name: 'replayed by a re-run: written before this one was asked',
    expected: 'no-breakpoint',
    comment: { body: '/approve', id: '99', at: at(-10) },
  },
  {
    name: 'a review, written before it was asked',
    expected: 'no-breakpoint',
    comment: { body: '/approve', review: true, id: '5', at: at(-1) },
  },
  { name: 'a review', expected: 'counted', comment: { body: '/approve', review: true, id: '5' } },
  {
    name: 'written between two: the one that was open then',
    expected: 'counted',
    comment: { body: '/approve', id: '95', at: at(-30) },
    breakpoints: [other, breakpoint()],
  },
  // what was shown
  {
    name: 'our comment shows something else',
    expected: 'old-digest',
    comment: {},
    breakpoints: one({ shown: 'd0' }),
  },
  {
    name: 'our comment was tampered with',
    expected: 'old-digest',
    comment: {},
    breakpoints: one({ shown: '' }),
  },
  {
    name: 'our comment was deleted',
    expected: 'old-digest',
    comment: {},
    breakpoints: one({ shown: undefined }),
  },
  {
    name: 'written before our comment was put right',
    expected: 'old-digest',
    comment: { at: at(10) },
    breakpoints: one({ shownSince: at(10) }),
  },
  {
    name: 'written after our comment was put right',
    expected: 'counted',
    comment: { at: at(11) },
    breakpoints: one({ shownSince: at(10) }),
  },
  { name: 'a push after the comment', expected: 'head-moved', comment: {}, breakpoints: onHead('bbb') },
  { name: 'no push', expected: 'counted', comment: {}, breakpoints: onHead('aaa') },
  {
    name: 'written before the comment showed this head',
    expected: 'head-moved',
    comment: { at: at(10) },
    breakpoints: onHead('aaa', at(20)),
  },
  { name: 'the head cannot be told any more', expected: 'head-moved', comment: {}, breakpoints: onHead('') },
  {
    name: 'a push where heads do not matter',
    expected: 'counted',
    comment: {},
    breakpoints: one({ head: { shown: 'aaa', since: T0, now: 'bbb' } }),
  },
  // options and texts
  {
    name: 'an option',
    expected: 'counted',
    comment: { body: '/approve e-7k3qd blue' },
    breakpoints: one({ options: ['blue', 'green'] }),
  },
  {
    name: 'an option by answer, with words',
    expected: 'counted',
    comment: { body: '/answer e-7k3qd green because' },
    breakpoints: one({ options: ['blue', 'green'] }),
  },
  {
    name: 'no option',
    expected: 'not-an-option',
    comment: {},
    breakpoints: one({ options: ['blue', 'green'] }),
  },
  {
    name: 'what begins like an option',
    expected: 'not-an-option',
    comment: { body: '/approve e-7k3qd bluegreen' },
    breakpoints: one({ options: ['blue', 'green'] }),
  },
  {
    name: 'an option of two words',
    expected: 'counted',
    comment: { body: '/approve e-7k3qd not yet' },
    breakpoints: one({ options: ['not yet', 'now'] }),
  },
  {
    name: 'a rejection needs no option',
    expected: 'counted',
    comment: { body: '/reject e-7k3qd neither' },
    breakpoints: one({ options: ['blue', 'green'] }),
  },
  { name: 'an answer without text', expected: 'answer-needs-text', comment: { body: '/answer e-7k3qd' } },
  // again
  {
    name: 'the same person, the same word',
    expected: 'already-counted',
    comment: {},
    breakpoints: one({ votes: [vote('ann', 1)] }),
  },
  {
    name: 'the same person, renamed',
    expected: 'already-counted',
    comment: { by: person('anna', 1) },
    breakpoints: one({ votes: [vote('ann', 1)] }),
  },
  {
    name: 'the same person thinks again',
    expected: 'counted',
    comment: { body: '/reject e-7k3qd stop' },
    breakpoints: one({ votes: [vote('ann', 1)] }),
  },
  {
    name: 'the same person, another option',
    expected: 'counted',
    comment: { body: '/approve e-7k3qd green' },
    breakpoints: one({ options: ['blue', 'green'], votes: [vote('ann', 1, { option: 'blue' })] }),
  },
  {
    name: 'another person with the same login',
    expected: 'counted',
    comment: { by: person('ann', 8) },
    breakpoints: one({ votes: [vote('ann', 1)] }),
  },
];
