/** Runs one measured process at a time, and says how much of the machine others used meanwhile. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from './child/report.ts';

export interface Sample extends Measured {
  /** From the start of the process to its end, milliseconds. */
  wallMs: number;
  /** Monotonic clock at the start of the process, nanoseconds. */
  startedAt: bigint;
  /** When the process says its first line ran, nanoseconds (bare Node only). */
  at?: string;
  /** CPUs that others kept busy meanwhile, on average; 0 where it cannot be told. */
  foreign: number;
}

/** Clock ticks are 10 ms on every Linux that Node runs on. */
const TICK_MS = 10;

function machineBusyMs(): number | undefined {
  try {
    const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/);
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields.map(Number);
    return (user + nice + system + irq + softirq + steal) * TICK_MS;
  } catch {
    return undefined;
  }
}

/** Gives the machine a moment to calm down; goes on all the same after `maxMs`. */
export async function waitQuiet(maxMs: number): Promise<void> {
  const end = performance.now() + maxMs;
  do {
    const before = machineBusyMs();
    if (before === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
    if ((machineBusyMs() ?? 0) - before <= TICK_MS) return;
  } while (performance.now() < end);
}

/** @throws when the process fails or outlives `timeoutMs` */
export function measure(script: string, parameters: object, timeoutMs = 600_000): Sample {
  const own = process.cpuUsage();
  const busy = machineBusyMs();
  const startedAt = process.hrtime.bigint();
  const child = spawnSync(process.execPath, [script, JSON.stringify(parameters)], {
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  });
  const wallMs = Number(process.hrtime.bigint() - startedAt) / 1e6;
  const mine = process.cpuUsage(own);
  if (child.status !== 0) {
    throw new Error(
      `${script} failed (${child.signal ?? child.status}): ${child.error?.message ?? child.stderr}`,
    );
  }
  const said = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Measured & { at?: string };
  const others = (machineBusyMs() ?? 0) - (busy ?? 0) - said.cpuMs - (mine.user + mine.system) / 1000;
  return { ...said, wallMs, startedAt, foreign: Math.max(0, others) / Math.max(wallMs, TICK_MS) };
}

/**
 * The Action in a job whose event is none of its business (a comment that is no command), from the start of its process
 * to its end. `dir` is made.
 * @throws when it fails
 */
export function measureAction(script: string, dir: string): Sample {
  mkdirSync(dir, { recursive: true });
  const file = (name: string, text = ''): string => {
    writeFileSync(path.join(dir, name), text);
    return path.join(dir, name);
  };
  const user = { login: 'octocat', id: 1, type: 'User' };
  const event = { action: 'created', comment: { id: 1, body: 'Thanks!', user }, issue: { number: 1 } };
  const env = {
    PATH: process.env['PATH'],
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_REPOSITORY: 'octocat/example',
    GITHUB_RUN_ID: '1',
    GITHUB_JOB: 'longhaul',
    RUNNER_TEMP: dir,
    INPUT_TOKEN: 'none',
    INPUT_PROCESS: 'process.mjs',
  };
  const busy = machineBusyMs();
  const startedAt = process.hrtime.bigint();
  const child = spawnSync(process.execPath, [script], { encoding: 'utf8', env });
  const wallMs = Number(process.hrtime.bigint() - startedAt) / 1e6;
  if (child.status !== 0)
    throw new Error(`${script} failed (${child.status}): ${child.stdout}${child.stderr}`);
  // What it used of the machine it does not say; one CPU is all that it can use.
  const others = (machineBusyMs() ?? 0) - (busy ?? 0) - wallMs;
  const foreign = Math.max(0, others) / Math.max(wallMs, TICK_MS);
  return { ms: wallMs, rssMb: Number.NaN, cpuMs: Number.NaN, wallMs, startedAt, foreign };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
