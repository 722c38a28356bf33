/** longhaul task:list */
import { statusOf } from '../../journal/state.ts';
import { listTasks } from '../../operations/tasks.ts';
import { withoutControls } from '../question.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const { run } = await findRun(invocation);
  const tasks = listTasks(run, { pending: flags.on('pending'), kind: flags.text('kind') });
  out.document({ tasks });
  for (const { effectId, stepId, status, kind, title } of tasks)
    out.line(`${effectId}  ${stepId}  ${status.padEnd(14)}  ${kind}  ${withoutControls(title)}`);
  if (tasks.length === 0) out.line('No such effects');
  return { status: () => statusOf(run.load().state) };
};
