import { HttpError, notFound } from '../errors.ts';
import {
  type CommitInfo,
  commitFiles,
  gitMaybe,
  gitText,
  listRefs,
  listTree,
  readBlob,
  readCommit,
  readCommits,
} from '../git-store.ts';
import { asString } from '../json.ts';
import { fullName } from '../model.ts';
import { renderCommit } from '../render/git.ts';
import { renderRepository } from '../render/repository.ts';
import { type Call, ok, paginate, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}';

/** A name may be a branch, a tag, a full ref or a commit, tried in GitHub's order. */
async function commitNamed(call: Call, name: string): Promise<CommitInfo | null> {
  const { gitDir } = call.repo;
  for (const candidate of [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name]) {
    const commit = await readCommit(gitDir, candidate);
    if (commit) return commit;
  }
  return null;
}

async function theCommit(call: Call, name: string): Promise<CommitInfo> {
  const commit = await commitNamed(call, name);
  if (!commit)
    throw new HttpError(/^[0-9a-f]{40}$/.test(name) ? 422 : 404, `No commit found for SHA: ${name}`);
  return commit;
}

async function compare(call: Call) {
  const [base = '', head = ''] = (call.parameters.basehead ?? '').split('...');
  const [from, to] = [await commitNamed(call, base), await commitNamed(call, head)];
  if (!from || !to) throw notFound();
  const { gitDir } = call.repo;
  const merge = await gitMaybe(gitDir, ['merge-base', from.sha, to.sha]);
  if (!merge) throw new HttpError(404, `No common ancestor between ${base} and ${head}.`);
  const count = await gitText(gitDir, ['rev-list', '--left-right', '--count', `${from.sha}...${to.sha}`]);
  const [behind = 0, ahead = 0] = count.split(/\s+/).map(Number);
  const commits = await readCommits(gitDir, ['--reverse', '-250', `${from.sha}..${to.sha}`]);
  const mergeBase = await theCommit(call, merge);
  const render = (commit: CommitInfo) => renderCommit(commit, call.repo, call.platform.urls);
  const html = `${call.platform.repositoryUrl(call.repo)}/compare/${base}...${head}`;
  const names = (await gitText(gitDir, ['diff', '--name-status', '--no-renames', merge, to.sha]))
    .split('\n')
    .filter(Boolean);
  const words: Record<string, string> = { A: 'added', D: 'removed', M: 'modified' };
  return ok({
    url: `${call.platform.urls.api}${call.pathname}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: render(from),
    merge_base_commit: render(mergeBase),
    status: ahead && behind ? 'diverged' : ahead ? 'ahead' : behind ? 'behind' : 'identical',
    ahead_by: ahead,
    behind_by: behind,
    total_commits: commits.length,
    commits: commits.map(render),
    files: names.map((line) => {
      const [status = 'M', filename = ''] = line.split('\t');
      const raw = `${html}/${filename}`;
      return {
        sha: null,
        filename,
        status: words[status] ?? 'changed',
        additions: 0,
        deletions: 0,
        changes: 0,
        blob_url: raw,
        raw_url: raw,
        contents_url: `${call.platform.urls.api}/repos/${fullName(call.repo)}/contents/${filename}`,
      };
    }),
  });
}

async function contents(call: Call) {
  const commit = await theCommit(call, call.query.get('ref') ?? call.repo.defaultBranch);
  const path = (call.parameters.path ?? '').replace(/^\/|\/$/g, '');
  const base = `${call.platform.urls.api}/repos/${fullName(call.repo)}`;
  const describe = (entry: { path: string; sha: string; type: string; size: number | null }) => {
    const url = `${base}/contents/${entry.path}?ref=${commit.sha}`;
    const html = `${call.platform.repositoryUrl(call.repo)}/blob/${commit.sha}/${entry.path}`;
    const git = `${base}/git/${entry.type}s/${entry.sha}`;
    return {
      type: entry.type === 'tree' ? 'dir' : 'file',
      name: entry.path.split('/').at(-1) ?? '',
      path: entry.path,
      sha: entry.sha,
      size: entry.size ?? 0,
      url,
      html_url: html,
      git_url: git,
      download_url: entry.type === 'tree' ? null : html.replace('/blob/', '/raw/'),
      _links: { self: url, git, html },
    };
  };
  const type = await gitMaybe(call.repo.gitDir, ['cat-file', '-t', `${commit.sha}:${path}`]);
  if (type === 'tree') {
    const entries = await listTree(call.repo.gitDir, `${commit.sha}:${path}`, false);
    return ok(
      entries.map((entry) => describe({ ...entry, path: path ? `${path}/${entry.path}` : entry.path })),
    );
  }
  const data = await readBlob(call.repo.gitDir, commit.sha, path);
  if (!data) throw notFound();
  const sha = await gitText(call.repo.gitDir, ['rev-parse', `${commit.sha}:${path}`]);
  const file = describe({ path, sha, type: 'blob', size: data.length });
  return ok({ ...file, encoding: 'base64', content: data.toString('base64') });
}

async function putContents(call: Call) {
  const { repo, body } = call;
  const path = call.parameters.path ?? '';
  const branch = asString(body.branch) || repo.defaultBranch;
  const before = await gitMaybe(repo.gitDir, [
    'rev-parse',
    '--verify',
    '--quiet',
    `refs/heads/${branch}:${path}`,
  ]);
  if (before !== null && before !== body.sha) {
    const wrong = body.sha === undefined ? 422 : 409;
    throw new HttpError(
      wrong,
      wrong === 422
        ? `Invalid request.\n\n"sha" wasn't supplied.`
        : `${path} does not match ${String(body.sha)}`,
    );
  }
  const data = Buffer.from(asString(body.content), 'base64');
  const sha = await commitFiles(
    repo.gitDir,
    `refs/heads/${branch}`,
    { [path]: data },
    asString(body.message),
  );
  const shown = await contents({ ...call, query: new URLSearchParams({ ref: sha }) });
  const commit = await theCommit(call, sha);
  const rendered = renderCommit(commit, repo, call.platform.urls);
  return {
    status: before === null ? 201 : 200,
    body: {
      content: shown.body,
      commit: {
        ...rendered.commit,
        sha,
        html_url: rendered.html_url,
        node_id: rendered.node_id,
        parents: rendered.parents,
      },
    },
  };
}

