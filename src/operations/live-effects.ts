/**
 * The effects of a driven run that are not settled: who does them, with which attempt, until when.
 * Journal first, then act: an attempt begins once the store holds its EFFECT_STARTED (E3).
 */
import type { Effect, ExecutorWorld, Outcome, StopReason } from '../executors/contract.ts';
import { isRetryable, nextDelay, parseRetryPolicy } from '../executors/retry.ts';
import { declaredTimeout } from '../executors/definition.ts';
import { durationMs, durationText } from '../duration.ts';
import type { Actor, EffectStartedData, Json, SerializedError } from '../journal/events.ts';
import { idempotencyKey } from '../journal/digest.ts';
import { attemptOf, type EffectState, type RunState } from '../journal/state.ts';
import type { RequestMessage, SettlementOutcome } from '../runtime/protocol.ts';
import { defined, type Recorder, type SettleDetails } from './recorder.ts';
import type { DriveLimits, DriveWorld } from './world.ts';

export const MAX_LOSSES = 5;

/** Why and by whom an effect is stopped. */
export interface Stop {
  kind: StopReason['kind'];
  reason: string;
  actor?: Actor | undefined;
  messageId?: string | undefined;
}

interface Live {
  request: RequestMessage;
  effect: EffectState;
  phase: 'waiting' | 'queued' | 'starting' | 'running';
  abort: AbortController | undefined;
  stop: Stop | undefined;
  startedAt: number;
  timers: (() => void)[];
  ended: Promise<void> | undefined;
  /** While the run is cancelled: what ended out of step order waits here for its turn (E6). */
  deferred: Outcome | 'running' | undefined;
}

export interface EffectsClient {
  /** Resolves when the store holds everything journaled so far. */
  saved(): Promise<void>;
  startStep(effectId: string, attempt: number, idempotencyKey: string): void;
  abortStep(effectId: string, reason: string, timedOut: boolean): void;
  /** The step does not stop: its worker must go when nothing else runs in it. */
  abandonStep(effectId: string): void;
  runChild(request: RequestMessage, signal: AbortSignal): Promise<Outcome>;
  /** Something was journaled or became idle. */
  changed(): void;
  /** A fault of the engine: the drive ends with it. */
  fault(error: unknown): void;
}

export class LiveEffects {
  private readonly all = new Map<string, Live>();
  private readonly queue: Live[] = [];
  private commands = 0;
  private closing = false;
  private readonly state: RunState;
  private readonly recorder: Recorder;
  private readonly world: DriveWorld;
  private readonly limits: DriveLimits;
  private readonly owner: string;
  private readonly places: { runDir: string; artifactsDir: string; env: Record<string, string> };
  private readonly client: EffectsClient;
  /** False: only record what is asked for (run:iterate). */
  private readonly execute: boolean;
  /** Rounds of work begun here. */
  rounds = 0;

  constructor(options: {
    state: RunState;
    recorder: Recorder;
    world: DriveWorld;
    limits: DriveLimits;
    owner: string;
    places: { runDir: string; artifactsDir: string; env: Record<string, string> };
    client: EffectsClient;
    execute: boolean;
  }) {
    this.state = options.state;
    this.recorder = options.recorder;
    this.world = options.world;
    this.limits = options.limits;
    this.owner = options.owner;
    this.places = options.places;
    this.client = options.client;
    this.execute = options.execute;
  }

  /** Takes up a journaled request of the replayed process. */
  open(request: RequestMessage): void {
    const known = this.all.get(request.effectId);
    if (known !== undefined) {
      known.request = request; // a worker that was replaced asks again
      return;
    }
    const effect = this.state.effects.get(request.effectId);
    if (effect === undefined || effect.status !== 'requested') return;
    const live: Live = { request, effect, phase: 'waiting', abort: undefined, stop: undefined, startedAt: 0, timers: [], ended: undefined, deferred: undefined };
    this.all.set(request.effectId, live);
    try {
      this.consider(live);
    } catch (error) {
      // A policy that cannot be read (retry, timeout) is the definition's failure, not the engine's.
      this.settleError(live, { name: (error as Error).name, message: (error as Error).message });
    }
  }

