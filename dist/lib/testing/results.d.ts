import type { Json, SerializedError } from '../journal/events.js';
import { type RunState } from '../journal/state.js';
import type { OpenRun } from '../stores/contract.js';
import type { TestEffect } from './answers.js';
export interface EffectResult extends TestEffect {
    status: 'pending' | 'ok' | 'error' | 'cancelled';
    /** What its call gave, when it is ok. */
    value?: Json;
    /** What its call threw, otherwise. */
    error?: SerializedError;
}
export declare function readResults(run: OpenRun): {
    state: RunState;
    effects: EffectResult[];
};
