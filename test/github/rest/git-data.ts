import { HttpError, notFound } from '../errors.ts';
import { git, gitMaybe, gitText, listRefs, listTree, readCommit, type TreeEntry } from '../git-store.ts';
import { asArray, asObject, asString, asStrings } from '../json.ts';
import { fullName } from '../model.ts';
import { renderGitCommit, renderRef } from '../render/git.ts';
import { type Call, created, noContent, ok, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}/git';

const typeOf = async (call: Call, sha: string): Promise<string> =>
  (await gitMaybe(call.repo.gitDir, ['cat-file', '-t', sha])) ?? 'commit';

async function refBody(call: Call, ref: string, sha: string) {
  return renderRef(ref, sha, await typeOf(call, sha), call.repo, call.platform.urls);
}

const shaOf = (call: Call, ref: string): Promise<string | null> =>
  gitMaybe(call.repo.gitDir, ['rev-parse', '--verify', '--quiet', ref]);

async function createRef(call: Call) {
  const ref = asString(call.body.ref);
  const sha = asString(call.body.sha);
  if (!/^refs\/[^/]+\/.+/.test(ref))
    throw new HttpError(422, 'Reference name must start with refs/ and have at least 2 slashes.');
  if ((await gitMaybe(call.repo.gitDir, ['cat-file', '-t', sha])) === null)
    throw new HttpError(422, 'Object does not exist');
  if ((await shaOf(call, ref)) !== null) throw new HttpError(422, 'Reference already exists');
  // The zero id makes git refuse when somebody was faster.
  if ((await gitMaybe(call.repo.gitDir, ['update-ref', ref, sha, '0'.repeat(40)])) === null) {
    throw new HttpError(422, 'Reference already exists');
  }
  return created(await refBody(call, ref, sha));
}

async function updateRef(call: Call) {
  const ref = `refs/${call.parameters.ref ?? ''}`;
  const before = await shaOf(call, ref);
  if (before === null) throw new HttpError(422, 'Reference does not exist');
  const sha = asString(call.body.sha);
  if ((await readCommit(call.repo.gitDir, sha)) === null) throw new HttpError(422, 'Object does not exist');
  const forward = (await gitMaybe(call.repo.gitDir, ['merge-base', '--is-ancestor', before, sha])) !== null;
  if (!forward && call.body.force !== true) throw new HttpError(422, 'Update is not a fast forward');
  if ((await gitMaybe(call.repo.gitDir, ['update-ref', ref, sha, before])) === null) {
    throw new HttpError(409, `Reference cannot be updated: expected ${before}`);
  }
  return ok(await refBody(call, ref, sha));
}

/** A tree as GitHub builds it: entries over a base, `sha: null` deletes, `content` makes a blob. */
async function createTree(call: Call) {
  const { gitDir } = call.repo;
  const base = asString(call.body.base_tree);
  const entries = new Map<string, TreeEntry>();
  if (base) {
    const all = await listTree(gitDir, base, true);
    for (const entry of all) if (entry.type !== 'tree') entries.set(entry.path, entry);
  }
  for (const item of asArray(call.body.tree).map(asObject)) {
    const path = asString(item.path);
    if (item.sha === null) {
      for (const known of [...entries.keys()])
        if (known === path || known.startsWith(`${path}/`)) entries.delete(known);
      continue;
    }
    const sha =
      typeof item.content === 'string'
        ? await gitText(gitDir, ['hash-object', '-w', '--stdin'], item.content)
        : asString(item.sha);
    if (item.type === 'tree') {
      for (const entry of await listTree(gitDir, sha, true)) {
        if (entry.type !== 'tree')
          entries.set(`${path}/${entry.path}`, { ...entry, path: `${path}/${entry.path}` });
      }
      continue;
    }
    entries.set(path, { mode: asString(item.mode) || '100644', type: 'blob', sha, size: null, path });
  }
  return created(await treeBody(call, await writeTree(gitDir, [...entries.values()]), false));
}

/** Writes nested trees from a flat list of files, deepest folders first. */
async function writeTree(gitDir: string, files: TreeEntry[]): Promise<string> {
  const lines: string[] = [];
  const folders = new Map<string, TreeEntry[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash < 0) {
      lines.push(`${file.mode} ${file.type} ${file.sha}\t${file.path}`);
      continue;
    }
    const folder = file.path.slice(0, slash);
    folders.set(folder, [...(folders.get(folder) ?? []), { ...file, path: file.path.slice(slash + 1) }]);
  }
  for (const [name, inside] of folders) lines.push(`040000 tree ${await writeTree(gitDir, inside)}\t${name}`);
  return gitText(gitDir, ['mktree', '-z'], lines.map((line) => `${line}\0`).join(''));
}

