/** Writes the job summary of a run, and the same as a file. A report never fails a job. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readComments } from '../operations/announced.ts';
import { haltText } from '../operations/carry-on.ts';
import { refsOf } from '../operations/refs.ts';
import type { SessionResult } from '../operations/session.ts';
import type { PendingEffect } from '../operations/world.ts';
import type { NextStep } from '../report/summary.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { JobEvent } from './event.ts';
import type { Job } from './job.ts';

/** Returns the path of the file; '' when it could not be written. `next`: see nextSteps. */
export async function reportSummary(
  job: Job,
  run: OpenRun,
  result: SessionResult,
  warnings: readonly string[],
  next: readonly NextStep[],
): Promise<string> {
  try {
    const { summaryMarkdown } = await import('../report/summary.ts');
    const { state } = run.load({ damaged: true });
    const { issue } = readComments(run.runDir);
    const markdown = summaryMarkdown({
      state,
      status: result.status,
      now: Date.now(),
      next: [...next],
      warnings: [...warnings],
      halt: haltText(state),
      links: [
        ...linksOf(job.event, run),
        ...(issue === undefined
          ? []
          : [
              {
                text: `Reports on ${issue.isPull ? 'pull request' : 'issue'} ${issue.number}`,
                url: issue.url,
              },
            ]),
      ],
    });
    await job.io.summary(markdown);
    const file = path.join(job.event.temp, 'longhaul', '.longhaul', 'reports', `${run.runId}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, markdown);
    return file;
  } catch (error) {
    job.io.warning(`The summary could not be written: ${(error as Error).message}`);
    return '';
  }
}

/** What people can do for everything that the run waits for. */
export function nextSteps(
  { event }: Pick<Job, 'event'>,
  run: OpenRun,
  { pending }: Pick<SessionResult, 'pending'>,
): NextStep[] {
  if (pending.length === 0) return [];
  const { breakpoints } = readComments(run.runDir);
  const refs = refsOf(run.load({ damaged: true }).state);
  const ways: Ways = {
    runId: run.runId,
    workflow: event.workflow,
    refOf: (effectId) => refs.get(effectId) ?? '',
    commentOf: (effectId) => breakpoints[effectId]?.url,
  };
  return pending.map((effect) => nextFor(ways, effect));
}

/** The run in the repository, and its journal at the last save. */
function linksOf({ serverUrl, repository }: JobEvent, { place }: OpenRun): { text: string; url: string }[] {
  if (place?.branch === undefined) return [];
  const home = `${serverUrl}/${repository}`;
  return [
    { text: `Branch ${place.branch}`, url: `${home}/tree/${place.branch}` },
    { text: 'Journal at the last save', url: `${home}/tree/${place.commit}/journal` },
  ];
}

/** Where a run is called what, and how its workflow is dispatched. */
export interface Ways {
  runId: string;
  /** Path of the workflow file; '' where it is not known. */
  workflow: string;
  /** Reference of an effect, as people type it. */
  refOf(effectId: string): string;
  /** URL of a breakpoint's comment; undefined: it has none. */
  commentOf(effectId: string): string | undefined;
}

/** What a person can do for it: something to paste into a shell, or words to comment. Values are quoted for a shell. */
export function nextFor(
  { runId, workflow, refOf, commentOf }: Ways,
  { kind, effectId, label, title, external, wakeAt }: PendingEffect,
): NextStep {
  const dispatch = (command: string, values?: { [name: string]: string }): string =>
    dispatchLine({ runId, workflow }, command, values);
  const what = `Waits for ${title} (${kind})`;
  switch (kind) {
    case 'sleep':
      return {
        what: `Sleeps until ${wakeAt ?? 'later'}; a sweep carries it on, or:`,
        command: dispatch('resume'),
      };
    case 'signal':
      return {
        what: `Waits for the signal ${label}:`,
        command: dispatch('signal', { signal: label, value: 'null' }),
      };
    case 'breakpoint': {
      const url = commentOf(effectId);
      const where = url === undefined ? 'in a comment on its issue' : 'in a comment there';
      return {
        what: `${what}; decide it ${where}:`,
        command: `/approve ${refOf(effectId)}`,
        ...(url === undefined ? {} : { url }),
      };
    }
    default:
      if (external)
        return { what: `${what}:`, command: dispatch('result', { 'effect-id': effectId, value: 'null' }) };
      return {
        what:
          wakeAt === undefined ? `${what}:` : `Tries ${title} again at ${wakeAt}; a sweep carries it on, or:`,
        command: dispatch('resume'),
      };
  }
}

/** To paste into a shell: dispatches the workflow of a run with a command for it. */
export function dispatchLine(
  { runId, workflow }: Pick<Ways, 'runId' | 'workflow'>,
  command: string,
  values: { [name: string]: string } = {},
): string {
  const file = workflow.split('/').at(-1) || 'longhaul.yml';
  const fields = Object.entries({ command, 'run-id': runId, ...values });
  return `gh workflow run ${quote(file)}${fields.map(([name, value]) => ` -f ${name}=${quote(value)}`).join('')}`;
}

const quote = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
