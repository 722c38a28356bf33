/** What a run waits for, as people and programs see it. */
import type { EffectState, RunState } from '../journal/state.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { titleOf } from './breakpoint-shown.ts';
import { isExternal } from './policy.ts';
import { definitionOf } from './tasks.ts';
import type { PendingEffect, Performer } from './world.ts';

/** What the journal does not have, or has from a time when others did it. */
interface Details {
  title: string | undefined;
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
      title: title ?? label,
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
      title: request === undefined ? undefined : titleOf(request.kind, request.def),
      external: request === undefined ? recorded.external === true : isExternal(request, performer),
    };
  };

/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
export const asRecorded =
  (runDir: string) =>
  ({ request }: EffectState): Details => ({
    title: titleOf(request.kind, definitionOf(runDir, request.taskDefRef)),
    external: request.external === true,
  });

/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect: EffectState): string | undefined {
  const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter(
    (time) => time !== undefined,
  );
  return times.sort()[0];
}
