/** How often a mailbox is looked into. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAIL_PACE, type WatchPace, watchMail } from '../../src/stores/watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Pauses between looks into a mailbox that stays empty, or cannot be reached, ms. */
async function pauses(pace: WatchPace, forMs: number, isThere = true): Promise<number[]> {
  const looks: number[] = [];
  const stop = watchMail(
    {
      read() {
        looks.push(Date.now());
        const nothing = { mail: [], duplicates: [], invalid: [] };
        return isThere ? Promise.resolve(nothing) : Promise.reject(new Error('no route'));
      },
    },
    pace,
    () => {},
  );
  await vi.advanceTimersByTimeAsync(forMs);
  stop();
  return looks.slice(1).map((at, i) => at - (looks[i] ?? 0));
}

describe('the watch of a mailbox', () => {
  it('looks less and less often while nothing comes, and never less often than its pace says', async () => {
    const made = await pauses({ firstMs: 100, lastMs: 1000 }, 60_000);
    expect(Math.min(...made)).toBeLessThanOrEqual(110);
    expect(Math.max(...made)).toBeGreaterThanOrEqual(900);
    expect(Math.max(...made)).toBeLessThanOrEqual(1100);
    expect(made.length).toBeGreaterThanOrEqual(54);
  });

  it.each([true, false])(
    'contract §2: a driver in another job acts within 10 s (reached: %s)',
    async (isThere) => {
      const made = await pauses(MAIL_PACE, 3_600_000, isThere);
      expect(Math.max(...made)).toBeLessThanOrEqual(9000);
      expect(made.length).toBeGreaterThan(400);
    },
  );
});
