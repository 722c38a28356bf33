/**
 * The replay kernel: turns calls of the process into requests, and hands settlements over. Invariants:
 *
 * K1  A settlement is handed over in journal order, one at a time, and only when the process is quiet or the
 *     journal proves that the live process was (P1, P2, P4).
 * K2  A request never returns a settled promise, and never throws to say that it is pending (P1).
 * K3  While the journal is replayed nothing leaves the worker: what it does not hold is kept back until the
 *     replay has ended (P5, P6).
 * K4  Once the process has settled no call is a request any more (P8).
 */
import type { JsonObject } from '../../journal/events.ts';
import { argsTextDigest } from '../../journal/digest.ts';
import { stepId, ulid } from '../../journal/ids.ts';
import { toJson } from '../../journal/json.ts';
import type { ReplayInput } from '../../journal/replay-input.ts';
import type { DivergenceFacts, FromWorker, RequestMessage, SettlementMessage, SettlementOutcome } from '../protocol.ts';
import { callSite } from './call-site.ts';
import { insideStep, RealDate, setMoment } from './determinism.ts';
import { EffectCancelledError, rehydrateError } from './errors.ts';
import { type Expected, History } from './history.ts';
import { isPassed, passedSleep } from './passed-sleeps.ts';

/** What a call of `ctx` asks for, whatever its kind. */
export interface Call {
  taskId: string;
  args: unknown;
  /** Arguments as the digest sees them, where they hold something that differs between replays. */
  digestOf?: unknown;
  /** The definition; gets the identity of the request. May be asynchronous. */
  define(identity: CallIdentity): JsonObject | Promise<JsonObject>;
  label: (def: JsonObject) => { label: string; labels: string[] };
  /** `timeout`, `retry`, `onLost` as the process gave them: read by the driver. */
  options: JsonObject;
  signal: AbortSignal | undefined;
  shielded: boolean;
  /** Turns the journaled value into what the process gets; may refuse it by throwing. */
  receive?: ((value: unknown) => unknown) | undefined;
  /** Target of a sleep, ms since the epoch. */
  wakesAt?: number | undefined;
}

export interface CallIdentity {
  effectId: string;
  stepId: string;
  invocationKey: string;
}

interface Pending {
  /** Made only when somebody needs it: most requests of a replay are settled at once. */
  message: (() => RequestMessage) | undefined;
  journaled: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
  receive: ((value: unknown) => unknown) | undefined;
  withdrawn: string | undefined;
  wakesAt: number | undefined;
}

export interface KernelWorld {
  runId: string;
  processId: string;
  createdAt: string;
  roots: { workspace: string; runDir: string };
  redact(text: string): string;
  post(message: FromWorker): void;
  /** Runs microtasks and ticks until none is left. */
  drain(): void;
  handedOver(effectId: string): void;
}

export class Kernel {
  private readonly world: KernelWorld;
  private readonly history: History;
  private phase: 'replay' | 'live' | 'over' = 'replay';
  private handed = 0;
  private waits = 0;
  private nextStep: number;
  private readonly pending = new Map<string, Pending>();
  private readonly queue: SettlementMessage[] = [];
  private outbox: RequestMessage[] = [];
  private flushing = false;
  private readonly agreed: Expected[] = [];
  private asked = 0;
  private startedAt = 0;
  private readonly failures = new WeakMap<Error, string>();

  constructor(world: KernelWorld, input: ReplayInput, retry: readonly string[]) {
    this.world = world;
    this.history = new History(input, retry);
    this.nextStep = input.requests.reduce((highest, r) => Math.max(highest, Number(r.stepId.slice(1)) || 0), 0);
    setMoment(world.runId, 0, RealDate.parse(world.createdAt));
  }

  /** What the process does now it has done before. */
  get repeating(): boolean {
    return this.phase === 'replay' && this.history.isBehind(this.handed);
  }

  get over(): boolean {
    return this.phase === 'over';
  }

  /** Changes with every request: lets a watcher see that a turn of the loop brought none. */
  get requestCount(): number {
    return this.asked;
  }