async function treeBody(call: Call, sha: string, recursive: boolean) {
  const base = `${call.platform.urls.api}/repos/${fullName(call.repo)}/git`;
  const entries = await listTree(call.repo.gitDir, sha, recursive);
  return {
    sha,
    url: `${base}/trees/${sha}`,
    truncated: false,
    tree: entries.map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      url: `${base}/${entry.type}s/${entry.sha}`,
      ...(entry.size === null ? {} : { size: entry.size }),
    })),
  };
}

async function createCommit(call: Call) {
  const { gitDir } = call.repo;
  const parents = asStrings(call.body.parents);
  const person = (kind: 'author' | 'committer'): string => {
    const given = asObject(call.body[kind] ?? call.body.author);
    const name = asString(given.name) || 'github-actions[bot]';
    const email = asString(given.email) || '41898282+github-actions[bot]@users.noreply.github.com';
    const date = asString(given.date) ? new Date(asString(given.date)) : new Date();
    return `${kind} ${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000`;
  };
  const head = [
    `tree ${asString(call.body.tree)}`,
    ...parents.map((sha) => `parent ${sha}`),
    person('author'),
    person('committer'),
  ];
  const text = `${head.join('\n')}\n\n${asString(call.body.message)}`;
  const sha = await gitText(gitDir, ['hash-object', '-t', 'commit', '-w', '--stdin'], text);
  const commit = await readCommit(gitDir, sha);
  if (!commit) throw notFound();
  return created(renderGitCommit(commit, call.repo, call.platform.urls));
}

export const gitDataRoutes: Routes = {
  [`GET ${R}/ref/{ref}`]: route(['contents:read'], async (call) => {
    const ref = `refs/${call.parameters.ref ?? ''}`;
    const sha = await shaOf(call, ref);
    if (sha === null) throw notFound();
    return ok(await refBody(call, ref, sha));
  }),
  [`GET ${R}/matching-refs/{ref}`]: route(['contents:read'], async (call) => {
    const prefix = `refs/${call.parameters.ref ?? ''}`;
    const all = await listRefs(call.repo.gitDir, 'refs/');
    const matching = [...all].filter(([ref]) => ref.startsWith(prefix));
    return ok(await Promise.all(matching.map(([ref, sha]) => refBody(call, ref, sha))));
  }),
  [`POST ${R}/refs`]: route(['contents:write'], createRef),
  [`PATCH ${R}/refs/{ref}`]: route(['contents:write'], updateRef),
  [`DELETE ${R}/refs/{ref}`]: route(['contents:write'], async (call) => {
    const ref = `refs/${call.parameters.ref ?? ''}`;
    if ((await shaOf(call, ref)) === null) throw new HttpError(422, 'Reference does not exist');
    await git(call.repo.gitDir, ['update-ref', '-d', ref]);
    return noContent;
  }),
  [`POST ${R}/blobs`]: route(['contents:write'], async (call) => {
    const encoding = call.body.encoding === 'base64' ? 'base64' : 'utf8';
    const data = Buffer.from(asString(call.body.content), encoding);
    const sha = await gitText(call.repo.gitDir, ['hash-object', '-w', '--stdin'], data);
    return created({ sha, url: `${call.platform.urls.api}/repos/${fullName(call.repo)}/git/blobs/${sha}` });
  }),
  [`GET ${R}/blobs/{file_sha}`]: route(['contents:read'], async (call) => {
    const sha = call.parameters.file_sha ?? '';
    if ((await gitMaybe(call.repo.gitDir, ['cat-file', '-t', sha])) !== 'blob') throw notFound();
    const data = await git(call.repo.gitDir, ['cat-file', 'blob', sha]);
    const url = `${call.platform.urls.api}/repos/${fullName(call.repo)}/git/blobs/${sha}`;
    return ok({
      sha,
      url,
      node_id: `B_${sha}`,
      size: data.length,
      encoding: 'base64',
      content: data.toString('base64'),
    });
  }),
  [`POST ${R}/trees`]: route(['contents:write'], createTree),
  [`GET ${R}/trees/{tree_sha}`]: route(['contents:read'], async (call) => {
    const sha = await shaOf(call, `${call.parameters.tree_sha ?? ''}^{tree}`);
    if (sha === null) throw notFound();
    return ok(await treeBody(call, sha, call.query.get('recursive') !== null));
  }),
  [`POST ${R}/commits`]: route(['contents:write'], createCommit),
  [`GET ${R}/commits/{commit_sha}`]: route(['contents:read'], async (call) => {
    const commit = await readCommit(call.repo.gitDir, call.parameters.commit_sha ?? '');
    if (!commit) throw notFound();
    return ok(renderGitCommit(commit, call.repo, call.platform.urls));
  }),
};
