/** Errors on their way into the journal and back into a process (live and replay give the same object). */
import type { SerializedError } from '../../journal/events.js';
/** Thrown at the place of an effect that was cancelled, timed out or withdrawn; the same on every replay. */
export declare class EffectCancelledError extends Error {
    readonly effectId: string;
    readonly reason: string;
    readonly timedOut: boolean;
    constructor(effectId: string, reason: string, timedOut?: boolean);
}
/** An attempt was lost with its job too often (or once, with `onLost: 'fail'`). */
export declare class LostEffectError extends Error {
    readonly effectId: string;
    readonly losses: number;
    constructor(effectId: string, losses: number, message?: string);
}
/** The code asks for other steps than the journal holds. The report is in `message`. */
export declare class DivergenceError extends Error {
    readonly name = "DivergenceError";
}
/** Whatever was thrown, as data: `name`, `message`, `stack`, `cause` and own fields. Never throws. */
export declare function serializeError(thrown: unknown, depth?: number): SerializedError;
/** The error that a process catches: live as after a replay it is made from the journal's words. */
export declare function rehydrateError(serialized: SerializedError): Error;
