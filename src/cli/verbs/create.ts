/** longhaul run:create: makes a run; nothing of the process is loaded. */
import { RunExistsError } from '../../errors.ts';
import { checkRunId } from '../../journal/ids.ts';
import { startRun } from '../../operations/start.ts';
import { referenceOf } from '../runs.ts';
import { startOptions } from '../start-options.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const options = {
    ...startOptions(invocation, flags.need('entry')),
    nonInteractive: flags.on('non-interactive') || undefined,
  };
  const { runId, store, entry } = options;
  if (flags.on('dry-run')) {
    if (runId !== undefined && (await store.exists(checkRunId(runId))))
      throw new RunExistsError(runId, store.where);
    out.document({
      dryRun: true,
      plan: 'create_run',
      runId: runId ?? null,
      runsDir: store.where,
      entry: entry.path,
    });
    out.line(`A run of ${entry.path} would be made in ${store.where}`);
    return { status: 'created' };
  }
  const run = await startRun(options);
  const { importPath, exportName } = run.metadata().entrypoint;
  out.document({ runId: run.runId, runDir: run.runDir, entry: `${importPath}#${exportName}` });
  out.line(`Run ${run.runId} in ${run.runDir}`);
  out.line(`Next: drive it: longhaul resume ${referenceOf(invocation, run.runId)}`);
  return { status: 'created' };
};
