/** What a run waits for, as people and programs see it. */
import { DamageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import { resolverOf } from '../journal/reader.ts';
import type { EffectState, RunState } from '../journal/state.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { isExternal } from './policy.ts';
import { readObject } from './tasks.ts';
import type { PendingEffect, Performer } from './world.ts';

/** What the journal does not have, or has from a time when others did it. */
interface Details {
  title: Json | undefined;
  external: boolean;
}

export function pendingEffects(
  state: RunState,
  detailsOf: (effect: EffectState) => Details,
): PendingEffect[] {
  return [...state.pending.values()].map((effect) => {
    const { kind, taskId, label } = effect.request;
    const { title, external } = detailsOf(effect);
    const wakeAt = wakeAtOf(effect);
    return {
      effectId: effect.effectId,
      kind,
      taskId,
      label,
      title: typeof title === 'string' ? title : label,
      external,
      ...(wakeAt === undefined ? {} : { wakeAt }),
    };
  });
}

/** As the process has just asked for it. */
export const asAsked =
  (live: { requestOf(effectId: string): RequestMessage | undefined }, performer: Performer) =>
  ({ effectId, request: recorded }: EffectState): Details => {
    const request = live.requestOf(effectId);
    return {
      title: request?.def.title,
      external: request === undefined ? recorded.external === true : isExternal(request, performer),
    };
  };

/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
export const asRecorded =
  (runDir: string) =>
  ({ request }: EffectState): Details => {
    const external = request.external === true;
    try {
      return { title: readObject(resolverOf(runDir), request.taskDefRef)?.title, external };
    } catch (error) {
      if (error instanceof DamageError) return { title: undefined, external };
      throw error;
    }
  };

/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect: EffectState): string | undefined {
  const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter(
    (time) => time !== undefined,
  );
  return times.sort()[0];
}
