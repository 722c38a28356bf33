/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */
import { sha256 } from '../journal/digest.ts';
import type { Actor, NewEvent, SerializedError } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { OUTPUT_REF } from '../journal/layout.ts';
import { completionProofOf, type RunMetadata } from '../journal/task-files.ts';
import type { NewFile, RunJournal } from '../journal/writer.ts';
import { cancellation, defined } from './recorder.ts';

/** How a process ended, before anything of it is journaled. */
export type ProcessEnd =
  | { type: 'returned'; output: string; warnings: string[] }
  | { type: 'threw'; error: SerializedError; effectId: string | undefined; cleanupErrors: SerializedError[] }
  | { type: 'halted'; reason: string; payload: string }
  | { type: 'canceled'; reason: string; actor?: Actor | undefined; messageId?: string | undefined }
  | { type: 'timed-out'; reason: string }
  | {
      type: 'sealed';
      finalStatus: 'completed' | 'failed';
      reason: string;
      actor: Actor | undefined;
      messageId: string | undefined;
    };

/** Journals the end of a run in one batch. Commands must have been stopped before. */
export function journalEnd(journal: RunJournal, end: ProcessEnd): void {
  const withdrawn =
    end.type === 'sealed'
      ? []
      : [...journal.state.pending.values()].map((effect) =>
          cancellation(effect, withdrawalReason(end), { withdrawn: true }),
        );
  const { event, files } = terminalEvent(journal, end);
  journal.append(
    [...withdrawn.map((made) => made.event), event],
    [...withdrawn.flatMap((made) => made.files), ...files],
  );
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
      const files = [{ path: OUTPUT_REF, text, replace: true }];
      return {
        event: { type: 'RUN_COMPLETED', data: { outputRef: OUTPUT_REF, outputDigest: sha256(text) } },
        files,
      };
    }
    case 'threw': {
      const canceled = state.cancel !== undefined;
      const data = {
        error: end.error,
        ...defined({ effectId: end.effectId }),
        ...(canceled ? { canceled } : {}),
        errorClass: errorClass(end, canceled),
        ...cleanupFailures(end),
      };
      return { event: { type: 'RUN_FAILED', data }, files: [] };
    }
    case 'halted':
      return {
        event: { type: 'RUN_HALTED', data: { reason: end.reason, payload: JSON.parse(end.payload) } },
        files: [],
      };
    case 'canceled': {
      const error = { name: 'RunCanceledError', message: end.reason };
      return {
        event: {
          type: 'RUN_FAILED',
          data: {
            error,
            canceled: true,
            errorClass: 'cancelled',
            ...defined({ actor: end.actor, messageId: end.messageId }),
          },
        },
        files: [],
      };
    }
    case 'timed-out': {
      const error = { name: 'RunTimeoutError', message: end.reason };
      return {
        event: { type: 'RUN_FAILED', data: { error, timedOut: true, errorClass: 'transient' } },
        files: [],
      };
    }
    case 'sealed':
      return { event: sealEvent(run, end), files: [] };
  }
}

/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
export function sealEvent(
  run: Pick<RunMetadata, 'runId' | 'completionProof'>,
  end: Extract<ProcessEnd, { type: 'sealed' }>,
): NewEvent {
  const { finalStatus, reason, actor, messageId } = end;
  const seal = {
    manual_seal_reason: reason,
    completionProof: completionProofOf(run),
    synthetic: true,
    ...defined({ actor, messageId }),
  };
  if (finalStatus === 'completed') return { type: 'RUN_COMPLETED', data: seal };
  return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}

/** The primary error is the one reported; what failed in its wake is attached (S3). */
function cleanupFailures({ error, cleanupErrors }: Extract<ProcessEnd, { type: 'threw' }>): object {
  if (cleanupErrors.length === 0) return {};
  const failures = cleanupErrors.map((failed) => `clean-up failed: ${failed.message}`);
  return { cleanupErrors, detail: [error.message, ...failures].join('; ') };
}

function errorClass(end: Extract<ProcessEnd, { type: 'threw' }>, canceled: boolean): string {
  if (canceled || end.error.name === 'EffectCancelledError') return 'cancelled';
  return end.effectId === undefined ? 'permanent' : 'transient';
}
