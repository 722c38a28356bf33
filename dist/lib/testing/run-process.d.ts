import type { Json, RunStatus, SerializedError } from '../journal/events.js';
import { type OnCodeChange } from '../operations/code.js';
import { type DriveEvent, type DriveLimits } from '../operations/world.js';
import { type Respond } from './answers.js';
import { TestClock } from './clock.js';
import { type EffectResult } from './results.js';
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
export declare function runProcess(entry: string | URL, options?: RunProcessOptions): Promise<RunProcessResult>;
/** `path#export` of a path or file URL. */
export declare function entryPath(entry: string | URL): string;
