/**
 * Where runs live between jobs. One contract, several stores; every store passes the same tests
 * (test/stores/contract.suite.ts). A run has one journal with one writer, who holds its lease, and one mailbox
 * with many writers.
 */
import type { Actor, JournalEvent, Json, JsonObject, Owner, RunCreatedData, RunStatus } from '../journal/events.js';
import type { LoadedRun, LoadOptions } from '../journal/open-run.js';
import type { RunFile, RunMetadata } from '../journal/task-files.js';
import type { RunJournal } from '../journal/writer.js';
export interface NewRun {
    runId: string;
    processId: string;
    /** Default: the process id. */
    request?: string;
    entrypoint: {
        importPath: string;
        exportName: string;
    };
    /** undefined: the run has no inputs.json and the process gets `undefined`. */
    inputs?: Json;
    harness?: string;
    processRevision?: string;
    prompt?: string;
    nonInteractive?: boolean;
    /** What RUN_CREATED carries beside run id, process id, entry, revision, inputs and prompt. */
    created?: Omit<RunCreatedData, 'runId' | 'processId' | 'entrypoint' | 'harness' | 'processRevision' | 'inputsRef' | 'prompt'>;
    /** Time and name of its first event, where the events behind it come with `files` (a fork); default: now. */
    history?: {
        createdAt: string;
        ulid: string;
    };
    /** Further files that belong to the run from the start (carried code). */
    files?: RunFile[];
}
export interface RunSummary {
    runId: string;
    processId: string;
    state: RunStatus;
    createdAt: string;
    updatedAt: string;
    /** ISO time at which the run goes on by itself. */
    wakeAt?: string;
    /** Labels of the people's and other parties' effects that it waits for. */
    waitingOn?: string[];
}
export interface ListFilter {
    status?: readonly RunStatus[];
    processId?: string;
    /** At most so many, the ones changed last first. */
    limit?: number;
}
/** A run that somebody should drive now. */
export interface DueRun {
    runId: string;
    /** Its time has come, mail lies in its mailbox, or whoever drove it has gone. */
    why: 'time' | 'mail' | 'driver';
}
export interface DueFilter {
    /** ms since the epoch. */
    now: number;
    /** Path of a workflow file: runs of another one are left out. */
    workflow?: string | undefined;
}
/** A run that reports on an issue, or waits there. */
export interface RunOnIssue {
    runId: string;
    status: RunStatus;
    attempt: number;
    /** ISO time of its last save; '' where that is not known. */
    updatedAt: string;
    /** Path of the workflow file that it belongs to. */
    workflow?: string;
    /** References of the breakpoints whose comments stand there and are open. */
    refs: string[];
}
export interface RunStore {
    readonly kind: 'directory' | 'branch' | 'artifact';
    /** For messages: where runs are looked for. */
    readonly where: string;
    /** The directory to which `entrypoint.importPath` of a run is relative. */
    importDir(runId: string): string;
    /** Throws RunExistsError when the id is taken (whatever its case), UsageError for an impossible id. */
    create(run: NewRun): Promise<OpenRun>;
    /** Throws RunNotFoundError. The journal is not read yet. */
    open(runId: string): Promise<OpenRun>;
    exists(runId: string): Promise<boolean>;
    list(filter?: ListFilter): Promise<RunSummary[]>;
    /** What a sweep has to look at, the runs that were changed longest ago first. */
    due(filter: DueFilter): Promise<DueRun[]>;
    /**
     * Runs of any workflow file that report on an issue or wait there, by the index alone. Absent in a store without an
     * index: nobody finds its runs from a comment.
     */
    on?(issue: number): Promise<RunOnIssue[]>;
    /**
     * Drops a message for a run that is not opened here (before it is opened, so that opening sees it); see
     * `Mailbox.deliver`. Nobody is asked whether the run exists: whoever names one knows it from the index.
     */
    send(runId: string, message: Message): Promise<{
        name: string;
        fresh: boolean;
    }>;
    /** Removes runs that ended before `endedBefore` (ISO time); returns their ids. */
    prune(endedBefore: string): Promise<string[]>;
    /** Saves open runs again before their time in the store is over, where it has an end; returns their ids (A5). */
    renew?(owner: Owner): Promise<string[]>;
    /** Removes what the store needed for its own work on this machine. */
    close?(): void;
}
export interface AcquireOptions {
    /** Takes the lease whoever holds it. */
    force?: boolean;
    /** ISO time after which others, elsewhere, may take the lease even though they cannot ask for its owner. */
    expiresAt?: string;
    /** How the journal's segments are used; see `loadRun`. Default: `check`. */
    segments?: LoadOptions['segments'];
    /** Opens a damaged journal, too, for nothing but sealing it; without it DamageError is thrown. */
    damaged?: boolean;
}
export interface OpenRun {
    readonly runId: string;
    readonly runDir: string;
    /** Reads without a lease and writes nothing. Throws DamageError. */
    load(options?: LoadOptions): LoadedRun;
    metadata(): RunMetadata;
    events(): Iterable<JournalEvent>;
    /** Throws LeaseHeldError naming the owner. */
    acquire(owner: Owner, options?: AcquireOptions): Promise<Lease>;
    /** Who drives the run now; undefined: nobody, or somebody who is dead. */
    owner(): Promise<Owner | undefined>;
    readonly mailbox: Mailbox;
    /** As of the last look or save; absent where a save goes nowhere but to this disk. */
    readonly lastSave?: LastSave;
    /** Where people find it in the repository, as far as this store has it there; as of the last look or save. */
    readonly place?: RunPlace;
}
export interface LastSave {
    /** Another one after each save. */
    id: string;
    /** Who made it, where somebody has driven the run. */
    driver?: Owner;
}
export interface RunPlace {
    ref: string;
    /** Name of the branch, when the ref is one. */
    branch?: string;
    /** The last save. */
    commit: string;
}
/** What the index of all runs says beside what the journal says. Stays until it is given anew. */
export interface IndexNote {
    /** The issue with the run's status comment. */
    issue?: number;
    /** Open breakpoints: the issue that has the comment, and the code shown there. */
    waitingOn?: readonly {
        issue: number;
        ref: string;
    }[];
    /** ISO time at which a sweep is to look at the run, beside what the journal says; '': none. */
    lookAt?: string;
}
export interface SaveOptions {
    /**
     * This save also gives the lease back, in the same write; afterwards only `release` may be called. No mail is
     * lost by it: whoever drops a message looks at the lease after that, and the driver looks into the mailbox
     * once more after this save (M4, M5), so one of the two sees the other.
     */
    last?: boolean;
    /** Names of the messages that this save records, or that say nothing to this run: deleted with it (M2). */
    mail?: readonly string[];
    index?: IndexNote;
}
export interface Lease {
    /** From 1; each new lease of the run has a higher one. */
    readonly epoch: number;
    readonly owner: Owner;
    /** Who held the lease before and did not release it, where there was somebody. */
    readonly former: Owner | undefined;
    /** What was read when the lease was taken: refs for the replay, names, tail. */
    readonly loaded: LoadedRun;
    readonly journal: RunJournal;
    /**
     * Everything appended so far is durable in the store when this resolves. Calls that come meanwhile share the
     * next save. Throws LeaseLostError when somebody else has taken over.
     */
    save(options?: SaveOptions): Promise<void>;
    /** Throws LeaseLostError when somebody else has taken over. Cheap enough to be asked before every act. */
    check(): void;
    /** Whatever must last was saved before. Free after `save({ last: true })`. Look into the mailbox once more after it. */
    release(): Promise<void>;
}
interface MessageBase {
    /** M1: decides about duplicates. Letters, digits, `.`, `_`, `-`; up to 128. */
    id: string;
    /** M3: the attempt of the run that it is for. */
    attempt: number;
    /** ISO time at which it was sent. */
    at: string;
    actor?: Actor | undefined;
    /** Where it came from (a comment's or workflow run's URL). */
    source?: string | undefined;
}
export type Message = MessageBase & 
/** A comment (or, with `review`, a review of that pull request) that may decide: whoever drives reads it again. */
({
    kind: 'decide';
    commentId: string;
    issue: number;
    review?: boolean | undefined;
} | {
    kind: 'cancel';
    effectId?: string | undefined;
    reason: string;
} | {
    kind: 'halt';
    finalStatus: 'completed' | 'failed';
    reason: string;
} | {
    kind: 'signal';
    name: string;
    value: Json;
} | {
    kind: 'result';
    effectId: string;
    effectAttempt: number;
    outcome: {
        status: 'ok';
        value: Json;
    } | {
        status: 'error';
        error: JsonObject;
    };
} | {
    kind: 'wake';
});
export interface Mail {
    /** Name of the message in the store: `<id>-<first 12 of the content's digest>`. */
    name: string;
    message: Message;
}
export interface MailRead {
    /** Valid messages, one for each id, oldest first. */
    mail: Mail[];
    /** Names of further messages with an id that `mail` has. */
    duplicates: string[];
    /** What is no message, and why. */
    invalid: {
        name: string;
        why: string;
    }[];
}
export interface Mailbox {
    /**
     * Drops a message. Contention-free: whoever else drops what at the same time, both arrive; the same message
     * dropped twice lies there once. Resolves when it is durable. Throws UsageError for what is no message.
     */
    deliver(message: Message): Promise<{
        name: string;
        fresh: boolean;
    }>;
    /** Cheap when it is empty. */
    read(): Promise<MailRead>;
    /**
     * Deletes messages by name, outside of a save (those of an ended run, M4). A driver names what it recorded to
     * `save`. Names that are gone already are none.
     */
    delete(names: readonly string[]): Promise<void>;
    /** Names only. */
    names(): Promise<string[]>;
    /**
     * Calls `onMail` with what `read` gives: once after the first look, which is made at once (and costs nothing
     * right after `open`), then whenever there is something that it was not called with before; one call at a time,
     * and less and less often while nothing comes. `onError`: a look, or `onMail`, failed; looking goes on. Returns how
     * to stop.
     */
    watch(onMail: (read: MailRead) => void | Promise<void>, onError?: (error: unknown) => void): () => void;
}
export {};
