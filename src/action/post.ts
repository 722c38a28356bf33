/** The post step: saves what the main step could not, and says so. Recovery does not depend on it. */
import { LeaseHeldError, RunNotFoundError } from '../errors.ts';
import type { Owner } from '../journal/events.ts';
import { wakeParent } from '../operations/family.ts';
import { saveAgain } from '../operations/seal.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import type { RunnerIo } from './io.ts';
import { dispatchLine } from './report.ts';

export interface PostJob {
  io: Pick<RunnerIo, 'notice' | 'warning'>;
  store: RunStore;
  owner: Owner;
  workspace: string;
  /** Path of the workflow file; '' where it is not known. */
  workflow: string;
  /** Says in the run's comments how it ended, where it has, and uploads all of it. */
  tell(run: OpenRun): Promise<void>;
}

/** @returns why the job is red; undefined: everything is in the store */
export async function savePost(job: PostJob, runIds: readonly string[]): Promise<string | undefined> {
  const failures: string[] = [];
  for (const runId of runIds) {
    try {
      if (await save(job, runId)) job.io.notice(`Run ${runId} was saved by the post step`);
    } catch (error) {
      // Somebody else has it, or it never reached the store.
      if (error instanceof LeaseHeldError)
        job.io.warning(
          `Run ${runId} is executed by ${error.owner} by now: what this job had not saved is done again there`,
        );
      else if (error instanceof RunNotFoundError) job.io.warning(error.message);
      else failures.push(`Run ${runId} could not be saved: ${(error as Error).message}`);
    }
  }
  return failures.length === 0 ? undefined : failures.join('\n');
}

async function save(job: PostJob, runId: string): Promise<boolean> {
  const { io, store, owner, workspace, workflow, tell } = job;
  const run = await store.open(runId);
  const before = run.lastSave?.id;
  const { created, terminal, dispatched } = await saveAgain(run, owner, workspace);
  // Sent twice, a dispatch would deploy twice: whether it was sent is for people to see.
  if (terminal?.sealed === false && dispatched?.seq === terminal.seq - 1)
    io.warning(
      `Run ${runId} is ${terminal.status}, and the jobs that read its outputs may not have heard of it. Where they have not: ${dispatchLine({ runId, workflow }, 'resume')}`,
    );
  // The main step did not come to what follows an end.
  await wakeParent(store, created?.parent, terminal).catch((error: Error) =>
    io.warning(`The run that waits for ${runId} could not be woken: ${error.message}`),
  );
  await tell(run);
  return run.lastSave?.id !== before;
}
