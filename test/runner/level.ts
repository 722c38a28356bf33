import type { Conclusion, Permissions } from '../github/index.ts';
import type { JsonObject } from '../github/json.ts';
import type { Status } from './expressions.ts';
import type { JobRun } from './records.ts';
import type { WorkflowFile } from './workflow-file.ts';

export interface JobResult {
  result: Conclusion;
  outputs: Record<string, string>;
}

/** The jobs of one file: the workflow's own, or those of a reusable one that it calls. */
export interface Level {
  workflow: WorkflowFile;
  inputs: JsonObject;
  secrets: Record<string, string>;
  /** `caller / ` in the names of a reusable workflow's jobs. */
  prefix: string;
  caller: Permissions | null;
  results: Map<string, Promise<JobResult>>;
  settled: Map<string, JobResult>;
}

export const newLevel = (parts: Omit<Level, 'results' | 'settled'>): Level => ({
  ...parts,
  results: new Map(),
  settled: new Map(),
});

/** All jobs that a job needs, directly or not. */
export function ancestors(workflow: WorkflowFile, key: string): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const need of workflow.jobs.find((job) => job.key === name)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(key);
  return found;
}

/** What success() and its like mean in a job's `if:`. */
export function jobStatus(level: Level, key: string, cancelled: boolean): Status {
  const results = [...ancestors(level.workflow, key)].map((name) => level.settled.get(name)?.result);
  return {
    success: !cancelled && results.every((result) => result === 'success'),
    failure: !cancelled && results.includes('failure'),
    cancelled,
  };
}

/** The worst of several results; skipped only if nothing ran. */
export function overall(results: Conclusion[]): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}

/** The outputs of a matrix: the last cell that set one wins, an empty value never does. */
export function mergeOutputs(runs: JobRun[]): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, value] of runs.flatMap((run) => Object.entries(run.outputs))) {
    if (value || !(name in outputs)) outputs[name] = value;
  }
  return outputs;
}
