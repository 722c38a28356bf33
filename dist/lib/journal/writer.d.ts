import type { JournalEvent, NewEvent } from './events.js';
import type { AppendGuard } from './guard.js';
import type { LoadedRun } from './open-run.js';
import { type RunState } from './state.js';
import { type SyncLog } from './sync-log.js';
import type { NewFile, RunMetadata } from './task-files.js';
export interface JournalOptions {
    guard?: AppendGuard;
    /** What is written is made durable by it; without one, by an fsync of each file. */
    log?: SyncLog | undefined;
    /** Milliseconds since 1970. */
    now?: () => number;
    /** Called between any two system calls of an append, for tests that stop or pause there. */
    trace?: (where: string) => void;
    /** Told of every file that was written, relative to the run directory, and of the event when it is one. */
    onWritten?: (path: string, event?: JournalEvent) => void;
}
export declare class RunJournal {
    #private;
    readonly runDir: string;
    readonly run: RunMetadata;
    readonly state: RunState;
    /** `loaded`: what `loadRun` read under the lease. */
    constructor(runDir: string, loaded: LoadedRun, options?: JournalOptions);
    get head(): {
        seq: number;
        ulid: string;
    };
    /**
     * Writes the files, then one file for each event, in order, to the page cache; `sync` makes them durable.
     * Returns the events with their places. Nothing is written when the batch does not fit the run: RunEndedError
     * after the end, LonghaulError (JOURNAL_MISUSE) for a settlement of an effect that is not pending.
     * LeaseLostError when somebody else drives the run; from then on, and after any other failure, this journal
     * takes nothing more.
     *
     * A file that exists with another content (left by a kill before its event) is not touched: `task.json` and
     * `result.json` get the next free name, and the refs in the events follow.
     */
    append(events: readonly NewEvent[], files?: readonly NewFile[]): JournalEvent[];
    /** From now on what the process need not wait for is left for `tidy`: other names of what stands, stamps, segments. */
    tidyLater(): void;
    /** Does what `append` has left; every other call here would, too. */
    tidy(): void;
    /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
    sync(): Promise<void>;
    /** Packs what is not packed yet into a segment. A cache: failures are swallowed, the journal is whole without. */
    pack(last?: boolean): void;
    /** Closes what is open. What was not synced stays in the page cache. */
    close(): void;
}
