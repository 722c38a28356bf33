/**
 * What a driver and its worker say to each other: the replay first, then requests, which are journaled before
 * anything is done about them, and settlements, in the order of the journal (P1).
 */
import type { RunJournal } from '../journal/writer.ts';
import { redactJson, redactValue } from '../redact.ts';
import type { FromWorker, RequestMessage } from '../runtime/protocol.ts';
import { titleOf } from './breakpoint-shown.ts';
import { crashedInReplayError, loadError, STALE_CACHE } from './drive-errors.ts';
import type { ProcessEnd } from './ending.ts';
import type { LiveEffects } from './live-effects.ts';
import { defined, type Recorder } from './recorder.ts';
import type { Saver } from './saver.ts';
import type { WorkerSeat } from './worker-seat.ts';
import type { DriveWorld } from './world.ts';

type Line = Extract<FromWorker, { type: 'log' }>;

export interface ConversationOptions {
  journal: RunJournal;
  world: DriveWorld;
  recorder: Recorder;
  saver: Saver;
  /** Takes secrets out of text. */
  redact(text: string): string;
  /** The worker took one out. */
  redacted(): void;
  effects: LiveEffects;
  seat: WorkerSeat;
  /** The process file, for messages. */
  entry: string;
  /** Replays in a fresh worker after every settlement (tests). */
  restartAfterEach: boolean;
  /** Nothing is journaled any more. */
  over(): boolean;
  /** The first replay has agreed: the journal may be written from now on. */
  replayed(dropped: string[]): void;
  /** What the journal has pending is in hand again. */
  ready(): void;
  /** There are effects that a driver before this one had begun to cancel with the run. */
  cancelled(): void;
  code(message: Extract<FromWorker, { type: 'code' }>): void;
  diverged(message: Extract<FromWorker, { type: 'diverged' }>): void;
  ended(end: ProcessEnd): void;
  changed(): void;
  fault(error: unknown): void;
}

export class Conversation {
  /** Steps that wait for something that never comes, as the worker sees it. */
  stuckSteps: string[] = [];
  readonly #options: ConversationOptions;
  /** The worker that is there has replayed what the journal held when it started. */
  #live = false;
  #replayedOnce = false;
  #ready = false;
  #clearing = false;
  /** Lines that a replay prints are new ones: it leaves out those that the journal has. */
  #lines: Line[] = [];

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  /** A new worker reads the journal. */
  restart(): void {
    this.#live = false;
    this.#lines = [];
    this.stuckSteps = [];
  }

  receive(message: FromWorker): void {
    const { over, ready } = this.#options;
    if (over()) return;
    this.#take(message);
    // The worker names what is open right behind the end of its replay.
    if (this.#ready || !this.#live || message.type === 'replayed' || over()) return;
    this.#ready = true;
    ready();
  }

  #take(message: FromWorker): void {
    const { effects, world, changed, code, diverged, ended, redact } = this.#options;
    switch (message.type) {
      case 'replayed':
        this.#onReplayed(message.end.dropped);
        return;
      case 'stale':
        this.#options.fault(STALE_CACHE);
        return;
      case 'requests':
        this.#onRequests(message.requests);
        return;
      case 'idle':
        this.stuckSteps = message.stuckSteps;
        changed();
        return;
      case 'log':
        if (this.#live) this.#log(message);
        else this.#lines.push(message);
        return;
      case 'step-result':
        effects.stepEnded(message.effectId, message.attempt, message.outcome);
        return;
      case 'withdraw':
        effects.stop(message.effectId, { kind: 'cancel', reason: message.reason });
        return;
      case 'code':
        code(message);
        return;
      case 'warning':
        world.report({ type: 'warning', message: message.message });
        return;
      case 'redacted':
        this.#options.redacted();
        return;
      case 'returned':
        ended(message);
        return;
      case 'threw':
        ended(redactValue(message, redact));
        return;
      case 'halted':
        ended({ ...message, reason: redact(message.reason), payload: redactJson(message.payload, redact) });
        return;
      case 'crashed':
        this.#onCrashed(message);
        return;
      case 'diverged':
        diverged(message);
        return;
      case 'loaded':
      case 'pong':
        return;
    }
  }

  #onReplayed(dropped: string[]): void {
    this.#live = true;
    if (!this.#replayedOnce) {
      this.#replayedOnce = true;
      this.#options.replayed(dropped);
    }
    if (this.#options.over()) return;
    for (const line of this.#lines.splice(0)) this.#log(line);
  }

  #onCrashed({ stage, error }: Extract<FromWorker, { type: 'crashed' }>): void {
    const { fault, entry, journal, ended } = this.#options;
    if (stage === 'load') fault(loadError(entry, error, this.#onceMended()));
    else if (!this.#live && journal.state.effects.size > 0) fault(crashedInReplayError(error));
    else {
      if (!this.#live) this.#onReplayed([]); // there was nothing to replay
      ended({ type: 'threw', error, effectId: undefined, cleanupErrors: [] });
    }
  }

  /** What has done nothing carries no code yet. */
  #onceMended(): string {
    const { head, runId } = this.#options.journal.state;
    return head.seq <= 1
      ? `Mend the file, then carry the run on with \`longhaul resume ${runId}\`: it is there, and has done nothing yet.`
      : `Mend the file, then carry the run on with \`longhaul resume ${runId} --on-code-change upgrade\`; its journal is as it was.`;
  }

  #log({ logSeq, label, message }: Line): void {
    const { recorder, world } = this.#options;
    recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...defined({ label }), message } });
    world.report({ type: 'log', label, message });
  }

  #onRequests(requests: RequestMessage[]): void {
    const { journal, world, recorder, effects, cancelled, changed } = this.#options;
    const fresh = requests.filter((request) => !journal.state.effects.has(request.effectId));
    if (fresh.length > 0) recorder.requested(fresh, (request) => effects.noteOf(request));
    for (const { effectId, stepId, kind, taskId, label, def } of fresh) {
      const title = titleOf(kind, def) ?? label;
      world.report({ type: 'requested', effectId, stepId, kind, taskId, label, title });
    }
    let hit = false;
    for (const request of requests) hit = effects.open(request) || hit;
    if (hit) cancelled();
    changed();
  }

  /** Settlements go over when the process can take them without a turn of its own being blamed on them. */
  pump(): void {
    const { recorder, effects, seat, restartAfterEach, over } = this.#options;
    if (!this.#live || over() || recorder.waiting === 0) return;
    if (recorder.held && !this.#clearing) this.#clearMail();
    const steps = effects.steps.running > 0;
    if (seat.isIdle && !steps && restartAfterEach) seat.replace();
    else if (seat.isIdle || steps) seat.settle(recorder.take());
  }

  /** What came by mail goes to the process once the store holds it (E3). */
  #clearMail(): void {
    const { journal, saver, recorder, changed, fault } = this.#options;
    this.#clearing = true;
    const { settlements } = journal.state;
    saver.now().then(() => {
      this.#clearing = false;
      recorder.saved(settlements);
      changed();
    }, fault);
  }
}
