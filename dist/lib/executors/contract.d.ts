/** What an executor is given, and what it answers. One file per kind implements `Executor`. */
import type { Json, JsonObject, SerializedError } from '../journal/events.js';
export interface Effect {
    runId: string;
    effectId: string;
    stepId: string;
    taskId: string;
    kind: string;
    label: string;
    /** The definition that the replayed process has just produced (protocol E1). */
    def: JsonObject;
    /** The arguments of the call, as JSON. */
    args: Json;
    /** From 1. */
    attempt: number;
    /** Contract §4. */
    idempotencyKey: string;
}
export interface ExecutorWorld {
    runDir: string;
    artifactsDir: string;
    /** Where commands run unless the definition names a `cwd`. */
    workspace: string;
    /** The environment that the effect may see, already without our own secrets (contract §4). */
    env: Record<string, string>;
    /** The configured agent command line, run by a shell; undefined: none. */
    agentCommand: string | undefined;
    /** Aborted with a `StopReason` to cancel or time out. */
    signal: AbortSignal;
    /** Milliseconds between SIGTERM and SIGKILL. */
    graceMs: number;
    /** Fires when this machine is about to be taken away: half a second of a grace is left then. */
    hurry?: AbortSignal | undefined;
    /** Live output, redacted, for the terminal; the files are kept apart from it. A promise holds the command back until it is settled. */
    onOutput(stream: 'stdout' | 'stderr', chunk: string): void | Promise<void>;
    /** Takes secrets out of text before it is written anywhere. */
    redact(text: string): string;
}
/** `signal.reason` of an aborted effect. */
export interface StopReason {
    kind: 'cancel' | 'timeout' | 'shutdown';
    message: string;
}
/** Paths are relative to the run directory (`tasks/<effectId>/stdout.log`). */
export interface OutcomeFiles {
    stdoutRef?: string;
    stderrRef?: string;
}
export type Outcome = ({
    status: 'ok';
    value: Json;
} & OutcomeFiles) | ({
    status: 'error';
    error: SerializedError;
} & OutcomeFiles)
/**
 * It was stopped because `signal` fired; what ended it is in `signal.reason`. `exit` is null when it never ran.
 * `alive`: something of it outlived even SIGKILL (another user's process, the kernel), so it is not known to have ended.
 */
 | ({
    status: 'stopped';
    exit: {
        code: number | null;
        signal: string | null;
    } | null;
    alive?: true;
} & OutcomeFiles);
export interface Executor {
    /** Runs one attempt. Never rejects for a failure of the effect itself, only for a fault of the engine. */
    run(effect: Effect, world: ExecutorWorld): Promise<Outcome>;
}
