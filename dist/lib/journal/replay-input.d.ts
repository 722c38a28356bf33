/** What a replay needs of a journal: requests and settlements in order, nothing else. */
import type { JournalEvent } from './events.js';
import { type RefResolver } from './layout.js';
import { type SettlementOutcome } from './reader.js';
import { type SegmentRef } from './segments.js';
/** Where a journal stands on disk: packed segments, then the names of the event files behind them. */
export interface JournalRefs {
    segments: Pick<SegmentRef, 'path' | 'digest'>[];
    tail: string[];
}
export interface JournaledRequest {
    effectId: string;
    seq: number;
    stepId: string;
    taskId: string;
    kind: string;
    label: string;
    /** undefined in a journal that Babysitter wrote: arguments are not compared. */
    argsDigest: string | undefined;
    /** Settlements handed over when it was asked (P3); where the journal does not say: all before it. */
    after: number;
    waits: number;
    site: string | undefined;
}
export interface Settlement {
    /** From 1, in journal order. */
    index: number;
    seq: number;
    effectId: string;
    recordedAt: string;
    outcome: SettlementOutcome;
}
export interface RetryPoint {
    seq: number;
    /** How many settlements and requests stand before it. */
    settlementsBefore: number;
    requestsBefore: number;
    effects: string[];
    dropped: string[];
}
export interface ReplayInput {
    runId: string;
    processId: string;
    /** recordedAt of RUN_CREATED. */
    createdAt: string;
    /** Seq of the last event; 0 for an empty journal. */
    head: number;
    requests: JournaledRequest[];
    settlements: Settlement[];
    retries: RetryPoint[];
    /** Highest logSeq of ctx.log lines. */
    logCount: number;
}
/**
 * Reads what a replay needs. Segments are believed (their digests are verified; that they agree with the
 * files is for `checkSegments` to say); tail events are read from their files, checksums and result digests
 * verified. Throws DamageError naming the file.
 */
export declare function loadReplayInput(runDir: string, refs: JournalRefs): ReplayInput;
/** Takes one more event, given in order. `path` names its file in messages. */
export declare function takeEvent(input: ReplayInput, event: JournalEvent, resolver: RefResolver, path: string): void;
