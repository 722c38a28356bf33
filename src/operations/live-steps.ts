/** In-process steps (ctx.run) as the driver sees them: started in the worker, stopped by their signal, left behind if need be (E4). */
import type { Outcome } from '../executors/contract.ts';
import type { Json } from '../journal/events.ts';
import type { SettlementOutcome } from '../runtime/protocol.ts';
import { type Book, calmDown, type EffectsWorld, keyOf, type Live, type Stop } from './live.ts';
import { attemptTimeout } from './policy.ts';

export interface StepEvents {
  /** The worker runs it now. */
  started(live: Live): void;
  finished(live: Live, outcome: Outcome): void;
}

export class LiveSteps {
  readonly #world: EffectsWorld;
  readonly #book: Book;
  readonly #events: StepEvents;
  /** Known to the worker that runs now: it has asked for them. */
  readonly #asked = new Set<Live>();
  readonly #running = new Map<Live, () => void>();
  /** Were running in a worker that is gone. */
  readonly #lost = new Set<Live>();
  #starting = 0;
  #timed = 0;

  constructor(world: EffectsWorld, book: Book, events: StepEvents) {
    this.#world = world;
    this.#book = book;
    this.#events = events;
  }

  get running(): number {
    return this.#running.size;
  }

  /** Started, and not yet running: the store or a new worker is waited for. */
  get starting(): number {
    return this.#starting;
  }

  /** A running step will be ended by its timeout. */
  get timed(): boolean {
    return this.#timed > 0;
  }

  /** The worker asks for it. True: it was running in the worker before this one, and was lost with that. */
  asked(live: Live): boolean {
    this.#asked.add(live);
    if (this.#lost.delete(live)) return true;
    if (live.phase === 'starting') this.#go(live, live.attempt);
    return false;
  }

  /** It has been settled. */
  forget(live: Live): void {
    if (live.request.kind !== 'step') return;
    this.#asked.delete(live);
    this.#lost.delete(live);
    if (live.phase === 'starting') this.#starting -= 1;
    this.#leave(live);
  }

  /** Its EFFECT_STARTED is journaled. */
  begin(live: Live): void {
    live.phase = 'starting';
    this.#starting += 1;
    const { client } = this.#world;
    const { attempt } = live;
    const wait = live.policy.onLost === 'fail' ? client.beforeCommand(true) : client.beforeStep();
    if (wait === undefined) this.#go(live, attempt);
    else wait.then(() => this.#go(live, attempt)).catch((error: unknown) => client.fault(error));
  }

  #go(live: Live, attempt: number): void {
    if (
      !this.#book.isOpen(live) ||
      live.phase !== 'starting' ||
      live.attempt !== attempt ||
      !this.#asked.has(live)
    )
      return;
    this.#starting -= 1;
    live.phase = 'running';
    live.ended = new Promise((resolve) => {
      this.#running.set(live, resolve);
    });
    if (this.#isTimed(live)) this.#timed += 1;
    this.#events.started(live);
    this.#world.client.startStep(live.effect.effectId, attempt, keyOf(this.#world.state, live.effect));
  }

  /** The worker says how an attempt ended. A step that was told to stop has stopped, whatever it says. */
  ended(live: Live, attempt: number, outcome: SettlementOutcome): void {
    if (live.phase !== 'running' || live.attempt !== attempt) return;
    if (live.stop !== undefined || outcome.status === 'cancelled') {
      this.#end(live, { status: 'stopped', exit: null });
      return;
    }
    this.#end(
      live,
      outcome.status === 'ok' ? { status: 'ok', value: JSON.parse(outcome.value) as Json } : outcome,
    );
  }

  /** Fires its signal; after the grace it is left behind. Resolves when it has ended. */
  stop(live: Live, stop: Stop): Promise<void> {
    const { client, agenda, world, limits } = this.#world;
    if (live.phase === 'starting') {
      this.#starting -= 1;
      this.#events.finished(live, { status: 'stopped', exit: null });
      return Promise.resolve();
    }
    client.abortStep(live.effect.effectId, stop.reason, stop.kind === 'timeout');
    const { attempt } = live;
    const giveUp = (): void => {
      if (live.phase !== 'running' || live.attempt !== attempt) return;
      this.#leave(live);
      live.phase = 'waiting';
      client.abandonStep(live.effect.effectId);
      this.#events.finished(live, { status: 'stopped', exit: null });
    };
    live.alarms.push(agenda.at(world.clock.now() + limits.graceMs, giveUp));
    return live.ended ?? Promise.resolve();
  }

  /** The worker is gone; the next one asks again. What ran in it is lost, or has stopped if it was told to. */
  workerGone(): void {
    this.#asked.clear();
    for (const live of [...this.#running.keys()]) {
      if (live.stop !== undefined) this.#end(live, { status: 'stopped', exit: null });
      else {
        this.#leave(live);
        calmDown(live);
        live.phase = 'waiting';
        this.#lost.add(live);
      }
    }
  }

  #end(live: Live, outcome: Outcome): void {
    this.#leave(live);
    this.#events.finished(live, outcome);
  }

  #leave(live: Live): void {
    const resolve = this.#running.get(live);
    if (resolve === undefined) return;
    this.#running.delete(live);
    if (this.#isTimed(live)) this.#timed -= 1;
    resolve();
  }

  #isTimed(live: Live): boolean {
    return attemptTimeout(live.request, live.policy, this.#world.limits) > 0;
  }
}
