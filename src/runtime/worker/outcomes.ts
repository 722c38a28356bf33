/** Turns journaled outcomes into what the process gets, and knows which effect an error came from. */
import type { SettlementOutcome } from '../protocol.ts';
import type { Pending } from './call.ts';
import { EffectCancelledError, rehydrateError } from './errors.ts';

/** How far a cause is looked for. */
const DEPTH = 8;

export class Outcomes {
  readonly #failures = new WeakMap<Error, string>();

  settle(entry: Pending, effectId: string, outcome: SettlementOutcome): void {
    if (outcome.status === 'ok') {
      try {
        const value: unknown = JSON.parse(outcome.value);
        entry.resolve(entry.receive === undefined ? value : entry.receive(value));
      } catch (error) {
        entry.reject(error as Error);
      }
      return;
    }
    const error =
      outcome.status === 'cancelled'
        ? new EffectCancelledError(effectId, outcome.reason, outcome.timedOut)
        : rehydrateError(outcome.error);
    this.#failures.set(error, effectId);
    entry.reject(error);
  }

  /** The effect whose failure this is, or was caused by. */
  effectOf(thrown: unknown): string | undefined {
    for (
      let error = thrown, depth = 0;
      error instanceof Error && depth < DEPTH;
      error = error.cause, depth += 1
    ) {
      const effectId = this.#failures.get(error);
      if (effectId !== undefined) return effectId;
    }
    return undefined;
  }
}
