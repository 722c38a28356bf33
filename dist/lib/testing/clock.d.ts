import type { Clock } from '../operations/world.js';
import type { Duration } from '../types.js';
/**
 * Gives a run its time. Sleeps, deadlines and the pauses between attempts take no real time: when nothing is left
 * to do, the clock jumps to the next moment at which something is due. With `jumps: false` it moves only when the
 * test says so, and a run that waits for time is `waiting`.
 *
 * @example const clock = new TestClock('2026-03-01T09:00:00Z'); clock.advance('2h');
 */
export declare class TestClock implements Clock {
    #private;
    /** `start`: a Date, an ISO time or ms since the epoch; default 2026-01-01T00:00:00Z. */
    constructor(start?: Date | string | number, options?: {
        jumps?: boolean;
    });
    /** ms since the epoch. */
    now(): number;
    /** Goes to a moment, also a past one; what is due by then happens on the way, in order. */
    set(to: Date | string | number): void;
    /** Lets so much time pass: milliseconds, or e.g. `'2h'`. */
    advance(by: Duration): void;
    /** @internal Calls `fn` once after `ms`; never before the caller has returned. */
    after(ms: number, fn: () => void): () => void;
    /** @internal */
    idle(): void;
    /** @internal Who is told that nothing but time is left. */
    onIdle(fn: () => void): void;
    /** @internal Jumps to what is due next. False: nothing is, or this clock does not jump. */
    jump(): boolean;
}
