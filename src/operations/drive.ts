/**
 * Drives a run under its lease: replays the journal once, then lives with the process until it ends or waits.
 * The worker asks, the journal records, effects are done here, settlements go back; in that order.
 */
import { durationText } from '../duration.ts';
import type { Outcome } from '../executors/contract.ts';
import type { Actor } from '../journal/events.ts';
import type { JournalRefs } from '../journal/replay-input.ts';
import type { RunJournal } from '../journal/writer.ts';
import { ProcessHost } from '../runtime/host.ts';
import type {
  CodeFile,
  DivergenceFacts,
  FromWorker,
  RequestMessage,
  WorkerInit,
} from '../runtime/protocol.ts';
import { Agenda } from './agenda.ts';
import { crashedInReplayError, loadError, lostError, stuckError, stuckStepsError } from './drive-errors.ts';
import type { ProcessEnd } from './ending.ts';
import { journalRefs } from './journal-refs.ts';
import type { Stop } from './live.ts';
import { LiveEffects } from './live-effects.ts';
import { pendingEffects } from './pending.ts';
import { defined, Recorder } from './recorder.ts';
import { runTimeoutOf } from './reopen.ts';
import { Rounds } from './rounds.ts';
import { type SaveMode, Saver } from './saver.ts';
import type { DriveLimits, DriveWorld, PendingEffect } from './world.ts';

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
  /** Replays in a fresh worker after every settlement (tests). */
  restartAfterEach: boolean;
  /** Effects that a retry reopens; RUN_RETRIED is written by `onReplayed`. */
  retry: string[];
  /** Makes everything journaled so far durable in the store. */
  save(): Promise<void>;
  saveMode: SaveMode;
  /** The replay has agreed: what must be journaled before anything else happens. */
  onReplayed(dropped: string[]): void;
  /** What the journal has pending is in hand again: messages about it may be acted on. */
  onReady(): void;
  /** Files that the process has loaded for the first time in this run. */
  onCode(files: CodeFile[]): void;
  runChild(request: RequestMessage, failures: number, signal: AbortSignal): Promise<Outcome>;
  /** What a divergence ends the drive with. */
  explain(facts: DivergenceFacts): Promise<Error>;
}

export class Driver {
  readonly effects: LiveEffects;
  readonly recorder: Recorder;
  readonly saver: Saver;
  readonly #options: DriveOptions;
  readonly #agenda: Agenda;
  #host: ProcessHost | undefined;
  #replayed = false;
  #logs: Extract<FromWorker, { type: 'log' }>[] = [];
  #checking = false;
  #holds = 0;
  #dropped: string[] = [];
  #stuckSteps: string[] = [];
  readonly #result = Promise.withResolvers<DriveEnd>();
  #over = false;
  /** The first replay has ended: the journal may be written. */
  #begun = false;
  #ready = false;
  /** A step was left behind in the worker. */
  #tainted = false;
  #clearing = false;

  constructor(options: DriveOptions) {
    this.#options = options;
    const { journal, world, limits, init, env, ownerToken, execute } = options;
    const fault = (error: unknown): void => this.stop(error);
    this.saver = new Saver({ save: () => options.save(), mode: options.saveMode, fault });
    this.recorder = new Recorder(journal, () => this.saver.soon());
    this.#agenda = new Agenda(world.clock, fault);
    this.effects = new LiveEffects({
      state: journal.state,
      recorder: this.recorder,
      agenda: this.#agenda,
      rounds: new Rounds(limits.maxIterations, journal.state.settlements),
      world,
      limits,
      owner: ownerToken,
      places: { runDir: init.runDir, artifactsDir: init.artifactsDir, env },
      execute,
      client: {
        beforeCommand: (strict) => this.saver.beforeCommand(strict),
        beforeStep: () => this.saver.beforeStep(),
        startStep: (effectId, attempt, key) => this.#host?.startStep(effectId, attempt, key),
        abortStep: (effectId, reason, timedOut) => this.#host?.abortStep(effectId, reason, timedOut),
        abandonStep: (effectId) => this.#abandonStep(effectId),
        runChild: (request, failures, signal) => options.runChild(request, failures, signal),
        changed: () => this.#check(),
        fault,
      },
    });
  }

