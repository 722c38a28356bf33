/** The short code of an effect that people type: `e-7k3qd` (contract §3). */
import { createHash } from 'node:crypto';

/** Crockford's: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SHORTEST = 5;
const LONGEST = 32;

/**
 * `e-` and 5 characters of sha256(runId + effectId), or so many more as it takes to differ from all of `taken`.
 * Whoever was there first keeps the short one: give `taken` in order of request.
 */
export function effectRef(runId: string, effectId: string, taken: Iterable<string> = []): string {
  const digest = createHash('sha256').update(`${runId}${effectId}`).digest();
  const others = taken instanceof Set ? taken : new Set(taken);
  let ref = '';
  for (let length = SHORTEST; length <= LONGEST; length++) {
    ref = `e-${crockford(digest, length)}`;
    if (!others.has(ref)) return ref;
  }
  return ref;
}

/** The first `length` characters of the bytes in base 32. */
function crockford(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) {
    const bit = at * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

/** Lower case, and Crockford's aliases taken for what they were meant as: i and l for 1, o for 0. */
export function normaliseRef(word: string): string {
  const lower = word.toLowerCase();
  return lower.startsWith('e-') ? `e-${lower.slice(2).replace(/[il]/g, '1').replaceAll('o', '0')}` : lower;
}
