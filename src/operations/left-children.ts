/** Runs that a run has started and that its process, whose replay came to its end, has not asked for again here. */
import { hasChild } from '../journal/state.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { type EffectsWorld, type Live, newLive } from './live.ts';
import { NO_POLICY } from './policy.ts';
import { definitionOf } from './tasks.ts';

/** As effects in hand, to be ended with the run; `known`: those that are in hand already. */
export function leftChildren(
  { state, places }: Pick<EffectsWorld, 'state' | 'places'>,
  known: ReadonlyMap<string, Live>,
): Live[] {
  const left = [...state.pending.values()].filter(
    (effect) => hasChild(effect) && !known.has(effect.effectId),
  );
  return left.map((effect) => {
    const { inputs = null, ...def } = definitionOf(places.runDir, effect.request.taskDefRef);
    const request: RequestMessage = {
      after: 0,
      waits: 0,
      labels: [],
      argsDigest: '',
      site: '',
      options: {},
      ...effect.request,
      def,
      args: JSON.stringify(inputs),
      shielded: false,
      external: false,
      journaled: true,
    };
    return newLive(request, effect, NO_POLICY, 0);
  });
}
