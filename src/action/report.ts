/** Writes the job summary of a run. A report never fails a job. */
import type { SessionResult } from '../operations/session.ts';
import type { PendingEffect } from '../operations/world.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { Job } from './run.ts';

export async function reportSummary(job: Job, run: OpenRun, result: SessionResult): Promise<void> {
  try {
    const { summaryMarkdown } = await import('../report/summary.ts');
    await job.io.summary(
      summaryMarkdown({
        state: run.load().state,
        status: result.status,
        now: Date.now(),
        next: result.pending.map((effect) => ({
          what: whatItWaitsFor(effect),
          command: commandFor(job, run.runId, effect),
        })),
        warnings: [],
        links: [],
      }),
    );
  } catch (error) {
    job.io.warning(`The summary could not be written: ${(error as Error).message}`);
  }
}

function whatItWaitsFor({ kind, label, wakeAt }: PendingEffect): string {
  if (kind === 'sleep') return `Sleeps until ${wakeAt ?? 'later'}; a sweep carries it on, or:`;
  if (kind === 'signal') return `Waits for the signal ${label}:`;
  return `Waits for ${label} (${kind}):`;
}

/** A command that a person can paste; values are quoted for a shell. */
function commandFor({ event }: Job, runId: string, { kind, effectId, label }: PendingEffect): string {
  const file = event.workflow.split('/').at(-1) ?? 'longhaul.yml';
  const field = (name: string, value: string): string => ` -f ${name}=${quote(value)}`;
  const base = `gh workflow run ${quote(file)}`;
  if (kind === 'sleep' || kind === 'subprocess')
    return base + field('command', 'resume') + field('run-id', runId);
  if (kind === 'signal')
    return (
      base +
      field('command', 'signal') +
      field('run-id', runId) +
      field('signal', label) +
      field('value', 'null')
    );
  return (
    base +
    field('command', 'result') +
    field('run-id', runId) +
    field('effect-id', effectId) +
    field('value', 'null')
  );
}

const quote = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
