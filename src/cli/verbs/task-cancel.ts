/** longhaul task:cancel: an effect, or without one the whole run. */
import { statusOf } from '../../journal/state.ts';
import { cancelDriving, cancelTask, takesDriver } from '../../operations/cancel.ts';
import { localActor } from '../actor.ts';
import { requestFor } from '../change.ts';
import { conclude, withSession } from '../drive.ts';
import { findRun, type Located } from '../runs.ts';
import type { Invocation, Verb, VerbEnd } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, args } = invocation;
  const located = await findRun(invocation);
  const { run, reference } = located;
  const [, effectId] = args;
  if (effectId === undefined || takesDriver(run.load().state, effectId))
    return cancelHere(invocation, located, effectId);
  const cancelled = await cancelTask({
    ...requestFor(invocation, run),
    effectId,
    reason: flags.need('reason'),
  });
  if (cancelled.by === 'driver') return delivered(invocation, { effectId }, cancelled);
  out.document({
    effectId,
    status: 'cancelled',
    resultRef: cancelled.value?.resultRef ?? `tasks/${effectId}/result.json`,
  });
  out.line(`Effect ${effectId} is cancelled`);
  out.line(`Next: carry the run on: longhaul resume ${reference}`);
  return { status: () => statusOf(run.load().state) };
};

/** What cleans up is a process: when nobody drives it, it is driven here. */
function cancelHere(
  invocation: Invocation,
  located: Located,
  effectId: string | undefined,
): Promise<VerbEnd> {
  const { flags, here } = invocation;
  const request = { actor: localActor(here.cwd), effectId, reason: flags.need('reason') };
  return withSession(invocation, located, async (session) => {
    const { retry: _, ...cancelling } = session;
    const cancelled = await cancelDriving(cancelling, request);
    if (cancelled.by === 'driver')
      return delivered(
        invocation,
        effectId === undefined ? { runId: located.run.runId } : { effectId },
        cancelled,
      );
    await conclude(invocation, located, session, cancelled.value);
    return { status: cancelled.value.status };
  });
}

function delivered(
  { out }: Invocation,
  of: { effectId: string } | { runId: string },
  { driver, messageId }: { driver: string; messageId: string },
): VerbEnd {
  out.document({ ...of, status: 'cancelling', delivered: true, driver, messageId });
  const what = 'effectId' in of ? 'stop the effect' : 'cancel it';
  out.line(`Delivered: ${driver} drives the run and will ${what}`);
  return { status: 'running' };
}
