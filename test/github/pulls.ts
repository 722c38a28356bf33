import { type Doer, issueEvent, issueOf, nextNumber } from './conversation.ts';
import { HttpError, notFound } from './errors.ts';
import { git, gitMaybe, gitText, initBare, resolveCommit } from './git-store.ts';
import { nodeId } from './ids.ts';
import { fullName, type Issue, type PullRequest, type Repository } from './model.ts';
import type { Platform } from './platform.ts';
import { renderPull } from './render/issues.ts';

/** A fork has its own bare repository with the parent's branches. */
export async function forkRepository(
  platform: Platform,
  parent: Repository,
  owner: string,
): Promise<Repository> {
  const fork = await platform.addRepository(
    `${platform.user(owner).login}/${parent.name}`,
    { visibility: parent.visibility, defaultBranch: parent.defaultBranch },
    parent,
  );
  await initBare(fork.gitDir, fork.defaultBranch);
  await git(fork.gitDir, ['fetch', '--quiet', parent.gitDir, '+refs/heads/*:refs/heads/*']);
  return fork;
}

/** Brings `refs/pull/<n>/head` and `/merge` of the base repository up to date. */
async function refreshRefs(repo: Repository, issue: Issue, pull: PullRequest): Promise<void> {
  const head = await resolveCommit(pull.headRepo.gitDir, `refs/heads/${pull.headRef}`);
  const base = await resolveCommit(repo.gitDir, `refs/heads/${pull.baseRef}`);
  if (!head || !base) throw new HttpError(422, 'Validation Failed');
  await git(repo.gitDir, [
    'fetch',
    '--quiet',
    pull.headRepo.gitDir,
    `+${head}:refs/pull/${issue.number}/head`,
  ]);
  pull.headSha = head;
  pull.baseSha = base;
  const merged = await gitMaybe(repo.gitDir, ['merge-tree', '--write-tree', base, head]);
  const tree = merged?.split('\n')[0] ?? (await gitText(repo.gitDir, ['rev-parse', `${head}^{tree}`]));
  const message = `Merge ${head} into ${base}`;
  pull.mergeSha = await gitText(repo.gitDir, ['commit-tree', tree, '-p', base, '-p', head, '-m', message]);
  await git(repo.gitDir, ['update-ref', `refs/pull/${issue.number}/merge`, pull.mergeSha]);
}

async function pullEvent(
  platform: Platform,
  repo: Repository,
  issue: Issue,
  pull: PullRequest,
  action: string,
  doer: Doer,
) {
  const payload = { number: issue.number, pull_request: renderPull(issue, pull, repo, platform.urls) };
  const shared = { headRepo: pull.headRepo, pullNumber: issue.number };
  const event = await issueEvent(platform, repo, 'pull_request', action, doer.user, payload, issue.title);
  const runs = await platform.emit(
    { ...event, ...shared, ref: `refs/pull/${issue.number}/merge`, sha: pull.mergeSha ?? pull.headSha },
    doer.token,
  );
  const target = await platform.emit({ ...event, ...shared, name: 'pull_request_target' }, doer.token);
  return [...runs, ...target];
}

export interface PullParts {
  title: string;
  body?: string;
  head: string;
  base?: string;
  headRepo?: Repository;
  draft?: boolean;
}

export async function openPull(platform: Platform, repo: Repository, doer: Doer, parts: PullParts) {
  const id = platform.ids.next('pull');
  const now = platform.now();
  const issueId = platform.ids.next('issue');
  const pull: PullRequest = {
    id,
    nodeId: nodeId('pull', id),
    headRepo: parts.headRepo ?? repo,
    headRef: parts.head,
    headSha: '',
    baseRef: parts.base ?? repo.defaultBranch,
    baseSha: '',
    mergeSha: null,
    draft: parts.draft ?? false,
    mergedAt: null,
  };
  const issue: Issue = {
    id: issueId,
    nodeId: pull.nodeId,
    number: nextNumber(repo),
    author: doer.user,
    title: parts.title,
    body: parts.body ?? '',
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    edits: [],
    reactions: [],
    viaApp: doer.token !== null && doer.token.kind !== 'user',
    state: 'open',
    stateReason: null,
    labels: [],
    closedAt: null,
    locked: false,
    pull,
  };
  await refreshRefs(repo, issue, pull);
  repo.issues.set(issue.number, issue);
  return { issue, pull, runs: await pullEvent(platform, repo, issue, pull, 'opened', doer) };
}

/** After a push to a head branch: the open pull requests follow. */
export async function synchronizePulls(platform: Platform, headRepo: Repository, branch: string, doer: Doer) {
  const runs = [];
  for (const repo of platform.repositories.values()) {
    for (const issue of repo.issues.values()) {
      const pull = issue.pull;
      if (!pull || issue.state === 'closed' || pull.headRepo !== headRepo || pull.headRef !== branch)
        continue;
      await refreshRefs(repo, issue, pull);
      runs.push(...(await pullEvent(platform, repo, issue, pull, 'synchronize', doer)));
    }
  }
  return runs;
}

export function pullOf(repo: Repository, number: number): { issue: Issue; pull: PullRequest } {
  const issue = issueOf(repo, number);
  if (!issue.pull) throw notFound();
  return { issue, pull: issue.pull };
}

export const isFromFork = (repo: Repository, pull: PullRequest): boolean =>
  fullName(pull.headRepo) !== fullName(repo);
