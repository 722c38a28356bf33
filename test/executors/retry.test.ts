import { expect, test } from 'vitest';
import { isRetryable, nextDelay, parseRetryPolicy } from '../../src/executors/retry.ts';

test('without a policy there is one attempt', () => {
  const policy = parseRetryPolicy(undefined);
  expect(policy).toEqual({ attempts: 1, delay: 1000, factor: 2, maxDelay: 300_000, nonRetryable: [] });
  expect(nextDelay(policy, 1)).toBeUndefined();
});

test('pauses grow by the factor up to the longest', () => {
  const policy = parseRetryPolicy({ attempts: 6, delay: '2s', factor: 3, maxDelay: '30s' });
  expect([1, 2, 3, 4, 5, 6].map((failed) => nextDelay(policy, failed))).toEqual([
    2000,
    6000,
    18_000,
    30_000,
    30_000,
    undefined,
  ]);
});

test('a pause is a number even after very many attempts', () => {
  const policy = parseRetryPolicy({ attempts: 1000, delay: 0, factor: 100 });
  expect(nextDelay(policy, 999)).toBe(0);
  expect(nextDelay({ ...policy, delay: 1 }, 999)).toBe(300_000);
});

test('errors named in nonRetryable, and definitions that cannot run, get no other attempt', () => {
  const policy = parseRetryPolicy({ attempts: 3, nonRetryable: ['AuthError'] });
  expect(isRetryable(policy, { name: 'ShellError' })).toBe(true);
  expect(isRetryable(policy, { name: 'AuthError' })).toBe(false);
  expect(isRetryable(policy, { name: 'TaskDefinitionError' })).toBe(false);
});

test.each([
  [{ attempts: 0 }, 'retry of build.attempts: 0 is not allowed'],
  [{ attempts: 2.5 }, 'retry of build.attempts: 2.5 is not allowed'],
  [{ attempts: '3' }, 'retry of build.attempts: "3" is not allowed'],
  [{ factor: 0.5 }, 'retry of build.factor: 0.5 is not allowed'],
  [{ delay: 'soon' }, 'retry of build.delay: "soon" is not a duration'],
  [{ maxDelay: -1 }, 'retry of build.maxDelay: -1 is not a duration'],
  [{ nonRetryable: 'AuthError' }, 'retry of build.nonRetryable: "AuthError" is not allowed'],
  [{ maxAttempts: 3 }, 'retry of build: there is no field "maxAttempts"'],
  [3, 'retry of build: 3 is not allowed'],
  [[], 'retry of build: [] is not allowed'],
])('%j is refused, naming field and value', (value, message) => {
  expect(() => parseRetryPolicy(value, 'retry of build')).toThrow(message);
});
