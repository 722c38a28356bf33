/** The shape of a run's state: what its events add up to. */
import type { EndedStatus } from './endings.js';
import type { Actor, EffectRequestedData, EffectStartedData, EffectStatus, JournalEvent, Json, RunCancelRequestedData, RunCreatedData, RunDispatchedData, SerializedError, TERMINAL_EVENTS } from './events.js';
/** One start of an effect. */
export type StartState = Omit<EffectStartedData, 'effectId'> & {
    seq: number;
    at: string;
};
export interface SettlementState {
    /** From 1, in journal order, over the whole run. */
    index: number;
    seq: number;
    at: string;
    resultRef?: string;
    resultDigest?: string;
    error?: SerializedError;
    reason?: string;
    timedOut?: boolean;
    withdrawn?: boolean;
    stdoutRef?: string;
    stderrRef?: string;
}
export interface EffectState {
    effectId: string;
    /** Seq of its EFFECT_REQUESTED. */
    seq: number;
    requestedAt: string;
    request: EffectRequestedData;
    status: EffectStatus;
    /** The how-manyth request of the run with this kind, task id and arguments, from 1. */
    occurrence: number;
    starts: StartState[];
    /** Attempts that ended in a failure or with their job, as the starts after them say. */
    failures: number;
    losses: number;
    settlement: SettlementState | undefined;
    /** Not asked again after a retry: nothing is done for it any more. */
    dropped: boolean;
}
export interface SignalState {
    seq: number;
    at: string;
    value: Json;
    actor?: Actor;
}
export interface TerminalState {
    type: (typeof TERMINAL_EVENTS)[number];
    status: EndedStatus;
    seq: number;
    ulid: string;
    at: string;
    outputRef?: string;
    outputDigest?: string;
    error?: SerializedError;
    /** What failed in the wake of the end. */
    cleanupErrors?: SerializedError[];
    /** Who sealed or canceled it. */
    actor?: Actor;
    /** The effect whose failure the run died of. */
    effectId?: string;
    timedOut: boolean;
    errorClass?: string;
    /** `manual_seal_reason`, or the reason of ctx.halt. */
    reason?: string;
    sealed: boolean;
    completionProof?: string;
    payload?: Json;
}
export interface RunState {
    runId: string;
    processId: string;
    created: RunCreatedData | undefined;
    createdAt: string;
    updatedAt: string;
    head: {
        seq: number;
        ulid: string;
    };
    /** In order of request. */
    effects: Map<string, EffectState>;
    pending: Map<string, EffectState>;
    /** Highest of all effect ids; '' when there is none. */
    maxEffectId: string;
    /** Highest step number in use: the next request is this + 1. */
    lastStep: number;
    settlements: number;
    /** 1 + RUN_RETRIED events. */
    attempt: number;
    retries: {
        seq: number;
        settlementsBefore: number;
        effects: string[];
        dropped: string[];
    }[];
    /** Signals that no `signal` effect has taken, by name, oldest first. */
    signals: Map<string, SignalState[]>;
    cancel: (RunCancelRequestedData & {
        seq: number;
        at: string;
    }) | undefined;
    /** How often each equal request was made; keys by `equalityKey`. */
    equals: Map<string, number>;
    /** Highest logSeq of ctx.log lines. */
    logCount: number;
    /** ISO time by which the run must have ended. */
    deadline: string | undefined;
    codeRevision: string | undefined;
    /** Ids of the messages that events record. */
    messages: Set<string>;
    /** DECISION_RECORDED events by effect id. */
    decisions: Map<string, JournalEvent[]>;
    /** Commit of the workspace that the run was last driven in. */
    workspaceCommit: string | undefined;
    /** The last dispatch of its own continuation. */
    dispatched: (RunDispatchedData & {
        seq: number;
    }) | undefined;
    terminal: TerminalState | undefined;
    /** What does not fit together; a journal that this engine wrote has none. */
    problems: {
        seq: number;
        message: string;
        code: StateProblem;
    }[];
}
export type StateProblem = 'AFTER_END' | 'DUPLICATE_SETTLEMENT' | 'UNKNOWN_EFFECT' | 'DUPLICATE_REQUEST' | 'DUPLICATE_CREATED' | 'NOT_CREATED' | 'MISPLACED_RETRY';
