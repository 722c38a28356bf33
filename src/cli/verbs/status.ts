/** longhaul run:status */
import { errorText } from '../../journal/endings.ts';
import { runStatus, type StatusDocument } from '../../operations/status.ts';
import { definitionsOf, nextSteps, STATE_TEXT, tellNext } from '../next-steps.ts';
import type { Output } from '../output.ts';
import { withoutControls } from '../question.ts';
import { findRun, type Located } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const located = await findRun(invocation);
  const status = await runStatus(located.run);
  invocation.out.document(status, { compact: true });
  print(invocation.out, status, located);
  return { status: status.state };
};

function print(out: Output, status: StatusDocument, { run, reference }: Located): void {
  const { runId, state, metadata, failure, reason, driver, wakeAt, pending } = status;
  out.line(`Run ${runId} (${metadata.processId}): ${state}`);
  if (driver !== undefined) out.line(`Driven by ${driver}`);
  else if (status.needsMoreIterations) out.line('Nobody drives it');
  if (failure !== undefined)
    out.line(
      `It ${STATE_TEXT[state]}${state === 'canceled' ? '' : ` (${failure.class})`}: ${errorText(failure)}`,
    );
  else if (reason !== undefined) out.line(`Reason: ${reason}`);
  if (wakeAt !== undefined) out.line(`Time moves it on at ${wakeAt}`);
  out.line(
    `${metadata.stateVersion} ${metadata.stateVersion === 1 ? 'event' : 'events'}, attempt ${metadata.attempt}, ${pending.length} pending`,
  );
  for (const effect of pending)
    out.line(`  ${effect.effectId}  ${effect.stepId}  ${effect.kind}  ${withoutControls(effect.title)}`);
  const definition = definitionsOf(run);
  const standing = { status: state, pending, retry: failure?.retry ?? 'no' };
  const steps = driver === undefined ? nextSteps(standing, reference, definition) : [];
  tellNext(out, pending, steps, definition);
}
