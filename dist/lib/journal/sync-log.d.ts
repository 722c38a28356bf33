export declare const LOG_SCHEMA = "longhaul.log.v1";
/** Longer files are synced themselves: to write them twice would cost more. In characters. */
export declare const MAX_LOGGED: number;
export type LoggedFile = [path: string, text: string];
export declare class SyncLog {
    #private;
    /** `path`: made when there is something to log. `bootId`: names this start of the machine. */
    constructor(path: string, bootId: string);
    /** A file that stands whole under `path`, relative to the run directory. */
    add(path: string, text: string): void;
    /** Resolves when everything added before this call is on the disk. */
    sync(): Promise<void>;
    /** What was not synced is left to the kernel. */
    close(): void;
}
