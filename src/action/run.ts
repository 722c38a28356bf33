/** One job step of the Action: intent in, operations called, outputs out. Refusals are green and say why. */
import { RunExistsError, RunNotFoundError } from '../errors.ts';
import type { OpenRun } from '../stores/contract.ts';
import { check } from './check.ts';
import { command } from './command.ts';
import { comment } from './comment.ts';
import { drive } from './drive.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { cannotWrite, nothing, notOurs } from './nothing.ts';
import { startOrFind } from './start.ts';
import { sweep } from './sweep.ts';

/** Does what the intent says. @throws LonghaulError for a fault that makes the job red */
export async function runIntent(job: Job, intent: Intent): Promise<Verdict> {
  const cannot = cannotWrite(job.event, intent);
  if (cannot !== undefined) return nothing(job, cannot);
  switch (intent.type) {
    case 'ignore':
      return nothing(job, `Nothing to do: ${intent.why}`);
    case 'comment':
    case 'review':
      return comment(job, intent);
    case 'start':
      return start(job, job.inputs['run-id'] || undefined, intent.issue);
    case 'start-or-resume':
      return startOrResume(job, intent.runId, intent.issue);
    case 'resume':
      return resume(job, intent.runId, job.inputs.command === 'resume');
    case 'command':
      return command(job, intent);
    case 'sweep':
      return sweep(job);
    case 'check':
      return check(job);
  }
}

async function start(job: Job, named: string | undefined, issue: number | undefined): Promise<Verdict> {
  const { runId, run } = await startOrFind(job, named, issue);
  return run === undefined ? resume(job, runId, false) : drive(job, { run, isNew: true });
}

/** Of two jobs that find no run, one starts it; the other one carries it on, or learns that it is driven. */
async function startOrResume(job: Job, runId: string, issue: number | undefined): Promise<Verdict> {
  try {
    return await resume(job, runId, false);
  } catch (error) {
    if (!(error instanceof RunNotFoundError)) throw error;
  }
  try {
    return await start(job, runId, issue);
  } catch (error) {
    if (!(error instanceof RunExistsError)) throw error;
  }
  return resume(job, runId, false);
}

async function resume(job: Job, runId: string, retry: boolean): Promise<Verdict> {
  const run: OpenRun | undefined = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  return drive(job, { run, retry });
}
