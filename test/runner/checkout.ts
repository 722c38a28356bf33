import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../github/json.ts';

/** What `actions/checkout` needs of the job that it runs in. */
export interface CheckoutHost {
  github: JsonObject;
  workspace: string;
  temp: string;
  /** Runs git, its output in the step's log; false when it failed. */
  git(args: string[], cwd: string): Promise<boolean>;
  capture(args: string[], cwd: string): Promise<string>;
  mask(value: string): void;
}

export interface CheckoutResult {
  ok: boolean;
  outputs: Record<string, string>;
  /** Takes the credentials out again. */
  post: () => Promise<void>;
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** From this version on the credentials lie in a file of their own under RUNNER_TEMP. */
const separateCredentials = 6;

/** A real clone from the stand-in, as shallow as the original's, with its token persisted for later steps. */
export async function checkout(
  host: CheckoutHost,
  uses: string,
  given: Record<string, string>,
): Promise<CheckoutResult> {
  const { github, workspace } = host;
  const repository = given.repository || text(github.repository);
  const token = given.token || text(github.token);
  const depth = given['fetch-depth'] || '1';
  const server = text(github.server_url);
  const folder = given.path ? join(workspace, given.path) : workspace;
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  host.mask(header.slice('AUTHORIZATION: basic '.length));
  const failed: CheckoutResult = { ok: false, outputs: {}, post: async () => {} };
  if (!(await host.git(['init', '--quiet', '--initial-branch=main', folder], workspace))) return failed;
  const git = (...args: string[]): Promise<boolean> => host.git(args, folder);
  const settings = [
    `[remote "origin"]\n\turl = ${server}/${repository}\n\tfetch = +refs/heads/*:refs/remotes/origin/*`,
    '[gc]\n\tauto = 0',
  ];

  const section = `http.${server}/.extraheader`;
  const withHeader = `[http "${server}/"]\n\textraheader = ${header}\n`;
  const version = Number(/@v(\d+)/.exec(uses)?.[1] ?? separateCredentials);
  const credentials = join(host.temp, `git-credentials-${Date.now()}.config`);
  const include = `includeIf.gitdir:${join(folder, '.git')}.path`;
  if (version >= separateCredentials) {
    await writeFile(credentials, withHeader);
    settings.push(`[includeIf "gitdir:${join(folder, '.git')}"]\n\tpath = ${credentials}`);
  } else settings.push(withHeader);
  await appendFile(join(folder, '.git/config'), `${settings.join('\n')}\n`);
  const forget = async (): Promise<void> => {
    await rm(credentials, { force: true });
    await git('config', '--local', '--unset-all', version >= separateCredentials ? include : section);
  };

  const wanted = given.ref || (repository === github.repository ? text(github.ref) : '');
  const sha = given.ref ? '' : repository === github.repository ? text(github.sha) : '';
  const limit = depth === '0' ? [] : [`--depth=${depth}`];
  const branch = wanted.replace(/^refs\/heads\//, '');
  const isCommit = /^[0-9a-f]{40}$/.test(wanted);
  const isBranch =
    !isCommit && (!wanted.startsWith('refs/') || wanted.startsWith('refs/heads/')) && branch !== '';
  const tracking = isBranch ? `refs/remotes/origin/${branch}` : wanted.replace(/^refs\//, 'refs/remotes/');
  const source = sha || (isBranch ? `refs/heads/${branch}` : wanted || 'HEAD');
  const spec = isCommit || wanted === '' ? source : `+${source}:${tracking}`;
  const everything = depth === '0' ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
  if (
    !(await git(
      'fetch',
      '--quiet',
      '--no-tags',
      '--prune',
      '--no-recurse-submodules',
      ...limit,
      'origin',
      ...everything,
      spec,
    ))
  ) {
    await forget();
    return failed;
  }
  const start = isCommit || wanted === '' ? 'FETCH_HEAD' : tracking;
  const how = isBranch ? ['-B', branch, start] : ['--detach', start];
  if (!(await git('checkout', '--quiet', '--force', ...how))) return failed;
  if (given['persist-credentials'] === 'false') await forget();
  const commit = await host.capture(['rev-parse', 'HEAD'], folder);
  return { ok: true, outputs: { ref: wanted, commit }, post: forget };
}
