/**
 * Babysitter asks for no step when the target of a sleep has passed, so its journals go on behind sleeps that they
 * do not hold, or hold unsettled. Such a sleep ends without a settlement where the journal proves that it was over.
 */
import { ulidTime } from '../../journal/ids.ts';
import type { Expected } from './history.ts';

export interface PendingSleep {
  /** Target of a sleep, ms since the epoch. */
  wakesAt: number | undefined;
}

/**
 * True when a sleep until `wakesAt` was over as the journal's next request was made. `missing`: requests that the
 * process has not asked for again, in order; our own (they carry a digest) prove nothing.
 */
export function isPassed(wakesAt: number, missing: readonly Expected[]): boolean {
  const next = missing.find((request) => request.argsDigest === undefined);
  // Babysitter draws an effect's id right before it journals the request.
  return next !== undefined && wakesAt <= ulidTime(next.effectId);
}

/** The first pending sleep that was over, and that the journal does not settle later; undefined: none. */
export function passedSleep(
  pending: Iterable<[string, PendingSleep]>,
  missing: readonly Expected[],
  settlesLater: (effectId: string) => boolean,
): string | undefined {
  for (const [effectId, { wakesAt }] of pending) {
    if (wakesAt !== undefined && isPassed(wakesAt, missing) && !settlesLater(effectId)) return effectId;
  }
  return undefined;
}
