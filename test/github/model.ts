/** What the stand-in remembers. Names follow GitHub's own; times are ISO strings that end in `Z`. */

export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
export type Access = 'none' | 'read' | 'write';

/** The scopes of a `permissions:` key, plus the two of an App that no job token ever has. */
export const scopes = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
  'members',
  'administration',
] as const;
export type Scope = (typeof scopes)[number];
export type Permissions = Partial<Record<Scope, Access>>;

export interface User {
  login: string;
  id: number;
  nodeId: string;
  type: 'User' | 'Bot' | 'Organization';
}

export interface Team {
  slug: string;
  id: number;
  members: Map<string, 'member' | 'maintainer'>;
}

export interface Reaction {
  id: number;
  nodeId: string;
  user: User;
  content: string;
  createdAt: string;
}

export interface Edit {
  editor: User;
  at: string;
  body: string;
}

/** Anything with a text that people can edit and react to. */
export interface Post {
  id: number;
  nodeId: string;
  author: User;
  body: string;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  edits: Edit[];
  reactions: Reaction[];
  viaApp: boolean;
}

export interface Comment extends Post {
  issueNumber: number;
  minimizedReason: string | null;
}

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface PullRequest {
  id: number;
  nodeId: string;
  headRepo: Repository;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  mergeSha: string | null;
  draft: boolean;
  mergedAt: string | null;
}

export interface Issue extends Post {
  number: number;
  title: string;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: string[];
  closedAt: string | null;
  locked: boolean;
  pull: PullRequest | null;
}

export interface Review {
  id: number;
  nodeId: string;
  issueNumber: number;
  author: User;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  commitId: string;
  submittedAt: string;
  lastEditedAt: string | null;
  reactions: Reaction[];
}

export type RunStatus = 'queued' | 'in_progress' | 'completed';
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface JobStepRecord {
  name: string;
  number: number;
  status: RunStatus;
  conclusion: Conclusion | null;
}

export interface JobRecord {
  id: number;
  name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  startedAt: string;
  completedAt: string | null;
  steps: JobStepRecord[];
  labels: string[];
}

export interface AttemptRecord {
  number: number;
  /** The results service knows an attempt by this name only. */
  backendId: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  triggeringActor: User;
  jobs: JobRecord[];
  startedAt: string;
  updatedAt: string;
}

export interface RunRecord {
  id: number;
  number: number;
  workflow: WorkflowRecord;
  event: string;
  displayTitle: string;
  actor: User;
  headBranch: string | null;
  headSha: string;
  headRepo: Repository;
  pullNumbers: number[];
  createdAt: string;
  attempts: AttemptRecord[];
}

export interface WorkflowRecord {
  id: number;
  path: string;
  name: string;
  state: 'active' | 'disabled_manually';
  createdAt: string;
}

export interface Artifact {
  id: number;
  name: string;
  run: RunRecord;
  backendId: string;
  jobBackendId: string;
  blobKey: string;
  mimeType: string;
  size: number;
  digest: string | null;
  finalized: boolean;
  expired: boolean;
  createdAt: string;
  expiresAt: string;
}

export interface CheckRun {
  id: number;
  name: string;
  headSha: string;
  status: RunStatus;
  conclusion: string | null;
  externalId: string;
  output: { title: string | null; summary: string | null; text: string | null };
  startedAt: string;
  completedAt: string | null;
}

export interface CommitStatus {
  id: number;
  sha: string;
  state: string;
  description: string | null;
  targetUrl: string | null;
  context: string;
  creator: User;
  createdAt: string;
}

/** A push that GitHub's rules refuse. `prefix` is compared with the full ref name. */
export interface PushRule {
  prefix: string;
  kind: 'ruleset' | 'protected-branch';
  refuses: ('create' | 'update' | 'delete' | 'force')[];
  message: string;
}

export interface Repository {
  id: number;
  nodeId: string;
  owner: User;
  name: string;
  visibility: 'public' | 'private';
  defaultBranch: string;
  parent: Repository | null;
  hasIssues: boolean;
  /** What a job token may do when the workflow has no `permissions:` key. */
  defaultWorkflowPermissions: 'read' | 'write';
  gitDir: string;
  roles: Map<string, Role>;
  rules: PushRule[];
  issues: Map<number, Issue>;
  comments: Map<number, Comment>;
  reviews: Map<number, Review>;
  labels: Map<string, Label>;
  workflows: Map<string, WorkflowRecord>;
  runs: Map<number, RunRecord>;
  artifacts: Artifact[];
  checkRuns: Map<number, CheckRun>;
  statuses: CommitStatus[];
  createdAt: string;
}

/** Who a request comes from. A job token acts as the App `github-actions`. */
export interface Token {
  value: string;
  user: User;
  kind: 'job' | 'app' | 'user';
  permissions: Permissions | null;
  repository: Repository | null;
  revoked: boolean;
}

export const fullName = (repo: Repository): string => `${repo.owner.login}/${repo.name}`;
