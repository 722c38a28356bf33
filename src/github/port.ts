/**
 * What Longhaul asks of GitHub. Every method says the permission of GITHUB_TOKEN that it needs; each part of the
 * program takes only the methods that it uses.
 */

/** The request was answered, and the answer is no: not a passing fault. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface JobRef {
  workflowRunId: string;
  workflowAttempt: number;
  jobId: string;
}

export interface JobsPort {
  /**
   * Whether a job is still at work; of a job whose id is not known, whether its workflow run is. `unknown` when the
   * API cannot say. Permission: `actions: read`. One request.
   */
  jobState(job: JobRef): Promise<'alive' | 'dead' | 'unknown'>;
}

export interface WorkflowRunsPort {
  /** Whether an attempt of a workflow run still goes on. Permission: `actions: read`. One request. */
  workflowRunState(workflowRunId: string, attempt: number): Promise<'alive' | 'dead' | 'unknown'>;
}

export interface DispatchPort {
  /**
   * Starts a workflow anew with `command` and `run-id`. Permission: `actions: write`. One request, never retried.
   * @throws GitHubRefusal (403: permission; 422: the workflow is disabled or declares no such inputs)
   */
  dispatch(workflow: string, ref: string, inputs: Record<string, string>): Promise<void>;
}

export interface CodePort {
  /** Blob id of a file at a commit; undefined when there is none. Permission: `contents: read`. One request. */
  blobAt(commit: string, path: string): Promise<string | undefined>;
  /** Whether `commit` is an ancestor of (or the same as) `of`. Permission: `contents: read`. One request. */
  isAncestor(commit: string, of: string): Promise<boolean>;
  defaultBranch(): Promise<string>;
  /** Head of a pull request of this repository; undefined for one from a fork. Permission: `pull-requests: read`. */
  pullRequestHead(pullRequest: number): Promise<{ sha: string; ref: string } | undefined>;
}

export type GitHubPort = JobsPort & WorkflowRunsPort & DispatchPort & CodePort;
