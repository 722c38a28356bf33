/** A repository on the stand-in for GitHub, and branch stores that work with it. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Owner } from '../../../src/journal/events.ts';
import type { BranchOptions } from '../../../src/stores/branch/options.ts';
import { BranchStore } from '../../../src/stores/branch/store.ts';
import { thisOwner } from '../../../src/stores/owner.ts';
import { gitText, listRefs, readCommits } from '../../github/git-store.ts';
import { type Permissions, type Repository, type StandIn, startStandIn } from '../../github/index.ts';

export interface World {
  github: StandIn;
  repo: Repository;
  url: string;
  /** A job's token. */
  token(permissions?: Permissions): string;
  /** A store on a machine of its own, unless `workDir` says otherwise. */
  store(options?: Partial<BranchOptions>): BranchStore;
  folder(name: string): string;
  refs(prefix?: string): Promise<Map<string, string>>;
  /** Subjects and bodies of a branch, newest first. */
  messages(ref: string): Promise<string[]>;
  git(...args: string[]): Promise<string>;
  /** Requests to git since the last call, and the bytes sent and received. */
  requests(): { count: number; sent: number; received: number };
}

async function makeWorld(): Promise<World> {
  const github = await startStandIn();
  const repo = await github.platform.addRepository('acme/app', { roles: { ann: 'write' } });
  const url = github.platform.repositoryUrl(repo);
  const token = (permissions: Permissions = { contents: 'write' }): string =>
    github.platform.mintJobToken(repo, permissions).value;
  const folder = (name: string): string => mkdtempSync(join(github.folder, `${name}-`));
  return {
    github,
    repo,
    url,
    token,
    folder,
    store: (options = {}) =>
      new BranchStore({
        url,
        token: token(),
        workDir: folder('work'),
        workspace: '/workspace',
        retry: { attempts: 4, delayMs: 20 },
        mailPace: { firstMs: 100, lastMs: 400 },
        ...options,
      }),
    refs: (prefix = 'refs/') => listRefs(repo.gitDir, prefix),
    messages: async (ref) => (await readCommits(repo.gitDir, [ref])).map((commit) => commit.message),
    git: (...args) => gitText(repo.gitDir, args),
    requests() {
      const all = github.platform.log.list({ class: 'git' });
      github.platform.log.clear();
      return {
        count: all.length,
        sent: all.reduce((sum, record) => sum + record.bytesIn, 0),
        received: all.reduce((sum, record) => sum + record.bytesOut, 0),
      };
    },
  };
}

/** A new world for each test of the file. */
export function eachWorld(): () => World {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.github.close());
  return () => world;
}

export const driver = (job?: Partial<NonNullable<Owner['job']>>): Owner =>
  thisOwner(
    '0.1.0',
    job && {
      workflowRunId: '777',
      workflowAttempt: 1,
      jobId: '888',
      url: 'https://github.com/acme/app/actions/runs/777/job/888',
      limitMinutes: 360,
      ...job,
    },
  );

/** An owner on another machine. */
export function elsewhereOwner(job?: Partial<NonNullable<Owner['job']>>): Owner {
  const owner = driver(job);
  return { ...owner, process: { pid: 1, startTime: '1', bootId: 'another', host: 'another' } };
}

export const BRANCH = 'refs/heads/longhaul/run-1';
