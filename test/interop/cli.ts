/** Both command lines, called alike: the real Babysitter, and ours from its source. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export interface Called {
  exit: number;
  stdout: string;
  stderr: string;
}

export interface Iterated {
  status: string;
  reason?: string;
  nextActions?: {
    effectId: string;
    taskId: string;
    kind: string;
    label: string;
    invocationKey: string;
    stepId: string;
    taskDef: Record<string, unknown>;
  }[];
}

const interop = import.meta.dirname;

export class Cli {
  readonly name: string;
  private readonly main: string;
  private readonly flags: string[];

  constructor(name: string, main: string, flags: string[] = []) {
    this.name = name;
    this.main = main;
    this.flags = flags;
  }

  /** The same command line on a machine whose clock shows a later time. */
  later(ms: number): Cli {
    const clock = `const now = Date.now; const Real = Date; globalThis.Date = class extends Real {
      constructor(...args) { args.length === 0 ? super(Date.now()) : super(...args); }
      static now() { return now() + ${ms}; } }`;
    return new Cli(this.name, this.main, ['--import', `data:text/javascript,${encodeURIComponent(clock)}`]);
  }

  /** `workspace` holds .a5c/runs. A process for each call. */
  call(workspace: string, ...args: string[]): Promise<Called> {
    const env = environment(workspace);
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [...this.flags, this.main, ...args],
        { cwd: workspace, env, timeout: 60_000 },
        (error, stdout, stderr) => {
          const exit = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
          resolve({ exit, stdout, stderr });
        },
      );
    });
  }

  /** The JSON document of a call that must succeed. */
  async json<T = Record<string, unknown>>(workspace: string, ...args: string[]): Promise<T> {
    const { exit, stdout, stderr } = await this.call(workspace, ...args, '--json');
    if (exit !== 0) throw new Error(`${this.name} ${args.join(' ')} ended with ${exit}: ${stderr}${stdout}`);
    return JSON.parse(stdout) as T;
  }

  create(
    workspace: string,
    runId: string,
    entry: string,
    ...more: string[]
  ): Promise<Record<string, unknown>> {
    return this.json(
      workspace,
      'run:create',
      '--process-id',
      'demo',
      '--entry',
      `./${entry}#process`,
      '--run-id',
      runId,
      ...more,
    );
  }

  iterate(workspace: string, runId: string): Promise<Iterated> {
    return this.json<Iterated>(workspace, 'run:iterate', runId);
  }
}

/** The home directory lies in the workspace, so that nothing real is touched. */
function environment(workspace: string): NodeJS.ProcessEnv {
  const home = path.join(workspace, 'home');
  mkdirSync(home, { recursive: true });
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE, HOME: home, USERPROFILE: home };
}

/** Babysitter's command line, loaded once for all calls in one workspace. */
class ResidentCli extends Cli {
  private child: ChildProcess | undefined;

  override async call(workspace: string, ...args: string[]): Promise<Called> {
    this.child ??= fork(path.join(interop, 'resident.ts'), {
      cwd: workspace,
      env: environment(workspace),
      execArgv: [],
    });
    this.child.send(args);
    const [answer] = (await Promise.race([
      once(this.child, 'message'),
      once(this.child, 'exit').then(([code]) => Promise.reject(new Error(`the process ended with ${code}`))),
    ])) as [Called];
    return answer;
  }

  end(): void {
    this.child?.kill();
  }
}

/** `use` with a command line for one workspace: a resident one where there is such a thing. */
export async function resident<T>(cli: Cli, use: (cli: Cli) => Promise<T>): Promise<T> {
  if (cli !== babysitter) return use(cli);
  const loaded = new ResidentCli(cli.name, '');
  return use(loaded).finally(() => loaded.end());
}

export const babysitter = new Cli(
  'babysitter',
  path.join(interop, 'node_modules/@a5c-ai/babysitter-sdk/dist/cli/main.js'),
);
export const longhaul = new Cli('longhaul', path.join(interop, '../../src/cli/main.ts'));
