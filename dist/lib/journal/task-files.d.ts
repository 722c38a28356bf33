import type { Json, JsonObject, SerializedError } from './events.js';
export declare const TASK_SCHEMA = "2026.01.tasks-v1";
export declare const RESULT_SCHEMA = "2026.01.results-v1";
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
export declare const BLOB_THRESHOLD: number;
/** A file to be written; `path` is relative to the run directory, with `/`. */
export interface RunFile {
    path: string;
    text: string;
    /** Of a result file that holds a value: its compact JSON, as a replay will read it. */
    value?: string;
}
export interface NewFile extends RunFile {
    /** An atomic replacement of what is there; otherwise the file must be new. */
    replace?: boolean;
}
export interface TaskIdentity {
    effectId: string;
    taskId: string;
    invocationKey: string;
    stepId: string;
}
export interface EncodedTask {
    /** task.json, and the blob of its inputs when they are too long for it. Write the last one last. */
    files: RunFile[];
    taskDefRef: string;
    /** Set when the inputs stand in a blob: belongs into EFFECT_REQUESTED. */
    inputsRef?: string;
}
/**
 * task.json: the keys of the definition, sorted at every level, then the fixed keys, then the inputs.
 * `inputs` undefined leaves them out. `def.kind` must be a string.
 */
export declare function encodeTask(id: TaskIdentity, def: JsonObject, inputs: Json | undefined): EncodedTask;
export interface ResultOf {
    effectId: string;
    taskId: string;
    invocationKey: string;
    stdoutRef?: string | undefined;
    stderrRef?: string | undefined;
    startedAt?: string | undefined;
    finishedAt?: string | undefined;
    metadata?: JsonObject | undefined;
}
export type ResultOutcome = {
    status: 'ok';
    value: Json;
} | {
    status: 'error';
    error: SerializedError;
} | {
    status: 'cancelled';
    reason: string;
};
export interface EncodedResult {
    /** result.json last, its blob before it. */
    files: RunFile[];
    resultRef: string;
    /** sha256 of result.json's bytes. */
    resultDigest: string;
    /**
     * Compact JSON of the value as a replay will read it (keys sorted, as the file has them): hand exactly
     * this to the waiting process. Empty unless the outcome is ok.
     */
    valueText: string;
}
/**
 * result.json. The value stands in it twice, as `result` and as `value`; one whose pretty JSON is longer than
 * 1 MiB goes to a blob, which `resultRef` in the file names.
 */
export declare function encodeResult(of: ResultOf, outcome: ResultOutcome): EncodedResult;
/** What a result file says: the value in it, or the ref of the blob that holds it. */
export type ResultFile = {
    status: 'ok';
    value: Json;
} | {
    status: 'ok';
    valueRef: string;
} | {
    status: 'error';
    error: Json;
} | {
    status: 'cancelled';
    reason: string;
};
/** undefined when the text is no result file (cut off, or without what its status calls for). */
export declare function decodeResult(text: string): ResultFile | undefined;
/** run.json; unknown fields of a run made elsewhere are kept when it is read. */
export interface RunMetadata {
    runId: string;
    request: string;
    processId: string;
    harness?: string;
    entrypoint: {
        importPath: string;
        exportName: string;
    };
    processPath: string;
    processRevision?: string;
    layoutVersion: string;
    createdAt: string;
    prompt?: string;
    nonInteractive?: boolean;
    completionProof?: string;
}
/** run.json in Babysitter's key order. */
export declare function encodeRun(run: Omit<RunMetadata, 'layoutVersion' | 'processPath'>): string;
/** run.json parsed; a string says what is wrong with it. */
export declare function decodeRun(text: string): RunMetadata | string;
/** The proof in run.json, or the one that Babysitter derives for a run that has none. */
export declare function completionProofOf(run: {
    runId: string;
    completionProof?: string;
}): string;
