/** task:cancel: the process gets an EffectCancelledError at the place that waits for the effect. */
import { applyMessage } from './mail.ts';
import { type Change, change, envelope, pendingEffect, type Request } from './under-lease.ts';

export interface CancelRequest extends Request {
  effectId: string;
  reason: string;
}

/** @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED): nothing was written */
export async function cancelTask(
  request: CancelRequest,
): Promise<Change<{ resultRef: string | null } | undefined>> {
  const { run, effectId, reason } = request;
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
