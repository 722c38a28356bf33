/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */
import { OUTPUT_REF } from '../journal/layout.ts';
import { sha256 } from '../journal/digest.ts';
import type { NewEvent, SerializedError } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { completionProofOf } from '../journal/task-files.ts';
import type { NewFile, RunJournal } from '../journal/writer.ts';
import type { ProcessEnd } from './drive.ts';
import { defined, Recorder } from './recorder.ts';

/** Journals the end of a run. Withdraws what is pending first; commands must have been stopped before. */
export function journalEnd(journal: RunJournal, end: ProcessEnd): void {
  if (end.type !== 'sealed') withdrawPending(journal, withdrawalReason(end));
  const { event, files } = terminalEvent(journal, end);
  journal.append([event], files);
}

function withdrawalReason(end: ProcessEnd): string {
  return end.type === 'canceled' ? end.reason : 'withdrawn: the process ended before it was done';
}

function withdrawPending(journal: RunJournal, reason: string): void {
  const recorder = new Recorder(journal);
  for (const effect of [...journal.state.pending.values()]) recorder.cancelled(effect, reason);
}

function terminalEvent(journal: RunJournal, end: ProcessEnd): { event: NewEvent; files: NewFile[] } {
  const { run, state } = journal;
  switch (end.type) {
    case 'returned': {
      const text = jsonText(JSON.parse(end.output));
      const files = [{ path: OUTPUT_REF, text, replace: true }];
      return { event: { type: 'RUN_COMPLETED', data: { outputRef: OUTPUT_REF, outputDigest: sha256(text) } }, files };
    }
    case 'threw': {
      const canceled = state.cancel !== undefined;
      const error = withCleanup(end.error, end.cleanupErrors);
      const data = { error, ...defined({ effectId: end.effectId }), ...(canceled ? { canceled } : {}), errorClass: errorClass(end, canceled) };
      return { event: { type: 'RUN_FAILED', data }, files: [] };
    }
    case 'halted':
      return { event: { type: 'RUN_HALTED', data: { reason: end.reason, payload: JSON.parse(end.payload) } }, files: [] };
    case 'canceled': {
      const error = { name: 'RunCanceledError', message: end.reason };
      return { event: { type: 'RUN_FAILED', data: { error, canceled: true, errorClass: 'cancelled' } }, files: [] };
    }
    case 'timed-out': {
      const error = { name: 'RunTimeoutError', message: end.reason };
      return { event: { type: 'RUN_FAILED', data: { error, timedOut: true, errorClass: 'transient' } }, files: [] };
    }
    case 'sealed': {
      const seal = { manual_seal_reason: end.reason, completionProof: completionProofOf(run), synthetic: true, ...defined({ actor: end.actor, messageId: end.messageId }) };
      if (end.finalStatus === 'completed') return { event: { type: 'RUN_COMPLETED', data: seal }, files: [] };
      return { event: { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: end.reason } } }, files: [] };
    }
  }
}

/** The primary error stays the one reported; what failed in its wake is attached (S3). */
function withCleanup(error: SerializedError, cleanupErrors: readonly SerializedError[]): SerializedError {
  if (cleanupErrors.length === 0) return error;
  const failures = cleanupErrors.map((failed) => `clean-up failed: ${failed.message}`);
  return { ...error, message: [error.message, ...failures].join('; ') };
}

function errorClass(end: Extract<ProcessEnd, { type: 'threw' }>, canceled: boolean): string {
  if (canceled || end.error.name === 'EffectCancelledError') return 'cancelled';
  return end.effectId === undefined ? 'permanent' : 'transient';
}
