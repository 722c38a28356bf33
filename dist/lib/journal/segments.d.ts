import type { JournalEvent } from './events.js';
import { type EventName, type RefResolver } from './layout.js';
import type { ReplayInput } from './replay-input.js';
import { type FileStamp, type PackEntry, SegmentFile, type SegmentRef } from './segment-file.js';
export type { FileStamp, PackEntry, SegmentRef } from './segment-file.js';
/** So many events are packed into one segment. */
export declare const SEGMENT_EVENTS = 512;
/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
export declare function listSegments(runDir: string): SegmentRef[];
export declare function withSegment<T>(runDir: string, ref: Pick<SegmentRef, 'path' | 'digest'>, read: (file: SegmentFile) => T): T;
/** The events of a segment. Throws DamageError when its bytes are not those that the digest promises. */
export declare function readSegmentEvents(runDir: string, ref: SegmentRef): JournalEvent[];
/** Adds what a replay needs of a segment to `input`. Values stay slices of the segment's text. */
export declare function readReplayRows(runDir: string, ref: Pick<SegmentRef, 'path' | 'digest'>, input: ReplayInput, resolver: RefResolver): void;
/** The stamp of a file of the run as it is now. Throws when it is missing. */
export declare function stampFile(runDir: string, path: string): FileStamp;
/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
export declare function packEntry(runDir: string, event: JournalEvent, stamp: FileStamp, resolver: RefResolver): PackEntry;
/** Packs event files that stand on disk, `SEGMENT_EVENTS` at a time. Throws DamageError for a damaged one. */
export declare function packFiles(runDir: string, names: readonly EventName[]): SegmentRef[];
/** Removes segments that are not to be believed, so that nobody reads them again. */
export declare function dropSegments(runDir: string, segments: readonly Pick<SegmentRef, 'path'>[]): void;
