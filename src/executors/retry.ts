/** Whether a failed attempt is followed by another, and after which pause. */
import { durationMs } from '../duration.ts';
import { UsageError } from '../errors.ts';

export interface RetryPolicy {
  /** Attempts in all. */
  attempts: number;
  /** Ms before the second attempt. */
  delay: number;
  /** Each pause is so many times the one before. */
  factor: number;
  /** Ms; no pause is longer. */
  maxDelay: number;
  /** Names of errors after which no attempt follows. */
  nonRetryable: string[];
}

export const NO_RETRY: Readonly<RetryPolicy> = {
  attempts: 1,
  delay: 1000,
  factor: 2,
  maxDelay: 300_000,
  nonRetryable: [],
};

const FIELDS = Object.keys(NO_RETRY);
const MOST_ATTEMPTS = 1000;
/** A further attempt would meet the very same definition. */
const NEVER = new Set(['TaskDefinitionError']);

/**
 * The policy in `retry: {attempts, delay, factor, maxDelay, nonRetryable}`; one attempt when there is none.
 *
 * @param where what the messages call it, e.g. `retry of task build`
 * @throws UsageError naming the field, its value and what is allowed
 */
export function parseRetryPolicy(value: unknown, where = 'retry'): RetryPolicy {
  if (value === undefined || value === null) return { ...NO_RETRY, nonRetryable: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw refused(where, value, `an object with ${FIELDS.join(', ')}`);
  }
  for (const field of Object.keys(value)) {
    // A misspelt `attempts` would otherwise mean, silently, no retry at all.
    if (!FIELDS.includes(field)) {
      throw new UsageError(`${where}: there is no field ${JSON.stringify(field)}`, {
        hint: `The fields are ${FIELDS.join(', ')}.`,
      });
    }
  }
  const given = value as Partial<Record<keyof RetryPolicy, unknown>>;
  const attempts = given.attempts ?? NO_RETRY.attempts;
  if (!isCount(attempts)) {
    throw refused(
      `${where}.attempts`,
      attempts,
      `an integer from 1 to ${MOST_ATTEMPTS}, the first attempt included`,
    );
  }
  const factor = given.factor ?? NO_RETRY.factor;
  if (typeof factor !== 'number' || !(factor >= 1 && factor <= 100)) {
    throw refused(`${where}.factor`, factor, 'a number from 1 to 100');
  }
  const names = given.nonRetryable ?? [];
  if (!isNames(names)) {
    throw refused(`${where}.nonRetryable`, names, 'an array of error names');
  }
  return {
    attempts,
    delay: durationMs(given.delay ?? NO_RETRY.delay, `${where}.delay`),
    factor,
    maxDelay: durationMs(given.maxDelay ?? NO_RETRY.maxDelay, `${where}.maxDelay`),
    nonRetryable: names,
  };
}

/** Ms to wait after that many failed attempts (from 1), or undefined when no attempt is left. Attempts that were lost do not count. */
export function nextDelay(policy: RetryPolicy, failedAttempts: number): number | undefined {
  if (failedAttempts >= policy.attempts) return undefined;
  // Never NaN: a delay of 0 stays 0 however large the power grows.
  if (policy.delay === 0) return 0;
  return Math.min(Math.round(policy.delay * policy.factor ** (failedAttempts - 1)), policy.maxDelay);
}

/** False when the policy, or the nature of the error, rules out another attempt. */
export function isRetryable(policy: RetryPolicy, error: { name: string }): boolean {
  return !NEVER.has(error.name) && !policy.nonRetryable.includes(error.name);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ATTEMPTS;
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}

function refused(field: string, value: unknown, allowed: string): UsageError {
  const shown = JSON.stringify(value) ?? String(value);
  return new UsageError(`${field}: ${shown} is not allowed`, { hint: `It must be ${allowed}.` });
}
