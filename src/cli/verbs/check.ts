/** longhaul check */
import { type CheckedRun, checkRuns } from '../../operations/check.ts';
import type { OnCodeChange } from '../../operations/code.ts';
import { DEFAULT_LIMITS } from '../../operations/world.ts';
import { findRun, openStore } from '../runs.ts';
import type { Verb } from '../verb.ts';

const TEXT: Record<CheckedRun['verdict'], string> = {
  agrees: 'agrees',
  diverges: 'diverges',
  carried: 'not affected: it finishes on the code that it carries; an upgrade would diverge',
  unreadable: 'could not be read',
};

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
  out.document({ runs });
  if (runs.length === 0) out.line(`No open runs in ${store.where}`);
  for (const { runId: id, processId, verdict, report } of runs) {
    out.line(`${id}  ${processId}  ${TEXT[verdict]}`);
    if (verdict !== 'agrees')
      for (const line of report.split('\n')) out.line(line === '' ? '' : `    ${line}`);
  }
  return { exit: runs.some(({ verdict }) => verdict === 'diverges') ? 1 : 0 };
};
