import { type DriveLimits } from '../operations/world.js';
import type { DivergenceFacts } from '../runtime/protocol.js';
export type ReplayResult = {
    clean: true;
    divergence: undefined;
}
/** `message` is the whole report; `facts` what it is made of. */
 | {
    clean: false;
    divergence: {
        message: string;
        hint: string;
        facts: DivergenceFacts;
    };
};
/**
 * Replays the journal of a run with the code of `entry`. Runs no effect and writes nothing, so that recorded runs
 * can be kept as fixtures: does a change of the code still agree with the runs that are open? Of a completed run
 * the code must ask for exactly its steps; of any other it may ask for more.
 *
 * @param entry the process file as `path`, `path#export` or file URL; default: the file that the run was started with
 * @throws LonghaulError for a damaged journal, or a process that cannot be loaded or does not give the loop back
 */
export declare function replayRun(runDir: string, options?: {
    entry?: string | URL;
    limits?: Partial<DriveLimits>;
}): Promise<ReplayResult>;
