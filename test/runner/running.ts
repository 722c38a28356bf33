import { randomUUID } from 'node:crypto';
import type { AttemptRecord, Platform, User } from '../github/index.ts';
import type { Workshop } from './launch.ts';
import type { JobRun } from './records.ts';
import type { WorkflowRun } from './run.ts';

/** One attempt of a workflow run, whichever runner executes it. */
export interface RunningAttempt {
  readonly record: AttemptRecord;
  readonly jobs: JobRun[];
  readonly done: Promise<void>;
  /** Jobs whose machine is gone without the platform knowing it yet. */
  readonly unnoticedLosses: Set<number>;
  cancel(force: boolean): void;
  /** The machine of a job disappears without any signal. */
  loseMachine(jobId: number): void;
  noticeLoss(jobId: number): void;
}

/** Starts an attempt and adds it to `run.attempts`; `kept` are the jobs that need not run again. */
export type StartAttempt = (
  workshop: Workshop,
  run: WorkflowRun,
  actor: User,
  kept: Map<string, JobRun>,
) => RunningAttempt;

/** What the API shows of a new attempt. */
export function attemptRecord(platform: Platform, run: WorkflowRun, actor: User): AttemptRecord {
  const now = platform.now();
  return {
    number: run.attempts.length + 1,
    backendId: randomUUID(),
    status: 'queued',
    conclusion: null,
    triggeringActor: actor,
    jobs: [],
    startedAt: now,
    updatedAt: now,
  };
}
