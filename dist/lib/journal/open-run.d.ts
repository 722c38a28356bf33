import type { JournalEvent } from './events.js';
import { type EventName } from './layout.js';
import type { JournalRefs } from './replay-input.js';
import { type SegmentRef } from './segments.js';
import { type RunState } from './state.js';
import type { RunMetadata } from './task-files.js';
export interface LoadedRun {
    run: RunMetadata;
    state: RunState;
    /** All event files, in order. */
    names: EventName[];
    /** What a replay reads. */
    refs: JournalRefs & {
        segments: SegmentRef[];
    };
    /** Events of the tail, behind the segments. */
    tail: JournalEvent[];
    /** Opened with `damaged`: good for sealing only. */
    damaged: boolean;
}
export interface LoadOptions {
    /**
     * `check` (default): segments are compared with the files before they are used, and left aside when they
     * differ. `trust`: used as they are; the caller runs `checkSegments` before it writes or says anything.
     * `ignore`: every event is read from its file.
     */
    segments?: 'check' | 'trust' | 'ignore';
    /**
     * Takes what can be read of a damaged journal: for sealing it. The head is the highest seq and the highest
     * ULID of all names, so that an event appended to it stands last whatever the others are. Nobody else drives on such a state.
     */
    damaged?: boolean;
}
/** Throws DamageError naming the file when run.json or the journal is damaged, unless that is taken (`damaged`). */
export declare function loadRun(runDir: string, options?: LoadOptions): LoadedRun;
/** Throws DamageError when events can be read but do not add up (a settlement of an unknown effect, say). */
export declare function checkSound(runDir: string, state: RunState): void;
/** The events of a run in order, from segments (checked) and files. Throws DamageError for any damage. */
export declare function eventsOf(runDir: string, options?: LoadOptions): Generator<JournalEvent>;
