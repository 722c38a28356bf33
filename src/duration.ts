/** Durations as people write them: `90s`, `10m`, `5h30m`; a number that is no text is milliseconds. */
import { UsageError } from './errors.ts';

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
type Unit = keyof typeof UNITS;

const WHOLE = /^(?:\d+(?:ms|[smhd]))+$/;
const PART = /(\d+)(ms|[smhd])/g;
/** As ISO time, Date and the journal can still say the moment. */
const LONGEST = 36_500 * UNITS.d;

/**
 * Milliseconds of a duration: a number (ms), or integers with a unit, the largest first (`30s`, `5h30m`, `0`).
 *
 * @param name the field, flag or input that it stands in; the message begins with it
 * @throws UsageError naming the field, the value and what is allowed
 */
export function durationMs(value: unknown, name: string): number {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0 || value > LONGEST) throw refused(value, name);
    return Math.round(value);
  }
  if (typeof value !== 'string') throw refused(value, name);
  const text = value.trim();
  if (text === '0') return 0;
  if (!WHOLE.test(text)) throw refused(value, name);
  let total = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const [, digits, unit] of text.matchAll(PART)) {
    const size = UNITS[unit as Unit];
    // `30m5h` and `5m5m` are more likely slips than meant.
    if (size >= before) throw refused(value, name);
    before = size;
    total += Number(digits) * size;
  }
  if (total > LONGEST) throw refused(value, name);
  return total;
}

/** A duration for a message: `1m30s`, `250ms`, `0s`; at most the two largest units. */
export function durationText(ms: number): string {
  let rest = Math.max(0, Math.round(ms));
  const parts: string[] = [];
  for (const [unit, size] of Object.entries(UNITS)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.slice(0, 2).join('') || '0s';
}

function refused(value: unknown, name: string): UsageError {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return new UsageError(`${name}: ${shown} is not a duration`, {
    hint: `Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)${typeof value === 'string' ? '' : '; a number is milliseconds'}.`,
  });
}
