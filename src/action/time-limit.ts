/** A job near its time limit begins nothing new, lets what runs end, and saves; dispatch.ts has the run carried on. */

/** What runs at the time limit may go on for so long; the default limit leaves half an hour of a hosted job. */
const LONGEST_DRAIN_MS = 20 * 60_000;

/** Fires `drain` at the limit and `stop` when what runs has not ended long after it. 0: never. */
export function armTimeLimit(
  limitMs: number,
  startedAgoMs: number,
  drain: () => void,
  stop: () => void,
): () => void {
  if (limitMs === 0) return () => {};
  const left = Math.max(0, limitMs - startedAgoMs);
  const timers = [setTimeout(drain, left), setTimeout(stop, left + LONGEST_DRAIN_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearTimeout);
}
