/** Runs git: argument arrays, an environment of its own, an end in time, errors by name. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, GitError } from './errors.ts';
import { type GitAccess, gitEnvironment } from './git-environment.ts';

export interface GitResult {
  /** -1 when it was killed. */
  code: number;
  stdout: Buffer;
  stderr: string;
  timedOut: boolean;
}

export interface GitOptions extends GitAccess {
  env?: NodeJS.ProcessEnv;
  /** For a command that speaks with the server, ms. */
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const LOCAL_TIMEOUT_MS = 300_000;
const OLDEST: readonly [number, number] = [2, 30];

function run(
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv; input?: string | Buffer; timeoutMs: number },
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    // A group of its own: git starts helpers, and a time-out must end them all.
    const detached = process.platform !== 'win32';
    const child = spawn('git', args, { cwd: options.cwd, env: options.env, detached, windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      try {
        if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It has just ended by itself.
      }
      // A helper outside the group might keep the pipes open for ever.
      child.stdout.destroy();
      child.stderr.destroy();
    }, options.timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {}); // git may end without reading all of it
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(error.code === 'ENOENT' ? missing() : error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out),
        stderr: Buffer.concat(err).toString(),
        timedOut,
      });
    });
    child.stdin.end(options.input ?? '');
  });
}

function missing(): GitError {
  return new GitError(
    'GIT_MISSING',
    'There is no git on this machine, and the branch store needs it',
    'Install git 2.30 or later in the job’s container image, or use `store: artifact`.',
  );
}

/** The version of the git that PATH leads to. Throws GIT_MISSING, GIT_TOO_OLD. */
export async function gitVersion(env: NodeJS.ProcessEnv = process.env): Promise<readonly [number, number]> {
  const { stdout } = await run(['--version'], { env, timeoutMs: LOCAL_TIMEOUT_MS });
  return checkVersion(stdout.toString());
}

/** Throws GIT_TOO_OLD. `printed`: what `git --version` says. */
export function checkVersion(printed: string): readonly [number, number] {
  const match = /(\d+)\.(\d+)/.exec(printed);
  const version = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)] as const;
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return version;
  throw new GitError(
    'GIT_TOO_OLD',
    `This machine has ${printed.trim() || 'a git without a version'}; the branch store needs git ${OLDEST.join('.')} or later`,
    'Install a newer git in the job’s container image, or use `store: artifact`.',
  );
}

/** One bare repository of our own and the server that it speaks with. */
export class Git {
  readonly gitDir: string;
  readonly url: string;
  readonly #options: GitOptions;
  readonly #version: readonly [number, number];
  #last: Promise<unknown> = Promise.resolve();

  private constructor(gitDir: string, options: GitOptions, version: readonly [number, number]) {
    this.gitDir = gitDir;
    this.url = options.url;
    this.#options = options;
    this.#version = version;
  }

  /** Makes the repository, empty, at `gitDir`. `version`: what `gitVersion` gave. */
  static create(gitDir: string, options: GitOptions, version: readonly [number, number]): Git {
    rmSync(gitDir, { recursive: true, force: true });
    for (const part of ['objects/info', 'objects/pack', 'refs/heads'])
      mkdirSync(join(gitDir, part), { recursive: true });
    writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/none\n');
    const git = new Git(gitDir, options, version);
    git.forgetFilter();
    return git;
  }

  /**
   * After a fetch with a filter: what was left out is missing from now on, instead of being fetched object by
   * object as soon as some command (a push: two requests for every ref of the server) looks at it.
   */
  forgetFilter(): void {
    writeFileSync(join(this.gitDir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  }

  /** What it answered, whatever the exit code. Throws GIT_MISSING. */
  call(args: readonly string[], input?: string | Buffer): Promise<GitResult> {
    const remote = args[0] === 'fetch' || args[0] === 'push';
    return run(args, {
      cwd: this.gitDir,
      env: gitEnvironment(this.#options.env ?? process.env, this.gitDir, this.#options, this.#version),
      ...(input !== undefined && { input }),
      timeoutMs: remote ? (this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS) : LOCAL_TIMEOUT_MS,
    });
  }

  /** One after another: commands that write refs of this repository would meet each other's locks. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Output of a local command. Throws GIT_FAILED. */
  async read(args: readonly string[], input?: string | Buffer): Promise<Buffer> {
    const { code, stdout, stderr } = await this.call(args, input);
    if (code === 0) return stdout;
    throw new GitError(
      'GIT_FAILED',
      `git ${args[0]} in ${this.gitDir} failed (${code}): ${stderr.trim().slice(-500)}`,
    );
  }

  /**
   * False when no ref matched, and so nothing was fetched and nothing pruned. Throws UNAUTHORISED, FORBIDDEN,
   * NOT_FOUND, TIMEOUT, NETWORK.
   */
  async fetch(args: readonly string[], what: string): Promise<boolean> {
    const result = await this.call(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...args]);
    if (result.code === 0) return true;
    // git's way to say so, when a depth is asked for.
    if (result.code === 1 && result.stderr.trim() === '') return false;
    throw this.failure(result, what);
  }

  failure(result: GitResult, what: string): GitError {
    if (!result.timedOut) return classify(result.stderr, what, this.url);
    const seconds = (this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000;
    return new GitError(
      'TIMEOUT',
      `${what} at ${this.url}: no answer within ${seconds} s`,
      'Try again; https://www.githubstatus.com says whether GitHub has a problem.',
    );
  }

  destroy(): void {
    Git.remove(this.gitDir);
  }

  static remove(gitDir: string): void {
    rmSync(gitDir, { recursive: true, force: true, maxRetries: 3 });
  }
}
