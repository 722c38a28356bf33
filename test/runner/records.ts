import type { Conclusion, JobRecord, Permissions } from '../github/index.ts';
import type { JsonObject } from '../github/json.ts';
import type { Annotation } from './log.ts';

/** What a test sees of a step. */
export interface StepRun {
  name: string;
  id: string | null;
  /** Before `continue-on-error`. */
  outcome: Conclusion;
  conclusion: Conclusion;
  outputs: Record<string, string>;
  log: string;
  annotations: Annotation[];
  summary: string;
  durationMs: number;
}

/** What a test sees of a job; it fills up while the job runs. */
export class JobRun {
  readonly record: JobRecord;
  readonly key: string;
  readonly matrix: JsonObject;
  readonly permissions: Permissions;
  readonly steps: StepRun[] = [];
  readonly lines: string[] = [];
  outputs: Record<string, string> = {};
  /** The conclusion that `needs` and the run see: success where the job may fail. */
  result: Conclusion = 'skipped';
  workspace = '';

  constructor(record: JobRecord, key: string, matrix: JsonObject, permissions: Permissions) {
    this.record = record;
    this.key = key;
    this.matrix = matrix;
    this.permissions = permissions;
  }

  get id(): number {
    return this.record.id;
  }
  get name(): string {
    return this.record.name;
  }
  get conclusion(): Conclusion | null {
    return this.record.conclusion;
  }
  get log(): string {
    return this.lines.join('\n');
  }
  get summary(): string {
    return this.steps.map((step) => step.summary).join('');
  }
  get annotations(): Annotation[] {
    return this.steps.flatMap((step) => step.annotations);
  }

  step(name: string): StepRun {
    const found = this.steps.find((step) => step.id === name || step.name === name);
    if (!found)
      throw new Error(
        `No step "${name}" in job "${this.name}": ${this.steps.map((step) => step.name).join(', ')}`,
      );
    return found;
  }
}