function protectedBy(call: Call, branch: string): boolean {
  return call.repo.rules.some((rule) => `refs/heads/${branch}`.startsWith(rule.prefix));
}

async function branchBody(call: Call, name: string) {
  const commit = await readCommit(call.repo.gitDir, `refs/heads/${name}`);
  if (!commit) throw new HttpError(404, 'Branch not found');
  const self = `${call.platform.urls.api}/repos/${fullName(call.repo)}/branches/${name}`;
  return {
    name,
    commit: renderCommit(commit, call.repo, call.platform.urls),
    _links: { self, html: `${call.platform.repositoryUrl(call.repo)}/tree/${name}` },
    protected: protectedBy(call, name),
    protection: { enabled: protectedBy(call, name) },
    protection_url: `${self}/protection`,
  };
}

export const repositoryRoutes: Routes = {
  [`GET ${R}`]: route([], (call) => ok(renderRepository(call.repo, call.platform.urls))),
  [`GET ${R}/commits`]: route(['contents:read'], async (call) => {
    const start = await theCommit(call, call.query.get('sha') ?? call.repo.defaultBranch);
    const path = call.query.get('path');
    const commits = await readCommits(call.repo.gitDir, [start.sha, '--', ...(path ? [path] : [])]);
    return paginate(call, commits, (commit) => renderCommit(commit, call.repo, call.platform.urls));
  }),
  [`GET ${R}/commits/{ref}`]: route(['contents:read'], async (call) => {
    const commit = await theCommit(call, call.parameters.ref ?? '');
    return ok({
      ...renderCommit(commit, call.repo, call.platform.urls),
      stats: { total: 0, additions: 0, deletions: 0 },
      files: [],
    });
  }),
  [`GET ${R}/compare/{basehead}`]: route(['contents:read'], compare),
  [`GET ${R}/contents/{path}`]: route(['contents:read'], contents),
  [`PUT ${R}/contents/{path}`]: route(['contents:write'], putContents),
  [`GET ${R}/branches`]: route(['contents:read'], async (call) => {
    const refs = [...(await listRefs(call.repo.gitDir, 'refs/heads/'))];
    return paginate(call, refs, ([ref, sha]) => {
      const name = ref.slice('refs/heads/'.length);
      const url = `${call.platform.urls.api}/repos/${fullName(call.repo)}/commits/${sha}`;
      return { name, commit: { sha, url }, protected: protectedBy(call, name) };
    });
  }),
  [`GET ${R}/branches/{branch}`]: route(['contents:read'], async (call) =>
    ok(await branchBody(call, call.parameters.branch ?? '')),
  ),
};
