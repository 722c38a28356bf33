import type { Json, JsonObject } from '../journal/events.js';
import type { StandIn } from '../operations/world.js';
/** An effect that the process asks for. */
export interface TestEffect {
    effectId: string;
    /** `S000001` for the first call of the process. */
    stepId: string;
    /** shell, node, agent, breakpoint, sleep, signal, subprocess, step, hook … */
    kind: string;
    /** The id given to `defineTask`, the name of a `ctx.run` step, or `__sdk.breakpoint`, `__sdk.sleep` … */
    taskId: string;
    label: string;
    args: Json;
    /** What the task's builder returned. */
    def: JsonObject;
    /** From 1. */
    attempt: number;
}
/** Answers an effect: see `runProcess`. */
export type Respond = (effect: TestEffect) => unknown;
/** Leaves the effect unanswered, as a person does who has not decided yet. */
export declare const pending: unique symbol;
declare const CANCEL: unique symbol;
/** Cancels the effect: its call throws EffectCancelledError with this reason. */
export interface Cancellation {
    readonly [CANCEL]: true;
    readonly reason: string;
}
export declare function cancel(reason: string): Cancellation;
/** Kinds without a performer: the test stands in for whoever ends them. */
export declare const WITHOUT_PERFORMER: Set<string>;
/** undefined: not answered, the engine does it. */
export declare function answer(respond: Respond | undefined, effect: TestEffect): Promise<StandIn | undefined>;
export {};
