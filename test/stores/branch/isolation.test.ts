/** Our git and everything around it: secrets, the workspace, odd servers, odd gits. */
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkVersion, Git, gitVersion } from '../../../src/stores/branch/git.ts';
import { gitEnvironment } from '../../../src/stores/branch/git-environment.ts';
import { commitFiles } from '../../github/git-store.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld } from './world.ts';

const world = eachWorld();
/** The server is in this process: what speaks with it must not block it. */
const execute = promisify(execFile);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .sort();
}

const digest = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of filesBelow(folder)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
};

/** Everything that a job does with a run. */
async function wholeLife(options: Parameters<ReturnType<typeof world>['store']>[0]): Promise<void> {
  const store = world().store(options);
  const run = await store.create(NEW_RUN);
  const sent = await run.mailbox.deliver({
    kind: 'wake',
    id: 'w',
    attempt: 1,
    at: '2026-01-01T00:00:00.000Z',
  });
  const lease = await run.acquire(driver());
  doSteps(lease.journal, 1, 2);
  await lease.save({ mail: [sent.name] });
  lease.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
  await lease.save({ last: true });
  await store.prune('2999-01-01T00:00:00.000Z');
  expect((await store.open('run-1')).load().state.settlements).toBe(2);
}

describe('the token', () => {
  it.each(['https://x:secret@github.com/a/b', 'git@github.com:a/b', '/some/folder'])(
    'an address like %s is refused',
    (url) => {
      expect(() => world().store({ url })).toThrow(/without a token|cannot use/);
    },
  );

  it('is in the environment of our git only: in no argument, no address and no file that stays', async () => {
    const bin = world().folder('bin');
    const log = join(bin, 'calls.log');
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${real}' "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    const token = world().token();
    const secrets = [token, Buffer.from(`x-access-token:${token}`).toString('base64')];
    const workDir = world().folder('work');
    await wholeLife({ token, workDir, env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
    const calls = readFileSync(log, 'utf8');
    expect(calls).toContain('push --porcelain');
    const files = filesBelow(workDir);
    expect(files.length).toBeGreaterThan(20);
    for (const secret of secrets) {
      expect(calls).not.toContain(secret);
      for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
      expect(
        world()
          .github.platform.log.list()
          .map((record) => record.url)
          .join(),
      ).not.toContain(secret);
    }
  });

  it('is sent to this server only, and once', () => {
    const env = gitEnvironment({}, '/x', { url: 'https://github.com/acme/app', token: 'secret' }, [2, 39]);
    const keys = Object.keys(env).filter((key) => key.startsWith('GIT_CONFIG_KEY_'));
    expect(keys.map((key) => env[key]).filter((key) => key?.includes('extraheader'))).toEqual([
      'http.https://github.com/.extraheader',
    ]);
  });

  it('git 2.30, which knows no GIT_CONFIG_COUNT, gets the same in the variable that it knows', async () => {
    const access = { url: world().url, token: world().token() };
    const env = gitEnvironment(process.env, world().folder('g'), access, [2, 30]);
    expect(env.GIT_CONFIG_COUNT).toBeUndefined();
    const printed = execFileSync('git', ['config', '--get-regexp', 'remote|extraheader'], {
      env,
      encoding: 'utf8',
    });
    expect(printed).toContain(`remote.longhaul.url ${world().url}`);
    expect(printed).toContain('AUTHORIZATION: basic');
  });
});

describe('the workspace', () => {
  it.each([
    ['a shallow clone', ['clone', '--quiet', '--depth=1']],
    ['a partial clone', ['clone', '--quiet', '--filter=blob:none']],
  ])(
    '%s keeps its index, HEAD, config and refs, also when git variables of it are around',
    async (_, clone) => {
      for (const n of [1, 2, 3])
        await commitFiles(world().repo.gitDir, 'refs/heads/main', { 'a.txt': `${n}` }, `c${n}`);
      const workspace = join(world().folder('ws'), 'app');
      const token = world().token();
      const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
      // As checkout leaves it: its own token in the clone's configuration.
      await execute('git', ['-c', `http.extraheader=${header}`, ...clone, world().url, workspace]);
      execFileSync('git', ['config', `http.${world().github.platform.urls.server}/.extraheader`, header], {
        cwd: workspace,
      });
      const before = digest(workspace);
      const env = {
        ...process.env,
        GIT_DIR: join(workspace, '.git'),
        GIT_WORK_TREE: workspace,
        GIT_INDEX_FILE: join(workspace, '.git', 'index'),
        GIT_TRACE: '1',
      };
      await wholeLife({ token, workspace, env });
      expect(digest(workspace)).toBe(before);
    },
  );

  it('need not be there: importPath is kept as if the run lay in its .a5c/runs', () => {
    expect(world().store({ workspace: '/nowhere' }).importDir('run-1')).toBe('/nowhere/.a5c/runs/run-1');
  });
});

describe('servers', () => {
  it.each([
    ['without filters', { 'uploadpack.allowFilter': 'false', 'uploadpack.allowAnySHA1InWant': 'false' }],
    [
      'that compress nothing and check everything',
      { 'core.compression': '0', 'receive.fsckObjects': 'true', 'transfer.fsckObjects': 'true' },
    ],
  ])('%s', async (_, config) => {
    for (const [key, value] of Object.entries(config)) await world().git('config', key, value);
    await wholeLife({});
  });

  it('that is a shallow clone itself', async () => {
    for (const n of [1, 2, 3])
      await commitFiles(world().repo.gitDir, 'refs/heads/main', { 'a.txt': `${n}` }, `c${n}`);
    const cut = await world().git('rev-parse', 'main');
    writeFileSync(join(world().repo.gitDir, 'shallow'), `${cut}\n`);
    await wholeLife({});
  });

  it('git without a branch of ours is not asked for what it lacks: a tree with what no run has is refused', async () => {
    await world().store().create(NEW_RUN);
    const tree = await world().git('rev-parse', `${BRANCH}^{tree}`);
    const { gitText } = await import('../../github/git-store.ts');
    const gitDir = world().repo.gitDir;
    const link = await gitText(gitDir, ['hash-object', '-w', '--stdin'], '/etc/passwd');
    const entries = `${await gitText(gitDir, ['ls-tree', tree])}\n120000 blob ${link}\tinputs.json\n`;
    const evil = await gitText(gitDir, ['mktree'], entries);
    const commit = await gitText(gitDir, [
      'commit-tree',
      evil,
      '-p',
      BRANCH,
      '-m',
      'x\n\nStatus: running\nSeq: 1',
    ]);
    await world().git('update-ref', BRANCH, commit);
    await expect(world().store().open('run-1')).rejects.toMatchObject({
      code: 'DAMAGED',
      path: 'inputs.json',
    });
  });
});

describe('git itself', () => {
  it('missing: a named error', async () => {
    await expect(gitVersion({ PATH: world().folder('empty') })).rejects.toMatchObject({
      code: 'GIT_MISSING',
    });
    await expect(
      world()
        .store({ env: { PATH: world().folder('empty') } })
        .open('run-1'),
    ).rejects.toThrow(/no git on this machine/);
  });

  it('older than 2.30: a named error', () => {
    expect(checkVersion('git version 2.30.2\n')).toEqual([2, 30]);
    expect(checkVersion('git version 3.0.0')).toEqual([3, 0]);
    expect(() => checkVersion('git version 2.29.9')).toThrow(/needs git 2.30/);
    expect(() => checkVersion('')).toThrow(/GIT_TOO_OLD|without a version/);
  });

  it('what hangs is ended with all that it started', async () => {
    const hang = world().github.platform.faults.add({ class: 'git', action: { hang: true } });
    const git = Git.create(
      join(world().folder('g'), 'x'),
      { url: world().url, token: world().token(), timeoutMs: 300 },
      await gitVersion(),
    );
    const started = Date.now();
    await expect(git.fetch(['longhaul', 'refs/heads/main'], 'read of main')).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
    expect(Date.now() - started).toBeLessThan(5000);
    hang.remove();
  });
});
