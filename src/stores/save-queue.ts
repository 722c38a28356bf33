/** Saves that come while one is under way share the next one. */
import { setImmediate as turn } from 'node:timers/promises';
import { LeaseHeldError, LeaseLostError, LonghaulError } from '../errors.ts';
import type { IndexNote, SaveOptions } from './contract.ts';

export interface Asked {
  last: boolean;
  mail: string[];
}

export class SaveQueue {
  readonly #round: (asked: Asked) => Promise<void>;
  #index: IndexNote;
  /** The note has changed since a save that got through. */
  isIndexNew = false;
  #asked: { last: boolean; mail: Set<string> } = { last: false, mail: new Set() };
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** `round` saves once; what was asked for is asked again of the next round when it fails. */
  constructor(index: IndexNote, round: (asked: Asked) => Promise<void>) {
    this.#index = index;
    this.#round = round;
  }

  get index(): IndexNote {
    return this.#index;
  }

  async save(options: SaveOptions): Promise<void> {
    if (options.last === true) this.#asked.last = true;
    for (const name of options.mail ?? []) this.#asked.mail.add(name);
    if (options.index !== undefined) {
      const index = { ...this.#index, ...options.index };
      this.isIndexNew ||= JSON.stringify(index) !== JSON.stringify(this.#index);
      this.#index = index;
    }
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    this.#running = this.#once().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #once(): Promise<void> {
    // What is appended in this turn of the loop comes along.
    await turn();
    const asked = this.#asked;
    this.#asked = { last: false, mail: new Set() };
    try {
      await this.#round({ last: asked.last, mail: [...asked.mail] });
    } catch (error) {
      for (const name of asked.mail) this.#asked.mail.add(name);
      // Whoever lost the lease has nothing left to save.
      const isOurs = !(error instanceof LeaseLostError || error instanceof LeaseHeldError);
      if (error instanceof LonghaulError) error.endedSave = isOurs;
      throw error;
    }
  }
}
