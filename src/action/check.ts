/** `command: check`: every open run of the repository against the code of a pull request. Reads, and writes nothing. */
import { type CheckedRun, checkRuns } from '../operations/check.ts';
import { DEFAULT_LIMITS } from '../operations/world.ts';
import type { Verdict } from './io.ts';
import type { Job } from './job.ts';
import { noOutputs } from './outputs.ts';

/** GitHub shows 10 annotations of a step. */
const ANNOTATIONS = 10;

/** Red when a run would diverge that has nothing but this code to go on with. */
export async function check(job: Job): Promise<Verdict> {
  const { store, event, env, io, inputs } = job;
  const checked = await checkRuns({
    store,
    workspace: event.workspace,
    env,
    limits: DEFAULT_LIMITS,
    onCodeChange: inputs['on-code-change'],
    runId: inputs['run-id'] || undefined,
  });
  const of = (verdict: CheckedRun['verdict']): CheckedRun[] =>
    checked.filter((run) => run.verdict === verdict);
  const [diverging, carried, unreadable] = [of('diverges'), of('carried'), of('unreadable')];
  for (const run of [...diverging, ...carried, ...unreadable].slice(0, ANNOTATIONS)) annotate(job, run);
  const { checkMarkdown } = await import('../report/check.ts');
  await io.summary(checkMarkdown(checked));
  io.notice(
    `Check: ${checked.length} open runs: ${of('agrees').length} agree, ${diverging.length} diverge, ${carried.length} finish on the code that they carry, ${unreadable.length} could not be read`,
  );
  const [first] = diverging;
  return {
    outputs: noOutputs(),
    failure:
      first === undefined
        ? undefined
        : `${diverging.length} of ${checked.length} open runs would diverge from this code, the first is ${first.runId}; the summary has the reports`,
  };
}

function annotate({ io }: Job, { runId, verdict, report, hint, site }: CheckedRun): void {
  const [headline = ''] = report.split('\n');
  if (verdict === 'diverges') io.error(`Run ${runId}: ${headline}\n${hint}`, site);
  else if (verdict === 'carried')
    io.warning(
      `Run ${runId} is not affected: it finishes on the code that it carries. \`on-code-change: upgrade\` would be refused: ${headline}`,
      site,
    );
  else io.warning(`Run ${runId} could not be checked: ${headline}`);
}
