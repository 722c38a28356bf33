/**
 * Attempts of effects that are done here: which comes next by the journal, when it may begin, and what its end
 * means. Journal first, then act: a command begins once the store holds its EFFECT_STARTED (E3).
 */
import { durationText } from '../duration.ts';
import type { Outcome } from '../executors/contract.ts';
import { isRetryable, nextDelay } from '../executors/retry.ts';
import type { SerializedError } from '../journal/events.ts';
import { isChildOf, nextAttempt } from './attempt-plan.ts';
import {
  type Book,
  calmDown,
  type EffectsWorld,
  effectOf,
  executorWorld,
  iso,
  type Live,
  type Stop,
} from './live.ts';
import { LiveSteps } from './live-steps.ts';
import { attemptTimeout } from './policy.ts';
import { defined, type SettleDetails } from './recorder.ts';

type Stopped = Extract<Outcome, { status: 'stopped' }>;

export class Attempts {
  readonly steps: LiveSteps;
  readonly #world: EffectsWorld;
  readonly #book: Book;
  readonly #stop: (live: Live, stop: Stop) => void;
  /** In order of request; a Set, so that what is cancelled leaves it at once. */
  readonly #queue = new Set<Live>();
  #commands = 0;
  #held = 0;
  #draining = false;
  #closing = false;

  constructor(world: EffectsWorld, book: Book, stop: (live: Live, stop: Stop) => void) {
    this.#world = world;
    this.#book = book;
    this.#stop = stop;
    this.steps = new LiveSteps(world, book, {
      started: (live) => this.#limit(live),
      finished: (live, outcome) => this.finished(live, outcome),
    });
  }

  /** Something is done here, or is about to be. */
  get busy(): boolean {
    return this.#commands > 0 || this.#queue.size > 0 || this.steps.starting > 0;
  }

  /** Effects that wait for a later job's round. */
  get held(): number {
    return this.#held;
  }

  /** What has not begun is left to a later job; what runs goes on. */
  drain(): void {
    this.#draining = true;
    for (const live of this.#queue) this.#hold(live);
    this.#queue.clear();
  }

  #hold(live: Live): void {
    live.phase = 'held';
    this.#held += 1;
  }

  /** Begins nothing any more. */
  close(): void {
    this.#closing = true;
    this.#queue.clear();
  }

  /** It has been settled, or must not begin. */
  forget(live: Live): void {
    this.#queue.delete(live);
    if (live.phase === 'held') this.#held -= 1;
    this.steps.forget(live);
  }

  next(live: Live): void {
    const { effect, policy, request } = live;
    const next = nextAttempt(this.#world.state, effect, request.label, policy);
    if (next.type === 'begin') this.#enqueue(live, next.attempt, next.because);
    else if (next.type === 'later') this.#later(live, next.at, next.attempt);
    else this.#book.settleError(live, next.error);
  }

  #later(live: Live, time: number, attempt: number): void {
    live.phase = 'waiting';
    live.alarms.push(this.#world.agenda.at(time, () => this.#enqueue(live, attempt)));
  }

  #enqueue(live: Live, attempt: number, because?: Live['because']): void {
    if (!this.#book.isOpen(live) || this.#closing) return;
    live.attempt = attempt;
    live.because = because;
    if (this.#draining || !this.#world.rounds.admits(live.round)) {
      this.#hold(live);
      return;
    }
    if (live.request.kind === 'step') {
      this.#begin(live);
      return;
    }
    live.phase = 'queued';
    this.#queue.add(live);
    this.#pump();
  }

  #pump(): void {
    for (const live of this.#queue) {
      if (this.#closing || this.#commands >= this.#world.limits.maxParallel) return;
      this.#queue.delete(live);
      if (this.#book.isOpen(live)) this.#begin(live);
    }
  }

  #begin(live: Live, error?: SerializedError): void {
    const { world, limits, recorder, owner } = this.#world;
    const now = world.clock.now();
    const timeout = attemptTimeout(live.request, live.policy, limits);
    const deadline = timeout > 0 ? new Date(now + timeout).toISOString() : undefined;
    const { attempt, because } = live;
    const isBegun = because === undefined && isChildOf(live.effect, attempt);
    if (!isBegun)
      recorder.append({
        type: 'EFFECT_STARTED',
        data: { effectId: live.effect.effectId, attempt, owner, ...defined({ because, error, deadline }) },
      });
    live.startedAt = now;
    live.stop = undefined;
    world.report({
      type: 'effect-started',
      effectId: live.effect.effectId,
      label: live.request.label,
      attempt,
    });
    if (live.request.kind === 'step') {
      this.steps.begin(live);
      return;
    }
    // A child that goes on has a journal, and a lease, of its own: looking at it costs the parent nothing.
    const { client } = this.#world;
    this.#run(live, isBegun ? Promise.resolve() : client.beforeCommand(live.policy.onLost === 'fail'));
  }

  /** It runs now: waiting for the store has not used up its time. */
  #limit(live: Live): void {
    const { agenda, limits, world } = this.#world;
    const timeout = attemptTimeout(live.request, live.policy, limits);
    if (timeout === 0) return;
    const reason = `timed out after ${durationText(timeout)}`;
    live.alarms.push(
      agenda.at(world.clock.now() + timeout, () => this.#stop(live, { kind: 'timeout', reason })),
    );
  }

  /** A child that nobody drives here is cancelled by driving it to its end. */
  stopChild(live: Live, stop: Stop): void {
    live.stop = stop;
    this.#run(live, Promise.resolve());
    live.abort?.abort({ kind: stop.kind, message: stop.reason });
  }

  #run(live: Live, ready: Promise<void>): void {
    live.phase = 'starting';
    live.abort = new AbortController();
    this.#commands += 1;
    const { client } = this.#world;
    live.ended = this.#perform(live, ready, live.abort)
      .catch((fault: unknown) => client.fault(fault))
      .finally(() => {
        this.#commands -= 1;
        this.#pump();
        client.changed();
      });
  }

