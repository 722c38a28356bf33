/** What the command line's exit codes mean. */
import { UsageError } from '../errors.ts';
import type { RunStatus } from '../journal/events.ts';

/** With `--exit-code`: the state of the run. */
export const EXIT_CODES: Readonly<Record<RunStatus, number>> = {
  completed: 0,
  waiting: 10,
  running: 11,
  created: 11,
  failed: 12,
  canceled: 13,
  halted: 14,
};

/** Without it: of a command that has driven a run. */
export const drivenExit = (status: RunStatus): number =>
  status === 'failed' || status === 'canceled' ? 3 : 0;

export const errorExit = (error: unknown): number => (error instanceof UsageError ? 2 : 1);
