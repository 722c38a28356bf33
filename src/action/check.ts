/** `command: check`: every open run of the repository against the code of a pull request. Reads, and writes nothing. */
import { UsageError } from '../errors.ts';
import { type CheckedRun, checkRuns } from '../operations/check.ts';
import { DEFAULT_LIMITS } from '../operations/world.ts';
import { DIVERGED_HINT } from './hints.ts';
import type { Verdict } from './io.ts';
import { type Job, otherEntry } from './job.ts';
import { noOutputs } from './outputs.ts';

/** GitHub shows 10 of a step, and a failed one adds its own. */
const ANNOTATIONS = 9;

/** What a check has of a job. */
interface CheckJob extends Pick<Job, 'store' | 'env'> {
  event: Pick<Job['event'], 'workspace'>;
  inputs: Pick<Job['inputs'], 'on-code-change' | 'run-id' | 'process'>;
  io: Pick<Job['io'], 'error' | 'warning' | 'notice' | 'summary'>;
}

/**
 * Red when a run would diverge that has nothing but this code to go on with. Only entries that the step names are loaded.
 * @throws UsageError where it names none
 */
export async function check(job: CheckJob): Promise<Verdict> {
  const { store, event, env, io, inputs } = job;
  if (inputs.process.length === 0)
    throw new UsageError('There is no process to check', {
      hint: 'Name the entries of all processes in `process:`, one a line: runs of others are not loaded.',
    });
  const checked = await checkRuns({
    store,
    workspace: event.workspace,
    env,
    limits: DEFAULT_LIMITS,
    onCodeChange: inputs['on-code-change'],
    runId: inputs['run-id'] || undefined,
    otherEntry: (run) => otherEntry(job, run),
  });
  const of = (verdict: CheckedRun['verdict']): CheckedRun[] =>
    checked.filter((run) => run.verdict === verdict);
  const [diverging, carried, refused, other, unreadable] = [
    of('diverges'),
    of('carried'),
    of('refused'),
    of('other'),
    of('unreadable'),
  ];
  for (const run of [...diverging, ...carried, ...refused, ...unreadable].slice(0, ANNOTATIONS))
    annotate(job, run);
  const { checkMarkdown } = await import('../report/check.ts');
  await io.summary(checkMarkdown(checked));
  const rest = [
    [carried, 'finish on the code that they carry'],
    [refused, 'agree but will be refused'],
    [other, 'are of processes that this step does not name'],
    [unreadable, 'could not be read'],
  ] as const;
  const said = rest.filter(([runs]) => runs.length > 0).map(([runs, what]) => `, ${runs.length} ${what}`);
  io.notice(
    `Check: ${checked.length} open runs: ${of('agrees').length} agree, ${diverging.length} diverge${said.join('')}`,
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

function annotate({ io }: CheckJob, { runId, verdict, report, hint, site }: CheckedRun): void {
  const [headline = ''] = report.split('\n');
  if (verdict === 'diverges') io.error(`Run ${runId}: ${headline}\n${DIVERGED_HINT}`, site);
  else if (verdict === 'carried')
    io.warning(
      `Run ${runId} is not affected: it finishes on the code that it carries. \`on-code-change: upgrade\` would be refused: ${headline}`,
      site,
    );
  else if (verdict === 'refused')
    io.warning(`Run ${runId} agrees with this code, and jobs will refuse it: ${headline}\n${hint}`);
  else io.warning(`Run ${runId} could not be checked: ${headline}`);
}
