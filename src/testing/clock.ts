/** Time in a test: it stands still while anything happens, and jumps to whatever is due next. */
import { durationMs } from '../duration.ts';
import type { Clock } from '../operations/world.ts';
import type { Duration } from '../types.ts';

const START = Date.UTC(2026, 0, 1);

interface Timer {
  due: number;
  fn: () => void;
}

/**
 * Gives a run its time. Sleeps, deadlines and the pauses between attempts take no real time: when nothing is left
 * to do, the clock jumps to the next moment at which something is due. With `jumps: false` it moves only when the
 * test says so, and a run that waits for time is `waiting`.
 *
 * @example const clock = new TestClock('2026-03-01T09:00:00Z'); clock.advance('2h');
 */
export class TestClock implements Clock {
  readonly #jumps: boolean;
  #now: number;
  #timers: Timer[] = [];
  #whenIdle: () => void = () => {};

  /** `start`: a Date, an ISO time or ms since the epoch; default 2026-01-01T00:00:00Z. */
  constructor(start: Date | string | number = START, options: { jumps?: boolean } = {}) {
    this.#now = moment(start);
    this.#jumps = options.jumps ?? true;
  }

  /** ms since the epoch. */
  now(): number {
    return this.#now;
  }

  /** Goes to a moment, also a past one; what is due by then happens on the way, in order. */
  set(to: Date | string | number): void {
    const time = moment(to);
    for (let next = this.#earliest(); next !== undefined && next.due <= time; next = this.#earliest()) {
      this.#now = Math.max(this.#now, next.due);
      this.#fire(next);
    }
    this.#now = time;
  }

  /** Lets so much time pass: milliseconds, or e.g. `'2h'`. */
  advance(by: Duration): void {
    this.set(this.#now + durationMs(by, 'clock.advance'));
  }

  /** @internal Calls `fn` once after `ms`; never before the caller has returned. */
  after(ms: number, fn: () => void): () => void {
    const timer: Timer = { due: this.#now + Math.max(0, ms), fn };
    this.#timers.push(timer);
    if (ms <= 0) setImmediate(() => this.#fire(timer));
    return () => this.#remove(timer);
  }

  /** @internal */
  idle(): void {
    this.#whenIdle();
  }

  /** @internal Who is told that nothing but time is left. */
  onIdle(fn: () => void): void {
    this.#whenIdle = fn;
  }

  /** @internal Jumps to what is due next. False: nothing is, or this clock does not jump. */
  jump(): boolean {
    const next = this.#earliest();
    if (!this.#jumps || next === undefined) return false;
    this.#now = Math.max(this.#now, next.due);
    this.#fire(next);
    return true;
  }

  #earliest(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>(
      (a, b) => (a === undefined || b.due < a.due ? b : a),
      undefined,
    );
  }

  #fire(timer: Timer): void {
    if (this.#remove(timer)) timer.fn();
  }

  #remove(timer: Timer): boolean {
    const at = this.#timers.indexOf(timer);
    if (at >= 0) this.#timers.splice(at, 1);
    return at >= 0;
  }
}

function moment(time: Date | string | number): number {
  const ms = typeof time === 'number' ? time : new Date(time).getTime();
  if (Number.isFinite(ms)) return ms;
  throw new RangeError(
    `A clock cannot show ${JSON.stringify(time)}: give a Date, an ISO time or ms since the epoch`,
  );
}
