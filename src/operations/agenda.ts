/** Everything that time will bring to a driven run, in order, on one timer of the clock. */
import type { Clock } from './world.ts';

interface Entry {
  time: number;
  /** undefined: called off. */
  fn: (() => void) | undefined;
}

export class Agenda {
  readonly #clock: Clock;
  readonly #fault: (error: unknown) => void;
  /** A binary heap by time. */
  #heap: Entry[] = [];
  #calledOff = 0;
  #timer: { time: number; stop: () => void } | undefined;
  #closed = false;

  /** `fault`: gets what a callback throws; it must not bring the driver's process down. */
  constructor(clock: Clock, fault: (error: unknown) => void) {
    this.#clock = clock;
    this.#fault = fault;
  }

  /** Calls `fn` once when `time` (ms since the epoch) has come. The answer calls it off. */
  at(time: number, fn: () => void): () => void {
    const entry: Entry = { time, fn };
    this.#push(entry);
    this.#arm();
    return () => {
      if (entry.fn === undefined) return;
      entry.fn = undefined;
      this.#calledOff += 1;
      if (this.#calledOff > 64 && this.#calledOff > this.#heap.length / 2) this.#sweep();
    };
  }

  /** When something is due next; undefined: never. */
  get next(): number | undefined {
    while (this.#heap[0] !== undefined && this.#heap[0].fn === undefined) this.#pop();
    return this.#heap[0]?.time;
  }

  close(): void {
    this.#closed = true;
    this.#timer?.stop();
    this.#timer = undefined;
    this.#heap = [];
  }

  #arm(): void {
    const { next } = this;
    if (this.#closed || next === undefined) return;
    if (this.#timer !== undefined && this.#timer.time <= next) return;
    this.#timer?.stop();
    const stop = this.#clock.after(Math.max(0, next - this.#clock.now()), () => this.#ring());
    this.#timer = { time: next, stop };
  }

  #ring(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    for (let next = this.next; next !== undefined && next <= now && !this.#closed; next = this.next) {
      const fn = this.#pop()?.fn;
      try {
        fn?.();
      } catch (error) {
        this.#fault(error);
      }
    }
    this.#arm();
  }

  #sweep(): void {
    const open = this.#heap.filter((entry) => entry.fn !== undefined);
    this.#heap = [];
    this.#calledOff = 0;
    for (const entry of open) this.#push(entry);
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent] as Entry;
      if (above.time <= entry.time) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return undefined;
    if (top.fn === undefined) this.#calledOff -= 1;
    if (heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as Entry).time < (heap[child] as Entry).time)
        child += 1;
      if ((heap[child] as Entry).time >= last.time) break;
      heap[i] = heap[child] as Entry;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
