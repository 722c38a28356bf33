/** The command line as its users have it: real processes in a directory of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

// Tests that start twenty processes take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

export const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  input?: string;
  cwd?: string;
}

export interface Place {
  dir: string;
  env: Record<string, string>;
  write(name: string, text: string): string;
  /** Runs the program to its end. */
  cli(args: readonly string[], options?: CliOptions): Promise<Ended>;
  /** The one JSON document of a command that ends with `code`. */
  json<T = Record<string, unknown>>(args: readonly string[], code?: number, options?: CliOptions): Promise<T>;
  start(args: readonly string[], options?: CliOptions): ChildProcess;
  runDir(runId: string): string;
  /** Names of the run's event files, in order. */
  events(runId: string): string[];
}

export function place(): Place {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'longhaul-cli-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  const gitconfig = join(dir, '.gitconfig');
  writeFileSync(gitconfig, '[user]\n\tname = Ada Tester\n');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: dir,
    GIT_CONFIG_GLOBAL: gitconfig,
    GIT_CONFIG_NOSYSTEM: '1',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
  };
  const start: Place['start'] = (args, options = {}) =>
    spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd ?? dir,
      env: { ...env, ...options.env },
      stdio: 'pipe',
    });
  const cli: Place['cli'] = (args, options = {}) => {
    const child = start(args, options);
    // Who has nothing to ask may be gone before it is told everything.
    child.stdin?.on('error', () => {}).end(options.input ?? '');
    return ended(child);
  };
  return {
    dir,
    env,
    start,
    cli,
    async json<T>(args: readonly string[], code = 0, options: CliOptions = {}): Promise<T> {
      const end = await cli([...args, '--json'], options);
      if (end.code !== code)
        throw new Error(`${args.join(' ')} ended with ${end.code}: ${end.stdout}${end.stderr}`);
      return JSON.parse(end.stdout) as T;
    },
    write(name, text) {
      const path = join(dir, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    runDir: (runId) => join(dir, '.a5c/runs', runId),
    events: (runId) => readdirSync(join(dir, '.a5c/runs', runId, 'journal')).sort(),
  };
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Waits until `check` gives something true. */
export async function until<T>(check: () => T | Promise<T>, ms = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const got = await check();
    if (got) return got;
    if (Date.now() > end) throw new Error('It did not come to be in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const readText = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

export function readJson<T = Record<string, unknown>>(...parts: string[]): T {
  return JSON.parse(readText(...parts)) as T;
}

interface EventBody {
  type: string;
  data: Record<string, unknown>;
}

/** Types and data of the run's events, in order. */
export function journal(at: Place, runId: string): EventBody[] {
  return at.events(runId).map((name) => readJson<EventBody>(at.runDir(runId), 'journal', name));
}

/** A process that asks for one approval after a shell task. */
export const ASKS = `import { defineTask } from 'longhaul';
const build = defineTask('build', (args) => ({ kind: 'shell', title: 'Build', shell: { command: 'echo built; echo warned >&2; echo x >> built.txt' } }));
export async function process(inputs, ctx) {
  await ctx.task(build, { inputs });
  const decision = await ctx.breakpoint({ title: 'Release', question: 'Ship it?', context: { version: 1 } }, { label: 'ship' });
  ctx.log('decided', String(decision.approved));
  return { approved: decision.approved, by: decision.respondedBy ?? null, inputs: inputs ?? null };
}
`;

/** A process that only asks. */
export const GATE = `export const process = async (inputs, ctx) => ctx.breakpoint({ question: 'Go?' }, { label: 'gate' });
`;

interface Pending {
  pending: { effectId: string; kind: string; label: string }[];
}

/** The id of the only pending effect. */
export async function pendingOf(at: Place, runId: string): Promise<string> {
  const { pending } = await at.json<Pending>(['run:status', runId]);
  const [effect] = pending;
  if (effect === undefined || pending.length > 1) throw new Error(`${pending.length} effects are pending`);
  return effect.effectId;
}
