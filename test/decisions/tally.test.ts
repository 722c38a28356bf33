import { describe, expect, it } from 'vitest';
import { resultOf, tally, type Vote } from '../../src/decisions/tally.ts';
import { policy, vote } from './corpus.ts';

const yes = (login: string, id: number, change: Partial<Vote> = {}) => vote(login, id, change);
const no = (login: string, id: number) => vote(login, id, { decision: 'reject', text: 'no' });
const state = (
  votes: Vote[],
  change: Parameters<typeof policy>[0] = {},
  named: string[] = [],
  head?: string,
): string => {
  const outcome = tally(votes, policy(change), named, head);
  return outcome.state === 'open' ? `open ${outcome.so}/${outcome.needed}` : outcome.state;
};

describe('contract §3: what decisions come to', () => {
  it.each(['single', 'first-response-wins'] as const)(
    '%s: so many approvals, or one rejection',
    (strategy) => {
      expect(state([], { strategy })).toBe('open 0/1');
      expect(state([yes('a', 1)], { strategy })).toBe('approved');
      expect(state([no('a', 1)], { strategy, minimum: 3 })).toBe('rejected');
      expect(state([yes('a', 1), yes('b', 2)], { strategy, minimum: 3 })).toBe('open 2/3');
      expect(state([yes('a', 1), yes('b', 2), no('c', 3)], { strategy, minimum: 3 })).toBe('rejected');
      expect(state([yes('a', 1), yes('b', 2), yes('c', 3)], { strategy, minimum: 3 })).toBe('approved');
    },
  );

  it('counts people, not comments; a person’s last word counts', () => {
    expect(state([yes('a', 1), yes('A', 1, { decision: 'answer', text: 'x' })], { minimum: 2 })).toBe(
      'open 1/2',
    );
    expect(state([no('a', 1), yes('a', 1)])).toBe('approved');
    expect(state([yes('a', 1), yes('b', 2), yes('a', 1, { option: 'x' })], { minimum: 2 })).toBe('open 1/2');
  });

  it('approvals of different options are not added up', () => {
    const [blue, green] = [{ option: 'blue' }, { option: 'green' }];
    expect(state([yes('a', 1, blue), yes('b', 2, green)], { minimum: 2 })).toBe('open 1/2');
    const outcome = tally(
      [yes('a', 1, blue), yes('b', 2, green), yes('c', 3, green)],
      policy({ minimum: 2 }),
      [],
      undefined,
    );
    expect(outcome).toMatchObject({ state: 'approved', option: 'green' });
  });

  it('quorum: the higher number; rejected once out of reach of those who are named', () => {
    const lists = [['@a', '@b', '@c']];
    const named = ['a', 'b', 'c'];
    const quorum = { strategy: 'quorum' as const, quorum: 2, lists };
    expect(state([yes('a', 1), no('b', 2)], quorum, named)).toBe('open 1/2');
    expect(state([yes('a', 1), no('b', 2), yes('c', 3)], quorum, named)).toBe('approved');
    expect(state([no('a', 1)], quorum, named)).toBe('open 0/2');
    expect(state([no('a', 1), no('b', 2)], quorum, named)).toBe('rejected');
    expect(state([yes('a', 1), yes('b', 2)], { ...quorum, minimum: 3 }, named)).toBe('open 2/3');
    expect(state([no('a', 1), no('b', 2)], { ...quorum, quorum: 3, lists: [['role:write']] })).toBe(
      'open 0/3',
    );
    expect(
      state([no('a', 1), no('b', 2), no('c', 3)], { ...quorum, quorum: 3, lists: [['role:write']] }),
    ).toBe('rejected');
  });

  it('collect-all: everybody who is named; one rejection among them rejects', () => {
    const all = { strategy: 'collect-all' as const, lists: [['@a', '@b']] };
    expect(state([yes('a', 1)], all, ['a', 'b'])).toBe('open 1/2');
    expect(state([no('a', 1)], all, ['a', 'b'])).toBe('open 1/2');
    expect(state([no('a', 1), yes('b', 2)], all, ['a', 'b'])).toBe('rejected');
    expect(state([yes('a', 1), yes('b', 2)], all, ['a', 'b'])).toBe('approved');
  });

  it('collect-all: whoever is not named stands in for nobody', () => {
    const mixed = { strategy: 'collect-all' as const, lists: [['@a', '@b', 'role:write']] };
    expect(state([yes('a', 1), yes('c', 3)], mixed, ['a', 'b'])).toBe('open 1/2');
    expect(state([yes('a', 1), yes('c', 3), yes('B', 2)], mixed, ['a', 'b'])).toBe('approved');
    expect(state([yes('a', 1), yes('b', 2)], { ...mixed, minimum: 3 }, ['a', 'b'])).toBe('open 2/3');
  });

  it('what was said of another head does not count where a push voids', () => {
    const votes = [yes('a', 1, { head: 'old' }), yes('b', 2, { head: 'new' })];
    expect(state(votes, { minimum: 2 }, [], 'new')).toBe('open 1/2');
    expect(state(votes, { minimum: 2 })).toBe('approved');
  });

  it('two at the same second: each counts once; an approval and a rejection: the rejection decides', () => {
    const same = { at: '2026-11-21T10:00:00Z' };
    expect(state([yes('a', 1, same), yes('b', 2, same)], { minimum: 2 })).toBe('approved');
    expect(state([yes('a', 1, same), { ...no('b', 2), ...same }], { minimum: 2 })).toBe('rejected');
  });

  it('design §6: the result is Babysitter’s, and a rejection is one', () => {
    const votes = [yes('a', 1, { text: 'fine' }), no('b', 2)];
    const rejected = tally(votes, policy(), [], undefined);
    if (rejected.state === 'open') throw new Error('it is decided');
    expect(resultOf(rejected, votes)).toEqual({
      approved: false,
      feedback: 'no',
      respondedBy: 'b',
      allResponses: [
        { respondedBy: 'a', approved: true, response: 'fine', respondedAt: votes[0]?.at },
        { respondedBy: 'b', approved: false, response: 'no', respondedAt: votes[1]?.at },
      ],
    });
    const [first] = votes as [Vote];
    expect(resultOf({ state: 'approved', by: first, option: 'blue' }, [first])).toMatchObject({
      approved: true,
      response: 'fine',
      option: 'blue',
    });
  });
});
