/**
 * Drives a run under its lease: replays the journal once, then lives with the process until it ends or waits.
 * The worker asks, the journal records, effects are done here, settlements go back; in that order.
 */
import { LonghaulError } from '../errors.ts';
import type { JournalRefs } from '../journal/replay-input.ts';
import type { Outcome } from '../executors/contract.ts';
import type { Actor, SerializedError } from '../journal/events.ts';
import type { RunJournal } from '../journal/writer.ts';
import { ProcessHost } from '../runtime/host.ts';
import type { CodeFile, FromWorker, RequestMessage, WorkerInit } from '../runtime/protocol.ts';
import { divergenceError } from './divergence.ts';
import { journalRefs } from './journal-refs.ts';
import { LiveEffects, type Stop } from './live-effects.ts';
import { defined, Recorder } from './recorder.ts';
import type { DriveLimits, DriveWorld, PendingEffect } from './world.ts';

/** How a process ended, before anything of it is journaled. */
export type ProcessEnd =
  | { type: 'returned'; output: string; warnings: string[] }
  | { type: 'threw'; error: SerializedError; effectId: string | undefined; cleanupErrors: SerializedError[] }
  | { type: 'halted'; reason: string; payload: string }
  | { type: 'canceled'; reason: string }
  | { type: 'timed-out'; reason: string }
  | { type: 'sealed'; finalStatus: 'completed' | 'failed'; reason: string; actor: Actor | undefined; messageId: string | undefined };

export interface DriveEnd {
  /** undefined: the run goes on later. */
  end: ProcessEnd | undefined;
  /** Why it stopped when it has not ended. */
  stopped: 'waiting' | 'iterations' | 'shutdown' | undefined;
  pending: PendingEffect[];
  /** Journaled requests that were not asked again after a retry. */
  dropped: string[];
}

export interface DriveOptions {
  journal: RunJournal;
  world: DriveWorld;
  limits: DriveLimits;
  init: Omit<WorkerInit, 'journal' | 'retry' | 'handleGraceMs' | 'replayGraceMs'>;
  env: Record<string, string>;
  /** What the worker reads when it starts first. */
  refs: JournalRefs;
  ownerToken: string;
  /** False: record what is asked for, run nothing (run:iterate). */
  execute: boolean;
  /** Effects that a retry reopens; RUN_RETRIED is written by `onReplayed`. */
  retry: string[];
  /** Makes everything journaled so far durable in the store. */
  save(): Promise<void>;
  /** The replay has agreed: what must be journaled before anything else happens. */
  onReplayed(dropped: string[]): void;
  /** Files that the process has loaded for the first time in this run. */
  onCode(files: CodeFile[]): void;
  runChild(request: RequestMessage, signal: AbortSignal): Promise<Outcome>;
  /** What was known of the code when it was asked for; used by the divergence report. */
  codeRevisions(): { recorded: string; now: string };
}

export class Driver {
  readonly effects: LiveEffects;
  readonly recorder: Recorder;
  private readonly options: DriveOptions;
  private host: ProcessHost | undefined;
  private replayed = false;
  private logs: Extract<FromWorker, { type: 'log' }>[] = [];
  private checking = false;
  private holds = 0;
  private dropped: string[] = [];
  private stuckSteps: string[] = [];
  private finish: (end: DriveEnd) => void = () => {};
  private fail: (error: unknown) => void = () => {};
  private readonly result: Promise<DriveEnd>;
  private over = false;
  private begun = false;
  private readonly timers: (() => void)[] = [];
  private retry: string[];

  constructor(options: DriveOptions) {
    this.options = options;
    this.retry = options.retry;
    this.recorder = new Recorder(options.journal);
    this.result = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    this.effects = new LiveEffects({
      state: options.journal.state,
      recorder: this.recorder,
      world: options.world,
      limits: options.limits,
      owner: options.ownerToken,
      places: { runDir: options.init.runDir, artifactsDir: options.init.artifactsDir, env: options.env },
      execute: options.execute,
      client: {
        saved: () => options.save(),
        startStep: (effectId, attempt, key) => this.host?.startStep(effectId, attempt, key),
        abortStep: (effectId, reason, timedOut) => this.host?.abortStep(effectId, reason, timedOut),
        abandonStep: (effectId) => this.abandonStep(effectId),
        runChild: (request, signal) => options.runChild(request, signal),
        changed: () => this.check(),
        fault: (error) => this.stop(error),
      },
    });
  }

  /** Resolves when the process has ended or nothing can be done here any more. @throws LonghaulError of the engine */
  run(): Promise<DriveEnd> {
    this.startHost();
    return this.result;
  }

  /** Ends the drive in good order: commands are stopped, nothing is settled. */
  async shutdown(): Promise<void> {
    if (this.over) return;
    await this.effects.shutdown();
    this.done({ end: undefined, stopped: 'shutdown' });
  }

