/** What to do next in a workflow, where the error itself speaks of the command line. */
import { LonghaulError } from '../errors.ts';

const PENDING = 'The output `pending` of `command: status` lists what the run waits for.';

/** For a run whose steps the code of the workspace does not ask for. */
export const DIVERGED_HINT =
  'Resume on the code that the run carries (`on-code-change: pin`), or change the code so that it asks for these steps again. To give the run up: `command: halt`. If the process does input or output of its own between steps, put that into ctx.run.';

const HINTS: Readonly<Record<string, string>> = {
  RUN_EXISTS: 'Choose another `run-id`, or carry this one on with `command: resume`.',
  RUN_NOT_FOUND:
    'Runs are the branches of the repository under the prefix of `branch`; ended ones are archived.',
  RUN_ENDED:
    'How it ended is in the outputs of `command: status`. A run that failed by itself is opened again by `/retry`, or by `command: resume` with its `run-id`; in place of any other one start a new run.',
  DAMAGED: 'Check out the run’s branch and see every finding with `npx longhaul run:verify`.',
  LEASE_HELD:
    'That job takes what is sent to the run meanwhile (comments, results, signals, cancels). To stop the job alone, cancel its workflow run; `command: resume`, or a scheduled sweep, then carries the run on. `command: halt` would end the run itself, for good.',
  DIVERGED: DIVERGED_HINT,
  CODE_CHANGED:
    'Resume with `on-code-change: pin` to go on with the code that the run carries, or `upgrade` to take the workspace’s after a replay has proved that it agrees.',
  RETRY_REFUSED: 'The same code would fail again: mend it and resume with `on-code-change: upgrade`.',
  PROCESS_STUCK:
    'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; mend the code and resume with `on-code-change: upgrade`, or seal the run with `command: halt`.',
  PROCESS_LOAD:
    'Mend the file and resume the run, which is there and is as it was: `command: resume` with its `run-id`, and `on-code-change: upgrade` if it has done steps.',
  PROCESS_LOST:
    'The journal is as it was. Once the cause is mended: `command: resume` with its `run-id`, and `on-code-change: upgrade` if it was in the code.',
  EFFECT_RUNNING: 'Wait for its end, or stop it with `command: cancel` and its `effect-id`.',
  EFFECT_NOT_FOUND: PENDING,
  EFFECT_SETTLED: PENDING,
  EFFECT_DROPPED: PENDING,
  REFUSED: PENDING,
};

/** '' when there is nothing to say. */
const hintInJob = (error: unknown): string =>
  error instanceof LonghaulError ? (HINTS[error.code] ?? error.hint) : '';

/** What happened, and on the next line what to do. */
export function sayInJob(error: unknown): string {
  const hint = hintInJob(error);
  return `${error instanceof Error ? error.message : String(error)}${hint === '' ? '' : `\n${hint}`}`;
}
