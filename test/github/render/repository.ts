import { fullName, type Repository } from '../model.ts';
import { renderUser } from './people.ts';
import type { Urls } from './urls.ts';

const links = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** The part of a repository that stands in every run and payload. */
export function renderMinimalRepository(repo: Repository, urls: Urls) {
  const url = `${urls.api}/repos/${fullName(repo)}`;
  const derived: Record<string, string> = {};
  for (const [name, suffix] of Object.entries(links)) derived[name] = url + suffix;
  return {
    id: repo.id,
    node_id: repo.nodeId,
    name: repo.name,
    full_name: fullName(repo),
    owner: renderUser(repo.owner, urls),
    private: repo.visibility === 'private',
    html_url: `${urls.server}/${fullName(repo)}`,
    description: null,
    fork: repo.parent !== null,
    url,
    ...derived,
  };
}

export function renderRepository(repo: Repository, urls: Urls) {
  const openIssues = [...repo.issues.values()].filter((issue) => issue.state === 'open').length;
  const html = `${urls.server}/${fullName(repo)}`;
  return {
    ...renderMinimalRepository(repo, urls),
    clone_url: `${html}.git`,
    git_url: `git://${new URL(urls.server).host}/${fullName(repo)}.git`,
    ssh_url: `git@${new URL(urls.server).hostname}:${fullName(repo)}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repo.defaultBranch,
    visibility: repo.visibility,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    open_issues: openIssues,
    open_issues_count: openIssues,
    size: 0,
    topics: [],
    has_issues: repo.hasIssues,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: true,
    archived: false,
    disabled: false,
    created_at: repo.createdAt,
    updated_at: repo.createdAt,
    pushed_at: repo.createdAt,
  };
}
