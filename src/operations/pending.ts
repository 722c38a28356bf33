/** What a run waits for, as people and programs see it. */
import type { EffectState, RunState } from '../journal/state.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { isExternal } from './policy.ts';
import type { PendingEffect, Performer } from './world.ts';

export function pendingEffects(
  state: RunState,
  live: { requestOf(effectId: string): RequestMessage | undefined },
  performer: Performer,
): PendingEffect[] {
  return [...state.pending.values()].map((effect) => {
    const request = live.requestOf(effect.effectId);
    const { kind, taskId, label, external } = effect.request;
    const wakeAt = wakeAtOf(effect);
    const title = request?.def.title;
    return {
      effectId: effect.effectId,
      kind,
      taskId,
      label,
      title: typeof title === 'string' ? title : label,
      external: request === undefined ? external === true : isExternal(request, performer),
      ...(wakeAt === undefined ? {} : { wakeAt }),
    };
  });
}

/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect: EffectState): string | undefined {
  const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter(
    (time) => time !== undefined,
  );
  return times.sort()[0];
}
