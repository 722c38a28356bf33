import type { CommitInfo } from '../git-store.ts';
import {
  type Artifact,
  type AttemptRecord,
  fullName,
  type JobRecord,
  type Repository,
  type RunRecord,
  type WorkflowRecord,
} from '../model.ts';
import { renderPullReference } from './issues.ts';
import { renderUser } from './people.ts';
import { renderMinimalRepository } from './repository.ts';
import type { Urls } from './urls.ts';

export function renderWorkflow(workflow: WorkflowRecord, repo: Repository, { api, server }: Urls) {
  return {
    id: workflow.id,
    node_id: `W_${workflow.id}`,
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${api}/repos/${fullName(repo)}/actions/workflows/${workflow.id}`,
    html_url: `${server}/${fullName(repo)}/blob/${repo.defaultBranch}/${workflow.path}`,
    badge_url: `${server}/${fullName(repo)}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

export const runUrl = (run: RunRecord, repo: Repository, { server }: Urls): string =>
  `${server}/${fullName(repo)}/actions/runs/${run.id}`;

export function renderRun(
  run: RunRecord,
  attempt: AttemptRecord,
  commit: CommitInfo | null,
  repo: Repository,
  urls: Urls,
) {
  const base = `${urls.api}/repos/${fullName(repo)}`;
  const url = `${base}/actions/runs/${run.id}`;
  const pulls = run.pullNumbers
    .map((number) => repo.issues.get(number))
    .filter((issue) => issue !== undefined);
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: `WFR_${run.id}`,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflow.path,
    display_title: run.displayTitle,
    run_number: run.number,
    run_attempt: attempt.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: run.workflow.id,
    check_suite_id: run.id + 1,
    check_suite_node_id: `CS_${run.id + 1}`,
    url,
    html_url: runUrl(run, repo, urls),
    pull_requests: pulls.flatMap((issue) =>
      issue.pull ? [renderPullReference(issue, issue.pull, repo, urls)] : [],
    ),
    created_at: run.createdAt,
    updated_at: attempt.updatedAt,
    actor: renderUser(run.actor, urls),
    triggering_actor: renderUser(attempt.triggeringActor, urls),
    run_started_at: attempt.startedAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${base}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
    workflow_url: `${base}/actions/workflows/${run.workflow.id}`,
    referenced_workflows: [],
    head_commit: commit && {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    repository: renderMinimalRepository(repo, urls),
    head_repository: renderMinimalRepository(run.headRepo, urls),
    head_repository_id: run.headRepo.id,
  };
}

export function renderJob(
  job: JobRecord,
  run: RunRecord,
  attempt: AttemptRecord,
  repo: Repository,
  urls: Urls,
) {
  const base = `${urls.api}/repos/${fullName(repo)}`;
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflow.name,
    head_branch: run.headBranch,
    run_url: `${base}/actions/runs/${run.id}`,
    run_attempt: attempt.number,
    node_id: `CR_${job.id}`,
    head_sha: run.headSha,
    url: `${base}/actions/jobs/${job.id}`,
    html_url: `${runUrl(run, repo, urls)}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map((step) => ({ ...step, started_at: job.startedAt, completed_at: job.completedAt })),
    check_run_url: `${base}/check-runs/${job.id}`,
    labels: job.labels,
    runner_id: job.id % 1000,
    runner_name: `GitHub Actions ${job.id % 1000}`,
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
  };
}

export function renderArtifact(artifact: Artifact, repo: Repository, { api }: Urls) {
  const url = `${api}/repos/${fullName(repo)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: `MDg6QXJ0aWZhY3Q${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    updated_at: artifact.createdAt,
    workflow_run: {
      id: artifact.run.id,
      repository_id: repo.id,
      head_repository_id: artifact.run.headRepo.id,
      head_branch: artifact.run.headBranch,
      head_sha: artifact.run.headSha,
    },
  };
}
