import type { EffectCancelledData, EffectResolvedData, JournalEvent, SerializedError } from './events.js';
import { type EventName, RefResolver } from './layout.js';
import { type RunMetadata } from './task-files.js';
/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
export declare function readRun(runDir: string): RunMetadata;
/** The text of inputs.json, or undefined when the run has none. */
export declare function readInputs(runDir: string): string | undefined;
/** The text of a file; undefined when there is none. Other errors are thrown. */
export declare function readIfThere(path: string): string | undefined;
/** What stands in a directory; nothing when there is none. */
export declare function namesIn(directory: string): string[];
export declare function isMissing(error: unknown): boolean;
export interface JournalListing {
    /** Event files in order of seq. */
    events: EventName[];
    /** Everything else in journal/: temp files left over by a kill, stray files. Never counted. */
    others: string[];
}
/** Names only, nothing is opened. An absent journal directory is an empty journal. */
export declare function listJournal(runDir: string): JournalListing;
/** The place where the seqs of a sorted listing stop being 1, 2, 3 …; undefined when they never do. */
export declare function sequenceProblem(events: readonly EventName[]): {
    kind: 'gap' | 'duplicate';
    seq: number;
    name: string;
} | undefined;
/**
 * The event files of a run, 1, 2, 3 … without a gap. While a driver appends, a listing may show an event and
 * miss the one before it, so a gap is believed only when it is still there on a second look. Throws
 * DamageError for a gap, a seq that two files have, and a journal without an event: every run has its first.
 */
export declare function listEvents(runDir: string): EventName[];
/** One event file, its checksum verified. Throws DamageError naming the file. */
export declare function readEvent(runDir: string, name: EventName): JournalEvent;
/** Every event of the run, read from the event files alone. Throws DamageError for any damage. */
export declare function readEvents(runDir: string): JournalEvent[];
/** How one request ended. `value` is compact JSON text, parsed only where it is needed. */
export type SettlementOutcome = {
    status: 'ok';
    value: string;
} | {
    status: 'error';
    error: SerializedError;
} | {
    status: 'cancelled';
    reason: string;
    timedOut: boolean;
};
/**
 * What an EFFECT_RESOLVED event settled, with the value read whole from its result file or blob and the
 * file's digest verified. Throws DamageError when a file is missing, edited or damaged, or a ref is tampered.
 */
export declare function readOutcome(resolver: RefResolver, data: EffectResolvedData, eventPath: string): SettlementOutcome;
export declare function cancelledOutcome(data: EffectCancelledData): SettlementOutcome;
/** A reader of refs for one run directory. */
export declare function resolverOf(runDir: string): RefResolver;