  async #perform(live: Live, ready: Promise<void>, abort: AbortController): Promise<void> {
    await Promise.race([ready, fired(abort.signal)]);
    if (!this.#book.isOpen(live)) return;
    const { client, world, state } = this.#world;
    const isChild = live.request.kind === 'subprocess';
    let outcome: Outcome = { status: 'stopped', exit: null };
    if (isChild || !abort.signal.aborted) {
      live.phase = 'running';
      this.#limit(live);
      outcome = isChild
        ? await client.runChild(live.request, live.effect.failures, abort.signal)
        : await world.performer.perform(
            effectOf(state, live),
            executorWorld(this.#world, live, abort.signal),
          );
    }
    this.finished(live, outcome);
  }

  /** An attempt is over. */
  finished(live: Live, outcome: Outcome): void {
    calmDown(live);
    live.phase = 'waiting';
    live.abort = undefined;
    if (this.#book.muted || !this.#book.isOpen(live)) return;
    if (live.deferred === 'wanted') live.deferred = outcome;
    else this.conclude(live, outcome);
  }

  /** What the end of an attempt means. Whoever asked first for its end decides; a result that is there counts. */
  conclude(live: Live, outcome: Outcome): void {
    const details: SettleDetails = {
      ...(live.startedAt === 0
        ? {}
        : { startedAt: iso(live.startedAt), finishedAt: iso(this.#world.world.clock.now()) }),
      ...defined({ stdoutRef: outcome.stdoutRef, stderrRef: outcome.stderrRef }),
    };
    const { stop } = live;
    live.stop = undefined;
    if (outcome.status === 'ok') this.#book.settleOk(live, outcome.value, details);
    else if (outcome.status === 'error') this.#failed(live, outcome.error, details, stop);
    else if (stop !== undefined && stop.kind !== 'shutdown') this.#stopped(live, outcome, details, stop);
  }

  #stopped(live: Live, outcome: Stopped, details: SettleDetails, stop: Stop): void {
    if (outcome.exit !== null) details.metadata = { exit: outcome.exit };
    const reason = outcome.alive === true ? `${stop.reason}; something of it is still running` : stop.reason;
    if (stop.kind === 'timeout') {
      this.#failed(live, { name: 'TimeoutError', message: reason }, details, stop);
      return;
    }
    this.#book.settleCancelled(live, reason, { ...details, actor: stop.actor, messageId: stop.messageId });
  }

  #failed(live: Live, error: SerializedError, details: SettleDetails, stop: Stop | undefined): void {
    const { retry } = live.policy;
    const delay = isRetryable(retry, error) ? nextDelay(retry, live.effect.failures + 1) : undefined;
    if (delay === undefined) {
      if (stop?.kind === 'timeout')
        this.#book.settleCancelled(live, error.message, { ...details, timedOut: true });
      else this.#book.settleError(live, error, details);
      return;
    }
    // No further attempt of what somebody wants to end.
    if (stop?.kind === 'cancel') {
      const { actor, messageId } = stop;
      this.#book.settleCancelled(live, stop.reason, { ...details, actor, messageId });
      return;
    }
    const { world, recorder, owner } = this.#world;
    const attempt = live.attempt + 1;
    const { effectId } = live.effect;
    world.report({ type: 'retrying', effectId, label: live.request.label, attempt, delayMs: delay, error });
    if (delay === 0 && !this.#closing) {
      live.attempt = attempt;
      live.because = 'failure';
      this.#begin(live, error);
      return;
    }
    const notBefore = world.clock.now() + delay;
    recorder.append({
      type: 'EFFECT_STARTED',
      data: { effectId, attempt, owner, because: 'failure', error, notBefore: iso(notBefore) },
    });
    this.#later(live, notBefore, attempt);
    this.#world.client.changed();
  }
}

/** Resolves with the signal: what is stopped does not wait for the store. */
function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
