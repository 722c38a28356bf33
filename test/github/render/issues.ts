import { type Comment, fullName, type Issue, type PullRequest, type Repository } from '../model.ts';
import { association, renderLabel, renderRollup, renderUser } from './people.ts';
import { renderMinimalRepository, renderRepository } from './repository.ts';
import type { Urls } from './urls.ts';

const app = (urls: Urls, owner: Repository['owner']) => ({
  id: 15368,
  slug: 'github-actions',
  node_id: 'MDM6QXBwMTUzNjg=',
  client_id: 'Iv1.05c79e9ad1f6bdfa',
  owner: renderUser(owner, urls),
  name: 'GitHub Actions',
  description: 'Automate your workflow from idea to production',
  external_url: 'https://help.github.com/en/actions',
  html_url: `${urls.server}/apps/github-actions`,
  created_at: '2018-07-30T09:30:17Z',
  updated_at: '2024-04-10T20:33:16Z',
  permissions: { actions: 'write', contents: 'write', issues: 'write' },
  events: ['issue_comment'],
});

export const renderApp = app;

const labelsOf = (issue: Issue, repo: Repository, urls: Urls) =>
  issue.labels
    .map((name) => repo.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
    .map((label) => renderLabel(label, repo, urls));

export function commentsOf(repo: Repository, number: number): Comment[] {
  return [...repo.comments.values()].filter((comment) => comment.issueNumber === number);
}

export function issueUrl(issue: Issue, repo: Repository, { server }: Urls): string {
  return `${server}/${fullName(repo)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
}

export function renderIssue(issue: Issue, repo: Repository, urls: Urls) {
  const base = `${urls.api}/repos/${fullName(repo)}`;
  const url = `${base}/issues/${issue.number}`;
  const html = issueUrl(issue, repo, urls);
  const pull = issue.pull && {
    url: `${base}/pulls/${issue.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: issue.pull.mergedAt,
  };
  return {
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: renderUser(issue.author, urls),
    labels: labelsOf(issue, repo, urls),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: commentsOf(repo, issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(repo, issue.author),
    body: issue.body,
    reactions: renderRollup(issue.reactions, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: issue.viaApp ? app(urls, repo.owner) : null,
    ...(pull ? { draft: issue.pull?.draft ?? false, pull_request: pull } : {}),
  };
}

export function renderComment(comment: Comment, issue: Issue, repo: Repository, urls: Urls) {
  const url = `${urls.api}/repos/${fullName(repo)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${issueUrl(issue, repo, urls)}#issuecomment-${comment.id}`,
    issue_url: `${urls.api}/repos/${fullName(repo)}/issues/${comment.issueNumber}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: renderUser(comment.author, urls),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repo, comment.author),
    body: comment.body,
    reactions: renderRollup(comment.reactions, url),
    performed_via_github_app: comment.viaApp ? app(urls, repo.owner) : null,
  };
}

function renderEnd(repo: Repository, ref: string, sha: string, urls: Urls) {
  return {
    label: `${repo.owner.login}:${ref}`,
    ref,
    sha,
    user: renderUser(repo.owner, urls),
    repo: renderRepository(repo, urls),
  };
}

/** Payloads and lists lack the figures that GitHub computes for a single pull request. */
export function renderPull(issue: Issue, pull: PullRequest, repo: Repository, urls: Urls) {
  const base = `${urls.api}/repos/${fullName(repo)}`;
  const url = `${base}/pulls/${issue.number}`;
  const html = issueUrl(issue, repo, urls);
  const href = (address: string) => ({ href: address });
  return {
    url,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${base}/issues/${issue.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${base}/pulls/comments{/number}`,
    comments_url: `${base}/issues/${issue.number}/comments`,
    statuses_url: `${base}/statuses/${pull.headSha}`,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: renderUser(issue.author, urls),
    body: issue.body,
    labels: labelsOf(issue, repo, urls),
    milestone: null,
    active_lock_reason: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: renderEnd(pull.headRepo, pull.headRef, pull.headSha, urls),
    base: renderEnd(repo, pull.baseRef, pull.baseSha, urls),
    _links: {
      self: href(url),
      html: href(html),
      issue: href(`${base}/issues/${issue.number}`),
      comments: href(`${base}/issues/${issue.number}/comments`),
      review_comments: href(`${url}/comments`),
      review_comment: href(`${base}/pulls/comments{/number}`),
      commits: href(`${url}/commits`),
      statuses: href(`${base}/statuses/${pull.headSha}`),
    },
    author_association: association(repo, issue.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

export function renderFullPull(issue: Issue, pull: PullRequest, repo: Repository, urls: Urls) {
  return {
    ...renderPull(issue, pull, repo, urls),
    merged: pull.mergedAt !== null,
    mergeable: true,
    rebaseable: true,
    mergeable_state: 'clean',
    merged_by: null,
    comments: commentsOf(repo, issue.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 0,
    deletions: 0,
    changed_files: 0,
  };
}

/** How a workflow run names the pull requests that it belongs to. */
export function renderPullReference(issue: Issue, pull: PullRequest, repo: Repository, urls: Urls) {
  const end = (of: Repository, ref: string, sha: string) => {
    const { id, url, name } = renderMinimalRepository(of, urls);
    return { ref, sha, repo: { id, url, name } };
  };
  return {
    id: pull.id,
    number: issue.number,
    url: `${urls.api}/repos/${fullName(repo)}/pulls/${issue.number}`,
    head: end(pull.headRepo, pull.headRef, pull.headSha),
    base: end(repo, pull.baseRef, pull.baseSha),
  };
}
