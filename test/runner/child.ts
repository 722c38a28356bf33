import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The platform's patience, in milliseconds: SIGINT, then SIGTERM, then the end of the whole tree. */
export interface CancelTimings {
  interrupt: number;
  terminate: number;
}

export const platformTimings: CancelTimings = { interrupt: 7_500, terminate: 2_500 };

interface ProcessEntry {
  pid: number;
  parent: number;
}

/** All processes with their parents (Linux); elsewhere nothing is known. */
function processTable(): ProcessEntry[] {
  const entries: ProcessEntry[] = [];
  let names: string[] = [];
  try {
    names = readdirSync('/proc');
  } catch {
    return entries;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      entries.push({ pid: Number(name), parent });
    } catch {
      // it has ended meanwhile
    }
  }
  return entries;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended meanwhile
  }
}

/** Ends a process and all its descendants. */
export function killTree(root: number): void {
  const table = processTable();
  const doomed = [root];
  for (const pid of doomed)
    doomed.push(...table.filter((entry) => entry.parent === pid).map((entry) => entry.pid));
  for (const pid of doomed) kill(pid, 'SIGKILL');
}

/** Ends what a job left behind: every process that still carries its tracking id in the environment. */
export function killOrphans(trackingId: string): number[] {
  const killed: number[] = [];
  for (const { pid } of processTable()) {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`RUNNER_TRACKING_ID=${trackingId}\0`))
        continue;
    } catch {
      continue; // ended, or not ours to read
    }
    kill(pid, 'SIGKILL');
    killed.push(pid);
  }
  return killed;
}

export interface ChildOptions {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  onLine: (line: string) => void;
  timings: CancelTimings;
}

export interface ChildResult {
  /** null when a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Longest wait for output after the process itself has ended, as in the runner. */
const drainTime = 5_000;

/** The process of a running step. */
export class StepProcess {
  readonly done: Promise<ChildResult>;
  readonly #child: ChildProcess;
  readonly #timings: CancelTimings;
  #timers: NodeJS.Timeout[] = [];
  #ended = false;

  constructor(options: ChildOptions) {
    const { command, args, cwd, env, onLine } = options;
    this.#timings = options.timings;
    this.#child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
    }
    this.done = new Promise((resolve) => {
      let result: ChildResult = { code: null, signal: null };
      const finish = (): void => {
        this.#ended = true;
        for (const timer of this.#timers) clearTimeout(timer);
        resolve(result);
      };
      this.#child.on('error', (error) => {
        onLine(`##[error]${error.message}`);
        result = { code: 127, signal: null };
        finish();
      });
      this.#child.on('exit', (code, signal) => {
        result = { code, signal };
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers = [setTimeout(finish, drainTime)];
      });
      this.#child.on('close', finish);
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The platform's way: the entry process is asked twice, then everything is ended. */
  cancel(): void {
    if (this.#ended) return;
    this.#child.kill('SIGINT');
    const { interrupt, terminate } = this.#timings;
    this.#timers.push(setTimeout(() => this.#child.kill('SIGTERM'), interrupt));
    this.#timers.push(setTimeout(() => this.kill(), interrupt + terminate));
  }

  kill(): void {
    if (!this.#ended && this.#child.pid !== undefined) killTree(this.#child.pid);
  }
}