  /** True once the process has pending requests that only the outside can settle. */
  get pendingCount(): number {
    return this.pending.size;
  }

  request(call: Call): Promise<unknown> {
    refuseInStep(call.taskId);
    if (this.phase === 'over') return new Promise(() => {});
    let args: string;
    let digest: string;
    try {
      const json = toJson(call.args, 'args');
      if (this.phase === 'live') {
        for (const warning of json.warnings) this.world.post({ type: 'warning', message: `${call.taskId}: ${warning}` });
      }
      args = this.world.redact(JSON.stringify(json.json));
      const digested = call.digestOf === undefined ? args : this.world.redact(JSON.stringify(toJson(call.digestOf, 'args').json));
      digest = argsTextDigest(digested, this.world.roots);
    } catch (error) {
      return Promise.reject(error);
    }
    this.asked += 1;
    const found = this.phase === 'replay' ? this.findAgain(call, digest) : undefined;
    return this.place(call, args, digest, found);
  }

  private findAgain(call: Call, digest: string): Expected | undefined {
    const found = this.history.find(call.taskId, digest);
    if (found === undefined || call.wakesAt === undefined || found.after <= this.handed) return found;
    // A later sleep until the same time is not the one that Babysitter passed over here.
    return isPassed(call.wakesAt, this.history.overdue()) ? undefined : found;
  }

  private place(call: Call, args: string, digest: string, found: Expected | undefined): Promise<unknown> {
    const identity = this.identify(call.taskId, found);
    const asked = { after: this.handed, waits: this.waits, site: found === undefined ? callSite(this.world.roots.workspace) : (found.site ?? '') };
    let def: JsonObject | Promise<JsonObject>;
    try {
      def = call.define(identity);
    } catch (error) {
      return Promise.reject(error);
    }
    if (!(def instanceof Promise) && found !== undefined && def['kind'] !== found.kind) {
      // same task and arguments, another kind: perhaps a later request of the journal is meant, else it is new
      const other = this.history.find(call.taskId, digest, String(def['kind']));
      return this.place(call, args, digest, other);
    }
    if (found !== undefined) {
      this.history.match(found);
      this.agreed.push(found);
    }
    const entry: Pending = {
      message: undefined,
      journaled: found !== undefined,
      resolve: noop,
      reject: noop,
      receive: call.receive,
      withdrawn: undefined,
      wakesAt: call.wakesAt,
    };
    const promise = new Promise((resolve, reject) => {
      entry.resolve = resolve;
      entry.reject = reject;
    });
    this.pending.set(identity.effectId, entry);
    const complete = (made: JsonObject): void => {
      // Known only now that an asynchronous builder has spoken: it is not what the journal has.
      if (found !== undefined && made['kind'] !== found.kind) this.history.unmatch(found);
      const message = (): RequestMessage => ({
        ...identity,
        taskId: call.taskId,
        kind: String(made['kind']),
        ...call.label(made),
        def: made,
        args,
        argsDigest: digest,
        ...asked,
        options: call.options,
        shielded: call.shielded,
        external: made['external'] === true,
        journaled: found !== undefined,
      });
      entry.message = message;
      // A builder may take longer than the replay: then the driver still has to hear of a journaled request.
      if (found === undefined || this.phase === 'live' || made['kind'] !== found.kind) this.send(message());
      if (entry.withdrawn !== undefined) this.announceWithdrawal(identity.effectId, entry);
    };
    if (def instanceof Promise) {
      def.then(complete, (error: unknown) => {
        this.pending.delete(identity.effectId);
        entry.reject(error as Error);
      });
    } else complete(def);
    if (call.signal !== undefined) this.follow(identity.effectId, entry, call.signal);
    return promise;
  }

  private identify(taskId: string, found: Expected | undefined): CallIdentity {
    if (found === undefined) this.nextStep += 1;
    const step = found?.stepId ?? stepId(this.nextStep);
    return {
      effectId: found?.effectId ?? ulid(RealDate.now()),
      stepId: step,
      invocationKey: `${this.world.processId}:${step}:${taskId}`,
    };
  }

