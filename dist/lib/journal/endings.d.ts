import type { RunStatus, SerializedError } from './events.js';
export type EndedStatus = Extract<RunStatus, 'completed' | 'failed' | 'canceled' | 'halted'>;
export type FinalStatus = 'success' | 'fail' | 'canceled';
interface Ending {
    /** `status` in final.json and in the last line of progress.ndjson. */
    final: FinalStatus;
    /** `event` of that line. */
    line: 'run_completed' | 'run_failed';
    /** What the journal ends with. */
    event: 'RUN_COMPLETED' | 'RUN_FAILED' | 'RUN_HALTED';
}
/** By the state that `run:status` and the output `status` show. */
export declare const ENDINGS: Readonly<Record<EndedStatus, Ending>>;
export declare function isEnded(status: RunStatus): status is EndedStatus;
/** What a run ended with, for people: `Name: message (path:line:column)`. */
export declare function errorText({ name, message, site, }: Pick<SerializedError, 'name' | 'message' | 'site'>): string;
/** A `status` of final.json as one of ours. Throws LonghaulError (UNKNOWN_STATUS): a word that we do not know is no guess (T7). */
export declare function finalStatus(word: unknown, path: string): FinalStatus;
export {};
