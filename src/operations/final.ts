/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */
import { LonghaulError } from '../errors.ts';
import { finalOf, readFinal, writeFinal } from '../journal/final.ts';
import { paths } from '../journal/layout.ts';
import { ProgressLog } from '../journal/progress.ts';
import type { RunJournal } from '../journal/writer.ts';
import { commitOf } from './workspace.ts';

/**
 * Writes final.json for the end that the journal holds; call it before the save. Nothing while the run goes on,
 * and nothing when the file stands for this very end already.
 * @throws LonghaulError (PERSIST_FAILED): such an end is not announced (T10)
 */
export function persistFinal(journal: RunJournal, workspace: string): void {
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
    // What the run died of comes first; that it could not be kept is attached (S5).
    const primary = final.failure_reason === undefined ? '' : `${final.failure_reason}; `;
    throw new LonghaulError(
      'PERSIST_FAILED',
      `${primary}final.json could not be written: ${(cause as Error).message}`,
      {
        path: paths.final(journal.runDir),
        hint: 'The journal has the end of the run. Mend the cause and resume: what is missing is written then.',
        cause,
      },
    );
  }
}

/** Appends the terminal line, once for each attempt that ended; call it after the save, and for an ended run that may lack it. */
export function announceEnd(journal: RunJournal): void {
  if (journal.state.terminal === undefined) return;
  const log = new ProgressLog(journal.runDir, journal.state.runId);
  try {
    log.end(journal.state);
  } finally {
    log.close();
  }
}
