import { describe, expect, it } from 'vitest';
import {
  entryOf,
  inForce,
  neededBy,
  parseApprovers,
  policyOf,
  recordedPolicy,
  recordOf,
} from '../../src/decisions/policy.ts';

const inputs = { approvers: [] as string[], minimum: 1, quorum: 0, allowSelf: false, requireHead: false };

describe('contract §3: who decides', () => {
  it('reads the four forms and gives them back', () => {
    const entries = ['@ann', '@acme/ops', 'helper[bot]', 'role:maintain'];
    expect(parseApprovers(entries).map(({ kind }) => kind)).toEqual(['user', 'team', 'app', 'role']);
    expect(parseApprovers(entries).map(entryOf)).toEqual(entries);
    expect(parseApprovers([]).map(entryOf)).toEqual(['role:write']);
  });

  it.each([
    'ann',
    'maintain',
    '@',
    '@a/b/c',
    'role:none',
    'role:owner',
    'role:',
    '@ann @ben',
    '*',
    '@ann\u200b',
  ])('refuses %j: it would let in nobody, or anybody', (entry) => {
    expect(() => parseApprovers([entry])).toThrow(/approvers/);
  });

  it('takes strategy and quorum of the process, the higher number wins', () => {
    expect(policyOf(inputs, {}).strategy).toBe('single');
    expect(policyOf({ ...inputs, quorum: 2 }, {}).strategy).toBe('quorum');
    expect(policyOf({ ...inputs, quorum: 2 }, { strategy: 'single' }).strategy).toBe('single');
    const both = policyOf({ ...inputs, quorum: 3, minimum: 2 }, { strategy: 'quorum', quorum: 2 });
    expect(neededBy(both, [])).toBe(3);
    expect(neededBy({ ...both, minimum: 4 }, [])).toBe(4);
    expect(() => policyOf(inputs, { strategy: 'majority' })).toThrow(/strategy/);
    expect(() => policyOf(inputs, { quorum: 1.5 })).toThrow(/quorum/);
  });

  it('collect-all needs people', () => {
    expect(() => policyOf({ ...inputs, approvers: ['role:write'] }, { strategy: 'collect-all' })).toThrow(
      /collect-all/,
    );
    expect(
      policyOf({ ...inputs, approvers: ['role:write', '@ann'] }, { strategy: 'collect-all' }).strategy,
    ).toBe('collect-all');
  });

  it('contract §2: a later job may be stricter, never laxer', () => {
    const recorded = policyOf({ ...inputs, approvers: ['@ann'], minimum: 2, requireHead: true }, {});
    const lax = policyOf({ ...inputs, approvers: ['role:read'], allowSelf: true }, {});
    const strict = policyOf({ ...inputs, minimum: 3, approvers: ['@ann'] }, {});
    expect(inForce(recorded, lax)).toMatchObject({ minimum: 2, allowSelf: false, requireHead: true });
    expect(inForce(recorded, lax).lists.map((list) => list.map(entryOf))).toEqual([['@ann'], ['role:read']]);
    expect(inForce(recorded, strict)).toMatchObject({ minimum: 3 });
    expect(inForce(recorded, strict).lists).toHaveLength(1);
    expect(inForce(undefined, lax).lists.map((list) => list.map(entryOf))).toEqual([['role:read']]);
  });

  it('comes back from the journal as it went in; what is none is refused', () => {
    const policy = policyOf(
      { ...inputs, approvers: ['@ann', 'role:admin'], minimum: 2, allowSelf: true },
      { strategy: 'quorum' },
    );
    expect(recordedPolicy(recordOf(policy))).toEqual(policy);
    expect(recordedPolicy(undefined)).toBeUndefined();
    expect(() => recordedPolicy({ strategy: 'single' })).toThrow();
    expect(() => recordedPolicy({ ...recordOf(policy), strategy: 'anybody' })).toThrow();
  });
});