  private consider(live: Live): void {
    const { effect, request } = live;
    if (effect.request.deadline !== undefined) {
      this.at(live, Date.parse(effect.request.deadline), () => this.deadline(live));
    }
    if (request.kind === 'hook') return this.settleOk(live, null);
    if (request.kind === 'sleep') {
      const target = Number((request.def['sleep'] as { targetEpochMs?: Json } | undefined)?.targetEpochMs);
      return this.at(live, Number.isFinite(target) ? target : 0, () => this.settleOk(live, null));
    }
    if (request.kind === 'signal') return this.takeSignal(live);
    if (request.kind === 'breakpoint') return this.askPerson(live);
    if (!this.isOurs(request)) return undefined;
    return this.nextAttempt(live);
  }

  /** True when a driver here carries it out (rather than a person, time or another machine). */
  isOurs(request: RequestMessage): boolean {
    if (request.external) return false;
    if (request.kind === 'step' || request.kind === 'hook') return true;
    if (!this.execute) return false;
    return request.kind === 'subprocess' || this.world.performer.can(request);
  }

  /** ISO deadline of a wait; attempts have their own. */
  deadlineOf(request: RequestMessage): string | undefined {
    if (this.isOurs(request) || request.kind === 'sleep') return undefined;
    const ms = this.timeoutOf(request) || (request.kind === 'breakpoint' ? this.limits.breakpointTimeoutMs : 0);
    return ms > 0 ? new Date(this.world.clock.now() + ms).toISOString() : undefined;
  }

  private timeoutOf(request: RequestMessage): number {
    const said = request.options['timeout'] ?? request.def['timeout'];
    if (said !== undefined && said !== null) return durationMs(said, `timeout of ${request.taskId}`);
    return declaredTimeout(request.def, request.kind) ?? (this.isOurs(request) && request.kind !== 'subprocess' ? this.limits.taskTimeoutMs : 0);
  }

  private at(live: Live, time: number, fn: () => void): void {
    const ms = Math.max(0, time - this.world.clock.now());
    if (ms > this.limits.waitInJobMs) return; // a later job will see to it
    live.timers.push(this.world.clock.after(ms, fn));
  }

