/** longhaul run:iterate */
import { errorText } from '../../journal/endings.ts';
import { type IterateDocument, iterateRun } from '../../operations/iterate.ts';
import { thisOwner } from '../../stores/owner.ts';
import { VERSION } from '../../version.ts';
import { policyOf } from '../drive.ts';
import { ProgressLines } from '../progress-lines.ts';
import { findRun } from '../runs.ts';
import type { Invocation, Verb } from '../verb.ts';
import { cliWorld } from '../world.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, here } = invocation;
  const { store, run, workspace } = await findRun(invocation);
  const lines = new ProgressLines((line) => out.line(line));
  const iterated = await iterateRun({
    store,
    run,
    owner: thisOwner(VERSION),
    world: cliWorld({ workspace, env: here.env, report: (event) => lines.report(event) }),
    onCodeChange: policyOf(flags.need('on-code-change')),
    iteration: flags.number('iteration'),
  });
  out.document(iterated);
  print(invocation, iterated);
  return { status: iterated.status };
};

function print({ out }: Invocation, { status, reason, nextActions = [], failure }: IterateDocument): void {
  out.line(`${status}: ${failure === undefined ? reason : errorText(failure)}`);
  for (const { effectId, stepId, kind, label } of nextActions)
    out.line(`  ${effectId}  ${stepId}  ${kind}  ${label}`);
}