  /** Resolves when the process has ended or nothing can be done here any more. @throws LonghaulError of the engine */
  run(): Promise<DriveEnd> {
    if (!this.#over) this.#startHost();
    return this.#result.promise;
  }

  /** Ends the drive in good order: commands are stopped, nothing is settled. */
  shutdown(): void {
    this.#leave('shutdown');
  }

  /** Ends the drive with an error: commands are stopped, nothing more is journaled. */
  stop(error: unknown): void {
    if (this.#over) return; // the first error is the one reported
    this.#end();
    this.effects.muted = true;
    void this.#host?.terminate();
    const fail = (): void => this.#result.reject(error);
    this.effects.leave().then(fail, fail);
  }

  /** While somebody holds it, the drive does not end as waiting: mail is being read. */
  hold(): () => void {
    this.#holds += 1;
    return () => {
      this.#holds -= 1;
      this.#check();
    };
  }

  /** Ends the run from outside: the process is not asked. */
  seal(end: ProcessEnd): void {
    this.#done(end, undefined);
  }

  /** Cancels the run (E6): every pending effect is rejected once; the process may clean up until the grace ends. */
  cancelRun(reason: string, actor: Actor | undefined, messageId: string | undefined): void {
    const { journal, limits, world } = this.#options;
    if (journal.state.cancel !== undefined) return this.seal({ type: 'canceled', reason, actor, messageId });
    const deadline = new Date(world.clock.now() + limits.cancelGraceMs).toISOString();
    this.recorder.append({
      type: 'RUN_CANCEL_REQUESTED',
      data: { reason, ...defined({ actor, messageId }), deadline },
    });
    this.#cancelAll();
    this.#watchCancel();
  }

  stopEffect(effectId: string, stop: Stop): void {
    this.effects.stop(effectId, stop);
  }

  #end(): void {
    this.#over = true;
    this.#agenda.close();
  }

  #done(end: ProcessEnd | undefined, stopped: DriveEnd['stopped']): void {
    if (this.#over) return;
    this.#end();
    const { journal } = this.#options;
    const pending =
      end === undefined ? pendingEffects(journal.state, this.effects, this.#options.world.performer) : [];
    // What asks no more is not heard either: the worker goes first.
    Promise.resolve(this.#host?.terminate()).then(
      () => this.#result.resolve({ end, stopped, pending, dropped: this.#dropped }),
      (error: unknown) => this.#result.reject(error),
    );
  }

  #leave(stopped: 'iterations' | 'shutdown'): void {
    if (this.#over) return;
    this.effects.leave().then(
      () => this.#done(undefined, stopped),
      (error: unknown) => this.stop(error),
    );
  }

  #startHost(): void {
    const { world, limits, init, env, refs, retry } = this.#options;
    this.#replayed = false;
    this.#tainted = false;
    this.#logs = [];
    this.recorder.restart();
    const workerInit: WorkerInit = {
      ...init,
      journal: this.#begun ? journalRefs(init.runDir) : refs,
      retry: this.#begun ? [] : retry,
      handleGraceMs: limits.handleGraceMs,
      replayGraceMs: limits.replayGraceMs,
    };
    const host = new ProcessHost(
      workerInit,
      env,
      {
        message: (message) => this.#guard(() => this.#receive(message)),
        lost: (cause, error) => this.stop(lostError(cause, error)),
        output: (stream, text) => world.report({ type: 'console', stream, text }),
      },
      { loopMs: limits.loopMs, memoryMb: limits.memoryMb },
    );
    this.#host = host;
  }

  /** A new worker replays what the journal holds by now; what came by mail must be in the store before (E3). */
  #replaceHost(): void {
    const old = this.#host;
    this.#host = undefined;
    this.effects.workerGone();
    const gone = old?.terminate();
    Promise.all([gone, this.saver.now()]).then(
      () => this.#guard(() => (this.#over ? undefined : this.#startHost())),
      (error: unknown) => this.stop(error),
    );
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.stop(error);
    }
  }

  #receive(message: FromWorker): void {
    if (this.#over) return;
    this.#take(message);
    // The worker names what is open right behind the end of its replay.
    if (this.#ready || !this.#replayed || message.type === 'replayed' || this.#over) return;
    this.#ready = true;
    this.#options.onReady();
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'replayed':
        return this.#onReplayed(message.end.dropped);
      case 'requests':
        return this.#onRequests(message.requests);
      case 'idle':
        this.#stuckSteps = message.stuckSteps;
        return this.#check();
      case 'log':
        if (this.#replayed) this.#log(message);
        else this.#logs.push(message);
        return;
      case 'step-result':
        return this.effects.stepEnded(message.effectId, message.attempt, message.outcome);
      case 'withdraw':
        return this.stopEffect(message.effectId, { kind: 'cancel', reason: message.reason });
      case 'code':
        return this.#options.onCode(message.files);
      case 'warning':
        return this.#options.world.report({ type: 'warning', message: message.message });
      case 'returned':
      case 'threw':
      case 'halted':
        return this.#done(message, undefined);
      case 'crashed':
        return this.#onCrashed(message);
      case 'diverged':
        this.#options.explain(message.facts).then(
          (error) => this.stop(error),
          (error: unknown) => this.stop(error),
        );
        return;
      case 'loaded':
      case 'pong':
        return;
    }
  }

  #onReplayed(dropped: string[]): void {
    const first = !this.#begun;
    this.#begun = true;
    this.#replayed = true;
    if (first) {
      this.#dropped = dropped;
      const { state } = this.#options.journal;
      const retried = state.terminal !== undefined;
      if (!retried) this.#watchDeadlines();
      if (this.#over) return;
      this.#options.onReplayed(dropped);
      if (retried) this.#watchDeadlines();
    }
    for (const line of this.#logs.splice(0)) this.#log(line);
  }

  #onCrashed({ stage, error }: Extract<FromWorker, { type: 'crashed' }>): void {
    if (stage === 'load') return this.stop(loadError(this.#options.init.entry.path, error));
    if (!this.#replayed && this.#options.journal.state.effects.size > 0)
      return this.stop(crashedInReplayError(error));
    if (!this.#replayed) this.#onReplayed([]);
    this.#done({ type: 'threw', error, effectId: undefined, cleanupErrors: [] }, undefined);
  }

  /** The run's own deadline, and that of a cancel, from the journal: past ones end it before anything else begins. */
  #watchDeadlines(): void {
    const { state } = this.#options.journal;
    this.#watchCancel();
    if (state.deadline === undefined) return;
    const limit = durationText(runTimeoutOf(state) ?? 0);
    this.#endAt(state.deadline, { type: 'timed-out', reason: `the run timed out after ${limit}` });
  }

  #watchCancel(): void {
    const { cancel } = this.#options.journal.state;
    if (cancel !== undefined) this.#endAt(cancel.deadline, { type: 'canceled', reason: cancel.reason });
  }

  #endAt(time: string, end: ProcessEnd): void {
    const at = Date.parse(time);
    if (at <= this.#options.world.clock.now()) this.seal(end);
    else this.#agenda.at(at, () => this.seal(end));
  }

  #cancelAll(): void {
    const { cancel } = this.#options.journal.state;
    if (cancel === undefined) return;
    const { reason, actor, messageId } = cancel;
    const go = this.hold();
    this.effects
      .cancelAll({ kind: 'cancel', reason, actor, messageId })
      .then(go, (error: unknown) => this.stop(error));
  }

  #log(line: Extract<FromWorker, { type: 'log' }>): void {
    const { logSeq, label, message } = line;
    this.recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...defined({ label }), message } });
    this.#options.world.report({ type: 'log', label, message });
  }

  #onRequests(requests: RequestMessage[]): void {
    const { journal, world } = this.#options;
    const fresh = requests.filter((request) => !journal.state.effects.has(request.effectId));
    if (fresh.length > 0) this.recorder.requested(fresh, (request) => this.effects.noteOf(request));
    for (const { effectId, stepId, kind, taskId, label } of fresh) {
      world.report({ type: 'requested', effectId, stepId, kind, taskId, label });
    }
    let cancelled = false;
    for (const request of requests) cancelled = this.effects.open(request) || cancelled;
    if (cancelled) this.#cancelAll(); // a driver before this one had begun to
    this.#pump();
    this.#check();
  }

  /** Settlements go over when the process can take them without a turn of its own being blamed on them. */
  #pump(): void {
    const { recorder, effects } = this;
    const host = this.#host;
    if (host === undefined || !this.#replayed || this.#over || recorder.waiting === 0) return;
    if (recorder.held && !this.#clearing) this.#clearMail();
    const steps = effects.steps.running > 0;
    if (host.isIdle && !steps && this.#options.restartAfterEach) this.#replaceHost();
    else if (host.isIdle || steps) host.settle(recorder.take());
  }

  /** What came by mail goes to the process once the store holds it (E3). */
  #clearMail(): void {
    this.#clearing = true;
    const { settlements } = this.#options.journal.state;
    this.saver.now().then(
      () => {
        this.#clearing = false;
        this.recorder.saved(settlements);
        this.#check();
      },
      (error: unknown) => this.stop(error),
    );
  }

  /** Looks once, after everything that happens now has happened, whether anything is left to do here. */
  #check(): void {
    if (this.#checking || this.#over) return;
    this.#checking = true;
    setImmediate(() => {
      this.#checking = false;
      this.#guard(() => this.#look());
    });
  }

  #look(): void {
    if (this.#over) return;
    const { effects } = this;
    if (this.#tainted && effects.steps.running === 0) this.#replaceHost();
    this.#pump();
    if (this.#holds > 0 || this.#host?.isIdle !== true || this.recorder.waiting > 0) return;
    const { world, journal } = this.#options;
    const stuck = this.#stuckSteps.length > 0 && effects.steps.running === this.#stuckSteps.length;
    if (effects.busy || (effects.steps.running > 0 && !stuck) || effects.steps.timed || this.#isTimeNear()) {
      if (effects.steps.running === 0 || stuck) world.clock.idle?.();
      return;
    }
    if (stuck) return this.stop(stuckStepsError(this.#stuckSteps));
    if (effects.held > 0) return this.#leave('iterations');
    if (journal.state.pending.size === 0)
      return this.stop(stuckError('the process is waiting for something that is not an effect'));
    this.#done(undefined, 'waiting');
  }

  /** A sleep, a pause or a deadline is so near that this job waits for it. */
  #isTimeNear(): boolean {
    const { world, limits, execute } = this.#options;
    const { next } = this.#agenda;
    return next !== undefined && next - world.clock.now() <= (execute ? limits.waitInJobMs : 0);
  }

  /** A step ignores its signal (E4): its worker goes when nothing else runs in it, or when it does not answer. */
  #abandonStep(effectId: string): void {
    this.#host?.abandonStep(effectId);
    this.#tainted = true;
    if (this.effects.steps.running === 0) return this.#replaceHost();
    const host = this.#host;
    host?.answers(this.#options.limits.graceMs).then(
      (alive) => {
        if (!alive && host === this.#host && !this.#over) this.#replaceHost();
      },
      (error: unknown) => this.stop(error),
    );
  }
}
