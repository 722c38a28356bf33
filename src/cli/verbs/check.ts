/** longhaul check */
import { checkRuns } from '../../operations/check.ts';
import type { OnCodeChange } from '../../operations/code.ts';
import { DEFAULT_LIMITS } from '../../operations/world.ts';
import { VERDICTS } from '../../report/check.ts';
import { findRun, openStore } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, here } = invocation;
  const named = flags.text('run');
  const { store, workspace, runId } =
    named === undefined
      ? { store: openStore(invocation), workspace: here.cwd, runId: undefined }
      : await findRun(invocation, named).then(({ store, workspace, run }) => ({
          store,
          workspace,
          runId: run.runId,
        }));
  const runs = await checkRuns({
    store,
    workspace,
    env: here.env,
    limits: DEFAULT_LIMITS,
    onCodeChange: flags.need('on-code-change') as OnCodeChange,
    runId,
  });
  out.document({ runs: runs.map((run) => ({ ...run, hint: out.pasteable(run.hint) })) });
  if (runs.length === 0) out.line(`No open runs in ${store.where}`);
  for (const { runId: id, processId, verdict, report } of runs) {
    out.line(`${id}  ${processId}  ${VERDICTS[verdict]}`);
    if (verdict !== 'agrees')
      for (const line of report.split('\n')) out.line(line === '' ? '' : `    ${line}`);
  }
  return { exit: runs.some(({ verdict }) => verdict === 'diverges' || verdict === 'unreadable') ? 1 : 0 };
};
