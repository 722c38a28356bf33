/** longhaul task:show */
import { statusOf } from '../../journal/state.ts';
import { showTask } from '../../operations/tasks.ts';
import { withoutControls } from '../question.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { out, args } = invocation;
  const { run } = await findRun(invocation);
  const shown = showTask(run, args[1] ?? '');
  out.document(shown);
  const { effectId, stepId, kind, title, status, requestedAt, resolvedAt } = shown.effect;
  out.line(`${effectId}  ${stepId}  ${kind}  ${withoutControls(title)}: ${status}`);
  out.line(`requested ${requestedAt}${resolvedAt === undefined ? '' : `, settled ${resolvedAt}`}`);
  for (const [name, value] of [
    ['Definition', shown.task],
    ['Result', shown.result],
  ] as const) {
    if (value !== null) out.line(`${name}:\n${JSON.stringify(value, null, 2)}`);
  }
  if (shown.largeResult !== null) out.line(`The value is in ${run.runDir}/${shown.largeResult}`);
  return { status: () => statusOf(run.load().state) };
};
