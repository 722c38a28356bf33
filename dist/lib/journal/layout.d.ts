export declare const LAYOUT_VERSION = "2026.01-storage-preview";
export declare const GITIGNORE = "state/\ntasks/*/artifacts/\nblobs/\norphaned/\n";
/** The directories that Babysitter makes with every run. */
export declare const RUN_DIRS: readonly ['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process'];
export declare const OUTPUT_REF = "state/output.json";
export declare const paths: {
    run: (runDir: string) => string;
    inputs: (runDir: string) => string;
    journal: (runDir: string) => string;
    event: (runDir: string, name: string) => string;
    tasks: (runDir: string) => string;
    state: (runDir: string) => string;
    stateCache: (runDir: string) => string;
    segments: (runDir: string) => string;
    output: (runDir: string) => string;
    orphaned: (runDir: string) => string;
    code: (runDir: string) => string;
    artifacts: (runDir: string) => string;
    lease: (runDir: string) => string;
    mailbox: (runDir: string) => string;
    final: (runDir: string) => string;
    progress: (runDir: string) => string;
};
/** Refs are relative to the run directory and use `/`. */
export declare const refs: {
    task: (effectId: string) => string;
    result: (effectId: string) => string;
    stdout: (effectId: string) => string;
    stderr: (effectId: string) => string;
    blob: (effectId: string, name: 'inputs' | 'result', digest: string) => string;
};
export interface EventName {
    seq: number;
    ulid: string;
    name: string;
}
/** `000007.<ULID>.json`; from seq 1,000,000 on the number simply grows longer. */
export declare function eventFileName(seq: number, ulid: string): string;
/** undefined for a name that is not exactly that of an event file. */
export declare function parseEventName(name: string): EventName | undefined;
/** By number, not by text: 1,000,000 comes after 999,999. */
export declare function compareEvents(a: EventName, b: EventName): number;
/** undefined when the ref is one that may be followed, otherwise what is wrong with it. */
export declare function refProblem(ref: unknown): string | undefined;
/** Follows refs of one run directory; directories that were found to be real are not asked again. */
export declare class RefResolver {
    #private;
    constructor(runDir: string);
    /**
     * The absolute path of a ref that stands in `mentionedIn` (a path for the message). Throws DamageError when
     * the ref is absolute, climbs out of the run directory or leads through a symbolic link. The file itself
     * may be missing.
     */
    resolve(ref: unknown, mentionedIn: string): string;
}
/** The data of an event, its refs renamed. */
export declare function withRefs(data: object, renamed: Map<string, string>): object;
