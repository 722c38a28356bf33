import type { JournalEvent, JsonObject, SerializedError } from './events.js';
import { type SettlementOutcome } from './reader.js';
export declare const SEGMENT_SCHEMA = "longhaul.segment.v3";
/** Values longer than this, in characters of compact JSON, stay in their result file. */
export declare const MAX_PACKED_VALUE: number;
/** `path` is relative to the run directory; `digest` is that of the header line, which names all others. */
export interface SegmentRef {
    path: string;
    digest: string;
    from: number;
    to: number;
}
/** Path relative to the run directory, size in bytes, modification time in milliseconds. */
export type FileStamp = [path: string, size: number, mtimeMs: number];
/** The files that a segment stands for, as they were when it was packed. */
export interface Stamps {
    /** Names of the event files, and paths of the result files; a line each, so that they are read as one text. */
    events: string;
    results: string;
    /** Size and modification time of each, the events' first. */
    numbers: number[];
}
/** One event to be packed, with the stamps of the files that its line stands for. */
export interface PackEntry {
    event: JournalEvent;
    stamp: FileStamp;
    /** For an EFFECT_RESOLVED whose value stands in a file. */
    result?: {
        outcome: SettlementOutcome;
        stamp: FileStamp;
    } | undefined;
}
/** In the row of a request: as in the request before it in the segment. */
export declare const SAME = 0;
/** What a replay reads of an event; the first item says which kind of row it is. */
export type ReplayRow = ['created', seq: number, runId: string, processId: string, at: string] | [
    'request',
    seq: number,
    effectId: string,
    stepId: string,
    taskId: string,
    kind: string,
    /** null: the task id. */
    label: string | null,
    argsDigest: string | null | typeof SAME,
    after: number | null,
    waits: number | null,
    site: string | null | typeof SAME
] | ['ok', seq: number, effectId: string, at: string, length: number]
/** Too long to be packed: read from the file that the event's data names. */
 | ['file', seq: number, effectId: string, at: string, data: JsonObject] | ['error', seq: number, effectId: string, at: string, error: SerializedError] | ['cancelled', seq: number, effectId: string, at: string, reason: string, timedOut: boolean] | ['retried', seq: number, effects: string[], dropped: string[]] | ['log', seq: number, logSeq: number];
export type EventRow = [
    seq: number,
    ulid: string,
    type: string,
    recordedAt: string,
    data: JsonObject,
    extra?: JsonObject
];
/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
export declare function writeSegmentFile(runDir: string, entries: readonly PackEntry[]): SegmentRef;
/** An open segment. Every read throws DamageError when the bytes are not those that the digest promises. */
export declare class SegmentFile {
    #private;
    readonly ref: SegmentRef;
    /** `ref.digest` '' takes the header as it is (and puts its digest in): for listing only. */
    constructor(runDir: string, ref: Pick<SegmentRef, 'path' | 'digest'>);
    close(): void;
    replayRows(): {
        rows: ReplayRow[];
        results: string;
    };
    events(): EventRow[];
    stamps(): Stamps;
}
/** Directory of the segments of a run. */
export declare function segmentsDir(runDir: string): string;
