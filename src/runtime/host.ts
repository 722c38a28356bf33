/** The driver's side of the worker: starts it, listens, watches that it answers, ends it. */
import type { Worker } from 'node:worker_threads';
import type { SerializedError } from '../journal/events.ts';
import type { FromWorker, SettlementMessage, ToWorker, WorkerInit } from './protocol.ts';
import { takeWorker } from './spare.ts';
import { keepWrappers, stayYoung } from './v8-flags.ts';

export interface HostLimits {
  /** Process code that does not give the loop back for so long is an endless loop, milliseconds. */
  loopMs: number;
  /** Heap of the worker, MiB. */
  memoryMb: number;
}

export interface HostEvents {
  message(message: FromWorker): void;
  /** The worker is gone though the process has not ended. */
  lost(cause: 'loop' | 'memory' | 'exit', error: SerializedError): void;
  output(stream: 'stdout' | 'stderr', text: string): void;
}

const ENDED = new Set<FromWorker['type']>(['returned', 'threw', 'halted', 'diverged', 'crashed']);

export class ProcessHost {
  private readonly worker: Worker;
  private readonly events: HostEvents;
  private readonly limits: HostLimits;
  private over = false;
  private idle = false;
  /** Number of the last settlement that went over: an idle from before it is out of date. */
  private sent = 0;
  private pings = 0;
  private readonly listeners = new Map<number, () => void>();
  private watchdog: NodeJS.Timeout | undefined;
  /** Steps that run in it. */
  private readonly steps = new Set<string>();

  constructor(init: WorkerInit, env: Record<string, string>, events: HostEvents, limits: HostLimits) {
    this.events = events;
    this.limits = limits;
    this.worker = takeWorker({ env, memoryMb: limits.memoryMb });
    this.worker.postMessage({ type: 'init', init, env } satisfies ToWorker);
    this.worker.stdout.setEncoding('utf8').on('data', (text: string) => events.output('stdout', text));
    this.worker.stderr.setEncoding('utf8').on('data', (text: string) => events.output('stderr', text));
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.failed(error));
    this.worker.on('exit', (code) => {
      this.lose('exit', {
        name: 'ProcessExitError',
        message: `the process ended its worker (exit code ${code})`,
      });
    });
    this.watch();
  }

  /** Quiet: it does nothing until it gets a settlement. */
  get isIdle(): boolean {
    return this.idle;
  }

  settle(settlements: SettlementMessage[]): void {
    const last = settlements.at(-1);
    if (last === undefined) return;
    this.sent = last.index;
    this.send({ type: 'settle', settlements });
  }

  startStep(effectId: string, attempt: number, idempotencyKey: string): void {
    this.steps.add(effectId);
    this.send({ type: 'start-step', effectId, attempt, idempotencyKey });
  }

  abortStep(effectId: string, reason: string, timedOut: boolean): void {
    this.send({ type: 'abort-step', effectId, reason, timedOut });
  }

  /** The step has been settled without it; what it still says is ignored (E4). */
  abandonStep(effectId: string): void {
    this.steps.delete(effectId);
    this.send({ type: 'abandon-step', effectId });
  }

  /** Whether its loop turns at all within so many ms. */
  answers(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms).unref();
      this.pings += 1;
      this.listeners.set(this.pings, () => {
        clearTimeout(timer);
        resolve(true);
      });
      if (!this.over) this.worker.postMessage({ type: 'ping', id: this.pings } satisfies ToWorker);
    });
  }

  /** Ends the worker; nothing of it is heard any more. */
  async terminate(): Promise<void> {
    this.end();
    await this.worker.terminate();
  }

  private send(message: ToWorker): void {
    if (this.over) return;
    this.idle = false;
    this.worker.postMessage(message);
    this.watch();
  }

  private receive(message: FromWorker): void {
    // Code of the process can reach the port, too: what it says there is none of ours.
    if (this.over || typeof message?.type !== 'string') return;
    if (message.type === 'pong') {
      this.listeners.get(message.id)?.();
      this.listeners.delete(message.id);
      this.watch();
      return;
    }
    if (message.type === 'idle') {
      this.watch();
      if (message.handed < this.sent) return; // out of date
      this.idle = true;
    }
    if (message.type === 'step-result') this.steps.delete(message.effectId);
    if (message.type === 'loaded') keepWrappers();
    if (message.type === 'replayed') stayYoung();
    if (ENDED.has(message.type)) this.end();
    else this.watch();
    this.events.message(message);
  }

  private end(): void {
    this.over = true;
    clearTimeout(this.watchdog);
  }

  private failed(error: NodeJS.ErrnoException): void {
    const named = {
      name: error.name,
      message: error.message,
      ...(error.stack === undefined ? {} : { stack: error.stack }),
      ...(error.path === undefined ? {} : { data: { path: error.path } }),
    };
    this.lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'exit', named);
  }

  private lose(cause: 'loop' | 'memory' | 'exit', error: SerializedError): void {
    if (this.over) return;
    this.end();
    this.events.lost(cause, error);
  }

  /** Asks for a sign of life; a step may hold the loop itself, so it is not counted (E4). */
  private watch(): void {
    clearTimeout(this.watchdog);
    if (this.over || this.idle) return;
    this.watchdog = setTimeout(() => {
      if (this.steps.size > 0) return this.watch();
      this.pings += 1;
      this.worker.postMessage({ type: 'ping', id: this.pings } satisfies ToWorker);
      this.watchdog = setTimeout(() => {
        void this.worker.terminate();
        const seconds = Math.round(this.limits.loopMs / 1000);
        this.lose('loop', {
          name: 'EndlessLoopError',
          message: `the process has not given the event loop back for ${seconds} s`,
        });
      }, this.limits.loopMs / 2);
      this.watchdog.unref();
    }, this.limits.loopMs / 2);
    this.watchdog.unref();
  }
}
