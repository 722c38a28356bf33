/** External effects: done by other jobs or machines. A job takes them before it lists them (protocol E5). */
import { isObject } from '../journal/decode.ts';
import type { SerializedError } from '../journal/events.ts';
import type { EffectState, RunState } from '../journal/state.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { currentStart, type NextAttempt, nextAttempt } from './attempt-plan.ts';
import { NO_POLICY, readPolicy } from './policy.ts';
import type { PendingEffect } from './world.ts';

export interface ExternalClaim {
  /** Who takes them, as EFFECT_STARTED records it: the workflow run; undefined: nobody here. */
  owner: string | undefined;
  /** Whether another such owner may still bring a result. */
  isAlive(owner: string): Promise<boolean>;
}

export interface SentOut extends PendingEffect {
  /** Label of the runner that it asks for (`metadata['runs-on']` of its definition). */
  runsOn?: string;
}

/** What the driver knows of the effects that are open. */
export interface OpenEffects {
  requestOf(effectId: string): RequestMessage | undefined;
  post(
    effectId: string,
    outcome: { status: 'error'; error: SerializedError },
    details: Record<string, never>,
  ): boolean;
}

/** Kinds that nobody is sent to do: people, time and the engine itself see to them. */
const NOT_SENT = new Set(['breakpoint', 'sleep', 'signal', 'subprocess', 'step', 'hook']);
/** Jobs of one matrix, by GitHub’s limit. */
const MOST = 256;

const isSentOut = (request: { kind: string; external?: boolean }): boolean =>
  request.external === true && !NOT_SENT.has(request.kind);

function planOf(state: RunState, effect: EffectState, effects: Pick<OpenEffects, 'requestOf'>): NextAttempt {
  const request = effects.requestOf(effect.effectId);
  const policy = request === undefined ? NO_POLICY : readPolicy(request);
  return nextAttempt(state, effect, effect.request.label, 'error' in policy ? NO_POLICY : policy);
}

/** Settles what was lost with its workflow run once too often (`onLost`), so that the process hears of it. */
export async function settleLost(
  state: RunState,
  effects: OpenEffects,
  { owner, isAlive }: ExternalClaim,
): Promise<void> {
  for (const effect of [...state.pending.values()]) {
    const before = currentStart(state, effect)?.owner;
    if (!isSentOut(effect.request) || before === undefined || before === owner) continue;
    const next = planOf(state, effect, effects);
    if (next.type === 'lost' && !(await isAlive(before)))
      effects.post(effect.effectId, { status: 'error', error: next.error }, {});
  }
}

/**
 * Journals that this owner takes the external effects that no living owner has. Returns what is pending without the
 * effects of others, and of these the ones that the owner has by now: as many as one matrix holds. Without an owner
 * nothing is taken, and these are the ones that somebody has to take.
 */
export async function claimExternal(
  journal: RunJournal,
  pending: readonly PendingEffect[],
  effects: Pick<OpenEffects, 'requestOf'>,
  { owner, isAlive }: ExternalClaim,
): Promise<{ pending: PendingEffect[]; sentOut: SentOut[] }> {
  const { state } = journal;
  const alive = new Map<string, boolean>();
  const listed: PendingEffect[] = [];
  const sentOut: SentOut[] = [];
  for (const effect of pending) {
    const known = isSentOut(effect) ? state.effects.get(effect.effectId) : undefined;
    if (known === undefined) {
      listed.push(effect);
      continue;
    }
    const before = currentStart(state, known)?.owner;
    const isOthers = before !== undefined && before !== owner;
    if (isOthers && !alive.has(before)) alive.set(before, await isAlive(before));
    if (isOthers && alive.get(before) === true) continue;
    listed.push(effect);
    if (sentOut.length >= MOST) continue;
    const isToBeTaken = owner !== undefined && before !== owner;
    if (isToBeTaken && !claim(journal, known, planOf(state, known, effects), owner)) continue;
    sentOut.push({ ...effect, ...runnerOf(effects.requestOf(effect.effectId)) });
  }
  return { pending: listed, sentOut };
}

function runnerOf(request: RequestMessage | undefined): { runsOn?: string } {
  const metadata = request?.def.metadata;
  const runsOn = isObject(metadata) ? metadata['runs-on'] : undefined;
  return typeof runsOn === 'string' && runsOn !== '' ? { runsOn } : {};
}

/** False: it was lost once too often a moment ago, and the next drive settles it. */
function claim(journal: RunJournal, { effectId }: EffectState, next: NextAttempt, owner: string): boolean {
  if (next.type === 'lost') return false;
  const because = next.type === 'begin' && next.because !== undefined ? { because: next.because } : {};
  const data = { effectId, attempt: next.attempt, owner, ...because };
  journal.append([{ type: 'EFFECT_STARTED', data }]);
  return true;
}
