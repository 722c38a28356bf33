/** Writes the job summary of a run, and the same as a file. A report never fails a job. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SessionResult } from '../operations/session.ts';
import type { PendingEffect } from '../operations/world.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { JobEvent } from './event.ts';
import type { Job } from './job.ts';

/** Returns the path of the file; '' when it could not be written. */
export async function reportSummary(
  job: Job,
  run: OpenRun,
  result: SessionResult,
  warnings: readonly string[],
): Promise<string> {
  try {
    const { summaryMarkdown } = await import('../report/summary.ts');
    const markdown = summaryMarkdown({
      state: run.load({ damaged: true }).state,
      status: result.status,
      now: Date.now(),
      next: result.pending.map((effect) => ({
        what: whatItWaitsFor(effect),
        command: commandFor(job, run.runId, effect),
      })),
      warnings: [...warnings],
      links: linksOf(job.event, run),
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

/** The run in the repository, and its journal at the last save. */
function linksOf({ serverUrl, repository }: JobEvent, { place }: OpenRun): { text: string; url: string }[] {
  if (place?.branch === undefined) return [];
  const home = `${serverUrl}/${repository}`;
  return [
    { text: `Branch ${place.branch}`, url: `${home}/tree/${place.branch}` },
    { text: 'Journal at the last save', url: `${home}/tree/${place.commit}/journal` },
  ];
}

function whatItWaitsFor({ kind, label, wakeAt }: PendingEffect): string {
  if (kind === 'sleep') return `Sleeps until ${wakeAt ?? 'later'}; a sweep carries it on, or:`;
  if (kind === 'signal') return `Waits for the signal ${label}:`;
  return `Waits for ${label} (${kind}):`;
}

/** A command that a person can paste; values are quoted for a shell. */
function commandFor({ event }: Job, runId: string, { kind, effectId, label }: PendingEffect): string {
  const file = event.workflow.split('/').at(-1) ?? 'longhaul.yml';
  const fields = (values: { [name: string]: string }): string =>
    `gh workflow run ${quote(file)}${Object.entries(values)
      .map(([name, value]) => ` -f ${name}=${quote(value)}`)
      .join('')}`;
  if (kind === 'sleep' || kind === 'subprocess') return fields({ command: 'resume', 'run-id': runId });
  if (kind === 'signal') return fields({ command: 'signal', 'run-id': runId, signal: label, value: 'null' });
  return fields({ command: 'result', 'run-id': runId, 'effect-id': effectId, value: 'null' });
}

const quote = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
