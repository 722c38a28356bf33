/**
 * Cancelling: an effect (the process gets an EffectCancelledError at the place that waits for it), or a whole run
 * (every pending effect gets one, protocol E6).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LeaseHeldError } from '../errors.ts';
import type { Actor } from '../journal/events.ts';
import { hasChild, type RunState } from '../journal/state.ts';
import { redactor } from '../redact.ts';
import { carryOn } from './carry-on.ts';
import { applyMessage } from './mail.ts';
import { type SessionOptions, type SessionResult, SHORT_LEASE_MS, SHORT_LEASES } from './session.ts';
import {
  type Change,
  change,
  envelope,
  pendingEffect,
  type Request,
  refusal,
  refuseEnded,
} from './under-lease.ts';

export interface CancelRequest extends Request {
  effectId: string;
  reason: string;
}

/**
 * Settles an effect as cancelled, or has its driver stop it. Not for one that `takesDriver`.
 * @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED, EFFECT_DROPPED): nothing was written
 */
export async function cancelTask(
  request: CancelRequest,
): Promise<Change<{ resultRef: string | null } | undefined>> {
  const { run, effectId, redact = redactor([]) } = request;
  const reason = redact(request.reason);
  pendingEffect(run.load().state, effectId, 'a cancel');
  return change(
    request,
    (state) => ({ ...envelope(request, state), kind: 'cancel', effectId, reason }),
    ({ journal }) => {
      const effect = pendingEffect(journal.state, effectId, 'a cancel');
      applyMessage(journal, undefined, {
        ...envelope(request, journal.state),
        kind: 'cancel',
        effectId,
        reason,
      });
      return { resultRef: effect.settlement?.resultRef ?? null };
    },
  );
}

/** True when a cancel means that process code cleans up: of the run itself, or of a run that the effect has started. */
export function takesDriver(state: RunState, effectId: string | undefined): boolean {
  if (effectId === undefined) return true;
  const effect = state.effects.get(effectId);
  return effect !== undefined && hasChild(effect);
}

export interface DrivenCancel {
  actor: Actor;
  /** undefined: the whole run. */
  effectId?: string | undefined;
  reason: string;
}

/**
 * Drops the message and drives the run, unless somebody else does: what cleans up is a process. A message that could
 * not be acted on (code that cannot be loaded) stays for the next driver.
 * @throws what carryOn and cancelTask throw
 */
export async function cancelDriving(
  session: SessionOptions,
  { actor, effectId, reason: given }: DrivenCancel,
): Promise<Change<SessionResult>> {
  const { run, world } = session;
  const reason = redactor(world.secrets)(given);
  const { state } = run.load();
  if (effectId === undefined) refuseEnded(state, 'a cancel');
  else pendingEffect(state, effectId, 'a cancel');
  const message = { ...envelope({ actor }, state), kind: 'cancel', effectId, reason } as const;
  const { name } = await run.mailbox.deliver(message);
  for (let held = 0; ; held += 1) {
    try {
      const result = await carryOn(session);
      const receipt = result.receipts.find(({ messageId }) => messageId === message.id);
      if (receipt?.done === false) throw refusal(run.runId, receipt.text);
      return { by: 'us', value: result };
    } catch (error) {
      if (!(error instanceof LeaseHeldError)) throw error;
      // Whoever only changes something lets go at once; a driver reads its mail.
      if (held === SHORT_LEASES || !(await run.mailbox.names()).includes(name))
        return { by: 'driver', driver: error.owner, messageId: message.id };
      await sleep(SHORT_LEASE_MS);
    }
  }
}
