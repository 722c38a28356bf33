/** longhaul run:fork */
import { statusOf } from '../../journal/state.ts';
import { forkRun } from '../../operations/fork.ts';
import { localActor } from '../actor.ts';
import { findRun, referenceOf } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, here } = invocation;
  const { run: parent, store } = await findRun(invocation);
  const { run, forkedFrom } = await forkRun({
    store,
    parent,
    at: flags.need('at'),
    runId: flags.text('run-id'),
    actor: localActor(here.cwd),
  });
  out.document({ runId: run.runId, runDir: run.runDir, forkedFrom });
  out.line(
    `Run ${run.runId} in ${run.runDir}, with the events 1 to ${forkedFrom.seq} of ${forkedFrom.runId}`,
  );
  out.line(`Next: drive it: longhaul resume ${referenceOf(invocation, run.runId)}`);
  return { status: () => statusOf(run.load().state) };
};
