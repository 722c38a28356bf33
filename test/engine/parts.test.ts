/** Parts of the driver by themselves. */
import { describe, expect, test } from 'vitest';
import { Agenda } from '../../src/operations/agenda.ts';
import { Rounds } from '../../src/operations/rounds.ts';
import { Saver } from '../../src/operations/saver.ts';
import type { Clock } from '../../src/operations/world.ts';

/** A clock that moves when it is told to. */
function manual(): Clock & { go(ms: number): void; timers: number } {
  let now = 0;
  const timers = new Set<{ due: number; fn: () => void }>();
  return {
    now: () => now,
    after(ms, fn) {
      const timer = { due: now + ms, fn };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    go(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (next === undefined) break;
        timers.delete(next);
        now = Math.max(now, next.due);
        next.fn();
      }
      now = end;
    },
    get timers() {
      return timers.size;
    },
  };
}

describe('agenda', () => {
  test('in order of time, on one timer, however many there are', () => {
    const clock = manual();
    const agenda = new Agenda(clock, (error) => expect.unreachable(String(error)));
    const done: number[] = [];
    const times = Array.from({ length: 2000 }, (_, i) => (i * 7919) % 10_007);
    const offs = times.map((time) => agenda.at(time, () => done.push(time)));
    expect(clock.timers).toBe(1);
    for (const [i, off] of offs.entries()) if (i % 2 === 1) off();
    expect(agenda.next).toBe(0);
    clock.go(20_000);
    expect(done).toEqual(times.filter((_, i) => i % 2 === 0).sort((a, b) => a - b));
    expect(agenda.next).toBeUndefined();
  });

  test('what a callback throws is reported, and the next one comes all the same', () => {
    const clock = manual();
    const faults: unknown[] = [];
    const agenda = new Agenda(clock, (error) => faults.push(error));
    let came = false;
    agenda.at(5, () => {
      throw new Error('x');
    });
    agenda.at(5, () => {
      came = true;
    });
    clock.go(5);
    expect([faults.length, came]).toEqual([1, true]);
  });
});

describe('rounds', () => {
  test('a chain of n is n rounds, what is side by side is one, waits take none', () => {
    const rounds = new Rounds(2, 10);
    expect([rounds.of(3), rounds.of(10)]).toEqual([1, 1]);
    rounds.settled(1, true); // 11
    expect([rounds.of(10), rounds.of(11)]).toEqual([1, 2]);
    rounds.settled(2, false); // 12: a person
    expect(rounds.of(12)).toBe(2);
    rounds.settled(2, true); // 13
    expect(rounds.admits(rounds.of(13))).toBe(false);
  });
});

describe('protocol E3: saves', () => {
  test('paced: at most six a minute, then commands run ahead and a save follows within ten seconds', async () => {
    const clock = manual();
    let saves = 0;
    const saver = new Saver({
      save: async () => {
        saves += 1;
      },
      mode: 'paced',
      clock,
      fault: (error) => expect.unreachable(String(error)),
    });
    saver.open();
    for (let i = 0; i < 10; i += 1) await saver.beforeCommand(false);
    expect(saves).toBe(6);
    await saver.beforeCommand(true); // onLost: fail never runs ahead
    expect(saves).toBe(7);
    await saver.beforeCommand(false);
    expect(saves).toBe(7);
    clock.go(10_000);
    await saver.close();
    expect(saves).toBe(8);
  });

  test('each: before every command; those who wait together share one', async () => {
    let saves = 0;
    const saver = new Saver({
      save: () => {
        saves += 1;
        return new Promise((resolve) => setTimeout(resolve, 5));
      },
      mode: 'each',
      fault: () => {},
    });
    await Promise.all([saver.now(), saver.now(), saver.now()]);
    expect(saves).toBe(2);
    let started = false;
    const step = saver.beforeStep()?.then(() => {
      started = true;
    });
    await saver.now();
    expect(started).toBe(false); // the mailbox has not been read yet
    saver.open();
    await step;
    expect(saver.beforeStep()).toBeUndefined();
  });

  test('a failure reaches everybody who waits', async () => {
    const saver = new Saver({ save: () => Promise.reject(new Error('down')), mode: 'each', fault: () => {} });
    const ends = await Promise.allSettled([saver.now(), saver.now(), saver.beforeStep()]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
