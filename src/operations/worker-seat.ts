/** The place of the process's worker: started, replaced when a step was left behind in it (E4), ended. */
import { ProcessHost } from '../runtime/host.ts';
import type { FromWorker, SettlementMessage, WorkerInit } from '../runtime/protocol.ts';
import { lostError } from './drive-errors.ts';
import { journalRefs } from './journal-refs.ts';
import type { DriveLimits } from './world.ts';

export interface SeatOptions {
  /** For the first worker; the ones after it read what the journal holds by then. */
  init: Omit<WorkerInit, 'handleGraceMs' | 'replayGraceMs'>;
  env: Record<string, string>;
  limits: DriveLimits;
  /** A new worker is about to read the journal. */
  starting(): void;
  /** The worker is gone, another one will come. */
  gone(): void;
  /** Resolves when the store holds what is journaled by now. */
  saved(): Promise<void>;
  /** Steps that run in the worker. */
  running(): number;
  message(message: FromWorker): void;
  output(stream: 'stdout' | 'stderr', text: string): void;
  fault(error: unknown): void;
}

export class WorkerSeat {
  readonly #options: SeatOptions;
  #host: ProcessHost | undefined;
  #first = true;
  /** A step was left behind in it. */
  #tainted = false;
  #closed = false;

  constructor(options: SeatOptions) {
    this.#options = options;
  }

  start(): void {
    const { init, env, limits, message, output, fault, starting } = this.#options;
    starting();
    const again = this.#first ? {} : { journal: journalRefs(init.runDir), shared: undefined, retry: [] };
    const { handleGraceMs, replayGraceMs, loopMs, memoryMb } = limits;
    this.#host = new ProcessHost(
      { ...init, ...again, handleGraceMs, replayGraceMs },
      env,
      { message, output, lost: (cause, error) => fault(lostError(cause, error)) },
      { loopMs, memoryMb },
    );
    this.#first = false;
  }

  /** A new worker replays what the journal holds by now; what came by mail must be in the store before (E3). */
  replace(): void {
    const old = this.#host;
    this.#host = undefined;
    this.#tainted = false;
    this.#options.gone();
    Promise.all([old?.terminate(), this.#options.saved()])
      .then(() => {
        if (!this.#closed) this.start();
      })
      .catch(this.#options.fault);
  }

  /** Nothing more is heard of it. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#host?.terminate();
  }

  /** Quiet: it does nothing until it gets a settlement. */
  get isIdle(): boolean {
    return this.#host?.isIdle === true;
  }

  settle(settlements: SettlementMessage[]): void {
    this.#host?.settle(settlements);
  }

  startStep(effectId: string, attempt: number, idempotencyKey: string): void {
    this.#host?.startStep(effectId, attempt, idempotencyKey);
  }

  abortStep(effectId: string, reason: string, timedOut: boolean): void {
    this.#host?.abortStep(effectId, reason, timedOut);
  }

  /** A step ignores its signal: its worker goes when nothing else runs in it, or when it does not answer. */
  abandonStep(effectId: string): void {
    const host = this.#host;
    host?.abandonStep(effectId);
    this.#tainted = true;
    this.refresh();
    if (host === undefined || host !== this.#host) return;
    host
      .answers(this.#options.limits.graceMs)
      .then((alive) => {
        if (!alive && host === this.#host && !this.#closed) this.replace();
      })
      .catch(this.#options.fault);
  }

  /** Replaces a worker in which something was left behind, once nothing else runs in it. */
  refresh(): void {
    if (this.#tainted && this.#options.running() === 0) this.replace();
  }
}
