/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */
import { LeaseLostError, LonghaulError } from '../errors.ts';
import type { SerializedError } from '../journal/events.ts';
import { failureReason, finalOf, readFinal, writeFinal } from '../journal/final.ts';
import { paths } from '../journal/layout.ts';
import { ProgressLog } from '../journal/progress.ts';
import type { RunState } from '../journal/state.ts';
import type { Lease, OpenRun, SaveOptions } from '../stores/contract.ts';
import { commitOf } from './workspace.ts';

interface EndedRun {
  runDir: string;
  state: RunState;
}

/**
 * Writes final.json for the end that the journal holds; call it before the save. Nothing while the run goes on,
 * and nothing when the file stands for this very end already.
 * @throws LonghaulError (PERSIST_FAILED): such an end is not announced (T10)
 */
export function persistFinal(journal: EndedRun, workspace: string): void {
  const final = finalOf(journal.state, commitOf(workspace));
  if (final === undefined) return;
  try {
    const written = readFinal(journal.runDir);
    const stands =
      written?.timestamp === final.timestamp &&
      written.attempt === final.attempt &&
      written.status === final.status;
    if (!stands) writeFinal(journal.runDir, final);
  } catch (cause) {
    throw behind(journal.state, cause, {
      code: 'PERSIST_FAILED',
      what: 'final.json could not be written',
      path: paths.final(journal.runDir),
      hint: 'The journal has the end of the run. Mend the cause and resume: what is missing is written then.',
    });
  }
}

/**
 * The last save of a session gives the lease back. The run's own failure stays the first thing said, whatever else
 * fails (S5).
 */
export async function saveLast(
  lease: Lease,
  { runId, terminal }: RunState,
  what: SaveOptions,
): Promise<void> {
  try {
    await lease.save({ ...what, last: true });
  } catch (error) {
    if (terminal === undefined || error instanceof LeaseLostError) throw error;
    const why = `saving run ${runId} failed: ${(error as Error).message}`;
    throw new NotSavedError(
      terminal.error === undefined ? why : `${terminal.error.name}: ${terminal.error.message}; ${why}`,
      terminal.error,
      error,
    );
  }
}

/**
 * The save that makes an end durable: where it is a push, who tails the stream hears of it before the last line (T2),
 * and of nothing after that.
 */
export async function saveEnd(run: OpenRun, lease: Lease, what: SaveOptions): Promise<void> {
  const { state } = lease.journal;
  const stream = new ProgressLog(run.runDir, run.runId);
  const log = run.place === undefined || stream.isOver(state) ? undefined : stream;
  log?.write('git_push_start');
  try {
    await saveLast(lease, state, what);
    log?.write('git_push_ok');
  } catch (error) {
    log?.write('git_push_failed');
    throw error;
  } finally {
    log?.close();
  }
}

/** The run has ended and no durable copy could be made: nothing was announced. */
export class NotSavedError extends LonghaulError {
  /** What the run itself died of. */
  readonly primary: SerializedError | undefined;
  constructor(message: string, primary: SerializedError | undefined, cause: unknown) {
    super('NOT_SAVED', message, {
      cause,
      hint: 'The run directory holds the end of the run; resume to make it durable.',
    });
    this.name = 'NotSavedError';
    this.primary = primary;
  }
}

/**
 * Appends the terminal line, once for each attempt that ended; call it after the save, and for an ended run that may
 * lack it. @throws LonghaulError (ANNOUNCE_FAILED): readers of the stream do not know the end yet
 */
export function announceEnd(journal: EndedRun): void {
  if (journal.state.terminal === undefined) return;
  const log = new ProgressLog(journal.runDir, journal.state.runId);
  try {
    log.end(journal.state);
  } catch (cause) {
    throw behind(journal.state, cause, {
      code: 'ANNOUNCE_FAILED',
      what: 'the last line of progress.ndjson could not be written',
      path: paths.progress(journal.runDir),
      hint: 'The end of the run is saved. Mend the cause and resume: the line is written then.',
    });
  } finally {
    log.close();
  }
}

/** What the run died of comes first; what went wrong in its wake is attached (S5). */
function behind(
  { terminal }: RunState,
  cause: unknown,
  { code, what, path, hint }: { code: string; what: string; path: string; hint: string },
): LonghaulError {
  const reason = terminal === undefined ? '' : failureReason(terminal);
  const primary = reason === '' ? '' : `${reason}; `;
  return new LonghaulError(code, `${primary}${what}: ${(cause as Error).message}`, { path, hint, cause });
}
