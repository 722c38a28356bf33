import type { CommitInfo } from '../git-store.ts';
import { fullName, type Repository } from '../model.ts';
import type { Urls } from './urls.ts';

const unverified = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit as `/git/commits` gives it. */
export function renderGitCommit(commit: CommitInfo, repo: Repository, { api, server }: Urls) {
  const base = `${api}/repos/${fullName(repo)}/git`;
  const html = `${server}/${fullName(repo)}/commit`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${base}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${base}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${base}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
    verification: unverified,
  };
}

/** A commit as `/commits` and comparisons give it. */
export function renderCommit(commit: CommitInfo, repo: Repository, { api, server }: Urls) {
  const base = `${api}/repos/${fullName(repo)}`;
  const html = `${server}/${fullName(repo)}/commit`;
  return {
    url: `${base}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${base}/commits/${commit.sha}/comments`,
    commit: {
      url: `${base}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${base}/git/trees/${commit.tree}` },
      verification: unverified,
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${base}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
  };
}

export function renderRef(ref: string, sha: string, type: string, repo: Repository, { api }: Urls) {
  const base = `${api}/repos/${fullName(repo)}/git`;
  const path = type === 'tree' ? 'trees' : `${type}s`;
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString('base64url')}`,
    url: `${base}/${ref}`,
    object: { sha, type, url: `${base}/${path}/${sha}` },
  };
}
