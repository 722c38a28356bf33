/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */
import { sha256 } from '../journal/digest.ts';
import type {
  Actor,
  ErrorClass,
  Json,
  NewEvent,
  RunCompletedData,
  RunFailedData,
  SerializedError,
} from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { OUTPUT_REF } from '../journal/layout.ts';
import type { EffectState, RunState } from '../journal/state.ts';
import type { NewFile } from '../journal/task-files.ts';
import { completionProofOf, type RunMetadata } from '../journal/task-files.ts';
import type { RunJournal } from '../journal/writer.ts';
import { cancellation, defined } from './recorder.ts';
import { isMisdefined } from './reopen.ts';

/** How a process ended, before anything of it is journaled. */
export type ProcessEnd =
  | { type: 'returned'; output: string; warnings: string[]; cleanupErrors: SerializedError[] }
  | { type: 'threw'; error: SerializedError; effectId: string | undefined; cleanupErrors: SerializedError[] }
  | { type: 'halted'; reason: string; payload: string; cleanupErrors: SerializedError[] }
  | { type: 'canceled'; reason: string; actor?: Actor | undefined; messageId?: string | undefined }
  | { type: 'timed-out'; reason: string }
  | {
      type: 'sealed';
      finalStatus: 'completed' | 'failed';
      reason: string;
      actor: Actor | undefined;
      messageId: string | undefined;
      /** Where it came from (a workflow run's or comment's address). */
      source?: string | undefined;
    };

/**
 * Journals the end of a run in one batch. Commands must have been stopped before.
 * @param passedOn stands right before the end: others are told of it
 */
export function journalEnd(journal: RunJournal, end: ProcessEnd, passedOn?: NewEvent): void {
  const withdrawn =
    end.type === 'sealed'
      ? []
      : [...journal.state.pending.values()].map((effect) =>
          cancellation(effect, withdrawalReason(end), { withdrawn: true }),
        );
  const { event, files } = terminalEvent(journal, end);
  journal.append(
    [...withdrawn.map((made) => made.event), ...(passedOn === undefined ? [] : [passedOn]), event],
    [...withdrawn.flatMap((made) => made.files), ...files],
  );
}

/** What whoever watches is told beside the end itself; none of it changes how the run ended (S4). */
export function warningsOf(end: ProcessEnd): string[] {
  const warnings = end.type === 'returned' ? end.warnings : [];
  const failures = 'cleanupErrors' in end ? end.cleanupErrors : [];
  return [...warnings, ...failures.map(({ message }) => `a clean-up failed: ${message}`)];
}

export function withdrawalReason(end: ProcessEnd): string {
  return end.type === 'canceled' || end.type === 'timed-out'
    ? end.reason
    : 'withdrawn: the process ended before it was done';
}

function terminalEvent(journal: RunJournal, end: ProcessEnd): { event: NewEvent; files: NewFile[] } {
  const { run, state } = journal;
  switch (end.type) {
    case 'returned': {
      const text = jsonText(JSON.parse(end.output));
      const data: RunCompletedData = {
        outputRef: OUTPUT_REF,
        outputDigest: sha256(text),
        ...attached(end.cleanupErrors),
      };
      return {
        event: { type: 'RUN_COMPLETED', data },
        files: [{ path: OUTPUT_REF, text, replace: true }],
      };
    }
    case 'threw':
      return { event: failed(threwData(end, state)), files: [] };
    case 'halted': {
      const data = {
        reason: end.reason,
        payload: JSON.parse(end.payload) as Json,
        ...attached(end.cleanupErrors),
      };
      return { event: { type: 'RUN_HALTED', data }, files: [] };
    }
    case 'canceled': {
      const error = { name: 'RunCanceledError', message: end.reason };
      const by = defined({ actor: end.actor, messageId: end.messageId });
      return { event: failed({ error, canceled: true, errorClass: 'cancelled', ...by }), files: [] };
    }
    case 'timed-out': {
      const error = { name: 'RunTimeoutError', message: end.reason };
      return { event: failed({ error, timedOut: true, errorClass: 'transient' }), files: [] };
    }
    case 'sealed':
      return { event: sealEvent(run, end), files: [] };
  }
}

const failed = (data: RunFailedData): NewEvent => ({ type: 'RUN_FAILED', data });

const attached = (cleanupErrors: SerializedError[]): { cleanupErrors?: SerializedError[] } =>
  cleanupErrors.length === 0 ? {} : { cleanupErrors };

/** The primary error is the one reported; what failed in its wake is attached (S3). */
function threwData(
  { error, effectId, cleanupErrors }: Extract<ProcessEnd, { type: 'threw' }>,
  state: RunState,
): RunFailedData {
  const canceled = state.cancel !== undefined;
  const failures = cleanupErrors.map(({ message }) => `clean-up failed: ${message}`);
  return {
    error,
    ...defined({ effectId }),
    ...(canceled ? { canceled } : {}),
    errorClass: canceled ? 'cancelled' : classOf(error, state.effects.get(effectId ?? '')),
    ...attached(cleanupErrors),
    ...(failures.length === 0 ? {} : { detail: [error.message, ...failures].join('; ') }),
  };
}

/** What the run died of, and whether the same code may succeed another time (R6). */
function classOf({ name }: SerializedError, effect: EffectState | undefined): ErrorClass {
  if (name === 'EffectCancelledError') return 'cancelled';
  if (name === 'DivergenceError') return 'diverged';
  return effect === undefined || isMisdefined(effect, name) ? 'permanent' : 'transient';
}

/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
export function sealEvent(
  run: Pick<RunMetadata, 'runId' | 'completionProof'>,
  end: Extract<ProcessEnd, { type: 'sealed' }>,
): NewEvent {
  const { finalStatus, reason, actor, messageId, source } = end;
  const seal = {
    manual_seal_reason: reason,
    completionProof: completionProofOf(run),
    synthetic: true as const,
    ...defined({ actor, messageId, source }),
  };
  if (finalStatus === 'completed') return { type: 'RUN_COMPLETED', data: seal };
  return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}
