/** Runs one measured process at a time, and says how much of the machine others used meanwhile. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
