/** The driver's side of the worker: starts it, listens, watches that it answers, ends it. */
import { Worker } from 'node:worker_threads';
import type { SerializedError } from '../journal/events.ts';
import type { FromWorker, SettlementMessage, ToWorker, WorkerInit } from './protocol.ts';
import { workerUrl } from './worker-url.ts';

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
  private pings = 0;
  private watchdog: NodeJS.Timeout | undefined;
  private steps = 0;

  constructor(init: WorkerInit, env: Record<string, string>, events: HostEvents, limits: HostLimits) {
    this.events = events;
    this.limits = limits;
    this.worker = new Worker(workerUrl(), {
      workerData: init,
      env,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      name: `longhaul ${init.runId}`,
      // A process sees the engine's own flags otherwise (vitest's, for one).
      execArgv: [],
    });
    this.worker.stdout.setEncoding('utf8').on('data', (text: string) => events.output('stdout', text));
    this.worker.stderr.setEncoding('utf8').on('data', (text: string) => events.output('stderr', text));
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.failed(error));
    this.worker.on('exit', (code) => {
      this.lose('exit', { name: 'ProcessExitError', message: `the process ended its worker (exit code ${code})` });
    });
    this.watch();
  }

  /** Quiet: it does nothing until it gets a settlement. */
  get isIdle(): boolean {
    return this.idle;
  }

  settle(settlements: SettlementMessage[]): void {
    if (settlements.length > 0) this.send({ type: 'settle', settlements });
  }

  startStep(effectId: string, attempt: number, idempotencyKey: string): void {
    this.steps += 1;
    this.send({ type: 'start-step', effectId, attempt, idempotencyKey });
  }

  abortStep(effectId: string, reason: string, timedOut: boolean): void {
    this.send({ type: 'abort-step', effectId, reason, timedOut });
  }

  /** The step has been settled without it; what it still says is ignored (E4). */
  abandonStep(effectId: string): void {
    this.steps -= 1;
    this.send({ type: 'abandon-step', effectId });
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
    if (this.over) return;
    if (message.type === 'pong') return this.watch();
    if (message.type === 'idle') this.idle = true;
    if (message.type === 'step-result') this.steps -= 1;
    if (ENDED.has(message.type)) this.end();
    else this.watch();
    this.events.message(message);
  }

  private end(): void {
    this.over = true;
    clearTimeout(this.watchdog);
  }

  private failed(error: NodeJS.ErrnoException): void {
    const named = { name: error.name, message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
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
      if (this.steps > 0) return this.watch();
      this.pings += 1;
      this.worker.postMessage({ type: 'ping', id: this.pings } satisfies ToWorker);
      this.watchdog = setTimeout(() => {
        void this.worker.terminate();
        const seconds = Math.round(this.limits.loopMs / 1000);
        this.lose('loop', { name: 'EndlessLoopError', message: `the process has not given the event loop back for ${seconds} s` });
      }, this.limits.loopMs / 2);
      this.watchdog.unref();
    }, this.limits.loopMs / 2);
    this.watchdog.unref();
  }
}
