/** How effects are stopped: one, all of a cancelled run, or whatever runs here when the driver goes. */

import type { StopReason } from '../executors/contract.ts';
import { stepNumber } from '../journal/ids.ts';
import { hasChild } from '../journal/state.ts';
import type { Attempts } from './attempts.ts';
import { type Book, calmDown, isActive, type Live, type Stop } from './live.ts';

export class Stopping {
  readonly #book: Book;
  readonly #attempts: Attempts;

  constructor(book: Book, attempts: Attempts) {
    this.#book = book;
    this.#attempts = attempts;
  }

  /** What runs is signalled and settles when it is gone; what waits settles at once. Resolves when nothing of it runs. */
  stop(live: Live, stop: Stop): Promise<void> {
    if (!this.#book.isOpen(live)) return Promise.resolve();
    if (isActive(live)) return this.#signal(live, stop);
    if (stop.kind === 'shutdown') return Promise.resolve();
    if (hasChild(live.effect)) {
      this.#attempts.stopChild(live, stop);
      return live.ended ?? Promise.resolve();
    }
    this.#book.settleCancelled(live, stop.reason, {
      actor: stop.actor,
      messageId: stop.messageId,
      timedOut: stop.kind === 'timeout',
    });
    return Promise.resolve();
  }

  #signal(live: Live, stop: Stop): Promise<void> {
    const already = live.stop;
    // A timeout may be followed by another attempt: a cancel is not lost in it.
    if (already === undefined || stop.kind === 'cancel')
      live.stop = already?.kind === 'cancel' ? already : stop;
    if (already !== undefined) return live.ended ?? Promise.resolve();
    if (live.request.kind === 'step') return this.#attempts.steps.stop(live, stop);
    live.abort?.abort({ kind: stop.kind, message: stop.reason } satisfies StopReason);
    return live.ended ?? Promise.resolve();
  }

  /**
   * Cancels the given effects, each with a settlement of its own, in step order (E6). All that runs is signalled
   * at once; whatever ends out of order waits for its turn.
   */
  async cancelAll(lives: readonly Live[], stop: Stop): Promise<void> {
    const open = lives
      .filter((live) => this.#book.isOpen(live) && live.deferred === undefined)
      .sort((a, b) => stepNumber(a.request.stepId) - stepNumber(b.request.stepId));
    const endings = open.map((live): Promise<void> | undefined => {
      if (isActive(live) || hasChild(live.effect)) {
        live.deferred = 'wanted';
        return this.stop(live, stop);
      }
      // Neither its pause nor its place in the queue brings another attempt.
      calmDown(live);
      this.#attempts.forget(live);
      live.phase = 'waiting';
      return undefined;
    });
    for (const [i, live] of open.entries()) {
      if (endings[i] !== undefined) await endings[i];
      const outcome = live.deferred;
      live.deferred = undefined;
      if (!this.#book.isOpen(live)) continue;
      live.stop = stop;
      this.#attempts.conclude(
        live,
        outcome === undefined || outcome === 'wanted' ? { status: 'stopped', exit: null } : outcome,
      );
    }
  }

  /**
   * Ends everything that runs here and settles none of it. `over`: the run ends, so children that wait elsewhere
   * are cancelled with it; otherwise a later driver carries all of it on.
   */
  async leave(lives: readonly Live[], over: string | undefined): Promise<void> {
    this.#attempts.close();
    const endings = lives.map((live) => {
      calmDown(live);
      if (live.request.kind === 'step') return undefined; // it goes with its worker
      if (over !== undefined && hasChild(live.effect)) {
        live.deferred = 'wanted'; // it is withdrawn together with the rest
        return this.stop(live, { kind: 'cancel', reason: over });
      }
      return isActive(live) ? this.stop(live, { kind: 'shutdown', reason: 'the driver stops' }) : undefined;
    });
    await Promise.all(endings);
  }
}
