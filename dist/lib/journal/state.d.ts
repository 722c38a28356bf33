import type { JournalEvent, RunStatus } from './events.js';
import type { EffectState, RunState } from './state-types.js';
export type * from './state-types.js';
export declare function emptyState(): RunState;
export declare function stateOf(events: Iterable<JournalEvent>): RunState;
/** Takes the next event into the state. Never throws: what does not fit is noted in `problems`. */
export declare function applyEvent(state: RunState, event: JournalEvent): void;
/** Number of the last attempt of an effect; 0 before its first start. */
export declare function attemptOf(effect: EffectState): number;
/** True when nothing that a driver does now brings this pending effect on. */
export declare function waitsForOthers(effect: EffectState, now?: number): boolean;
/** It has started a run of its own, which may be going on without us. */
export declare function hasChild(effect: EffectState): boolean;
/** The state that contract §1 gives a run whose lease nobody asks about. */
export declare function statusOf(state: RunState, now?: number): RunStatus;
/** Number of pending effects of each kind, keys sorted. */
export declare function pendingByKind(state: RunState): {
    [kind: string]: number;
};
