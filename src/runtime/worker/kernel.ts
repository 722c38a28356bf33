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
import type { ReplayInput } from '../../journal/replay-input.ts';
import type { DivergenceFacts, FromWorker, SettlementMessage } from '../protocol.ts';
import { type Call, type Pending, refuseInStep } from './call.ts';
import { setMoment } from './determinism.ts';
import { factsOf } from './facts.ts';
import { type Expected, History } from './history.ts';
import { Outbox } from './outbox.ts';
import { Outcomes } from './outcomes.ts';
import { passedSleep } from './passed-sleeps.ts';
import { Requests } from './requests.ts';

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
  /** The replay has come to its end; called before the driver hears of it. */
  replayed(): void;
}

export class Kernel {
  private readonly world: KernelWorld;
  private readonly history: History;
  private phase: 'replay' | 'live' | 'over' = 'replay';
  private handed = 0;
  private waits = 0;
  private readonly requests: Requests;
  private readonly queue: SettlementMessage[] = [];
  private readonly outbox: Outbox;
  private readonly outcomes = new Outcomes();
  private startedAt = 0;

  constructor(world: KernelWorld, input: ReplayInput, retry: readonly string[]) {
    this.world = world;
    this.outbox = new Outbox(world.post);
    this.history = new History(input, retry);
    this.requests = new Requests(world, this.history, this.outbox, input.requests);
    setMoment(world.runId, 0, world.createdAt);
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
    return this.requests.count;
  }

  /** True once the process has pending requests that only the outside can settle. */
  get pendingCount(): number {
    return this.requests.pending.size;
  }

  request(call: Call): Promise<unknown> {
    refuseInStep(call.taskId);
    if (this.phase === 'over') return new Promise(() => {});
    return this.requests.ask(call, {
      replaying: this.phase === 'replay',
      after: this.handed,
      waits: this.waits,
    });
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
    setMoment(this.world.runId, this.handed, settlement.recordedAt);
    const entry = this.requests.pending.get(settlement.effectId);
    if (entry !== undefined) {
      this.requests.pending.delete(settlement.effectId);
      entry.unfollow?.();
      this.outcomes.settle(entry, settlement.effectId, settlement.outcome);
      this.world.handedOver(settlement.effectId);
    }
    this.world.drain();
    this.outbox.flush();
  }

  private endReplay(): 'moved' | 'over' {
    const unmatched = this.history.unmatched();
    if (unmatched.length > 0) {
      if (this.passSleep(unmatched)) return 'moved';
      this.diverge('unmatched', undefined);
      return 'over';
    }
    this.goLive(this.requests.pending);
    return 'moved';
  }

  private goLive(pending: ReadonlyMap<string, Pending>): void {
    this.phase = 'live';
    this.handed = this.history.total;
    const elapsedUs = this.startedAt === 0 ? 0 : Math.round((performance.now() - this.startedAt) * 1000);
    this.world.replayed();
    this.world.post({
      type: 'replayed',
      end: { handed: this.handed, dropped: this.history.dropped(), elapsedUs },
    });
    this.outbox.open(pending);
  }

  /** Ends a sleep that Babysitter passed over without a settlement. */
  private passSleep(missing: readonly Expected[]): boolean {
    const ahead = (effectId: string): boolean =>
      this.history.rest.some((settlement) => settlement.effectId === effectId);
    const effectId = passedSleep(this.requests.pending, missing, ahead);
    if (effectId === undefined) return false;
    const entry = this.requests.pending.get(effectId);
    this.requests.pending.delete(effectId);
    if (this.outbox.takeBack(effectId)) this.requests.giveBackStep(); // Babysitter gave it no number: the next request takes it
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
    // What it left pending is withdrawn by its end: nobody shall begin with it now.
    if (this.phase === 'replay') this.goLive(NONE);
    this.outbox.flush();
    this.finish();
    return true;
  }

  private finish(): void {
    this.phase = 'over';
    this.outbox.close();
  }

  private diverge(because: DivergenceFacts['because'], ended: string | undefined): void {
    this.finish();
    const { history, handed } = this;
    const { agreed, pending } = this.requests;
    this.world.post({
      type: 'diverged',
      facts: factsOf(because, ended, { history, handed, agreed, pending, held: this.outbox.held }),
    });
  }

  /** The effect whose failure this is, or was caused by. */
  failedEffect(thrown: unknown): string | undefined {
    return this.outcomes.effectOf(thrown);
  }

  /** For the watcher of open handles: replay is still missing a request. */
  get incomplete(): boolean {
    return this.phase === 'replay' && !this.history.complete;
  }

  get handedCount(): number {
    return this.handed;
  }
}

const NONE: ReadonlyMap<string, Pending> = new Map();
