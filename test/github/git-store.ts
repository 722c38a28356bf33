import { execFile, spawn } from 'node:child_process';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Git for the stand-in's own use: no configuration of the machine, one fixed identity. */
const environment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};

export class GitError extends Error {}

/** Runs git in a bare repository and gives back what it printed. */
export function git(gitDir: string, args: string[], input?: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = {
      env: { ...environment, GIT_DIR: gitDir },
      maxBuffer: 1 << 28,
      encoding: 'buffer',
    } as const;
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error) reject(new GitError(`git ${args[0] ?? ''}: ${stderr.toString() || error.message}`));
      else resolve(stdout);
    });
    child.stdin?.on('error', () => {}); // git may end without reading
    child.stdin?.end(input ?? '');
  });
}

export const gitText = async (gitDir: string, args: string[], input?: string | Buffer): Promise<string> =>
  (await git(gitDir, args, input)).toString().trimEnd();

/** Like gitText, but null where git finds nothing. */
export async function gitMaybe(gitDir: string, args: string[]): Promise<string | null> {
  try {
    return await gitText(gitDir, args);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

const serverConfig = `[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	autogc = false
[gc]
	auto = 0
[maintenance]
	auto = false
`;

export async function initBare(gitDir: string, defaultBranch: string): Promise<void> {
  await mkdir(join(gitDir, 'hooks'), { recursive: true });
  await git(gitDir, [
    'init',
    '--quiet',
    '--bare',
    '--template=',
    `--initial-branch=${defaultBranch}`,
    gitDir,
  ]);
  await appendFile(join(gitDir, 'config'), serverConfig);
  await writeFile(join(gitDir, 'hooks', 'pre-receive'), preReceive, { mode: 0o755 });
}

/** Reads rules as `<actions> <kind> <prefix> <message>` lines and words a refusal as GitHub does. */
const preReceive = `#!/bin/sh
rules="$GIT_DIR/push-rules"
[ -s "$rules" ] || exit 0
zero=0000000000000000000000000000000000000000
refused=0
while read -r old new ref; do
  action=update
  [ "$old" = $zero ] && action=create
  [ "$new" = $zero ] && action=delete
  if [ $action = update ] && ! git merge-base --is-ancestor "$old" "$new" 2>/dev/null; then action=force; fi
  while read -r actions kind prefix message; do
    case "$ref" in "$prefix"*) ;; *) continue ;; esac
    case ",$actions," in *",$action,"*) ;; *) continue ;; esac
    refused=1
    if [ "$kind" = ruleset ]; then
      echo "error: GH013: Repository rule violations found for $ref." >&2
      echo "Review all repository rules at $LONGHAUL_TEST_RULES_URL" >&2
      echo "" >&2
      echo "- $message" >&2
      echo "" >&2
    else
      echo "error: GH006: Protected branch update failed for $ref." >&2
      echo "error: $message" >&2
    fi
  done < "$rules"
done
exit $refused
`;

export const resolveCommit = (gitDir: string, name: string): Promise<string | null> =>
  gitMaybe(gitDir, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);

export const readBlob = async (gitDir: string, commit: string, path: string): Promise<Buffer | null> => {
  try {
    return await git(gitDir, ['cat-file', 'blob', `${commit}:${path}`]);
  } catch {
    return null;
  }
};

export interface TreeEntry {
  mode: string;
  type: string;
  sha: string;
  size: number | null;
  path: string;
}

export async function listTree(gitDir: string, tree: string, recursive: boolean): Promise<TreeEntry[]> {
  const args = ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree];
  const lines = (await git(gitDir, args)).toString().split('\0').filter(Boolean);
  return lines.map((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode = '', type = '', sha = '', size = '-'] = head.split(/ +/);
    return { mode, type, sha, size: size === '-' ? null : Number(size), path };
  });
}

export interface CommitInfo {
  sha: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  message: string;
}

const toUtc = (date: string): string => new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');

const commitFormat = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';

export async function readCommits(gitDir: string, args: string[]): Promise<CommitInfo[]> {
  const text = (await git(gitDir, ['log', `--format=${commitFormat}%x01`, ...args])).toString();
  return text
    .split('\x01')
    .map((record) => record.replace(/^\n/, ''))
    .filter(Boolean)
    .map((record) => {
      const [
        sha = '',
        tree = '',
        parents = '',
        an = '',
        ae = '',
        ad = '',
        cn = '',
        ce = '',
        cd = '',
        message = '',
      ] = record.split('\0');
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: toUtc(ad) },
        committer: { name: cn, email: ce, date: toUtc(cd) },
        message: message.trimEnd(),
      };
    });
}

export async function readCommit(gitDir: string, name: string): Promise<CommitInfo | null> {
  const sha = await resolveCommit(gitDir, name);
  return sha === null ? null : ((await readCommits(gitDir, ['-1', sha]))[0] ?? null);
}

export type Files = Record<string, string | Buffer | null>;

/** Writes one commit on top of a branch, a new one starting at `base`; a file of `null` is deleted. */
export async function commitFiles(
  gitDir: string,
  ref: string,
  files: Files,
  message: string,
  base?: string,
): Promise<string> {
  const parent =
    (await resolveCommit(gitDir, ref)) ?? (base === undefined ? null : await resolveCommit(gitDir, base));
  const chunks: Buffer[] = [];
  const add = (text: string): number => chunks.push(Buffer.from(text));
  const seconds = Math.floor(Date.now() / 1000);
  add(`commit ${ref}\ncommitter GitHub <noreply@github.com> ${seconds} +0000\n`);
  add(`data ${Buffer.byteLength(message)}\n${message}\n`);
  if (parent) add(`from ${parent}\n`);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) {
      add(`D ${path}\n`);
      continue;
    }
    const bytes = Buffer.from(content);
    const mode = bytes.subarray(0, 2).toString() === '#!' ? '100755' : '100644';
    add(`M ${mode} inline ${path}\ndata ${bytes.length}\n`);
    chunks.push(bytes);
    add('\n');
  }
  await git(gitDir, ['fast-import', '--quiet', '--force'], Buffer.concat(chunks));
  return (await resolveCommit(gitDir, ref)) ?? '';
}

/** All refs with the objects that they point at. */
export async function listRefs(gitDir: string, prefix: string): Promise<Map<string, string>> {
  const text = await gitText(gitDir, ['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
  const refs = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [sha = '', name = ''] = line.split(' ');
    refs.set(name, sha);
  }
  return refs;
}

/** Runs `git http-backend` as a CGI program: whole request in, whole answer out. */
export function httpBackend(root: string, variables: Record<string, string>, body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env = { ...environment, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', ...variables };
    const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.resume();
    child.stdin.on('error', () => {}); // a refused request is not read to its end
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks)));
    child.stdin.end(body);
  });
}
