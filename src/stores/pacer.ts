/** When a driver saves (`save: paced | each`, contract §2; protocol E3). Policy only: what a save is, the store knows. */

export interface PacerClock {
  /** ms since the epoch. */
  now(): number;
  /** Calls `fn` once after `ms`; the answer calls it off. */
  after(ms: number, fn: () => void): () => void;
}

export interface PacerPorts<Options> {
  save(options?: Options): Promise<void>;
  clock: PacerClock;
  /** A save that nobody waits for failed: the driver must stop. */
  onError(error: unknown): void;
}

/** GitHub recommends at most 6 pushes a minute and repository. */
const SAVES = 6;
const WINDOW_MS = 60_000;
/** What ran ahead is saved within this time. */
const BEHIND_MS = 10_000;

export class Pacer<Options = never> {
  readonly #mode: 'paced' | 'each';
  readonly #ports: PacerPorts<Options>;
  /** Start times of the saves of the last minute. */
  #times: number[] = [];
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  /** Nothing runs ahead of the save that takes the lease (L2). */
  #hasSaved = false;
  #failed: { error: unknown } | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(mode: 'paced' | 'each', ports: PacerPorts<Options>) {
    this.#mode = mode;
    this.#ports = ports;
  }

  /**
   * Resolves when a command, whose EFFECT_STARTED was appended, may start: once the store holds that event, or at
   * once when 6 saves fell into the last minute. `onLost: 'fail'` never runs ahead. Throws what a save threw.
   */
  async beforeStart(options: { onLost?: 'retry' | 'fail' | undefined } = {}): Promise<void> {
    this.#check();
    const mayRunAhead = this.#mode === 'paced' && options.onLost !== 'fail' && this.#hasSaved;
    if (mayRunAhead && this.#recent() >= SAVES) this.changed();
    else await this.save();
  }

  /** Something was appended that nobody waits for: it is saved within 10 s. */
  changed(): void {
    if (this.#cancelTimer !== undefined) return;
    this.#cancelTimer = this.#ports.clock.after(BEHIND_MS, () => {
      this.#cancelTimer = undefined;
      this.save().catch((error: unknown) => this.#ports.onError(error));
    });
  }

  /**
   * Everything appended before this call is durable when it resolves: before an announcement, a wait, the end, and
   * with options of the store. One save at a time; calls that come meanwhile and bring no options share the next.
   */
  save(options?: Options): Promise<void> {
    if (this.#failed !== undefined) return Promise.reject(this.#failed.error);
    if (options !== undefined) {
      // Its own save: what it carries is for the very save that it waits for.
      const before = this.#next ?? this.#running ?? Promise.resolve();
      return before.then(() => this.#start(options));
    }
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  #start(options?: Options): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#times.push(this.#ports.clock.now());
    const running = this.#ports.save(options).then(
      () => {
        this.#hasSaved = true;
      },
      (error: unknown) => {
        this.#failed = { error };
        throw error;
      },
    );
    this.#running = running;
    const done = (): void => {
      if (this.#running === running) this.#running = undefined;
    };
    running.then(done, done);
    return running;
  }

  #recent(): number {
    const since = this.#ports.clock.now() - WINDOW_MS;
    this.#times = this.#times.filter((time) => time > since);
    return this.#times.length;
  }

  #check(): void {
    if (this.#failed !== undefined) throw this.#failed.error;
  }

  /** Calls off what was to be saved later; whoever closes has saved, or must not any more. */
  close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
