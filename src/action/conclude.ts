/** How a run stands after this job: notices, outputs, summary, and whether the job is red. */
import path from 'node:path';
import { haltText } from '../operations/carry-on.ts';
import type { SessionResult } from '../operations/session.ts';
import type { NextStep } from '../report/summary.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { Verdict } from './io.ts';
import type { Job } from './job.ts';
import { noOutputs, outputsOf } from './outputs.ts';
import { nextSteps, reportSummary } from './report.ts';
import { talkOutputs } from './talk.ts';
import { hasSchedule } from './workflow-file.ts';

/** Of a run that waits for more, the log shows so much. */
const MOST_LINES = 20;

/** Which failed runs may be reopened, and how, is contract §1. */
function howToRetry({ retry }: SessionResult): string {
  const how = 'comment `/retry`, or dispatch `command: resume` with its `run-id`';
  switch (retry) {
    case 'no':
      return '';
    case 'anew':
      return `\nTo try again, with its \`run-timeout\` starting anew: ${how}.`;
    case 'as-is':
    case 'either':
      return `\nTo try again from there: ${how}; if the code of the process was mended, set \`on-code-change: upgrade\`.`;
    case 'upgrade':
      return `\nThe process itself is wrong. Once its code is mended: ${how}, and set \`on-code-change: upgrade\`.`;
  }
}

/** M6: said once, by the job that starts a run, and whenever a run waits for time. */
export async function scheduleWarning(
  { event }: Job,
  { status, pending, runId }: SessionResult,
  isNew: boolean,
): Promise<string[]> {
  const waitsForTime = pending.some(({ wakeAt }) => wakeAt !== undefined);
  if (status !== 'waiting' || event.workflow === '' || !(isNew || waitsForTime)) return [];
  if ((await hasSchedule(event)) !== false) return [];
  const what = waitsForTime
    ? 'nothing will wake it when its time has come'
    : 'a job that dies with it is noticed by nobody';
  return [
    `${event.workflow} has no \`schedule:\`, and run ${runId} waits: ${what}. Give the workflow one, such as \`schedule: [{ cron: '*/15 * * * *' }]\``,
  ];
}

/** Whether a run that stands so makes the job red; a seal is somebody's wish. An error of the engine always does. */
export const isRed = (
  { status, terminal }: Pick<SessionResult, 'status' | 'terminal'>,
  failOn: readonly string[],
): boolean => failOn.includes(status) && terminal?.sealed !== true;

/** Where things of the run are. */
export function placeOutputs({ event }: Job, run: OpenRun): { [name: string]: string } {
  const { state } = run.load({ damaged: true });
  return {
    commit: state.workspaceCommit ?? event.sha,
    'final-path': state.terminal === undefined ? '' : path.join(run.runDir, 'final.json'),
    'progress-path': path.join(run.runDir, 'progress.ndjson'),
  };
}

/** What people could not be told or asked: the run is as it is, and the next event or sweep tries again. */
const troubleOf = ({ runId, troubles }: SessionResult): string | undefined =>
  troubles.length === 0 ? undefined : `Run ${runId} is saved, but: ${troubles.join('; ')}`;

/** Why the job is red: the run's own failure first, then what people could not be told. Undefined: it is green. */
export function failureOf(
  result: SessionResult,
  failOn: readonly string[],
  error: string,
): string | undefined {
  const { runId, status } = result;
  const own = isRed(result, failOn)
    ? `Run ${runId} ${status}${error === '' ? '' : `: ${error}`}${howToRetry(result)}`
    : undefined;
  const all = [own, troubleOf(result)].filter((text) => text !== undefined);
  return all.length === 0 ? undefined : all.join('\n');
}

/** The last lines of the log: how the run stands, and how it goes on. */
function standing({ runId, status }: SessionResult, next: readonly NextStep[]): string[] {
  const lines = next
    .slice(0, MOST_LINES)
    .map(({ what, command, url }) => `  ${what} ${command}${url === undefined ? '' : `  ${url}`}`);
  return [`Run ${runId} is ${status}`, ...lines];
}

/** Says how the run stands: notices, outputs, summary, and whether the job is red. */
export async function conclude(
  job: Job,
  run: OpenRun,
  result: SessionResult,
  said: readonly string[] = [],
  failOn: readonly string[] = job.inputs['fail-on'],
): Promise<Verdict> {
  const { io } = job;
  for (const receipt of result.receipts)
    if (!receipt.done) io.notice(`A message changed nothing: ${receipt.text}`);
  const next = nextSteps(job, run, result);
  const halt = haltText(result);
  const how = halt === undefined ? result.status : `${result.status} (${halt})`;
  if (result.already) io.notice(`Run ${run.runId} is ${how}: nothing is left to do`);
  else for (const line of standing(result, next)) io.line(line);
  const { outputs, warnings } = outputsOf(result, {
    ...placeOutputs(job, run),
    ...talkOutputs(job, run, result),
  });
  const all = [...said, ...warnings];
  for (const warning of all) io.warning(warning);
  const report = await reportSummary(job, run, result, all, next);
  return {
    outputs: { ...noOutputs(), ...outputs, 'report-path': report },
    failure: failureOf(result, failOn, outputs.error ?? ''),
  };
}
