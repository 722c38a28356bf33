import type { AttemptRecord, Conclusion, PlatformEvent, RunRecord } from '../github/index.ts';
import type { JobRun } from './records.ts';
import type { RunningAttempt } from './running.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** A workflow run as a test sees it; the latest attempt unless another is asked for. */
export class WorkflowRun {
  readonly record: RunRecord;
  readonly event: PlatformEvent;
  readonly workflow: WorkflowFile;
  readonly attempts: RunningAttempt[] = [];

  constructor(record: RunRecord, event: PlatformEvent, workflow: WorkflowFile) {
    this.record = record;
    this.event = event;
    this.workflow = workflow;
  }

  get id(): number {
    return this.record.id;
  }
  get attempt(): RunningAttempt {
    const last = this.attempts.at(-1);
    if (!last) throw new Error('a workflow run without an attempt');
    return last;
  }
  get attemptRecord(): AttemptRecord {
    return this.attempt.record;
  }
  get status(): string {
    return this.attemptRecord.status;
  }
  get conclusion(): Conclusion | null {
    return this.attemptRecord.conclusion;
  }
  get jobs(): JobRun[] {
    return this.attempt.jobs;
  }
  get log(): string {
    return this.jobs.map((job) => `=== ${job.name}\n${job.log}`).join('\n');
  }
  /** Settles when the latest attempt has ended. */
  get done(): Promise<void> {
    return this.attempt.done;
  }

  job(name: string): JobRun {
    const found = this.jobs.find((job) => job.name === name || job.key === name);
    if (!found)
      throw new Error(
        `No job "${name}" in ${this.workflow.path}: ${this.jobs.map((job) => job.name).join(', ')}`,
      );
    return found;
  }
}
