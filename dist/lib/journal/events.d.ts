/**
 * The events of a run's journal: what they are called and what they carry.
 *
 * Shapes marked (B) are those of the Babysitter run directory, in its key order; the others are ours.
 * Readers keep unknown event types and unknown fields.
 */
export type Json = null | boolean | number | string | Json[] | {
    [key: string]: Json;
};
export type JsonObject = {
    [key: string]: Json;
};
/** One event as it stands in the journal. `seq` and `ulid` are in the file's name, the rest in its body. */
export interface JournalEvent<Type extends string = string, Data = JsonObject> {
    seq: number;
    ulid: string;
    type: Type;
    /** ISO time, UTC, milliseconds. */
    recordedAt: string;
    data: Data;
    /** Top-level fields beside type, recordedAt, data and checksum; kept as they are. */
    extra?: JsonObject;
}
/** An event before it has a place in the journal. */
export interface NewEvent {
    type: string;
    data: object;
    /** ISO time; the writer's clock when left out. */
    recordedAt?: string;
}
export interface SerializedError {
    name: string;
    message: string;
    stack?: string;
    /** Own enumerable fields of the error, by the JSON rule. */
    data?: Json;
    cause?: SerializedError;
    /** `path:line:column` in the workspace: of what the process died of, where it is known. */
    site?: string;
}
/** Who did something: a person, a job or the engine itself. */
export interface Actor {
    login: string;
    id?: number;
}
/** Who drives a run, as recorded in its lease and in EFFECT_STARTED. */
export interface Owner {
    /** Unique to this driver: a ULID. */
    token: string;
    engine: string;
    startedAt: string;
    /** Set by a driver on a machine: judged alive by all three. */
    process?: {
        pid: number;
        startTime: string;
        bootId: string;
        host: string;
    };
    /** Set by a driver in a GitHub job. */
    job?: {
        workflowRunId: string;
        workflowAttempt: number;
        jobId: string;
        url: string;
        limitMinutes: number;
    };
}
export interface RunCreatedData {
    runId: string;
    processId: string;
    /** (B) harness sits between entrypoint and processRevision when run.json has one. */
    entrypoint: {
        importPath: string;
        exportName: string;
    };
    harness?: string;
    processRevision?: string;
    inputsRef?: string;
    prompt?: string;
    /** Ours. Absent in a run that Babysitter made. */
    engine?: string;
    repository?: string;
    commit?: string;
    actor?: Actor;
    /** Path of the workflow file that the run belongs to, and the workflow's name. */
    workflow?: string;
    workflowName?: string;
    origin?: JsonObject;
    parent?: {
        runId: string;
        effectId: string;
    };
    forkedFrom?: {
        runId: string;
        seq: number;
    };
    /** Run whose random numbers a fork goes on with; default: its own id. */
    seed?: string;
    /** ISO time by which the run must have ended. */
    deadline?: string;
}
export interface EffectRequestedData {
    effectId: string;
    /** (B) `<processId>:<stepId>:<taskId>` */
    invocationKey: string;
    /** (B) sha256 of invocationKey, hex. */
    invocationHash: string;
    stepId: string;
    taskId: string;
    kind: string;
    label: string;
    taskDefRef: string;
    inputsRef?: string;
    labels?: string[];
    /** Ours: sha256 of the arguments (after redaction, with <workspace> and <run> put in), hex. */
    argsDigest?: string;
    /** Protocol P3: settlements handed over when it was asked; absent in Babysitter's journals. */
    after?: number;
    /** Protocol P3: how many of those came only after a turn of the loop. */
    waits?: number;
    /** Call site, `file:line:column`, relative to the repository. */
    site?: string;
    /** ISO time at which the effect times out. */
    deadline?: string;
    /** Nobody here may run it: it stays pending for others. */
    external?: boolean;
    /** Asked for inside ctx.shield: a cancel of the run leaves it alone. */
    shielded?: boolean;
    /** A breakpoint's: who decides and how (src/decisions/policy.ts). A later job may be stricter, never laxer. */
    policy?: JsonObject;
}
export interface EffectStartedData {
    effectId: string;
    /** From 1; counts every start. */
    attempt: number;
    /** Owner token, and where it works. */
    owner: string;
    /** Why there is an attempt before this one. */
    because?: 'failure' | 'loss';
    /** The failure of the attempt before. */
    error?: SerializedError;
    /** ISO time before which a retry does not start. */
    notBefore?: string;
    /** ISO time at which this attempt times out. */
    deadline?: string;
}
export interface EffectResolvedData {
    effectId: string;
    status: 'ok' | 'error';
    resultRef: string;
    error?: SerializedError;
    stdoutRef?: string;
    stderrRef?: string;
    startedAt?: string;
    finishedAt?: string;
    /** Ours: sha256 of the bytes of the file at resultRef, hex. */
    resultDigest?: string;
    actor?: Actor;
    messageId?: string;
    /** Seq of the SIGNAL_RECEIVED event that a `signal` effect took: it is no longer kept for another. */
    signalSeq?: number;
}
export interface EffectCancelledData {
    effectId: string;
    reason: string;
    actor?: Actor;
    messageId?: string;
    /** Set when a deadline did it. */
    timedOut?: boolean;
    /** Set when nobody cancelled it: the run ended before it was done. A retry of the run opens it again. */
    withdrawn?: boolean;
    resultRef?: string;
    resultDigest?: string;
}
export interface SignalReceivedData {
    name: string;
    value: Json;
    actor?: Actor;
    messageId?: string;
}
export interface DecisionRecordedData {
    /** Absent: it was about nothing that is open, and refused. */
    effectId?: string;
    decision: 'approve' | 'reject' | 'answer';
    counted: boolean;
    why?: string;
    actor: Actor;
    permission?: string;
    commentId?: string;
    commentUrl?: string;
    commentedAt?: string;
    text?: string;
    /** The option that was chosen. */
    option?: string;
    /** Head of the pull request that it was about. */
    head?: string;
    messageId?: string;
}
export interface RunCancelRequestedData {
    reason: string;
    actor?: Actor;
    messageId?: string;
    /** ISO time at which clean-up ends and the run is sealed canceled (E6). */
    deadline: string;
}
export interface RunRetriedData {
    actor: Actor;
    /** Effects that are open again. */
    effects: string[];
    /** Journaled requests that were not asked again (P6). */
    dropped: string[];
    messageId?: string;
    /** ISO time by which the run must now have ended; absent: no limit. */
    deadline?: string;
}
/** A seal (`halt`) says by itself who set it, from where, and that it is no natural end. */
export interface SealData {
    manual_seal_reason?: string;
    completionProof?: string;
    synthetic?: true;
    actor?: Actor;
    messageId?: string;
    /** Address of the workflow run or comment that it came from. */
    source?: string;
}
export interface RunCompletedData extends SealData {
    outputRef?: string;
    /** sha256 of the output file's bytes, hex. */
    outputDigest?: string;
    /** Clean-ups that failed: they change nothing about how the run ended. */
    cleanupErrors?: SerializedError[];
}
export interface RunFailedData extends SealData {
    error: SerializedError;
    cleanupErrors?: SerializedError[];
    /** The messages of the error and of the clean-ups that failed after it, in one line. */
    detail?: string;
    /** The effect whose failure the run died of, where there is one. */
    effectId?: string;
    canceled?: boolean;
    timedOut?: boolean;
    errorClass?: ErrorClass;
}
/** transient: the same code may succeed; permanent: it would fail again. */
export type ErrorClass = 'transient' | 'permanent' | 'cancelled' | 'diverged';
/** ctx.halt */
export interface RunHaltedData {
    reason?: string;
    payload?: Json;
    cleanupErrors?: SerializedError[];
}
/** Other code from here on; `revision` names it (a commit or a digest). */
export interface CodeUpgradedData {
    revision?: string;
    actor?: Actor;
}
/** A driver began in another commit of the workspace than the one before it (protocol T5). */
export interface WorkspaceChangedData {
    commit: string;
}
/** The workflow is dispatched again: to carry the run on at a job's time limit, or to tell other jobs how it stands. */
export interface RunDispatchedData {
    /** How many jobs in a row have done so, this one included. */
    hop: number;
    /** Who started the first of them. */
    actor: Actor;
}
export interface ProcessLogData {
    /** From 1, in order of the calls of ctx.log; -1 in Babysitter's own lines. */
    logSeq: number;
    label?: string;
    message: string;
}
/** States of a run (contract §1). */
export type RunStatus = 'created' | 'running' | 'waiting' | 'completed' | 'failed' | 'canceled' | 'halted';
export type EffectStatus = 'requested' | 'resolved_ok' | 'resolved_error' | 'cancelled';
export declare const TERMINAL_EVENTS: readonly ['RUN_COMPLETED', 'RUN_FAILED', 'RUN_HALTED'];
