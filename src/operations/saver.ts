/**
 * When the journal goes to the store (protocol E3). A save in flight and the one behind it are shared by all who
 * wait; what nobody waits for follows within ten seconds.
 */
import { type Clock, systemClock } from './world.ts';

export type SaveMode = 'each' | 'paced';

const LATEST = 10_000;
const MINUTE = 60_000;
const PER_MINUTE = 6;

export class Saver {
  readonly #save: () => Promise<void>;
  readonly #clock: Clock;
  readonly #mode: SaveMode;
  readonly #fault: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #later: (() => void) | undefined;
  #times: number[] = [];
  #saved = false;
  #closed = false;
  /** Commands and steps wait for it beside the store; undefined: no more. */
  #first: PromiseWithResolvers<void> | undefined = Promise.withResolvers<void>();

  /** `clock`: real time unless a test says otherwise; a run's own time may stand still. */
  constructor(options: {
    save: () => Promise<void>;
    mode: SaveMode;
    fault: (error: unknown) => void;
    clock?: Clock;
  }) {
    this.#save = options.save;
    this.#clock = options.clock ?? systemClock;
    this.#mode = options.mode;
    this.#fault = options.fault;
  }

  /** Resolves when the store holds everything journaled before this call. */
  now(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#round();
      return this.#running;
    }
    this.#next ??= this.#running.then(
      () => {
        this.#next = undefined;
        return this.now();
      },
      (error: unknown) => {
        this.#next = undefined;
        throw error;
      },
    );
    return this.#next;
  }

  /** From now on commands and steps may start: the mail that was there has been read. What it cancels never begins. */
  open(): void {
    this.#first?.resolve();
    this.#first = undefined;
  }

  /** Resolves when a command may start. `strict`: it never runs ahead of the store. */
  beforeCommand(strict: boolean): Promise<void> {
    const durable = this.#durable(strict);
    return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => {});
  }

  #durable(strict: boolean): Promise<void> {
    if (strict || this.#mode === 'each' || !this.#saved) return this.now();
    const since = this.#clock.now() - MINUTE;
    this.#times = this.#times.filter((time) => time > since);
    if (this.#times.length < PER_MINUTE) return this.now();
    this.soon();
    return Promise.resolve();
  }

  /** Resolves when a step of the process may start; undefined: at once (L2: the first save takes the lease). */
  beforeStep(): Promise<void> | undefined {
    const durable = this.#saved ? undefined : this.now();
    return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => {});
  }

  /** Something was journaled that nobody waits for. */
  soon(): void {
    if (this.#later !== undefined || this.#closed) return;
    this.#later = this.#clock.after(LATEST, () => {
      this.#later = undefined;
      this.now().catch(this.#fault);
    });
  }

  /** No save of its own accord any more; resolves when none is in flight. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#later?.();
    this.#later = undefined;
    await (this.#next ?? this.#running)?.catch(() => {}); // whoever waited for it was told
  }

  async #round(): Promise<void> {
    this.#later?.();
    this.#later = undefined;
    this.#times.push(this.#clock.now());
    if (this.#times.length > PER_MINUTE) this.#times.shift();
    try {
      await this.#save();
      this.#saved = true;
    } finally {
      this.#running = undefined;
    }
  }
}
