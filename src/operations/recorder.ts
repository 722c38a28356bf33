/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */
import type { Outcome } from '../executors/contract.ts';
import type { Actor, EffectRequestedData, Json, NewEvent, SerializedError } from '../journal/events.ts';
import { sha256 } from '../journal/digest.ts';
import type { EffectState } from '../journal/state.ts';
import { encodeResult, encodeTask, type ResultOutcome, type RunFile } from '../journal/task-files.ts';
import type { RunJournal } from '../journal/writer.ts';
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
}

export class Recorder {
  private readonly journal: RunJournal;
  /** Journaled, not yet with the process. */
  private outbound: SettlementMessage[] = [];

  constructor(journal: RunJournal) {
    this.journal = journal;
  }

  /** Journals new requests in the order of their steps, in one batch. */
  requested(requests: readonly RequestMessage[], deadlineOf: (request: RequestMessage) => string | undefined): void {
    const files: RunFile[] = [];
    const events: NewEvent[] = [];
    for (const request of requests) {
      const task = encodeTask(request, request.def, JSON.parse(request.args) as Json);
      files.push(...task.files);
      const data: EffectRequestedData = {
        effectId: request.effectId,
        invocationKey: request.invocationKey,
        invocationHash: sha256(request.invocationKey),
        stepId: request.stepId,
        taskId: request.taskId,
        kind: request.kind,
        label: request.label,
        taskDefRef: task.taskDefRef,
        ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
        ...(request.labels.length === 0 ? {} : { labels: request.labels }),
        argsDigest: request.argsDigest,
        after: request.after,
        waits: request.waits,
        site: request.site,
      };
      const deadline = deadlineOf(request);
      if (deadline !== undefined) data.deadline = deadline;
      if (request.external) data.external = true;
      if (request.shielded) data.shielded = true;
      events.push({ type: 'EFFECT_REQUESTED', data });
    }
    this.journal.append(events, files);
  }

  resolved(effect: EffectState, outcome: { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError }, details: SettleDetails = {}): void {
    const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
    const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
    const event: NewEvent = {
      type: 'EFFECT_RESOLVED',
      data: {
        effectId: effect.effectId,
        status: outcome.status,
        resultRef: encoded.resultRef,
        ...(outcome.status === 'error' ? { error: outcome.error } : {}),
        ...defined({ stdoutRef: times.stdoutRef, stderrRef: times.stderrRef, startedAt: times.startedAt, finishedAt: times.finishedAt }),
        resultDigest: encoded.resultDigest,
        ...defined({ actor, messageId, signalSeq }),
      },
    };
    const handed: SettlementOutcome = outcome.status === 'ok' ? { status: 'ok', value: encoded.valueText } : outcome;
    this.settle(effect, event, encoded.files, handed);
  }

  cancelled(effect: EffectState, reason: string, details: SettleDetails = {}): void {
    const { actor, messageId, timedOut, signalSeq: _, ...times } = details;
    const outcome: ResultOutcome = { status: 'cancelled', reason };
    const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
    const event: NewEvent = {
      type: 'EFFECT_CANCELLED',
      data: {
        effectId: effect.effectId,
        reason,
        ...defined({ actor, messageId, timedOut: timedOut === true ? true : undefined }),
        resultRef: encoded.resultRef,
        resultDigest: encoded.resultDigest,
      },
    };
    this.settle(effect, event, encoded.files, { status: 'cancelled', reason, timedOut: timedOut === true });
  }

  private settle(effect: EffectState, event: NewEvent, files: RunFile[], outcome: SettlementOutcome): void {
    const [written] = this.journal.append([event], files);
    this.outbound.push({
      index: this.journal.state.settlements,
      effectId: effect.effectId,
      recordedAt: written?.recordedAt ?? '',
      outcome,
    });
  }

  append(event: NewEvent): void {
    this.journal.append([event]);
  }

  get waiting(): number {
    return this.outbound.length;
  }

  /** Takes what is on its way to the process. */
  take(): SettlementMessage[] {
    const all = this.outbound;
    this.outbound = [];
    return all;
  }

  /** A worker that is started now reads the journal itself. */
  restart(): void {
    this.outbound = [];
  }
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

/** How an outcome reads in a line. */
export function outcomeText(outcome: Outcome | SettlementOutcome): string {
  if (outcome.status === 'error') return `${outcome.error.name}: ${outcome.error.message}`;
  return outcome.status === 'cancelled' ? outcome.reason : '';
}