  /** Ends the drive with an error: commands are stopped, nothing more is journaled. */
  stop(error: unknown): void {
    if (this.over) return;
    this.over = true;
    for (const call of this.timers.splice(0)) call();
    void this.host?.terminate();
    this.effects.shutdown().then(
      () => this.fail(error),
      () => this.fail(error), // the first error is the one reported
    );
  }

  /** While somebody holds it, the drive does not end as waiting: mail is being read. */
  hold(): () => void {
    this.holds += 1;
    return () => {
      this.holds -= 1;
      this.check();
    };
  }

  private startHost(): void {
    const { world, limits, init, env } = this.options;
    this.replayed = false;
    this.logs = [];
    this.recorder.restart();
    const workerInit: WorkerInit = {
      ...init,
      journal: this.host === undefined ? this.options.refs : journalRefs(init.runDir),
      retry: this.retry,
      handleGraceMs: limits.handleGraceMs,
      replayGraceMs: limits.replayGraceMs,
    };
    this.host = new ProcessHost(
      workerInit,
      env,
      {
        message: (message) => this.guard(() => this.receive(message)),
        lost: (cause, error) => this.stop(lostError(cause, error)),
        output: (stream, text) => world.report({ type: 'console', stream, text }),
      },
      { loopMs: limits.loopMs, memoryMb: limits.memoryMb },
    );
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.stop(error);
    }
  }

  private receive(message: FromWorker): void {
    if (this.over) return;
    switch (message.type) {
      case 'replayed':
        this.onReplayed(message.end.dropped);
        return;
      case 'requests':
        this.onRequests(message.requests);
        return;
      case 'idle':
        this.stuckSteps = message.stuckSteps;
        this.pump();
        this.check();
        return;
      case 'log':
        if (this.replayed) this.log(message);
        else this.logs.push(message);
        return;
      case 'step-result':
        this.effects.stepEnded(message.effectId, message.attempt, message.outcome);
        return;
      case 'withdraw':
        this.stopEffect(message.effectId, { kind: 'cancel', reason: message.reason });
        return;
      case 'code':
        this.options.onCode(message.files);
        return;
      case 'warning':
        this.options.world.report({ type: 'warning', message: message.message });
        return;
      case 'returned':
      case 'threw':
      case 'halted':
        this.done({ end: message, stopped: undefined });
        return;
      case 'crashed':
        if (message.stage === 'process') this.done({ end: { type: 'threw', error: message.error, effectId: undefined, cleanupErrors: [] }, stopped: undefined });
        else this.stop(loadError(this.options.init.entry.path, message.error));
        return;
      case 'diverged':
        this.stop(divergenceError(message.facts, this.options));
        return;
      case 'loaded':
      case 'pong':
        return;
    }
  }

  private onReplayed(dropped: string[]): void {
    const first = !this.begun;
    this.begun = true;
    this.replayed = true;
    if (first) {
      this.dropped = dropped;
      this.options.onReplayed(dropped);
      this.retry = [];
    }
    for (const line of this.logs.splice(0)) this.log(line);
    if (first) this.watchDeadlines();
  }

  /** Deadlines of the run itself, from the journal. */
  private watchDeadlines(): void {
    const { state } = this.options.journal;
    if (state.deadline !== undefined) {
      const seconds = Math.round((Date.parse(state.deadline) - Date.parse(state.createdAt)) / 1000);
      this.endAt(state.deadline, { type: 'timed-out', reason: `the run timed out after ${seconds} s` });
    }
    if (state.cancel !== undefined) this.goOnCancelling();
  }

  private endAt(time: string, end: ProcessEnd): void {
    const ms = Date.parse(time) - this.options.world.clock.now();
    if (ms > this.options.limits.waitInJobMs) return;
    this.timers.push(this.options.world.clock.after(Math.max(0, ms), () => this.seal(end)));
  }

  /** Ends the run from outside: the process is not asked. */
  seal(end: ProcessEnd): void {
    this.done({ end, stopped: undefined });
  }

  /** Cancels the run (E6): every pending effect is rejected once; the process may clean up until the grace ends. */
  cancelRun(reason: string, actor: Actor | undefined, messageId: string | undefined): void {
    const { journal, limits, world } = this.options;
    if (journal.state.cancel !== undefined) return this.seal({ type: 'canceled', reason });
    const deadline = new Date(world.clock.now() + limits.cancelGraceMs).toISOString();
    this.recorder.append({ type: 'RUN_CANCEL_REQUESTED', data: { reason, ...defined({ actor, messageId }), deadline } });
    this.goOnCancelling();
  }

  private goOnCancelling(): void {
    const { cancel } = this.options.journal.state;
    if (cancel === undefined) return;
    const { reason, actor, messageId, deadline } = cancel;
    this.endAt(deadline, { type: 'canceled', reason });
    const go = this.hold();
    this.effects
      .cancelAll({ kind: 'cancel', reason, actor, messageId })
      .then(go, (error: unknown) => this.stop(error));
  }

  private log(line: Extract<FromWorker, { type: 'log' }>): void {
    const { logSeq, label, message } = line;
    this.recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...(label === undefined ? {} : { label }), message } });
    this.options.world.report({ type: 'log', label, message });
  }

  private onRequests(requests: RequestMessage[]): void {
    const fresh = requests.filter((request) => !this.options.journal.state.effects.has(request.effectId));
    if (fresh.length > 0) this.recorder.requested(fresh, (request) => this.effects.deadlineOf(request));
    for (const { effectId, stepId, kind, taskId, label } of fresh) {
      this.options.world.report({ type: 'requested', effectId, stepId, kind, taskId, label });
    }
    for (const request of requests) this.effects.open(request);
    this.pump();
  }

  /** Settlements go over when the process can take them without a turn of its own being blamed on them. */
  private pump(): void {
    const { host } = this;
    if (host === undefined || !this.replayed || this.over || this.recorder.waiting === 0) return;
    if (host.isIdle || this.effects.stepsRunning > 0) host.settle(this.recorder.take());
  }

  stopEffect(effectId: string, stop: Stop): void {
    this.effects.stop(effectId, stop).catch((error: unknown) => this.stop(error));
  }

  /** Looks once, after everything that happens now has happened, whether anything is left to do here. */
  private check(): void {
    if (this.checking || this.over) return;
    this.checking = true;
    setImmediate(() => {
      this.checking = false;
      this.guard(() => this.look());
    });
  }

  private look(): void {
    this.pump();
    if (this.over || this.holds > 0 || this.host?.isIdle !== true || this.recorder.waiting > 0) return;
    const { limits, journal } = this.options;
    if (limits.maxIterations > 0 && this.effects.rounds >= limits.maxIterations && this.effects.stepsRunning === 0) {
      void this.shutdownAs('iterations');
      return;
    }
    if (this.stuckSteps.length > 0 && this.effects.stepsRunning === this.stuckSteps.length && !this.effects.timed) {
      return this.stop(stuckError(`the step ${this.stuckSteps.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`));
    }
    if (this.effects.busy) return;
    if (journal.state.pending.size === 0) {
      return this.stop(stuckError('the process is waiting for something that is not an effect'));
    }
    this.done({ end: undefined, stopped: 'waiting' });
  }

  private async shutdownAs(stopped: 'iterations'): Promise<void> {
    if (this.over) return;
    await this.effects.shutdown();
    this.done({ end: undefined, stopped });
  }

  /** A step that ignores its signal is left behind; its worker goes when nothing else runs in it (E4). */
  private abandonStep(effectId: string): void {
    this.host?.abandonStep(effectId);
    if (this.effects.stepsRunning > 1) return;
    setImmediate(() => {
      if (this.over) return;
      void this.host?.terminate();
      this.startHost();
    });
  }

  private done(result: { end: ProcessEnd | undefined; stopped: DriveEnd['stopped'] }): void {
    if (this.over) return;
    this.over = true;
    for (const call of this.timers.splice(0)) call();
    const pending = this.pendingEffects();
    const leave = async (): Promise<void> => {
      await this.host?.terminate();
      this.finish({ ...result, pending, dropped: this.dropped });
    };
    leave().catch((error: unknown) => this.fail(error));
  }

  private pendingEffects(): PendingEffect[] {
    return [...this.options.journal.state.pending.values()].map((effect) => {
      const request = this.effects.requestOf(effect.effectId);
      const wakeAt = this.effects.wakeAt(effect);
      return {
        effectId: effect.effectId,
        kind: effect.request.kind,
        taskId: effect.request.taskId,
        label: effect.request.label,
        title: typeof request?.def['title'] === 'string' ? request.def['title'] : effect.request.label,
        external: effect.request.external === true || (request !== undefined && !this.effects.isOurs(request)),
        ...(wakeAt === undefined ? {} : { wakeAt: new Date(wakeAt).toISOString() }),
      };
    });
  }
}

function stuckError(what: string): LonghaulError {
  return new LonghaulError('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
    hint:
      'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
      'mend the code and resume with --on-code-change upgrade, or seal the run with run:halt.',
  });
}

function lostError(cause: 'loop' | 'memory' | 'exit', error: SerializedError): LonghaulError {
  const hints = {
    loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
    memory: 'The process needs more memory than it may have; the journal is as it was.',
    exit: 'The journal is as it was; resume to try again.',
  };
  return new LonghaulError('PROCESS_LOST', error.message, { hint: hints[cause] });
}

function loadError(path: string, error: SerializedError): LonghaulError {
  const cause = new Error(error.message);
  if (error.stack !== undefined) cause.stack = error.stack;
  return new LonghaulError('PROCESS_LOAD', `The process file cannot be loaded: ${error.name}: ${error.message}`, {
    path,
    hint: 'Mend the file and run the command again; nothing was journaled.',
    cause,
  });
}

