/** longhaul run: a new run, driven until it ends or waits. */
import { startRun } from '../../operations/start.ts';
import { driveFromHere } from '../drive.ts';
import { pasteable, referenceOf } from '../runs.ts';
import { startOptions } from '../start-options.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const options = startOptions(invocation, invocation.args[0] ?? '');
  const run = await startRun(options);
  invocation.out.pasteable = (hint) => pasteable(invocation, run.runId, hint);
  invocation.out.line(`Run ${run.runId} in ${run.runDir}`);
  return driveFromHere(invocation, {
    store: options.store,
    run,
    workspace: invocation.here.cwd,
    reference: referenceOf(invocation, run.runId),
  });
};
