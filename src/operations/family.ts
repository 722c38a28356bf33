/** A run's children (ctx.subprocess) and its parent: runs of the same store that have to hear of each other. */
import type { RunCreatedData } from '../journal/events.ts';
import { hasChild, type RunState } from '../journal/state.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';

/**
 * The child of an effect has one id, whoever starts it; each attempt after a failure is a child of its own.
 * A run id is at most 64 characters, a ULID 26.
 */
export function childRunId(parent: string, effectId: string, failures = 0): string {
  const suffix = failures === 0 ? '' : `-${failures + 1}`;
  return `${parent.slice(0, 37 - suffix.length).replace(/[.]+$/, '')}.${effectId}${suffix}`;
}

/** Ids of the runs that effects of this run have started and wait for. */
export function openChildren(state: RunState): string[] {
  const effects = [...state.pending.values()].filter(hasChild);
  return effects.map(({ effectId, failures }) => childRunId(state.runId, effectId, failures));
}

/**
 * Tells the parent of a run that has ended: whoever drives it looks at its child again. The answer is the parent
 * that waits for it; it has to be driven by whoever asks, unless somebody else does already. undefined: nobody waits.
 */
export async function wakeParent(
  store: RunStore,
  parent: RunCreatedData['parent'],
  terminal: RunState['terminal'],
): Promise<OpenRun | undefined> {
  if (parent === undefined || terminal === undefined || !(await store.exists(parent.runId))) return undefined;
  const run = await store.open(parent.runId);
  const { state } = run.load();
  if (state.terminal !== undefined || state.effects.get(parent.effectId)?.status !== 'requested')
    return undefined;
  // The same message however often it is sent (M1).
  await run.mailbox.deliver({
    id: `${parent.effectId}.ended`,
    attempt: state.attempt,
    at: terminal.at,
    kind: 'wake',
  });
  return run;
}
