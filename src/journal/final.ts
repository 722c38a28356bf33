/** final.json: how an attempt of a run ended, for programs that wait for a file. */
import { writeAtomic } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import { jsonText } from './json.ts';
import { paths } from './layout.ts';
import { readIfThere } from './reader.ts';
import type { RunState, TerminalState } from './state.ts';

export type FinalStatus = 'success' | 'fail' | 'canceled';

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
  error_class?: string;
  error?: { name: string; message: string };
  /** Failures of cleaning up and of saving, beside the primary error. */
  attached_errors?: string[];
}

export function finalStatusOf(terminal: TerminalState): FinalStatus {
  if (terminal.status === 'completed') return 'success';
  return terminal.status === 'failed' ? 'fail' : 'canceled';
}

/** Why it ended otherwise than by success; '' when there is nothing to say. */
export function failureReason(terminal: TerminalState): string {
  if (terminal.status === 'completed') return '';
  if (terminal.reason !== undefined) return terminal.reason;
  const { error } = terminal;
  return error === undefined ? '' : `${error.name}: ${error.message}`;
}

/** What final.json says of a run; undefined while it has not ended. `commit` '' outside git. */
export function finalOf(
  state: RunState,
  commit: string,
  attached: readonly string[] = [],
): Final | undefined {
  const { terminal } = state;
  if (terminal === undefined) return undefined;
  const reason = failureReason(terminal);
  return {
    timestamp: terminal.at,
    status: finalStatusOf(terminal),
    run_id: state.runId,
    final_git_commit_sha: commit,
    ...(reason !== '' && { failure_reason: reason }),
    attempt: state.attempt,
    ...(terminal.errorClass !== undefined && { error_class: terminal.errorClass }),
    ...(terminal.error !== undefined && {
      error: { name: terminal.error.name, message: terminal.error.message },
    }),
    ...(attached.length > 0 && { attached_errors: [...attached] }),
  };
}

/** Durable and whole when it returns. Throws what the file system says. */
export function writeFinal(runDir: string, final: Final): void {
  writeAtomic(paths.final(runDir), jsonText(final));
}

/** undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. */
export function readFinal(runDir: string): Final | undefined {
  const final = parseJson(readIfThere(paths.final(runDir)) ?? '');
  if (!isObject(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
    return undefined;
  return final as unknown as Final;
}
