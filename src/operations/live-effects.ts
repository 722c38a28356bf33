/**
 * The effects of a driven run that are not settled. Each is taken up once, waits or is attempted (attempts.ts), and
 * is settled exactly once, by whoever comes first: its end, its deadline, a message, a cancel.
 */
import { durationText } from '../duration.ts';
import type { Json, SerializedError } from '../journal/events.ts';
import type { RequestMessage, SettlementOutcome } from '../runtime/protocol.ts';
import { Attempts } from './attempts.ts';
import { leftChildren } from './left-children.ts';
import {
  type Book,
  calmDown,
  type EffectsWorld,
  effectOf,
  isActive,
  isHit,
  type Live,
  newLive,
  type Stop,
  signalName,
  waitsForChild,
} from './live.ts';
import { isForOthers, NO_POLICY, noteOf, readPolicy, wakeOf } from './policy.ts';
import type { RequestNote, SettleDetails } from './recorder.ts';
import { Stopping } from './stopping.ts';
import type { StandIn } from './world.ts';

export class LiveEffects implements Book {
  readonly #all = new Map<string, Live>();
  readonly #world: EffectsWorld;
  readonly #attempts: Attempts;
  readonly #stopping: Stopping;
  /** Waiting `signal` effects by name, in order of request. */
  readonly #signals = new Map<string, Set<Live>>();
  #asking = 0;
  /** The drive ends with an error: nothing is journaled any more, whatever still ends. */
  muted = false;

  constructor(world: EffectsWorld) {
    this.#world = world;
    this.#attempts = new Attempts(world, this, (live, stop) => this.#stop(live, stop));
    this.#stopping = new Stopping(this, this.#attempts);
  }

  noteOf(request: RequestMessage): RequestNote {
    const { world, limits } = this.#world;
    return noteOf(request, world, limits);
  }

  /** Takes up a journaled request. True: the run was cancelled after it was asked for, and it waits for that. */
  open(request: RequestMessage): boolean {
    const known = this.#all.get(request.effectId);
    if (known !== undefined) {
      known.request = request; // a worker that was replaced asks again
      if (request.kind === 'step' && this.#attempts.steps.asked(known)) this.#attempts.next(known);
      return false;
    }
    const { state, rounds } = this.#world;
    const effect = state.effects.get(request.effectId);
    if (effect === undefined || effect.status !== 'requested') return false;
    const policy = readPolicy(request);
    const live = newLive(request, effect, 'error' in policy ? NO_POLICY : policy, rounds.of(request.after));
    this.#all.set(request.effectId, live);
    if (state.cancel !== undefined && isHit(live, state.cancel.seq)) return true;
    // A policy that cannot be read is the failure of the definition, not of the engine.
    if ('error' in policy) this.settleError(live, policy.error);
    else this.#consider(live);
    return false;
  }

  #consider(live: Live): void {
    const { agenda, world, execute } = this.#world;
    const { effect, request } = live;
    if (effect.request.deadline !== undefined) {
      live.alarms.push(agenda.at(Date.parse(effect.request.deadline), () => this.#timeIsUp(live)));
    }
    const standIn = execute ? world.standIn?.(request) : undefined;
    if (standIn === undefined) this.#take(live);
    else this.#standIn(live, standIn);
  }

  #take(live: Live): void {
    const { agenda, world, execute } = this.#world;
    const { request } = live;
    switch (request.kind) {
      case 'hook':
        this.settleOk(live, null);
        return;
      case 'sleep':
        live.alarms.push(agenda.at(wakeOf(request), () => this.settleOk(live, null)));
        return;
      case 'signal':
        this.#awaitSignal(live);
        return;
      case 'breakpoint':
        this.#ask(live);
        return;
      case 'step':
        this.#attempts.steps.asked(live);
        this.#attempts.next(live);
        return;
      default:
        if (execute && !isForOthers(request, world.performer)) this.#attempts.next(live);
    }
  }

  /** The deadline of a wait, as the journal has it. */
  #timeIsUp(live: Live): void {
    const deadline = Date.parse(live.effect.request.deadline ?? '');
    if (live.request.kind === 'sleep' && deadline >= wakeOf(live.request)) {
      this.settleOk(live, null);
      return;
    }
    const limit = durationText(live.policy.timeoutMs ?? deadline - Date.parse(live.effect.requestedAt));
    if (live.request.kind !== 'breakpoint') {
      this.#stop(live, { kind: 'timeout', reason: `timed out after ${limit}` });
      return;
    }
    this.settleOk(live, {
      approved: false,
      timedOut: true,
      feedback: `nobody answered within ${limit}`,
    });
  }

