/** What a test answers an effect with. */
import { UsageError } from '../errors.ts';
import type { Json, JsonObject } from '../journal/events.ts';
import { toJson } from '../journal/json.ts';
import { decisionProblem } from '../operations/breakpoint-answer.ts';
import { choicesOf } from '../operations/breakpoint-shown.ts';
import type { StandIn } from '../operations/world.ts';
import { serializeError } from '../runtime/worker/errors.ts';

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
export const pending: unique symbol = Symbol('pending');

const CANCEL = Symbol('cancel');

/** Cancels the effect: its call throws EffectCancelledError with this reason. */
export interface Cancellation {
  readonly [CANCEL]: true;
  readonly reason: string;
}

export function cancel(reason: string): Cancellation {
  return { [CANCEL]: true, reason };
}

/** Done by the engine itself unless a test answers it. */
const BY_ITSELF = new Set(['step', 'sleep', 'hook']);
/** Kinds without a performer: the test stands in for whoever ends them. */
export const WITHOUT_PERFORMER = new Set(['breakpoint', 'signal', 'sleep', 'hook', 'step', 'subprocess']);

/** undefined: not answered, the engine does it. */
export async function answer(respond: Respond | undefined, effect: TestEffect): Promise<StandIn | undefined> {
  const { effectId, stepId, kind, taskId, label, args, def, attempt } = effect;
  // Nobody answers: what waits, waits as it does without a test; what would have to be done is left alone.
  if (respond === undefined)
    return WITHOUT_PERFORMER.has(kind) && kind !== 'subprocess' ? undefined : { status: 'pending' };
  try {
    const said = await respond({ effectId, stepId, kind, taskId, label, args, def, attempt });
    if (said === pending) return { status: 'pending' };
    if (isCancellation(said)) return { status: 'cancelled', reason: said.reason };
    if (said === undefined && BY_ITSELF.has(kind)) return undefined;
    const value = toJson(said, `answer to ${label}`).json;
    const problem = kind === 'breakpoint' ? decisionProblem(value, () => choicesOf(def)) : undefined;
    if (problem !== undefined)
      throw new UsageError(`The answer to the breakpoint ${label} decides nothing: ${problem}`);
    return { status: 'ok', value };
  } catch (thrown) {
    return { status: 'error', error: serializeError(thrown) };
  }
}

function isCancellation(said: unknown): said is Cancellation {
  return said !== null && typeof said === 'object' && CANCEL in said;
}
