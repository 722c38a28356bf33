/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */

import { sha256 } from '../journal/digest.ts';
import type {
  Actor,
  EffectRequestedData,
  Json,
  JsonObject,
  NewEvent,
  SerializedError,
} from '../journal/events.ts';
import type { EffectState } from '../journal/state.ts';
import { encodeResult, encodeTask, type ResultOutcome, type RunFile } from '../journal/task-files.ts';
import type { RunJournal } from '../journal/writer.ts';
import { redactor, redactValue } from '../redact.ts';
import type { RequestMessage, SettlementMessage, SettlementOutcome } from '../runtime/protocol.ts';

export interface SettleDetails {
  startedAt?: string | undefined;
  finishedAt?: string | undefined;
  stdoutRef?: string | undefined;
  stderrRef?: string | undefined;
  actor?: Actor | undefined;
  messageId?: string | undefined;
  timedOut?: boolean | undefined;
  /** The SIGNAL_RECEIVED event that the effect takes. */
  signalSeq?: number | undefined;
  /** Kept in the result file: how a command that was stopped ended (C4), what a poster says of itself. */
  metadata?: JsonObject | undefined;
}

/** What a request is journaled with beside what the process said. */
export interface RequestNote {
  deadline: string | undefined;
  external: boolean;
  /** A breakpoint's: by which rules it is decided. */
  policy: JsonObject | undefined;
}

export class Recorder {
  private readonly journal: RunJournal;
  private readonly appended: () => void;
  private readonly redact: (text: string) => string;
  /** Journaled, not yet with the process. */
  private outbound: SettlementMessage[] = [];
  /** Numbers of settlements that came by mail: the store must hold them first (E3). */
  private byMail: number[] = [];

  /** `appended`: called after everything that was journaled. `redact`: what it takes out is not journaled. */
  constructor(
    journal: RunJournal,
    appended: () => void = () => {},
    redact: (text: string) => string = redactor([]),
  ) {
    this.journal = journal;
    this.appended = appended;
    this.redact = redact;
  }

  /** Journals new requests in the order of their steps, in one batch. */
  requested(requests: readonly RequestMessage[], noteOf: (request: RequestMessage) => RequestNote): void {
    const files: RunFile[] = [];
    const events: NewEvent[] = [];
    for (const request of requests) {
      // What runs is the definition as it is; what is written of it, and of its name, has no secrets.
      const task = encodeTask(request, this.clean(request.def), JSON.parse(request.args) as Json);
      files.push(...task.files);
      const data: EffectRequestedData = {
        effectId: request.effectId,
        invocationKey: request.invocationKey,
        invocationHash: sha256(request.invocationKey),
        stepId: request.stepId,
        taskId: request.taskId,
        kind: request.kind,
        label: this.redact(request.label),
        taskDefRef: task.taskDefRef,
        ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
        ...(request.labels.length === 0 ? {} : { labels: this.clean(request.labels) }),
        argsDigest: request.argsDigest,
        after: request.after,
        waits: request.waits,
        site: request.site,
      };
      const { deadline, external, policy } = noteOf(request);
      if (deadline !== undefined) data.deadline = deadline;
      if (external) data.external = true;
      if (policy !== undefined) data.policy = policy;
      if (request.shielded) data.shielded = true;
      events.push({ type: 'EFFECT_REQUESTED', data });
    }
    this.journal.append(events, files);
    this.appended();
  }

  resolved(
    effect: EffectState,
    said: { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError },
    details: SettleDetails = {},
  ): void {
    const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
    // The process gets what is journaled (live equals replay).
    const outcome = this.clean(said);
    const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
    const event: NewEvent = {
      type: 'EFFECT_RESOLVED',
      data: {
        effectId: effect.effectId,
        status: outcome.status,
        resultRef: encoded.resultRef,
        ...(outcome.status === 'error' ? { error: outcome.error } : {}),
        ...defined({
          stdoutRef: times.stdoutRef,
          stderrRef: times.stderrRef,
          startedAt: times.startedAt,
          finishedAt: times.finishedAt,
        }),
        resultDigest: encoded.resultDigest,
        ...defined({ actor, messageId, signalSeq }),
      },
    };
    const handed: SettlementOutcome =
      outcome.status === 'ok' ? { status: 'ok', value: encoded.valueText } : outcome;
    this.settle(effect, event, encoded.files, handed, messageId !== undefined || signalSeq !== undefined);
  }

  cancelled(effect: EffectState, why: string, details: SettleDetails = {}): void {
    const reason = this.redact(why);
    const { event, files } = cancellation(effect, reason, details);
    const timedOut = details.timedOut === true;
    this.settle(
      effect,
      event,
      files,
      { status: 'cancelled', reason, timedOut },
      details.messageId !== undefined,
    );
  }

  private settle(
    effect: EffectState,
    event: NewEvent,
    files: RunFile[],
    outcome: SettlementOutcome,
    byMail: boolean,
  ): void {
    const [written] = this.journal.append([event], files);
    const index = this.journal.state.settlements;
    this.outbound.push({ index, effectId: effect.effectId, recordedAt: written?.recordedAt ?? '', outcome });
    if (byMail) this.byMail.push(index);
    this.appended();
  }

  append(event: NewEvent): void {
    this.journal.append([this.clean(event)]);
    this.appended();
  }

  /** Without secrets: nothing else is journaled. */
  clean<T>(value: T): T {
    return redactValue(value, this.redact);
  }

  /** Settlements on their way to the process. */
  get waiting(): number {
    return this.outbound.length;
  }

  /** Some of them may go only once the store holds what is journaled by now. */
  get held(): boolean {
    return this.byMail.length > 0;
  }

  /** Takes what may go to the process, in order. */
  take(): SettlementMessage[] {
    const [barrier] = this.byMail;
    const end =
      barrier === undefined ? this.outbound.length : this.outbound.findIndex(({ index }) => index >= barrier);
    return this.outbound.splice(0, end);
  }

  /** The store holds the settlements up to this number. */
  saved(settlements: number): void {
    this.byMail = this.byMail.filter((index) => index > settlements);
  }

  /** A worker that is started now reads the journal itself. */
  restart(): void {
    this.outbound = [];
    this.byMail = [];
  }
}

/** EFFECT_CANCELLED with its result file. `withdrawn`: nobody cancelled it, the run ended before it was done. */
export function cancellation(
  effect: EffectState,
  reason: string,
  details: SettleDetails & { withdrawn?: boolean } = {},
): { event: NewEvent; files: RunFile[] } {
  const { actor, messageId, timedOut, signalSeq: _, withdrawn, ...times } = details;
  const outcome: ResultOutcome = { status: 'cancelled', reason };
  const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
  const flags = {
    timedOut: timedOut === true ? true : undefined,
    withdrawn: withdrawn === true ? true : undefined,
  };
  const data = {
    effectId: effect.effectId,
    reason,
    ...defined({ actor, messageId, ...flags }),
    resultRef: encoded.resultRef,
    resultDigest: encoded.resultDigest,
  };
  return { event: { type: 'EFFECT_CANCELLED', data }, files: encoded.files };
}

const identity = (effect: EffectState) => ({
  effectId: effect.effectId,
  taskId: effect.request.taskId,
  invocationKey: effect.request.invocationKey,
});

/** The members that are not undefined. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
