import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import {
  checkRunId,
  isRunId,
  isUlid,
  stepId,
  stepNumber,
  UlidClock,
  ulid,
  ulidTime,
} from '../../src/journal/ids.ts';

describe('ULIDs', () => {
  it('rise within a process and carry the time', () => {
    const now = 1_790_000_000_123;
    const drawn = Array.from({ length: 500 }, () => ulid());
    expect(drawn.every(isUlid)).toBe(true);
    expect(drawn).toEqual([...new Set(drawn)].sort());
    expect(ulidTime(new UlidClock('', () => now).next())).toBe(now);
  });

  it('req H2: never go backwards, even when the clock is behind the last one of the journal', () => {
    const last = new UlidClock('', () => 2_000_000_000_000).next();
    const behind = new UlidClock(last, () => 1_000_000_000_000);
    const drawn = [last, behind.next(), behind.next(), behind.next()];
    expect(drawn).toEqual([...new Set(drawn)].sort());
    expect(drawn.every(isUlid)).toBe(true);
  });

  it('follow any given ULID', () => {
    const char = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    const anyUlid = fc.tuple(fc.constantFrom(...'0123456'), fc.array(char, { minLength: 25, maxLength: 25 }));
    fc.assert(
      fc.property(anyUlid, fc.nat(), ([first, rest], now) => {
        const last = first + rest.join('');
        const next = new UlidClock(last, () => now).next();
        expect(next > last && isUlid(next)).toBe(true);
      }),
    );
  });

  it('carry over when the random part is used up', () => {
    const last = `01${'Z'.repeat(24)}`;
    expect(new UlidClock(last, () => 0).next()).toBe(`02${'0'.repeat(24)}`);
  });
});

describe('run ids', () => {
  it.each([
    ['', /empty/],
    ['..', /begin with a letter or digit/],
    ['../../escaped', /begin with/],
    ['a..b', /"\.\." may not/],
    ['a/b', /only letters/],
    ['-a', /begin with/],
    ['a.', /end in "\."/],
    ['a.lock', /end in "\.lock"/],
    ['a.LOCK', /end in "\.lock"/],
    ['x'.repeat(65), /longer than 64/],
    ['a b', /only letters/],
    ['ünï', /begin with/],
    ['a\n', /only letters/],
  ])('req R14: %j is refused and the rule named', (runId, rule) => {
    expect(isRunId(runId)).toBe(false);
    expect(() => checkRunId(runId)).toThrow(UsageError);
    expect(() => checkRunId(runId)).toThrow(rule);
  });

  it.each(['feature-auth-20260125', 'A', '1', 'a.b_c-d', ulid(), 'x'.repeat(64)])(
    'req R14: %s is accepted',
    (runId) => {
      expect(checkRunId(runId)).toBe(runId);
    },
  );
});

it('step ids count with six digits and go on after them', () => {
  expect([stepId(1), stepId(999_999), stepId(1_000_000)]).toEqual(['S000001', 'S999999', 'S1000000']);
  expect([stepNumber('S000042'), stepNumber('S1000000'), stepNumber('build.default')]).toEqual([
    42, 1_000_000, 0,
  ]);
});
