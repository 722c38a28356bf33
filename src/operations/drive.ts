/**
 * Drives a run under its lease: replays the journal once, then lives with the process until it ends or waits.
 * The worker asks, the journal records, effects are done here, settlements go back; in that order.
 */
import type { Actor } from '../journal/events.ts';
import { Agenda } from './agenda.ts';
import { Conversation } from './conversation.ts';
import { stuckError, stuckStepsError } from './drive-errors.ts';
import type { DriveEnd, DriveOptions } from './drive-options.ts';
import type { ProcessEnd } from './ending.ts';
import type { Stop } from './live.ts';
import { LiveEffects } from './live-effects.ts';
import { asAsked, pendingEffects } from './pending.ts';
import { defined, Recorder } from './recorder.ts';
import { redaction } from './redaction.ts';
import { Rounds } from './rounds.ts';
import { watchDeadlines } from './run-deadlines.ts';
import { Saver } from './saver.ts';
import { WorkerSeat } from './worker-seat.ts';

export class Driver {
  readonly effects: LiveEffects;
  readonly recorder: Recorder;
  readonly saver: Saver;
  readonly #options: DriveOptions;
  readonly #agenda: Agenda;
  readonly #seat: WorkerSeat;
  readonly #talk: Conversation;
  #checking = false;
  #draining = false;
  #holds = 0;
  #dropped: string[] = [];
  readonly #result = Promise.withResolvers<DriveEnd>();
  #over = false;

