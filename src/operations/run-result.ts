/** What a session says of its run when it is done with it. */
import { DamageError } from '../errors.ts';
import { parseJson } from '../journal/decode.ts';
import { sha256 } from '../journal/digest.ts';
import type { RunCreatedData, RunStatus, SerializedError } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import { readIfThere, resolverOf } from '../journal/reader.ts';
import { type RunState, statusOf } from '../journal/state.ts';
import type { DriveEnd } from './drive-options.ts';
import type { SentOut } from './external.ts';
import type { Receipt } from './mail.ts';
import { type Retry, retryOf } from './reopen.ts';
import type { PendingEffect } from './world.ts';

export interface SessionResult {
  runId: string;
  runDir: string;
  status: RunStatus;
  /** JSON text of the return value, once completed. */
  output: string | undefined;
  error: SerializedError | undefined;
  /** Empty once the run has ended. */
  pending: PendingEffect[];
  /** External ones of these that this job's workflow run has taken: other jobs are to do them (E5). */
  sentOut: SentOut[];
  stopped: DriveEnd['stopped'];
  receipts: Receipt[];
  /** What people could not be told, or asked, in this session: the job that it happened in fails. */
  troubles: string[];
  /** The event that ended the run. */
  terminal: RunState['terminal'];
  /** How it is tried again, if it has failed. */
  retry: Retry;
  /** The effect of another run that waits for this one. */
  parent: RunCreatedData['parent'];
  /** The status was reached before this session: nothing was done. */
  already: boolean;
  /** Somebody else sealed the run over this driver's head: what it had just told people, only it knows. */
  overruled?: true;
}

/** What a run's journal says now. `end`: how the drive ended, where there was one. @throws DamageError for its output */
export function resultOf(
  run: { runId: string; runDir: string },
  state: RunState,
  end: DriveEnd | undefined,
): SessionResult {
  return {
    runId: run.runId,
    runDir: run.runDir,
    status: statusAfter(state, end),
    output: end?.end?.type === 'returned' ? end.end.output : outputOf(run.runDir, state),
    error: state.terminal?.error,
    pending: state.terminal === undefined ? (end?.pending ?? []) : [],
    sentOut: state.terminal === undefined ? (end?.sentOut ?? []) : [],
    stopped: end?.stopped,
    receipts: [],
    troubles: [],
    terminal: state.terminal,
    parent: state.created?.parent,
    retry: retryOf(state),
    already: false,
  };
}

function statusAfter(state: RunState, end: DriveEnd | undefined): RunStatus {
  if (state.terminal !== undefined || end === undefined) return statusOf(state);
  return end.stopped === 'waiting' ? 'waiting' : 'running';
}

/** The return value of a completed run, compact; undefined: it has none (not completed, or sealed). @throws DamageError */
export function outputOf(runDir: string, state: RunState): string | undefined {
  const { terminal } = state;
  if (terminal?.status !== 'completed' || terminal.outputRef === undefined) return undefined;
  const path = resolverOf(runDir).resolve(terminal.outputRef, paths.journal(runDir));
  const text = readIfThere(path);
  if (text === undefined) throw new DamageError(`The output ${path} of the completed run is missing`, path);
  if (terminal.outputDigest !== undefined && sha256(text) !== terminal.outputDigest) {
    throw new DamageError(
      `The output ${path} is not the one that the run completed with: its digest differs`,
      path,
    );
  }
  const value = parseJson(text);
  if (value === undefined) throw new DamageError(`The output ${path} is cut off or no JSON`, path);
  return JSON.stringify(value);
}