  private follow(effectId: string, entry: Pending, signal: AbortSignal): void {
    const withdraw = (): void => {
      if (!this.pending.has(effectId) || entry.withdrawn !== undefined) return;
      const reason: unknown = signal.reason;
      entry.withdrawn = reason instanceof Error ? reason.message : String(reason ?? 'withdrawn by its signal');
      this.announceWithdrawal(effectId, entry);
    };
    if (signal.aborted) queueMicrotask(withdraw);
    else signal.addEventListener('abort', withdraw, { once: true });
  }

  /** Never before its request: the driver knows nothing of it until then. */
  private announceWithdrawal(effectId: string, entry: Pending): void {
    if (this.phase !== 'live' || entry.message === undefined || entry.withdrawn === undefined) return;
    this.flush();
    this.world.post({ type: 'withdraw', effectId, reason: entry.withdrawn });
  }

  private send(message: RequestMessage): void {
    this.outbox.push(message);
    if (this.phase !== 'live' || this.flushing) return;
    this.flushing = true;
    process.nextTick(() => this.flush());
  }

  private flush(): void {
    this.flushing = false;
    if (this.phase !== 'live' || this.outbox.length === 0) return;
    const requests = this.outbox;
    this.outbox = [];
    this.world.post({ type: 'requests', requests });
  }

  /** The driver's settlements, in journal order. */
  enqueue(settlements: readonly SettlementMessage[]): void {
    this.queue.push(...settlements);
  }

  /**
   * Hands over what the journal allows without waiting for the loop (P4). Called with no microtask left.
   * The driver of the loop calls `quiet` when it has drained.
   */
  advance(): void {
    while (this.phase === 'replay' && this.history.next !== undefined) {
      if (!this.history.complete || !this.history.straight) return;
      this.handOverNext(false);
    }
  }

  /**
   * The process is quiet (P2). `turn`: it needed a turn of the loop since the last hand-over.
   * @returns `moved` when something was handed over, `idle` when the outside must act, `over` at the end
   */
  quiet(turn: boolean): 'moved' | 'idle' | 'over' {
    if (this.phase === 'over') return 'over';
    if (this.phase === 'replay') {
      if (!this.history.complete) {
        if (this.passSleep(this.history.overdue())) return 'moved';
        this.diverge('missing', undefined);
        return 'over';
      }
      if (this.history.next !== undefined) {
        this.handOverNext(turn);
        this.advance();
        return 'moved';
      }
      return this.endReplay();
    }
    const next = this.queue.shift();
    if (next === undefined) return 'idle';
    if (turn) this.waits += 1;
    this.handOver(next);
    return 'moved';
  }

  private handOverNext(turn: boolean): void {
    const next = this.history.take();
    if (next === undefined) return;
    if (this.startedAt === 0) this.startedAt = performance.now();
    // Where the journal says how many there were live, that is the number; later requests count on from it.
    this.waits = this.history.waitsAt(next.index) ?? this.waits + (turn ? 1 : 0);
    this.handOver(next);
  }

  private handOver(settlement: SettlementMessage): void {
    this.handed = settlement.index;
    setMoment(this.world.runId, this.handed, RealDate.parse(settlement.recordedAt));
    const entry = this.pending.get(settlement.effectId);
    if (entry !== undefined) {
      this.pending.delete(settlement.effectId);
      this.settle(entry, settlement.effectId, settlement.outcome);
      this.world.handedOver(settlement.effectId);
    }
    this.world.drain();
    this.flush();
  }