  /** Next moment at which time moves something on, ms since the epoch. */
  wakeAt(effect: EffectState): number | undefined {
    const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter((t) => t !== undefined).map((t) => Date.parse(t));
    const live = this.all.get(effect.effectId);
    const sleep = (live?.request.def['sleep'] as { targetEpochMs?: Json } | undefined)?.targetEpochMs;
    if (typeof sleep === 'number') times.push(sleep);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  private takeSignal(live: Live): void {
    const name = String((live.request.def['metadata'] as { name?: Json } | undefined)?.name ?? '');
    const [signal] = this.state.signals.get(name) ?? [];
    if (signal !== undefined) this.settleOk(live, signal.value, { signalSeq: signal.seq, actor: signal.actor });
  }

  /** A signal has been journaled: the longest waiting effect of its name takes it. */
  signalled(): void {
    for (const live of [...this.all.values()]) if (live.request.kind === 'signal') this.takeSignal(live);
  }

  private askPerson(live: Live): void {
    const { ask } = this.world;
    if (ask === undefined || !this.execute) return;
    live.phase = 'running';
    ask(this.effectOf(live, 1))
      .then((said) => {
        live.phase = 'waiting';
        if (said !== undefined && this.isOpen(live)) this.settleOk(live, said.answer, { actor: said.actor });
        else this.client.changed();
      })
      .catch((error: unknown) => this.client.fault(error));
  }

  private deadline(live: Live): void {
    if (!this.isOpen(live)) return;
    const limit = durationText(Date.parse(live.effect.request.deadline ?? '') - Date.parse(live.effect.requestedAt));
    if (live.request.kind === 'breakpoint') {
      return this.settleOk(live, { approved: false, timedOut: true, feedback: `nobody answered within ${limit}` });
    }
    this.settleCancelled(live, `timed out after ${limit}`, { timedOut: true });
  }

  /** Decides what comes after what the journal says of the attempts so far. */
  private nextAttempt(live: Live): void {
    const last = live.effect.starts.at(-1);
    if (last?.notBefore !== undefined) return this.at(live, Date.parse(last.notBefore), () => this.enqueue(live, undefined, attemptOf(live.effect)));
    if (last === undefined) return this.enqueue(live, undefined, 1);
    if (live.request.kind === 'subprocess') return this.enqueue(live, undefined, last.attempt);
    // It was in flight in a driver that is gone.
    const losses = live.effect.losses + 1;
    const onLost = live.request.options['onLost'] ?? live.request.def['onLost'];
    if (onLost === 'fail' || losses >= MAX_LOSSES) {
      const times = losses === 1 ? 'once' : `${losses} times`;
      return this.settleError(live, {
        name: 'LostEffectError',
        message: `${live.request.label} was lost with its job ${times}${onLost === 'fail' ? ', and may run at most once (onLost: fail)' : ''}`,
        data: { effectId: live.effect.effectId, losses },
      });
    }
    return this.enqueue(live, 'loss', last.attempt + 1);
  }

  private enqueue(live: Live, because: 'loss' | undefined, attempt: number): void {
    if (!this.isOpen(live) || this.closing) return;
    if (live.request.kind === 'step') return this.begin(live, because, attempt);
    live.phase = 'queued';
    live.startedAt = attempt;
    this.queue.push(live);
    this.queued.set(live, because);
    this.pump();
  }

  private readonly queued = new Map<Live, 'loss' | undefined>();

  private pump(): void {
    while (!this.closing && this.commands < this.limits.maxParallel) {
      const live = this.queue.shift();
      if (live === undefined) return;
      const because = this.queued.get(live);
      this.queued.delete(live);
      if (!this.isOpen(live)) continue;
      this.begin(live, because, live.startedAt);
    }
  }

  private begin(live: Live, because: EffectStartedData['because'], attempt: number, error?: SerializedError): void {
    const timeout = this.timeoutOf(live.request);
    const deadline = timeout > 0 ? new Date(this.world.clock.now() + timeout).toISOString() : undefined;
    this.recorder.append({
      type: 'EFFECT_STARTED',
      data: { effectId: live.effect.effectId, attempt, owner: this.owner, ...defined({ because, error, deadline }) },
    });
    this.rounds += 1;
    live.startedAt = this.world.clock.now();
    live.stop = undefined;
    this.world.report({ type: 'effect-started', effectId: live.effect.effectId, label: live.request.label, attempt });
    const timeUp = (): void => {
      void this.stop(live.effect.effectId, { kind: 'timeout', reason: `timed out after ${durationText(timeout)}` });
    };
    if (timeout > 0) live.timers.push(this.world.clock.after(timeout, timeUp));
    if (live.request.kind === 'step') {
      live.phase = 'running';
      this.client.startStep(live.effect.effectId, attempt, this.keyOf(live));
      return;
    }
    live.phase = 'starting';
    this.commands += 1;
    live.abort = new AbortController();
    live.ended = this.runCommand(live, attempt, live.abort).catch((fault: unknown) => this.client.fault(fault));
  }

  private async runCommand(live: Live, attempt: number, abort: AbortController): Promise<void> {
    try {
      await this.client.saved();
      if (!this.isOpen(live)) return;
      let outcome: Outcome;
      if (abort.signal.aborted) outcome = { status: 'stopped', exit: null };
      else {
        live.phase = 'running';
        outcome =
          live.request.kind === 'subprocess'
            ? await this.client.runChild(live.request, abort.signal)
            : await this.world.performer.perform(this.effectOf(live, attempt), this.executorWorld(live, abort.signal));
      }
      this.finished(live, outcome);
    } finally {
      this.commands -= 1;
      this.pump();
      this.client.changed();
    }
  }

  /** The worker says how an attempt of a step ended. */
  stepEnded(effectId: string, attempt: number, outcome: SettlementOutcome): void {
    const live = this.all.get(effectId);
    if (live === undefined || !this.isOpen(live) || attemptOf(live.effect) !== attempt) return;
    if (live.stop !== undefined) return this.finished(live, { status: 'stopped', exit: null });
    if (outcome.status === 'ok') return this.finished(live, { status: 'ok', value: JSON.parse(outcome.value) as Json });
    if (outcome.status === 'error') return this.finished(live, { status: 'error', error: outcome.error });
  }

  private finished(live: Live, outcome: Outcome): void {
    clear(live);
    live.phase = 'waiting';
    live.abort = undefined;
    if (!this.isOpen(live)) return;
    if (live.deferred === 'running') {
      live.deferred = outcome;
      return;
    }
    const details: SettleDetails = {
      startedAt: new Date(live.startedAt).toISOString(),
      finishedAt: new Date(this.world.clock.now()).toISOString(),
      ...(outcome.stdoutRef === undefined ? {} : { stdoutRef: outcome.stdoutRef }),
      ...(outcome.stderrRef === undefined ? {} : { stderrRef: outcome.stderrRef }),
    };
    // Whoever asked first for its end decides how it ended; a result that was already there counts.
    if (outcome.status === 'ok') return this.settleOk(live, outcome.value, details);
    if (outcome.status === 'error') return this.failed(live, outcome.error, details);
    const stop = live.stop;
    live.stop = undefined;
    if (stop === undefined || stop.kind === 'shutdown') return undefined;
    if (stop.kind === 'timeout') return this.failed(live, { name: 'TimeoutError', message: stop.reason }, details, true);
    this.settleCancelled(live, stop.reason, { ...details, actor: stop.actor, messageId: stop.messageId });
  }

  private failed(live: Live, error: SerializedError, details: SettleDetails, timedOut = false): void {
    const policy = parseRetryPolicy(live.request.options['retry'] ?? live.request.def['retry'], `retry of ${live.request.taskId}`);
    const delay = isRetryable(policy, error) && !this.closing ? nextDelay(policy, live.effect.failures + 1) : undefined;
    if (delay === undefined) {
      if (timedOut) return this.settleCancelled(live, error.message, { ...details, timedOut: true });
      return this.settleError(live, error, details);
    }
    const attempt = attemptOf(live.effect) + 1;
    this.world.report({ type: 'retrying', effectId: live.effect.effectId, label: live.request.label, attempt, delayMs: delay, error });
    if (delay === 0) return this.begin(live, 'failure', attempt, error);
    const notBefore = new Date(this.world.clock.now() + delay).toISOString();
    this.recorder.append({
      type: 'EFFECT_STARTED',
      data: { effectId: live.effect.effectId, attempt, owner: this.owner, because: 'failure', error, notBefore },
    });
    this.at(live, Date.parse(notBefore), () => this.enqueue(live, undefined, attempt));
    this.client.changed();
  }

  /**
   * Stops an effect: what runs is signalled and settles when it is gone; what waits settles at once.
   * Resolves when it has settled, or was settled already.
   */
  async stop(effectId: string, stop: Stop): Promise<void> {
    const live = this.all.get(effectId);
    if (live === undefined || !this.isOpen(live)) return;
    if (live.phase === 'waiting' || live.phase === 'queued' || live.request.kind === 'breakpoint') {
      if (stop.kind !== 'shutdown') this.settleCancelled(live, stop.reason, { actor: stop.actor, messageId: stop.messageId });
      return;
    }
    if (live.stop !== undefined) return live.ended;
    live.stop = stop;
    if (live.request.kind === 'step') return this.stopStep(live, stop);
    live.abort?.abort({ kind: stop.kind, message: stop.reason } satisfies StopReason);
    return live.ended;
  }

  /**
   * Cancels every effect that is pending now, outside ctx.shield, each with a settlement of its own, in step
   * order (E6). What runs is stopped first, all at once.
   */
  async cancelAll(stop: Stop): Promise<void> {
    const open = [...this.all.values()]
      .filter((live) => this.isOpen(live) && live.effect.request.shielded !== true)
      .sort((a, b) => (a.request.stepId < b.request.stepId ? -1 : 1));
    const running = open.filter((live) => live.phase === 'running' || live.phase === 'starting');
    for (const live of running) live.deferred = 'running';
    await Promise.all(running.map((live) => this.stop(live.effect.effectId, stop)));
    for (const live of open) {
      const outcome = live.deferred;
      live.deferred = undefined;
      live.stop = stop;
      live.phase = 'waiting';
      const ended = outcome !== undefined && outcome !== 'running' ? outcome : ({ status: 'stopped', exit: null } as const);
      this.finished(live, ended);
    }
  }

  private stopStep(live: Live, stop: Stop): Promise<void> {
    this.client.abortStep(live.effect.effectId, stop.reason, stop.kind === 'timeout');
    return new Promise((resolve) => {
      const giveUp = (): void => {
        // A function that ignores its signal is left behind (E4).
        if (this.isOpen(live) && live.stop === stop) {
          this.client.abandonStep(live.effect.effectId);
          this.finished(live, { status: 'stopped', exit: null });
        }
        resolve();
      };
      live.timers.push(this.world.clock.after(this.limits.graceMs, giveUp), resolve);
    });
  }

  private isOpen(live: Live): boolean {
    return this.all.get(live.effect.effectId) === live && live.effect.status === 'requested';
  }

  private settleOk(live: Live, value: Json, details: SettleDetails = {}): void {
    if (!this.isOpen(live)) return;
    this.recorder.resolved(live.effect, { status: 'ok', value }, details);
    this.close(live, 'ok', '');
  }

  private settleError(live: Live, error: SerializedError, details: SettleDetails = {}): void {
    if (!this.isOpen(live)) return;
    this.recorder.resolved(live.effect, { status: 'error', error }, details);
    this.close(live, 'error', `${error.name}: ${error.message}`);
  }

  private settleCancelled(live: Live, reason: string, details: SettleDetails = {}): void {
    if (!this.isOpen(live)) return;
    this.recorder.cancelled(live.effect, reason, details);
    this.close(live, 'cancelled', reason);
  }

  private close(live: Live, status: 'ok' | 'error' | 'cancelled', text: string): void {
    clear(live);
    this.all.delete(live.effect.effectId);
    const ms = live.startedAt === 0 ? 0 : this.world.clock.now() - live.startedAt;
    this.world.report({ type: 'settled', effectId: live.effect.effectId, label: live.request.label, kind: live.request.kind, status, text, ms });
    this.client.changed();
  }

  /** Settles an effect with a value from outside (task:post, a message). */
  post(effectId: string, outcome: { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError }, details: SettleDetails): boolean {
    const live = this.all.get(effectId);
    if (live === undefined || !this.isOpen(live)) return false;
    if (outcome.status === 'ok') this.settleOk(live, outcome.value, details);
    else this.settleError(live, outcome.error, details);
    return true;
  }

  /** Anything that this driver moves on by itself: running, queued, or due before it stops waiting. */
  get busy(): boolean {
    if (this.commands > 0) return true;
    for (const live of this.all.values()) {
      if (live.phase !== 'waiting' || live.timers.length > 0) return true;
    }
    return false;
  }

  /** A running step that a timeout will end. */
  get timed(): boolean {
    for (const live of this.all.values()) if (live.request.kind === 'step' && live.timers.length > 0) return true;
    return false;
  }

  get stepsRunning(): number {
    let count = 0;
    for (const live of this.all.values()) if (live.request.kind === 'step' && live.phase === 'running') count += 1;
    return count;
  }

  requestOf(effectId: string): RequestMessage | undefined {
    return this.all.get(effectId)?.request;
  }

  /** Stops everything that runs here, settling nothing: a later driver runs it again. */
  async shutdown(): Promise<void> {
    this.closing = true;
    const running: Promise<void>[] = [];
    for (const live of this.all.values()) {
      if (live.phase === 'starting' || live.phase === 'running') {
        if (live.request.kind !== 'step' && live.request.kind !== 'breakpoint') running.push(this.stop(live.effect.effectId, { kind: 'shutdown', reason: 'the driver stops' }));
      }
      clear(live);
    }
    await Promise.all(running);
  }

  private keyOf(live: Live): string {
    return idempotencyKey(this.state.runId, live.effect.request, live.effect.occurrence);
  }

  private effectOf(live: Live, attempt: number): Effect {
    const { effectId, stepId, taskId, kind, label, def, args } = live.request;
    return {
      runId: this.state.runId,
      effectId,
      stepId,
      taskId,
      kind,
      label,
      def,
      args: JSON.parse(args) as Json,
      attempt,
      idempotencyKey: this.keyOf(live),
    };
  }

  private executorWorld(live: Live, signal: AbortSignal): ExecutorWorld {
    const { effectId, label } = live.request;
    return {
      ...this.places,
      workspace: this.world.workspace,
      agentCommand: this.world.agentCommand,
      signal,
      graceMs: this.limits.graceMs,
      onOutput: (stream, text) => this.world.report({ type: 'output', effectId, label, stream, text }),
      redact: (text) => this.world.secrets.reduce((all, secret) => all.replaceAll(secret, '***'), text),
    };
  }
}

function clear(live: Live): void {
  for (const call of live.timers.splice(0)) call();
}
