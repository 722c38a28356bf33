/** `runProcess`: a whole run inside a test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json, RunStatus, SerializedError } from '../journal/events.ts';
import { toJson } from '../journal/json.ts';
import { paths } from '../journal/layout.ts';
import { readIfThere } from '../journal/reader.ts';
import { type OnCodeChange, parseEntry } from '../operations/code.ts';
import { driveRun } from '../operations/session.ts';
import { startRun } from '../operations/start.ts';
import { DEFAULT_LIMITS, type DriveEvent, type DriveLimits, type DriveWorld } from '../operations/world.ts';
import type { OpenRun } from '../stores/contract.ts';
import { thisOwner } from '../stores/owner.ts';
import { VERSION } from '../version.ts';
import { type Respond, WITHOUT_PERFORMER } from './answers.ts';
import { TestClock } from './clock.ts';
import { Desk } from './desk.ts';
import { type EffectResult, readResults } from './results.ts';
import { TestStore } from './store.ts';

export interface RunProcessOptions {
  inputs?: unknown;
  /**
   * Asked for every effect, once for each attempt. What it returns (or resolves to) is the result, `undefined`
   * being `null`; what it throws is the failure of the attempt. `cancel(reason)` cancels the effect, `pending`
   * leaves it unanswered. What needs nobody (the function of a `ctx.run` step, a sleep, a hook) happens by
   * itself when the answer is `undefined`; return `null` to answer it with null. A breakpoint takes what a person may
   * answer: `{ approved: boolean }`, with an `option` only if it offers that one; anything else fails it. Without `respond` everything
   * that needs an answer stays pending.
   */
  respond?: Respond;
  /** Where the run directory is made; default: a temporary directory, removed when this Node process ends. */
  runsDir?: string;
  /** Carries on this run when it exists in `runsDir`, as a later job would; default: a new run. */
  runId?: string;
  /** Reopens the run of `runId` when it has failed, as `/retry` does. */
  retry?: boolean;
  /** With `runId`: `upgrade` takes the file's code of now; default `pin`, the code that the run was started with. */
  onCodeChange?: OnCodeChange;
  /** Replays the journal in a fresh worker after every result, as if each had come to a job of its own. */
  restartAfterEach?: boolean;
  /** The run's time; default: a new clock that starts at 2026-01-01T00:00:00Z and jumps. */
  clock?: TestClock;
  /** Watches what the engine reports: logs, warnings, console output, starts and ends of effects. */
  onEvent?: (event: DriveEvent) => void;
  /** Limits of the engine, e.g. `{ loopMs: 2000 }`. */
  limits?: Partial<DriveLimits>;
}

export interface RunProcessResult {
  /** `completed`, `failed`, `canceled`, `halted`, or `waiting`. */
  status: RunStatus;
  /** What the process returned, as JSON; undefined unless it completed. */
  output: Json | undefined;
  /** What the process threw; undefined unless it failed. */
  error: SerializedError | undefined;
  runDir: string;
  /** In order of request. */
  effects: EffectResult[];
}

/**
 * Runs a process from its start until it ends or nothing more happens.
 *
 * @param entry the process file, as `path`, `path#export` or file URL; relative to the working directory
 * @throws LonghaulError when the engine itself fails: PROCESS_LOAD, PROCESS_STUCK, PROCESS_LOST, DIVERGED …
 * @example const { status, output } = await runProcess('process.ts', { inputs, respond: (effect) => ({ ok: true }) });
 */
export async function runProcess(
  entry: string | URL,
  options: RunProcessOptions = {},
): Promise<RunProcessResult> {
  const clock = options.clock ?? new TestClock();
  const store = new TestStore(path.resolve(options.runsDir ?? temporaryDirectory()), clock);
  const workspace = process.cwd();
  const run = await openRun(entry, options, store, workspace);
  const over = new AbortController();
  const desk = new Desk(options.respond, clock, over);
  const world: DriveWorld = {
    clock,
    workspace,
    env: process.env,
    agentCommand: undefined,
    performer: {
      can: ({ kind }) => !WITHOUT_PERFORMER.has(kind),
      perform: (effect, { signal }) => desk.perform(effect, signal),
    },
    ask: undefined,
    standIn: (request) =>
      request.external || WITHOUT_PERFORMER.has(request.kind) ? desk.standIn(request) : undefined,
    report: options.onEvent ?? (() => {}),
    secrets: [],
  };
  await driveRun({
    store,
    run,
    owner: thisOwner(VERSION),
    world,
    limits: {
      ...DEFAULT_LIMITS,
      maxParallel: Number.POSITIVE_INFINITY,
      waitInJobMs: Number.POSITIVE_INFINITY,
      ...options.limits,
    },
    onCodeChange: options.onCodeChange ?? 'pin',
    ...(options.retry === true && { retry: { by: { login: 'test' } } }),
    execute: true,
    restartAfterEach: options.restartAfterEach === true,
    first: (_lease, driver) => desk.begin(driver),
    shutdown: over.signal,
  });
  const { state, effects } = readResults(run);
  const output = state.terminal?.outputRef === undefined ? undefined : readIfThere(paths.output(run.runDir));
  return {
    status: state.terminal?.status ?? 'waiting',
    output: output === undefined ? undefined : (JSON.parse(output) as Json),
    error: state.terminal?.error,
    runDir: run.runDir,
    effects,
  };
}

async function openRun(
  entry: string | URL,
  options: RunProcessOptions,
  store: TestStore,
  workspace: string,
): Promise<OpenRun> {
  const { runId, inputs } = options;
  if (runId !== undefined && (await store.exists(runId))) return store.open(runId);
  return startRun({
    store,
    runId,
    entry: parseEntry(entryPath(entry), workspace),
    inputs: inputs === undefined ? undefined : toJson(inputs, 'inputs').json,
    workspace,
  });
}

/** `path#export` of a path or file URL. */
export function entryPath(entry: string | URL): string {
  const text = String(entry);
  if (!text.startsWith('file:')) return text;
  const url = new URL(text);
  const exportName = decodeURIComponent(url.hash);
  url.hash = '';
  return fileURLToPath(url) + exportName;
}

const temporary: string[] = [];

function temporaryDirectory(): string {
  if (temporary.length === 0) {
    process.once('exit', () => {
      for (const directory of temporary) rmSync(directory, { recursive: true, force: true });
    });
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'longhaul-test-'));
  temporary.push(directory);
  return directory;
}
