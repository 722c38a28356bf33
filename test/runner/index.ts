/**
 * GitHub for tests: `startWorld` gives a stand-in with one repository and runners. Seed it with `pushFiles`, let
 * things happen (`dispatch`, `comment`, `fireSchedule`, `openPullRequest`, …: each returns the workflow runs that it
 * started), wait with `settled`, then look at runs, jobs, steps, logs, the repository and `platform.log`.
 * `close` throws if any request or answer was not as GitHub describes it.
 */
export { type CancelTimings, platformTimings } from './child.ts';
export type { Annotation } from './log.ts';
export type { JobRun, StepRun } from './records.ts';
export type { WorkflowRun } from './run.ts';
export type { RunningAttempt, StartAttempt } from './running.ts';
export { startWorld, type WorldOptions } from './start.ts';
export { validateActionFile, validateWorkflowFile } from './validate.ts';
export type { World } from './world.ts';
