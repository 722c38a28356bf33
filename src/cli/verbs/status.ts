/** longhaul run:status */
import { errorText } from '../../journal/endings.ts';
import { runStatus, type StatusDocument } from '../../operations/status.ts';
import { STATE_TEXT } from '../next-steps.ts';
import type { Output } from '../output.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { run } = await findRun(invocation);
  const status = await runStatus(run);
  invocation.out.document(status, { compact: true });
  print(invocation.out, status);
  return { status: status.state };
};

function print(out: Output, status: StatusDocument): void {
  const { runId, state, metadata, failure, reason, driver, wakeAt, pending } = status;
  out.line(`Run ${runId} (${metadata.processId}): ${state}`);
  if (driver !== undefined) out.line(`Driven by ${driver}`);
  if (failure !== undefined) out.line(`It ${STATE_TEXT[state]} (${failure.class}): ${errorText(failure)}`);
  else if (reason !== undefined) out.line(`Reason: ${reason}`);
  if (wakeAt !== undefined) out.line(`Goes on by itself at ${wakeAt}`);
  out.line(`${metadata.stateVersion} events, attempt ${metadata.attempt}, ${pending.length} pending`);
  for (const effect of pending)
    out.line(`  ${effect.effectId}  ${effect.stepId}  ${effect.kind}  ${effect.label}`);
}