  private endReplay(): 'moved' | 'over' {
    const unmatched = this.history.unmatched();
    if (unmatched.length > 0) {
      if (this.passSleep(unmatched)) return 'moved';
      this.diverge('unmatched', undefined);
      return 'over';
    }
    this.phase = 'live';
    this.handed = this.history.total;
    const elapsedUs = this.startedAt === 0 ? 0 : Math.round((performance.now() - this.startedAt) * 1000);
    this.world.post({ type: 'replayed', end: { handed: this.handed, dropped: this.history.dropped(), elapsedUs } });
    const open: RequestMessage[] = [];
    for (const entry of this.pending.values()) {
      if (entry.journaled && entry.message !== undefined) open.push(entry.message());
    }
    if (open.length > 0) this.world.post({ type: 'requests', requests: open });
    this.flush();
    for (const [effectId, entry] of this.pending) {
      if (entry.withdrawn !== undefined) this.world.post({ type: 'withdraw', effectId, reason: entry.withdrawn });
    }
    return 'moved';
  }

  /** Ends a sleep that Babysitter passed over without a settlement. */
  private passSleep(missing: readonly Expected[]): boolean {
    const ahead = (effectId: string): boolean =>
      this.history.rest.some((settlement) => settlement.effectId === effectId);
    const effectId = passedSleep(this.pending, missing, ahead);
    if (effectId === undefined) return false;
    const entry = this.pending.get(effectId);
    this.pending.delete(effectId);
    const held = this.outbox.findIndex((message) => message.effectId === effectId);
    if (held >= 0) {
      this.outbox.splice(held, 1);
      if (held === this.outbox.length) this.nextStep -= 1; // Babysitter gave it no number: the next request takes it
    }
    entry?.resolve(null);
    this.world.drain();
    return true;
  }

  /** True when the journal holds nothing that the process, which has settled, did not ask for. */
  settled(how: string): boolean {
    if (this.phase === 'over') return false;
    if (this.phase === 'replay' && this.history.unmatched().length > 0) {
      this.diverge('ended', how);
      return false;
    }
    this.flushBeforeEnd();
    this.phase = 'over';
    return true;
  }

  private flushBeforeEnd(): void {
    if (this.phase === 'replay') this.endReplay();
    else this.flush();
  }

  private diverge(because: DivergenceFacts['because'], ended: string | undefined): void {
    this.phase = 'over';
    const named = (r: Expected) => ({ stepId: r.stepId, taskId: r.taskId, kind: r.kind, site: r.site ?? '' });
    const missing = because === 'missing' ? this.history.overdue() : this.history.unmatched();
    // What was asked before its time: the journal has it further on.
    const early = because === 'missing' ? this.agreed.filter((request) => request.after > this.handed) : [];
    const ahead = early.flatMap((r) => {
      const message = this.pending.get(r.effectId)?.message?.();
      return message === undefined ? [] : [{ ...named(r), args: message.args, early: r.stepId }];
    });
    const held = this.outbox.map((m) => ({ taskId: m.taskId, kind: m.kind, site: m.site, args: m.args }));
    this.world.post({
      type: 'diverged',
      facts: {
        because,
        lastAgreed: this.agreed.filter((request) => !early.includes(request)).slice(-5).map(named),
        journal: missing.slice(0, 5).map((r) => ({ ...named(r), effectId: r.effectId, argsDigest: r.argsDigest ?? '' })),
        code: [...held, ...ahead].slice(0, 5),
        ended,
      },
    });
  }

  private settle(entry: Pending, effectId: string, outcome: SettlementOutcome): void {
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
    this.failures.set(error, effectId);
    entry.reject(error);
  }

  /** The effect whose failure this is, or was caused by. */
  failedEffect(thrown: unknown): string | undefined {
    for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth += 1) {
      const effectId = this.failures.get(error);
      if (effectId !== undefined) return effectId;
    }
    return undefined;
  }

  /** For the watcher of open handles: replay is still missing a request. */
  get incomplete(): boolean {
    return this.phase === 'replay' && !this.history.complete;
  }

  get handedCount(): number {
    return this.handed;
  }
}

/** @throws when it is called inside the function of a ctx.run step: a replay would not come by here again */
export function refuseInStep(what: string): void {
  const step = insideStep.getStore();
  if (step === undefined) return;
  throw new Error(
    `"${what}" was asked for inside ctx.run("${step.name}"): a step cannot contain durable calls. ` +
      'Move the call out of the function, or make the function a branch of the process.',
  );
}

const noop = (): void => {};