  constructor(options: DriveOptions) {
    this.#options = options;
    const { journal, world, limits, init, env, ownerToken, execute } = options;
    journal.tidyLater();
    const fault = (error: unknown): void => this.stop(error);
    this.saver = new Saver({ save: () => options.save(), mode: options.saveMode, fault });
    const safety = redaction(world);
    this.recorder = new Recorder(journal, () => this.saver.soon(), safety.redact);
    this.#agenda = new Agenda(world.clock, fault);
    this.effects = new LiveEffects({
      state: journal.state,
      recorder: this.recorder,
      agenda: this.#agenda,
      rounds: new Rounds(limits.maxIterations, journal.state.settlements),
      world,
      redact: safety.redact,
      limits,
      owner: ownerToken,
      places: { runDir: init.runDir, artifactsDir: init.artifactsDir, env },
      execute,
      client: {
        beforeCommand: (strict) => this.saver.beforeCommand(strict),
        beforeStep: () => this.saver.beforeStep(),
        startStep: (effectId, attempt, key) => this.#seat.startStep(effectId, attempt, key),
        abortStep: (effectId, reason, timedOut) => this.#seat.abortStep(effectId, reason, timedOut),
        abandonStep: (effectId) => this.#seat.abandonStep(effectId),
        runChild: (request, failures, signal) => options.runChild(request, failures, signal),
        changed: () => this.#check(),
        fault,
      },
    });
    this.#seat = new WorkerSeat({
      init: { ...init, journal: options.refs, retry: options.retry },
      env: { ...env, ...options.processEnv },
      limits,
      starting: () => {
        this.#talk.restart();
        this.recorder.restart();
      },
      gone: () => this.effects.workerGone(),
      saved: () => this.saver.now(),
      running: () => this.effects.steps.running,
      message: (message) => this.#guard(() => this.#talk.receive(message)),
      output: (stream, text) => world.report({ type: 'console', stream, text }),
      fault,
    });
    this.#talk = new Conversation({
      journal,
      world,
      ...safety,
      recorder: this.recorder,
      saver: this.saver,
      effects: this.effects,
      seat: this.#seat,
      entry: init.entry.path,
      restartAfterEach: options.restartAfterEach,
      over: () => this.#over,
      replayed: (dropped) => this.#onReplayed(dropped),
      ready: () => options.onReady(),
      cancelled: () => this.#cancelAll(),
      code: ({ files }) => options.onCode(files),
      diverged: ({ facts }) => void options.explain(facts).then(fault, fault),
      ended: (end) => this.#done(end, undefined),
      changed: () => this.#check(),
      fault,
    });
  }

  /** Resolves when the process has ended or nothing can be done here any more. @throws LonghaulError of the engine */
  run(): Promise<DriveEnd> {
    if (!this.#over) this.#seat.start();
    return this.#result.promise;
  }

  /** Ends the drive in good order: commands are stopped, nothing is settled. */
  shutdown(): void {
    this.#leave('shutdown');
  }

  /** Begins nothing new; ends the drive in good order when what runs has ended. */
  drain(): void {
    if (this.#over || this.#draining) return;
    this.#draining = true;
    this.effects.drain();
    this.#check();
  }

  /** Ends the drive with an error: commands are stopped, nothing more is journaled. */
  stop(error: unknown): void {
    if (this.#over) return; // the first error is the one reported
    this.#end();
    this.effects.muted = true;
    const fail = (): void => this.#result.reject(error);
    Promise.all([this.#seat.close(), this.effects.leave()]).then(fail, fail);
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
    // Somebody's words, perhaps with a secret of this job in them.
    this.#done(this.recorder.clean(end), undefined);
  }

  readonly stopEffect = (effectId: string, stop: Stop): void => this.effects.stop(effectId, stop);

  /** Cancels the run (E6): every pending effect is rejected once; the process may clean up until the grace ends. */
  cancelRun(reason: string, actor: Actor | undefined, messageId: string | undefined): void {
    if (this.#over) return;
    const { journal, limits, world } = this.#options;
    if (journal.state.cancel !== undefined) {
      this.seal({ type: 'canceled', reason, actor, messageId });
      return;
    }
    // What ignores SIGTERM takes none of the time that the process has for its clean-up.
    const { busy, steps } = this.effects;
    const stopping = busy || steps.running > 0 ? limits.graceMs : 0;
    const deadline = new Date(world.clock.now() + stopping + limits.cancelGraceMs).toISOString();
    this.recorder.append({
      type: 'RUN_CANCEL_REQUESTED',
      data: { reason, ...defined({ actor, messageId }), deadline },
    });
    this.#cancelAll();
    this.#watchDeadlines();
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
      end === undefined
        ? pendingEffects(journal.state, asAsked(this.effects, this.#options.world.performer))
        : [];
    // What asks no more is not heard either: the worker goes first.
    this.#seat.close().then(
      () => this.#result.resolve({ end, stopped, pending, dropped: this.#dropped }),
      (error: unknown) => this.#result.reject(error),
    );
  }

  #leave(stopped: 'iterations' | 'time-limit' | 'shutdown'): void {
    if (this.#over) return;
    this.effects.leave().then(
      () => this.#done(undefined, stopped),
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

  #onReplayed(dropped: string[]): void {
    this.#dropped = dropped;
    const retried = this.#options.journal.state.terminal !== undefined;
    if (!retried) this.#watchDeadlines();
    if (this.#over) return;
    this.#options.onReplayed(dropped);
    if (retried) this.#watchDeadlines(); // its time has started anew
  }

  #watchDeadlines(): void {
    const { journal, world } = this.#options;
    watchDeadlines(journal.state, {
      agenda: this.#agenda,
      now: world.clock.now(),
      seal: (end) => this.seal(end),
    });
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
    this.#seat.refresh();
    this.#talk.pump();
    this.#options.journal.tidy();
    if (this.#holds > 0 || !this.#seat.isIdle || this.recorder.waiting > 0) return;
    const { world, journal } = this.#options;
    const stuck = this.#talk.stuckSteps.length > 0 && effects.steps.running === this.#talk.stuckSteps.length;
    const timed = effects.steps.timed || this.#isTimeNear();
    if (effects.busy || (effects.steps.running > 0 && !stuck) || (timed && !this.#draining)) {
      if (effects.steps.running === 0 || stuck) world.clock.idle?.();
      return;
    }
    if (stuck) {
      this.stop(stuckStepsError(this.#talk.stuckSteps));
      return;
    }
    if (effects.held > 0 || (timed && this.#draining)) {
      this.#leave(this.#draining ? 'time-limit' : 'iterations');
      return;
    }
    if (journal.state.pending.size === 0) {
      this.stop(stuckError('the process is waiting for something that is not an effect'));
      return;
    }
    this.#done(undefined, 'waiting');
  }

  /** A sleep, a pause or a deadline is so near that this job waits for it. */
  #isTimeNear(): boolean {
    const { world, limits, execute } = this.#options;
    const { next } = this.#agenda;
    return next !== undefined && next - world.clock.now() <= (execute ? limits.waitInJobMs : 0);
  }
}
