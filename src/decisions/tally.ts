/** What the counted decisions of a breakpoint come to (contract §3). */
import type { DecisionVerb } from '../comments/command.ts';
import type { JsonObject } from '../journal/events.ts';
import { type DecisionPolicy, neededBy } from './policy.ts';

/** One counted decision. */
export interface Vote {
  decision: DecisionVerb;
  login: string;
  /** GitHub's numeric id: people are told apart by it. */
  id: number;
  option: string | undefined;
  text: string;
  /** ISO time of the comment. */
  at: string;
  url: string;
  permission: string;
  /** Head of the pull request that it was about. */
  head: string | undefined;
}

export type Outcome =
  | { state: 'open'; so: number; needed: number }
  | { state: 'approved' | 'rejected'; by: Vote; option: string | undefined };

/**
 * `votes`: counted, oldest first. `named`: logins of the users and team members that the policy named at opening,
 * without those who may not approve. `head`: that of the pull request now, where a push voids.
 */
export function tally(
  votes: readonly Vote[],
  policy: DecisionPolicy,
  named: readonly string[],
  head: string | undefined,
): Outcome {
  const valid = votes.filter((vote) => head === undefined || vote.head === head);
  const last = latest(valid);
  const needed = neededBy(policy, named);
  const rejections = last.filter(({ decision }) => decision === 'reject');
  const approvals = last.filter(({ decision }) => decision !== 'reject');
  const newest = valid.at(-1);
  const open: Outcome = { state: 'open', so: approvals.length, needed };
  if (newest === undefined) return open;
  const rejected: Outcome = { state: 'rejected', by: rejections.at(-1) ?? newest, option: undefined };
  if (policy.strategy === 'collect-all') {
    // Others may speak, too; they do not stand in for anybody.
    const missing = Math.max(silentOf(named, last).length, needed - last.length);
    if (missing > 0) return { ...open, so: needed - missing };
    return rejections.length > 0 ? rejected : approved(newest, leading(approvals).option);
  }
  const { option, count } = leading(approvals);
  if (policy.strategy === 'quorum') {
    if (count >= needed) return approved(newest, option);
    return isOutOfReach(needed, count, rejections.length, policy, named, last) ? rejected : open;
  }
  if (rejections.length > 0) return rejected;
  return count >= needed ? approved(newest, option) : { ...open, so: count };
}

const approved = (by: Vote, option: string | undefined): Outcome => ({ state: 'approved', by, option });

/** A person's last word counts. */
function latest(votes: readonly Vote[]): Vote[] {
  const byPerson = new Map<number, Vote>();
  for (const vote of votes) {
    byPerson.delete(vote.id);
    byPerson.set(vote.id, vote);
  }
  return [...byPerson.values()];
}

/** Approvals of different options are approvals of different things. */
function leading(approvals: readonly Vote[]): { option: string | undefined; count: number } {
  const counts = new Map<string | undefined, number>();
  for (const { option } of approvals) counts.set(option, (counts.get(option) ?? 0) + 1);
  const [option, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
  return { option, count };
}

/** Where everybody who may approve is named: too few are left. Where roles are, nobody knows how many there are. */
function isOutOfReach(
  needed: number,
  count: number,
  rejections: number,
  policy: DecisionPolicy,
  named: readonly string[],
  last: readonly Vote[],
): boolean {
  const isClosed = policy.approvers.every(({ kind }) => kind === 'user' || kind === 'team');
  if (!isClosed) return rejections >= needed;
  return count + silentOf(named, last).length < needed;
}

/** Who of those who are named has said nothing. */
const silentOf = (named: readonly string[], last: readonly Vote[]): string[] =>
  named.filter((login) => !last.some((vote) => vote.login.toLowerCase() === login.toLowerCase()));

/** The settlement's value (design §6): a rejection is a result, not an error. */
export function resultOf(outcome: Exclude<Outcome, { state: 'open' }>, votes: readonly Vote[]): JsonObject {
  const { by, option, state } = outcome;
  const isApproved = state === 'approved';
  return {
    approved: isApproved,
    ...(isApproved && by.text !== '' ? { response: by.text } : {}),
    ...(!isApproved && by.text !== '' ? { feedback: by.text } : {}),
    ...(option === undefined ? {} : { option }),
    respondedBy: by.login,
    allResponses: votes.map((vote) => ({
      respondedBy: vote.login,
      approved: vote.decision !== 'reject',
      ...(vote.text === '' ? {} : { response: vote.text }),
      ...(vote.option === undefined ? {} : { option: vote.option }),
      respondedAt: vote.at,
    })),
  };
}
