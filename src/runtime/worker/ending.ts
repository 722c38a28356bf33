/**
 * How a process ends: it returns, throws, halts, or breaks outside its promises. The first end counts; its
 * clean-ups run, and may do durable work; then it has settled, once and for all (P8).
 */
import type { SerializedError } from '../../journal/events.ts';
import { toJson } from '../../journal/json.ts';
import type { FromWorker } from '../protocol.ts';
import { insideStep } from './determinism.ts';
import { serializeError } from './errors.ts';
import type { Kernel } from './kernel.ts';

export type End =
  | { type: 'returned'; output: unknown }
  | { type: 'threw'; thrown: unknown }
  | { type: 'halted'; reason: string; payload: string };

interface World {
  kernel: Kernel;
  post(message: FromWorker): void;
  redact(text: string): string;
  /** The process function has been called: before that, what breaks is the loading. */
  started(): boolean;
  /** `path:line:column` of what was thrown, '' when it is not of the process. */
  site(thrown: unknown): string;
  /** What goes to the driver before it hears of the end. */
  beforeReport(): Promise<void>;
}

export class Ending {
  readonly #world: World;
  readonly #cleanups: (() => unknown)[] = [];
  readonly #cleanupErrors: unknown[] = [];
  /** Rejections that nobody handles yet: judged when the process settles, or is quiet with nothing pending (P8). */
  readonly #unhandled = new Map<Promise<unknown>, unknown>();
  #end: End | undefined;
  #reported = false;

  constructor(world: World) {
    this.#world = world;
    process.on('unhandledRejection', (reason, promise) => {
      const step = insideStep.getStore();
      if (step === undefined) this.#unhandled.set(promise, reason);
      else this.#warn(`step "${step.name}" left a rejection unhandled: ${serializeError(reason).message}`);
    });
    process.on('rejectionHandled', (promise) => this.#unhandled.delete(promise));
    process.on('uncaughtException', (error) => this.#broke(error));
    process.on('exit', (code) => this.#exit(code));
  }

  /** The driver knows how it ended, or that it diverged. */
  get reported(): boolean {
    return this.#reported;
  }

  onCleanup(fn: () => unknown): void {
    this.#cleanups.push(fn);
  }

  /** The process has come to its end; another one has no effect. */
  async end(end: End): Promise<void> {
    if (this.#end !== undefined) return;
    this.#end = end;
    for (let cleanup = this.#cleanups.pop(); cleanup !== undefined; cleanup = this.#cleanups.pop()) {
      try {
        await cleanup();
      } catch (error) {
        this.#cleanupErrors.push(error);
      }
    }
    this.#settle(end);
  }

  /** Quiet with nothing pending: what is still unhandled now fails the process. */
  judge(): boolean {
    if (this.#end !== undefined || this.#unhandled.size === 0) return false;
    const [thrown] = this.#unhandled.values();
    void this.end({ type: 'threw', thrown });
    return true;
  }

  /** The process file cannot be loaded. */
  failToLoad(error: unknown): void {
    this.#report({ type: 'crashed', stage: 'load', error: this.#located(error) });
  }

  #settle(end: End): void {
    const { kernel } = this.#world;
    if (kernel.over) return;
    if (kernel.settled(describe(end))) setImmediate(() => this.#report(this.#message(end)));
    else this.#reported = true; // it diverged, and said so
  }

  #report(message: FromWorker): void {
    if (this.#reported) return;
    this.#reported = true;
    void this.#world.beforeReport().then(() => this.#world.post(message));
  }

  #message(end: End): FromWorker {
    const cleanupErrors = this.#cleanupErrors.map((error) => serializeError(error));
    if (end.type === 'halted') return { ...end, cleanupErrors };
    if (end.type === 'threw') return this.#threw(end.thrown);
    const [rejection] = this.#unhandled.values();
    if (this.#unhandled.size > 0) return this.#threw(rejection);
    try {
      const { json, warnings } = toJson(end.output, 'output');
      const output = this.#world.redact(JSON.stringify(json));
      return {
        type: 'returned',
        output,
        warnings: warnings.map((warning) => `output: ${warning}`),
        cleanupErrors,
      };
    } catch (error) {
      return this.#threw(error);
    }
  }

  #threw(thrown: unknown): FromWorker {
    const cleanupErrors = this.#cleanupErrors.map((error) => serializeError(error));
    return {
      type: 'threw',
      error: this.#located(thrown),
      effectId: this.#world.kernel.failedEffect(thrown),
      cleanupErrors,
    };
  }

  #located(thrown: unknown): SerializedError {
    const site = this.#world.site(thrown);
    return { ...serializeError(thrown), ...(site === '' ? {} : { site }) };
  }

  /** Thrown outside the promises of the process: a timer, an event listener, nextTick. */
  #broke(thrown: unknown): void {
    const step = insideStep.getStore();
    if (step !== undefined) {
      if (!step.fail(thrown))
        this.#warn(`step "${step.name}" threw after it had ended: ${serializeError(thrown).message}`);
      return;
    }
    if (!this.#world.started()) this.failToLoad(thrown);
    else if (this.#end === undefined) void this.end({ type: 'threw', thrown });
    else {
      // A clean-up that broke like this may never come to its end.
      this.#cleanupErrors.push(thrown);
      this.#settle(this.#end);
    }
  }

  #exit(code: number): void {
    if (this.#reported) return;
    const error = new Error(
      `the process called process.exit(${code}); return from the process function, or use ctx.halt(reason)`,
    );
    const { kernel } = this.#world;
    if (!this.#world.started()) this.#last('load', error);
    else if (kernel.over || kernel.settled(error.message)) this.#last('process', error);
  }

  /** The worker is on its way out: no promise settles any more. */
  #last(stage: 'load' | 'process', error: Error): void {
    this.#world.post({ type: 'crashed', stage, error: serializeError(error) });
  }

  #warn(message: string): void {
    this.#world.post({ type: 'warning', message });
  }
}

function describe(end: End): string {
  if (end.type === 'returned') return 'it returned';
  if (end.type === 'threw') return `it threw ${serializeError(end.thrown).message}`;
  return `it called ctx.halt(${JSON.stringify(end.reason)})`;
}