  #awaitSignal(live: Live): void {
    const name = signalName(live);
    const waiting = this.#signals.get(name);
    if (waiting === undefined) this.#signals.set(name, new Set([live]));
    else waiting.add(live);
    this.signalled(name);
  }

  /** A signal of this name may be there: those who have waited longest take what there is. */
  signalled(name: string): void {
    for (const live of [...(this.#signals.get(name) ?? [])]) {
      const signal = this.#world.state.signals.get(name)?.[0];
      if (signal === undefined) return;
      this.settleOk(live, signal.value, { signalSeq: signal.seq, actor: signal.actor });
    }
  }

  #ask(live: Live): void {
    const { world, execute, client, state } = this.#world;
    if (world.ask === undefined || !execute) return;
    const rules = live.effect.request.policy === undefined ? world.rulesOf?.(live.request) : undefined;
    if (rules !== undefined && 'error' in rules) {
      this.settleError(live, rules.error);
      return;
    }
    const abort = new AbortController();
    live.abort = abort;
    this.#awaited(
      world.ask(effectOf(state, live), abort.signal).then((said) => {
        if (said !== undefined) this.settleOk(live, said.answer, { actor: said.actor });
        client.changed();
      }),
    );
  }

  /** Somebody stands in for whoever settles it otherwise: to the driver it is an effect of others. */
  #standIn(live: Live, answer: Promise<StandIn | undefined>): void {
    this.#awaited(
      answer.then((said) => {
        if (!this.isOpen(live)) return;
        if (said === undefined) return this.#take(live);
        live.request = { ...live.request, external: true };
        if (said.status === 'ok') this.settleOk(live, said.value);
        else if (said.status === 'error') this.settleError(live, said.error);
        else if (said.status === 'cancelled') this.settleCancelled(live, said.reason);
        else if (live.request.kind === 'sleep') calmDown(live); // time does not end it either
      }),
    );
  }

  /** The drive does not end as waiting while somebody is asked. */
  #awaited(answer: Promise<void>): void {
    const { client } = this.#world;
    this.#asking += 1;
    answer
      .catch((error: unknown) => client.fault(error))
      .finally(() => {
        this.#asking -= 1;
        client.changed();
      });
  }

  isOpen(live: Live): boolean {
    return live.effect.status === 'requested' && this.#all.get(live.effect.effectId) === live;
  }

  settleOk(live: Live, value: Json, details: SettleDetails = {}): void {
    if (this.muted || !this.isOpen(live)) return;
    this.#world.recorder.resolved(live.effect, { status: 'ok', value }, details);
    this.#close(live, 'ok', '');
  }

  settleError(live: Live, error: SerializedError, details: SettleDetails = {}): void {
    if (this.muted || !this.isOpen(live)) return;
    this.#world.recorder.resolved(live.effect, { status: 'error', error }, details);
    this.#close(live, 'error', `${error.name}: ${error.message}`);
  }

  settleCancelled(live: Live, reason: string, details: SettleDetails = {}): void {
    if (this.muted || !this.isOpen(live)) return;
    this.#world.recorder.cancelled(live.effect, reason, details);
    this.#close(live, 'cancelled', reason);
  }

  #close(live: Live, status: 'ok' | 'error' | 'cancelled', text: string): void {
    const { world, rounds, client } = this.#world;
    const { effectId, label, kind } = live.request;
    calmDown(live);
    this.#attempts.forget(live);
    live.phase = 'waiting';
    live.abort?.abort({ kind: 'cancel', message: 'it was settled' });
    this.#all.delete(effectId);
    if (kind === 'signal') this.#signals.get(signalName(live))?.delete(live);
    rounds.settled(live.round, live.startedAt > 0);
    const ms = live.startedAt === 0 ? 0 : world.clock.now() - live.startedAt;
    world.report({ type: 'settled', effectId, label, kind, status, text, ms });
    client.changed();
  }

  /** Settles an effect with a value from outside (task:post, a message). False: it is not open, or is being done here. */
  post(
    effectId: string,
    outcome: { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError },
    details: SettleDetails,
  ): boolean {
    const live = this.#all.get(effectId);
    if (live === undefined || !this.isOpen(live) || isActive(live)) return false;
    if (outcome.status === 'ok') this.settleOk(live, outcome.value, details);
    else this.settleError(live, outcome.error, details);
    return true;
  }

  /** The run was woken: a child that somebody else has driven may have ended. */
  lookAgain(): void {
    for (const live of this.#all.values()) if (waitsForChild(live)) this.#attempts.next(live);
  }

  /** The worker says how an attempt of a step ended. */
  stepEnded(effectId: string, attempt: number, outcome: SettlementOutcome): void {
    const live = this.#all.get(effectId);
    if (live !== undefined) this.#attempts.steps.ended(live, attempt, outcome);
  }

  workerGone(): void {
    this.#attempts.steps.workerGone();
  }

  #stop(live: Live, stop: Stop): void {
    this.#stopping.stop(live, stop).catch((error: unknown) => this.#world.client.fault(error));
  }

  stop(effectId: string, stop: Stop): void {
    const live = this.#all.get(effectId);
    if (live !== undefined) this.#stop(live, stop);
  }

  /** Cancels what was pending when the run's cancel was journaled, outside ctx.shield. */
  cancelAll(stop: Stop): Promise<void> {
    const { cancel } = this.#world.state;
    const hit = [...this.#all.values()].filter((live) => cancel !== undefined && isHit(live, cancel.seq));
    return this.#stopping.cancelAll(hit, stop);
  }

  /** Ends what runs here and settles none of it; `over`: the run ends, for this reason. */
  leave(over?: string): Promise<void> {
    const left = over === undefined ? [] : leftChildren(this.#world, this.#all);
    for (const live of left) this.#all.set(live.effect.effectId, live);
    const all = [...this.#all.values()];
    for (const { request, abort } of all)
      if (request.kind === 'breakpoint') abort?.abort({ kind: 'shutdown', message: 'the driver stops' });
    return this.#stopping.leave(all, over);
  }

  /** Something is done here (steps aside), or somebody is asked. */
  get busy(): boolean {
    return this.#attempts.busy || this.#asking > 0;
  }

  get steps(): { running: number; timed: boolean } {
    return this.#attempts.steps;
  }

  drain(): void {
    this.#attempts.drain();
  }

  /** Effects that wait for a later job. */
  get held(): number {
    return this.#attempts.held;
  }

  requestOf(effectId: string): RequestMessage | undefined {
    return this.#all.get(effectId)?.request;
  }
}
