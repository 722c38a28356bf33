import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitFiles, listRefs } from './git-store.ts';
import { type Permissions, type Repository, type StandIn, setPushRules, startStandIn } from './index.ts';

let github: StandIn;
let repo: Repository;
let clone: string;

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function git(
  args: string[],
  token: string | null,
  options: { timeout?: number; header?: string } = {},
): Promise<Outcome> {
  const basic = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
  const headers = [
    ...(token ? [`AUTHORIZATION: basic ${basic}`] : []),
    ...(options.header ? [options.header] : []),
  ];
  const config = headers.flatMap((header) => ['-c', `http.extraheader=${header}`]);
  const person = ['-c', 'user.name=T', '-c', 'user.email=t@example.com'];
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    HOME: clone,
  };
  return new Promise((resolve) => {
    execFile(
      'git',
      [...config, ...person, ...args],
      { cwd: clone, env, timeout: options.timeout ?? 0 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
      },
    );
  });
}

const job = (permissions: Permissions): string => github.platform.mintJobToken(repo, permissions).value;
const url = (): string => github.platform.repositoryUrl(repo);

beforeEach(async () => {
  github = await startStandIn();
  repo = await github.platform.addRepository('acme/app', { roles: { ann: 'write' } });
  await commitFiles(repo.gitDir, 'refs/heads/main', { 'README.md': 'hello\n' }, 'first');
  clone = await mkdtemp(join(github.folder, 'clone-'));
  await git(['init', '--quiet', '--initial-branch=main'], null);
  await git(['remote', 'add', 'origin', url()], null);
  await git(['fetch', '--quiet', 'origin', 'main'], job({ contents: 'read' }));
  await git(['checkout', '--quiet', '-B', 'main', 'FETCH_HEAD'], null);
  await git(['commit', '--quiet', '--allow-empty', '-m', 'second'], null);
});
afterEach(() => github.close());

const head = async (): Promise<string> => (await git(['rev-parse', 'HEAD'], null)).stdout.trim();
const remote = async (ref: string): Promise<string | undefined> =>
  (await listRefs(repo.gitDir, 'refs/')).get(ref);

describe('git over HTTP', () => {
  it('fetches with contents: read, pushes with contents: write only', async () => {
    expect(
      (await git(['push', 'origin', 'HEAD:refs/heads/longhaul/x'], job({ contents: 'write' }))).code,
    ).toBe(0);
    expect(await remote('refs/heads/longhaul/x')).toBe(await head());
    const reading = await git(['push', 'origin', 'HEAD:refs/heads/y'], job({ contents: 'read' }));
    expect(reading.stderr).toContain('403');
    expect((await git(['fetch', 'origin', 'main'], job({ issues: 'write' }))).stderr).toContain('403');
    expect((await git(['fetch', 'origin', 'main'], null)).stderr).toMatch(
      /could not read Username|401|terminal prompts disabled/,
    );
    expect(
      (await git(['push', 'origin', 'HEAD:refs/heads/z'], github.platform.mintUserToken('ann').value)).code,
    ).toBe(0);
    expect(github.platform.log.count({ class: 'git', status: 403 })).toBe(2);
  });

  it('answers two Authorization headers with 400', async () => {
    const twice = await git(['fetch', 'origin', 'main'], job({ contents: 'read' }), {
      header: 'AUTHORIZATION: basic eDp5',
    });
    expect(twice.stderr).toContain('400');
  });

  it('lists shallow and blobless in three requests, and refuses a stale lease', async () => {
    const token = job({ contents: 'write' });
    await git(['push', 'origin', 'HEAD:refs/heads/longhaul/a', 'HEAD:refs/heads/longhaul/b'], token);
    github.platform.log.clear();
    const listed = await git(
      ['fetch', '--depth=1', '--filter=tree:0', 'origin', '+refs/heads/longhaul/*:refs/runs/*'],
      token,
    );
    expect(listed.code).toBe(0);
    expect(github.platform.log.byClass()).toEqual({ rest: 0, graphql: 0, results: 0, blob: 0, git: 3 });
    await git(['commit', '--quiet', '--allow-empty', '-m', 'third'], null);
    const stale = await git(
      [
        'push',
        '--porcelain',
        '--force-with-lease=refs/heads/longhaul/a:',
        'origin',
        'HEAD:refs/heads/longhaul/a',
      ],
      token,
    );
    expect(stale.code).toBe(1);
    expect(stale.stdout).toMatch(/^!\t.*\[rejected\] \(stale info\)/m);
  });

  it('refuses by rule in GitHub’s words', async () => {
    const token = job({ contents: 'write' });
    await setPushRules(repo, [
      {
        prefix: 'refs/heads/longhaul/',
        kind: 'ruleset',
        refuses: ['create', 'update'],
        message: 'Cannot create ref due to creations being restricted.',
      },
      {
        prefix: 'refs/heads/main',
        kind: 'protected-branch',
        refuses: ['update', 'force', 'delete'],
        message: 'Changes must be made through a pull request.',
      },
    ]);
    const ruled = await git(['push', '--porcelain', 'origin', 'HEAD:refs/heads/longhaul/x'], token);
    expect(ruled.stderr).toContain(
      'remote: error: GH013: Repository rule violations found for refs/heads/longhaul/x.',
    );
    expect(ruled.stdout).toContain('[remote rejected] (push declined due to repository rule violations)');
    const protectedOne = await git(['push', '--porcelain', 'origin', 'HEAD:refs/heads/main'], token);
    expect(protectedOne.stdout).toContain('[remote rejected] (protected branch hook declined)');
    expect((await git(['push', 'origin', 'HEAD:refs/heads/free'], token)).code).toBe(0);
    await setPushRules(repo, []);
    expect((await git(['push', 'origin', 'HEAD:refs/heads/main'], token)).code).toBe(0);
  });

  it('loses the answer of a push that took effect', async () => {
    const token = job({ contents: 'write' });
    github.platform.faults.add({
      class: 'git',
      method: 'POST',
      path: 'git-receive-pack',
      phase: 'after',
      action: { reset: true },
    });
    const lost = await git(['push', 'origin', 'HEAD:refs/heads/x'], token);
    expect(lost.code).not.toBe(0);
    expect(await remote('refs/heads/x')).toBe(await head());
  });

  it('lets a ref update hang and land after the client has given up', async () => {
    const token = job({ contents: 'write' });
    const hang = github.platform.faults.add({
      class: 'git',
      method: 'POST',
      path: 'git-receive-pack',
      action: { hang: true },
    });
    const given = await git(['push', 'origin', 'HEAD:refs/heads/x'], token, { timeout: 1_000 });
    expect(given.code).not.toBe(0);
    expect(await remote('refs/heads/x')).toBeUndefined();
    hang.release();
    await expect.poll(() => remote('refs/heads/x')).toBe(await head());
  });
});
