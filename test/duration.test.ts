import { expect, test } from 'vitest';
import { durationMs, durationText } from '../src/duration.ts';

test.each([
  ['0', 0],
  ['0s', 0],
  ['250ms', 250],
  ['30s', 30_000],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
  ['5h30m', 19_800_000],
  [' 4s ', 4000],
  [1500, 1500],
  [0, 0],
])('%j is %j ms', (value, ms) => {
  expect(durationMs(value, 'timeout')).toBe(ms);
});

test.each([
  '',
  '5',
  '1.5h',
  '-3s',
  '5 m',
  '5M',
  'soon',
  '30m5h',
  '5m5m',
  '40000d',
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  undefined,
  {},
])('%j is refused, naming field and value', (value) => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  expect(() => durationMs(value, 'run-timeout')).toThrow(`run-timeout: ${text} is not a duration`);
});

test('the error says what is allowed; a number without a unit is for processes, not for texts', () => {
  const errorOf = (value: unknown): unknown => {
    try {
      return durationMs(value, 'timeout');
    } catch (thrown) {
      return thrown;
    }
  };
  const units = '30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)';
  expect(errorOf('30')).toMatchObject({
    code: 'USAGE',
    hint: `Write an integer with a unit, e.g. ${units}.`,
  });
  expect(errorOf(-1)).toMatchObject({
    code: 'USAGE',
    hint: expect.stringContaining('a number is milliseconds'),
  });
});

test.each([
  [0, '0s'],
  [250, '250ms'],
  [90_000, '1m30s'],
  [19_800_000, '5h30m'],
  [90_061_000, '1d1h'],
])('%j ms reads %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
