/**
 * `max-iterations`: an effect belongs to the round after the last one whose result the process had when it asked.
 * So effects asked for side by side are one round, and a chain of n steps is n rounds, however long each takes.
 */
export class Rounds {
  readonly #max: number;
  /** Settlements that were there before this driver. */
  readonly #before: number;
  /** Highest round among the results up to each settlement of this driver. */
  readonly #highest: number[] = [];

  /** `max` 0: no limit. */
  constructor(max: number, settlements: number) {
    this.#max = max;
    this.#before = settlements;
  }

  /** The round of a request that was asked when `after` settlements had been handed over. */
  of(after: number): number {
    if (this.#max === 0) return 1;
    return 1 + (this.#highest[Math.min(after - this.#before, this.#highest.length) - 1] ?? 0);
  }

  admits(round: number): boolean {
    return this.#max === 0 || round <= this.#max;
  }

  /** `done`: it was done here; what people and time settle takes no round. */
  settled(round: number, done: boolean): void {
    if (this.#max === 0) return;
    this.#highest.push(Math.max(this.#highest.at(-1) ?? 0, done ? round : round - 1));
  }
}
