/** The short references of a run's effects (contract §3). */
import { effectRef } from '../comments/reference.ts';
import type { EffectState, RunState } from '../journal/state.ts';

/** What people call an effect by: its reference, in any case, or its id. undefined: the run has none of that name. */
export function effectCalled(state: RunState, name: string): EffectState | undefined {
  const ref = name.toLowerCase();
  const [effectId = name] = [...refsOf(state)].find(([, short]) => short === ref) ?? [];
  return state.effects.get(effectId);
}

/** By effect id, in order of request: whoever was there first keeps the short one. */
export function refsOf(state: RunState): Map<string, string> {
  const refs = new Map<string, string>();
  const taken = new Set<string>();
  for (const effectId of state.effects.keys()) {
    const ref = effectRef(state.runId, effectId, taken);
    taken.add(ref);
    refs.set(effectId, ref);
  }
  return refs;
}
