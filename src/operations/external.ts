/** External effects: done by other jobs or machines. A job takes them before it lists them (protocol E5). */
import type { EffectStartedData } from '../journal/events.ts';
import { attemptOf } from '../journal/state.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { PendingEffect } from './world.ts';

export interface ExternalClaim {
  /** Who takes them, as EFFECT_STARTED records it: the workflow run. */
  owner: string;
  /** Whether another such owner may still bring a result. */
  isAlive(owner: string): Promise<boolean>;
}

/** Kinds that nobody is sent to do: people, time and the engine itself see to them. */
const NOT_SENT = new Set(['breakpoint', 'sleep', 'signal', 'subprocess', 'step', 'hook']);

export const isSentOut = ({ kind, external }: PendingEffect): boolean => external && !NOT_SENT.has(kind);

/**
 * Journals that this owner takes the external effects that no living owner has. Returns what is pending without the
 * effects of others.
 */
export async function claimExternal(
  journal: RunJournal,
  pending: readonly PendingEffect[],
  { owner, isAlive }: ExternalClaim,
): Promise<PendingEffect[]> {
  const alive = new Map<string, boolean>([[owner, true]]);
  const listed: PendingEffect[] = [];
  for (const effect of pending) {
    const known = isSentOut(effect) ? journal.state.effects.get(effect.effectId) : undefined;
    const before = known?.starts.at(-1)?.owner;
    if (before !== undefined && !alive.has(before)) alive.set(before, await isAlive(before));
    if (before !== undefined && before !== owner && alive.get(before) === true) continue;
    listed.push(effect);
    if (known === undefined || before === owner) continue;
    const data: EffectStartedData = {
      effectId: effect.effectId,
      attempt: attemptOf(known) + 1,
      owner,
      ...(before === undefined ? {} : { because: 'loss' as const }),
    };
    journal.append([{ type: 'EFFECT_STARTED', data }]);
  }
  return listed;
}
