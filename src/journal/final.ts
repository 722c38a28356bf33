/** final.json: how an attempt of a run ended, for programs that wait for a file. */
import { writeAtomic } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import { ENDINGS, type FinalStatus, finalStatus } from './endings.ts';
import type { ErrorClass } from './events.ts';
import { jsonText } from './json.ts';
import { paths } from './layout.ts';
import { readIfThere } from './reader.ts';
import type { RunState, TerminalState } from './state.ts';

export interface Final {
  /** ISO time of the event that ended the run. */
  timestamp: string;
  status: FinalStatus;
  run_id: string;
  /** Commit of the workspace; '' outside git. */
  final_git_commit_sha: string;
  /** Left out when empty. */
  failure_reason?: string;
  /** From 1. */
  attempt: number;
  /** transient, permanent, cancelled or diverged; left out after success. */
  error_class?: ErrorClass;
  error?: { name: string; message: string };
  /** What failed in the wake of the end: clean-ups. */
  attached_errors?: string[];
}

/** Why it ended otherwise than by success; '' when there is nothing to say. */
export function failureReason(terminal: TerminalState): string {
  if (terminal.status === 'completed') return '';
  if (terminal.reason !== undefined) return terminal.reason;
  const { error } = terminal;
  return error === undefined ? '' : `${error.name}: ${error.message}`;
}

/** Whether the same code may succeed another time; undefined: the run did not end with an error. */
export function errorClassOf(terminal: TerminalState): ErrorClass | undefined {
  if (terminal.error === undefined) return undefined;
  if (terminal.errorClass !== undefined) return terminal.errorClass as ErrorClass;
  if (terminal.status === 'canceled') return 'cancelled';
  return terminal.timedOut || terminal.effectId !== undefined ? 'transient' : 'permanent';
}

/** What final.json says of a run; undefined while it has not ended. `commit` '' outside git. */
export function finalOf(state: RunState, commit: string): Final | undefined {
  const { terminal } = state;
  if (terminal === undefined) return undefined;
  const reason = failureReason(terminal);
  const errorClass = errorClassOf(terminal);
  return {
    timestamp: terminal.at,
    status: ENDINGS[terminal.status].final,
    run_id: state.runId,
    final_git_commit_sha: commit,
    ...(reason !== '' && { failure_reason: reason }),
    attempt: state.attempt,
    ...(errorClass !== undefined && { error_class: errorClass }),
    ...(terminal.error !== undefined && {
      error: { name: terminal.error.name, message: terminal.error.message },
    }),
    ...(terminal.cleanupErrors !== undefined && {
      attached_errors: terminal.cleanupErrors.map(
        ({ name, message }) => `clean-up failed: ${name}: ${message}`,
      ),
    }),
  };
}

/** Durable and whole when it returns. Throws what the file system says. */
export function writeFinal(runDir: string, final: Final): void {
  writeAtomic(paths.final(runDir), jsonText(final));
}

/**
 * undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. Throws LonghaulError
 * (UNKNOWN_STATUS).
 */
export function readFinal(runDir: string): Final | undefined {
  const path = paths.final(runDir);
  const final = parseJson(readIfThere(path) ?? '');
  if (!isObject(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
    return undefined;
  return { ...(final as unknown as Final), status: finalStatus(final.status, path) };
}
