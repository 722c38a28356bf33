import { describe, expect, it } from 'vitest';
import { Pacer, type PacerClock } from '../../src/stores/pacer.ts';

/** A clock that stands still until it is moved. */
class HandClock implements PacerClock {
  #now = 1_000_000;
  #timers: { at: number; fn: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, fn: () => void): () => void {
    const timer = { at: this.#now + ms, fn };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  async move(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { fn } of due) fn();
    await new Promise(setImmediate);
  }
}

function make(mode: 'paced' | 'each', save: (options?: { last: boolean }) => Promise<void> = async () => {}) {
  const clock = new HandClock();
  const saved: unknown[] = [];
  const errors: unknown[] = [];
  const pacer = new Pacer<{ last: boolean }>(mode, {
    clock,
    save: async (options) => {
      saved.push(options);
      await save(options);
    },
    onError: (error) => errors.push(error),
  });
  return { pacer, clock, saved, errors };
}

describe('contract §2: save', () => {
  it('protocol E3: paced: 6 starts a minute wait for their save, beyond that they run ahead and are saved within 10 s', async () => {
    const { pacer, clock, saved } = make('paced');
    for (let i = 0; i < 6; i++) await pacer.beforeStart();
    expect(saved).toHaveLength(6);
    for (let i = 0; i < 50; i++) await pacer.beforeStart();
    expect(saved).toHaveLength(6);
    await clock.move(9_999);
    expect(saved).toHaveLength(6);
    await clock.move(1);
    expect(saved).toHaveLength(7);
    await clock.move(60_000);
    await pacer.beforeStart();
    expect(saved).toHaveLength(8);
  });

  it('protocol E3: onLost fail never runs ahead', async () => {
    const { pacer, saved } = make('paced');
    for (let i = 0; i < 6; i++) await pacer.beforeStart();
    await pacer.beforeStart({ onLost: 'fail' });
    expect(saved).toHaveLength(7);
  });

  it('protocol E3: each: every start waits', async () => {
    const { pacer, saved } = make('each');
    for (let i = 0; i < 20; i++) await pacer.beforeStart();
    expect(saved).toHaveLength(20);
  });

  it('protocol L2: nothing runs ahead of the save that takes the lease', async () => {
    let finish: () => void = () => {};
    const { pacer } = make(
      'paced',
      () =>
        new Promise((resolve) => {
          finish = () => resolve();
        }),
    );
    let started = false;
    const start = pacer.beforeStart().then(() => {
      started = true;
    });
    await new Promise(setImmediate);
    expect(started).toBe(false);
    finish();
    await start;
  });

  it('those that come during a save share the next one; one with options has its own', async () => {
    const finish: (() => void)[] = [];
    const { pacer, saved } = make('paced', () => new Promise((resolve) => finish.push(resolve)));
    const first = pacer.save();
    const shared = [pacer.save(), pacer.save(), pacer.beforeStart()];
    const last = pacer.save({ last: true });
    for (let i = 0; i < 3; i++) {
      await expect.poll(() => finish.length).toBe(i + 1);
      finish[i]?.();
    }
    await Promise.all([first, ...shared, last]);
    expect(saved).toEqual([undefined, undefined, { last: true }]);
  });

  it('a save that came in between makes the later one unnecessary', async () => {
    const { pacer, clock, saved } = make('paced');
    pacer.changed();
    await pacer.save();
    await clock.move(20_000);
    expect(saved).toHaveLength(1);
    pacer.changed();
    pacer.close();
    await clock.move(20_000);
    expect(saved).toHaveLength(1);
  });

  it('a failed save is told once to whoever stops the driver, and starts nothing more', async () => {
    const { pacer, clock, errors } = make('paced', async () => {
      throw new Error('lost');
    });
    pacer.changed();
    await clock.move(10_000);
    expect(errors).toHaveLength(1);
    await expect(pacer.beforeStart()).rejects.toThrow('lost');
    await expect(pacer.save()).rejects.toThrow('lost');
  });
});
