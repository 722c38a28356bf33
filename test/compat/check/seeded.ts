/** Numbers that look random and are the same for the same words. */
import { hash } from 'node:crypto';

/** In [0, 1). */
export function chance(...words: (string | number)[]): number {
  return Number.parseInt(hash('sha256', words.join('\n'), 'hex').slice(0, 12), 16) / 2 ** 48;
}

/** A generator of numbers in [0, 1). */
export function seeded(seed: string): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return chance(seed, drawn);
  };
}
