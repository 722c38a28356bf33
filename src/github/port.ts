/**
 * What Longhaul asks of GitHub. Every method says the permission of GITHUB_TOKEN that it needs; each part of the
 * program takes only the methods that it uses.
 */

/** The request was answered, and the answer is no: not a passing fault. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal';
  readonly status: number;
  /** The permission of the token that the request takes, as a workflow file has it; undefined: it is not about one. */
  readonly needs: string | undefined;
  constructor(status: number, message: string, needs?: string) {
    super(message);
    this.status = status;
    this.needs = needs;
  }
}

/** No usable answer: nothing is known, and it is never taken for a refusal. `status` 0: none came. */
export class GitHubUnavailable extends Error {
  override readonly name = 'GitHubUnavailable';
  readonly status: number;
  constructor(status: number, message: string, cause: unknown) {
    super(message, { cause });
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

export interface SchedulesPort {
  /**
   * ISO time of the last workflow run that a schedule started; null: there was none; undefined: it may not be asked.
   * `workflow`: the name of the file. Permission: `actions: read`. One request.
   */
  lastScheduled(workflow: string): Promise<string | null | undefined>;
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

export type GitHubPort = JobsPort &
  WorkflowRunsPort &
  SchedulesPort &
  DispatchPort &
  CodePort &
  PeopleAndPostsPort;

export interface Person {
  login: string;
  /** GitHub's numeric id: logins can be renamed, ids cannot. */
  id: number;
  isBot: boolean;
}

/** A comment or a review with a text. Ids are decimal text: they outgrow 32 bits. */
export interface Post {
  id: string;
  /** Id in the GraphQL API. */
  nodeId: string;
  url: string;
  body: string;
  /** undefined: the account is gone (ghost). */
  author: Person | undefined;
  /** ISO time, whole seconds. */
  createdAt: string;
  /** Of the last change of a comment; a review's is that of its submission. */
  updatedAt: string;
  /** The issue or pull request that it stands on. */
  issue: number;
}

/**
 * Errors of all methods below: GitHubRefusal when GitHub says no (401, 403 without a rate limit, 404 where it says
 * nothing else, 410, 422), GitHubUnavailable when it gives no usable answer (429, rate limits, 5xx, time-outs, no
 * connection, an answer of another shape).
 */
export interface CommentsPort {
  /** undefined: it was deleted. Permission: `issues: read` (on a pull request `pull-requests: read` serves, too). One request. */
  comment(id: string): Promise<Post | undefined>;
  /** Permission: `issues: write` or, on a pull request, `pull-requests: write`. One request, never retried. */
  createComment(issue: number, body: string): Promise<Post>;
  /** Gives the comment as it is now. Permission: as `createComment`. One request. */
  editComment(id: string, body: string): Promise<Post>;
  /** Comments changed since then (ISO time), oldest first. Permission: as `comment`. One request for each 100. */
  commentsSince(issue: number, since: string): AsyncIterable<Post>;
}

export interface IssuesPort {
  /** Permission: `issues: write`. One request, never retried. @throws GitHubRefusal 410: issues are disabled */
  createIssue(issue: { title: string; body: string; labels: string[] }): Promise<TrackingIssue>;
  /** Issues of any state with the label, changed since then, newest first. Permission: `issues: read`. One request for each 100. */
  issuesSince(label: string, since: string): AsyncIterable<TrackingIssue>;
}

export interface TrackingIssue {
  number: number;
  nodeId: string;
  url: string;
  body: string;
}

export const REACTIONS = ['eyes', 'confused'] as const;
export type Reaction = (typeof REACTIONS)[number];

export interface ReactionsPort {
  /** Permission: as `createComment`. One request; the same reaction again is the first one. */
  react(commentId: string, reaction: Reaction): Promise<void>;
  /** For reviews, which the REST API knows no reactions of. Permission: `pull-requests: write`. One GraphQL request. */
  reactToNode(nodeId: string, reaction: Reaction): Promise<void>;
}

export interface ReviewsPort {
  /** undefined: there is none. Permission: `pull-requests: read`. One request. */
  review(pullRequest: number, id: string): Promise<Post | undefined>;
}

export const ROLES = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface PeoplePort {
  /** A person's role in this repository, asked now; `none` for who has none. Permission: `metadata: read`. One request. */
  role(login: string): Promise<Role>;
  /**
   * Permission: `members: read` of the organisation, which GITHUB_TOKEN never has. One request for each 100 members.
   * @throws GitHubRefusal saying which token is needed
   */
  teamMembers(organisation: string, team: string): Promise<Person[]>;
}

export interface PullsPort {
  /** undefined: no pull request of this number. Permission: `pull-requests: read`. One request. */
  pull(number: number): Promise<{ head: string; author: Person | undefined; isFork: boolean } | undefined>;
}

export interface EditsPort {
  /**
   * What only the GraphQL API tells of comments, reviews and issues; undefined for one that is gone. Permission: as
   * `comment`. One GraphQL request for all.
   */
  histories(nodeIds: readonly string[]): Promise<(History | undefined)[]>;
}

export interface History {
  /** The text is not the first one. */
  isEdited: boolean;
  /** The last edit was not by the one who wrote it: whoever may write can edit everybody's comments. */
  isForeign: boolean;
  /** It was made with the very identity that asks. */
  isOwn: boolean;
  body: string;
}

/** Everything that a run's talk with people needs. */
export type PeopleAndPostsPort = CommentsPort &
  IssuesPort &
  ReactionsPort &
  ReviewsPort &
  PeoplePort &
  PullsPort &
  EditsPort;
