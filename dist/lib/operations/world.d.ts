/** What a driver works with: everything outside the run, so that tests pass literals. */
import type { Effect, ExecutorWorld, Outcome } from '../executors/contract.js';
import type { Actor, Json, JsonObject, RunStatus, SerializedError } from '../journal/events.js';
import type { RequestMessage } from '../runtime/protocol.js';
export interface Clock {
    /** ms since the epoch. */
    now(): number;
    /** Calls `fn` once after `ms`; the answer calls it off. */
    after(ms: number, fn: () => void): () => void;
    /** The process is quiet, and only time or work that runs elsewhere brings the run on: a test's clock moves now. */
    idle?(): void;
}
export declare const systemClock: Clock;
/** How one attempt of an effect is carried out here. */
export interface Performer {
    /** False: it stays pending for others. */
    can(effect: {
        kind: string;
        def: Effect['def'];
    }): boolean;
    perform(effect: Effect, world: ExecutorWorld): Promise<Outcome>;
}
/** How an effect ended that somebody stood in for; `pending`: nobody ends it. */
export type StandIn = {
    status: 'ok';
    value: Json;
} | {
    status: 'error';
    error: SerializedError;
} | {
    status: 'cancelled';
    reason: string;
} | {
    status: 'pending';
};
/** What a person or a program may watch while a run is driven. */
export type DriveEvent = {
    type: 'started';
    attempt: number;
    replayed: number;
} | {
    type: 'requested';
    effectId: string;
    stepId: string;
    kind: string;
    taskId: string;
    label: string;
    title: string;
} | {
    type: 'effect-started';
    effectId: string;
    label: string;
    attempt: number;
} | {
    type: 'output';
    effectId: string;
    label: string;
    stream: 'stdout' | 'stderr';
    text: string;
} | {
    type: 'retrying';
    effectId: string;
    label: string;
    attempt: number;
    delayMs: number;
    error: SerializedError;
} | {
    type: 'settled';
    effectId: string;
    label: string;
    kind: string;
    status: 'ok' | 'error' | 'cancelled';
    text: string;
    ms: number;
} | {
    type: 'log';
    label: string | undefined;
    message: string;
} | {
    type: 'console';
    stream: 'stdout' | 'stderr';
    text: string;
} | {
    type: 'warning';
    message: string;
} | {
    type: 'ended';
    status: RunStatus;
    error: SerializedError | undefined;
};
/** An effect that is not done, as people and programs see it. */
export interface PendingEffect {
    effectId: string;
    kind: string;
    taskId: string;
    label: string;
    title: string;
    external: boolean;
    /** ISO time at which time itself moves it on. */
    wakeAt?: string;
}
export interface DriveWorld {
    clock: Clock;
    /** Where commands run, and where the process's files lie. */
    workspace: string;
    env: Readonly<Record<string, string | undefined>>;
    agentCommand: string | undefined;
    performer: Performer;
    /**
     * Asks a person: at this terminal, or by an announcement that is answered later; `signal` fires when the answer is
     * no longer wanted. undefined: the breakpoint stays pending.
     */
    ask: ((effect: Effect, signal: AbortSignal) => Promise<{
        answer: Json;
        actor: Actor;
    } | undefined>) | undefined;
    /** By which rules a breakpoint that opens now is decided; journaled with it. An error is the failure of its definition. */
    rulesOf?: (request: RequestMessage) => {
        policy: JsonObject;
    } | {
        error: SerializedError;
    };
    /** Asked first for what no performer does (tests). `undefined`, also as a promise: nobody stands in for this one. */
    standIn?: (request: RequestMessage) => Promise<StandIn | undefined> | undefined;
    report(event: DriveEvent): void;
    secrets: string[];
    /** Fires when this machine is about to be taken away: half a second of a grace is left then. */
    hurry?: AbortSignal;
}
export interface DriveLimits {
    /** Commands at once. */
    maxParallel: number;
    /** Per attempt when the task says nothing, ms; 0: none. */
    taskTimeoutMs: number;
    /** Per wait for a person when the breakpoint says nothing, ms; 0: none. */
    breakpointTimeoutMs: number;
    /** Between SIGTERM and SIGKILL, ms. */
    graceMs: number;
    /** For the clean-up of a cancelled run, ms. */
    cancelGraceMs: number;
    /** A sleep, pause or deadline due within so many ms is waited for here. */
    waitInJobMs: number;
    /** Rounds of effects after which the driver saves and stops; 0: none. */
    maxIterations: number;
    /** Process code that holds the loop for so long is an endless loop, ms. */
    loopMs: number;
    memoryMb: number;
    handleGraceMs: number;
    replayGraceMs: number;
}
export declare const DEFAULT_LIMITS: DriveLimits;
