/** A run directory, a workspace and a world for one test. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effect, ExecutorWorld, Outcome } from '../../src/executors/contract.ts';
import type { SerializedError } from '../../src/journal/events.ts';

export const EFFECT = '01K9ZZZZZZZZZZZZZZZZZZZZZ1';

export interface Place {
  runDir: string;
  workspace: string;
  /** What was passed on live. */
  seen: { stdout: string; stderr: string };
  world: ExecutorWorld;
  /** Ends the effect, as the engine does it. */
  abort: AbortController;
  file(name: string, text: string): string;
}

export function place(over: Partial<ExecutorWorld> = {}): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'longhaul-executors-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const runDir = join(root, 'run');
  const workspace = join(root, 'workspace');
  mkdirSync(join(runDir, 'tasks'), { recursive: true });
  mkdirSync(workspace);
  const seen = { stdout: '', stderr: '' };
  const abort = new AbortController();
  const world: ExecutorWorld = {
    runDir,
    artifactsDir: join(runDir, 'artifacts'),
    workspace,
    env: { PATH: process.env.PATH ?? '' },
    agentCommand: undefined,
    signal: abort.signal,
    graceMs: 2000,
    onOutput: (stream, chunk) => {
      seen[stream] += chunk;
    },
    redact: (text) => text,
    ...over,
  };
  const file = (name: string, text: string) => {
    const path = join(workspace, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  return { runDir, workspace, seen, world, abort, file };
}

export function effect(kind: string, def: Effect['def'], over: Partial<Effect> = {}): Effect {
  return {
    runId: 'run-1',
    effectId: EFFECT,
    stepId: 'S000001',
    taskId: 'build',
    kind,
    label: 'build',
    def: { kind, ...def },
    args: { target: 'web' },
    attempt: 1,
    idempotencyKey: 'run-1.0123456789abcdef.1',
    ...over,
  };
}

/** Whether a process is there and runs (a zombie does not). */
export async function runs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const { readFileSync } = await import('node:fs');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

/** Waits until `check` gives something true. */
export async function until<T>(check: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const got = await check();
    if (got) return got;
    if (Date.now() > end) throw new Error('It did not come to be in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The value of an outcome that is ok. */
export function okValue<T>(outcome: Outcome): T {
  if (outcome.status !== 'ok') throw new Error(`The outcome is ${JSON.stringify(outcome)}`);
  return outcome.value as T;
}

/** The error of an outcome that failed. */
export function errorOf(outcome: Outcome): SerializedError {
  if (outcome.status !== 'error') throw new Error(`The outcome is ${JSON.stringify(outcome)}`);
  return outcome.error;
}
