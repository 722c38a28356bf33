/** longhaul task:cancel */
import { statusOf } from '../../journal/state.ts';
import { cancelTask } from '../../operations/cancel.ts';
import { requestFor } from '../change.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, args } = invocation;
  const { run, reference } = await findRun(invocation);
  const effectId = args[1] ?? '';
  const cancelled = await cancelTask({
    ...requestFor(invocation, run),
    effectId,
    reason: flags.need('reason'),
  });
  if (cancelled.by === 'driver') {
    out.document({
      effectId,
      status: 'cancelling',
      delivered: true,
      driver: cancelled.driver,
      messageId: cancelled.messageId,
    });
    out.line(`Delivered: ${cancelled.driver} drives the run and will stop the effect`);
    return { status: 'running' };
  }
  out.document({
    effectId,
    status: 'cancelled',
    resultRef: cancelled.value?.resultRef ?? `tasks/${effectId}/result.json`,
  });
  out.line(`Effect ${effectId} is cancelled`);
  out.line(`Next: carry the run on: longhaul resume ${reference}`);
  return { status: () => statusOf(run.load().state) };
};
