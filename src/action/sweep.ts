/** A scheduled sweep: wakes what time or mail has made due and runs whose driver died; archives what ended long ago. */
import { LeaseHeldError, LonghaulError, RunNotFoundError } from '../errors.ts';
import type { DueRun } from '../stores/contract.ts';
import { drive } from './drive.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { noOutputs } from './outputs.ts';

/** So many runs are driven at most, and so many looked at; the next sweep takes the others. */
const LIMIT = 25;
const LOOKS = 100;
const DAY_MS = 24 * 60 * 60_000;
const WHY = { time: 'its time has come', mail: 'it has mail', driver: 'nobody drives it' } as const;

interface Swept {
  done: string[];
  failures: string[];
  left: number;
}

/** `carryOn`: what is done with each run that is due. */
export async function sweep(job: Job, carryOn: typeof drive = drive): Promise<Verdict> {
  const { io, store, event } = job;
  const due = await store.due({ now: Date.now(), workflow: event.workflow || undefined });
  const { done, failures, left } = await driveDue(job, due, carryOn);
  const archived = isCancelled(job) ? [] : await tidyUp(job, failures);
  const rest = left > 0 ? `; ${left} are left for the next sweep` : '';
  const kept = archived.length === 0 ? '' : `; archived: ${archived.join(', ')}`;
  io.notice(
    due.length === 0
      ? `Sweep: no run is due${kept}`
      : `Sweep: ${due.length} due (${done.join(', ') || 'none could be driven'})${rest}${kept}`,
  );
  return { outputs: noOutputs(), failure: failures.length === 0 ? undefined : failures.join('\n') };
}

/** A run that is refused, today and at each sweep, takes the turn of no other. */
async function driveDue(job: Job, due: readonly DueRun[], carryOn: typeof drive): Promise<Swept> {
  const { io, inputs } = job;
  const done: string[] = [];
  const failures: string[] = [];
  let looks = 0;
  for (const { runId, why } of due) {
    if (isCancelled(job) || job.drain.aborted || done.length >= LIMIT || looks >= LOOKS) break;
    looks += 1;
    io.line(`Sweep: run ${runId}, ${WHY[why]}`);
    try {
      const run = await openOurs(job, runId);
      if (run === undefined) continue;
      const { outputs, failure, isFault } = await carryOn(job, { run, isAside: true });
      if (isFault !== true) done.push(`${runId}: ${outputs.status}`);
      // How a run ended is the run's affair; what kept this job from driving it is the sweep's.
      if (failure !== undefined && !inputs['fail-on'].some((status) => status === outputs.status))
        failures.push(failure);
    } catch (error) {
      if (error instanceof RunNotFoundError || error instanceof LeaseHeldError) continue;
      // Another job of this workflow file has runs of its own, and a sweep of its own.
      if (error instanceof LonghaulError && error.code === 'OTHER_ENTRY') continue;
      if (error instanceof LonghaulError && error.code === 'ENTRY_UNNAMED') {
        io.warning(`Sweep: ${error.message}. ${error.hint}`);
        continue;
      }
      failures.push(`${runId}: ${(error as Error).message}`);
    }
  }
  return { done, failures, left: due.length - looks };
}

/** Which runs were archived. What goes wrong here takes nothing from what was done. */
async function tidyUp({ io, store, owner, inputs }: Job, failures: string[]): Promise<string[]> {
  try {
    const renewed = (await store.renew?.(owner)) ?? [];
    if (renewed.length > 0) io.line(`Sweep: saved again before they expire: ${renewed.join(', ')}`);
    return await store.prune(new Date(Date.now() - inputs['keep-days'] * DAY_MS).toISOString());
  } catch (error) {
    failures.push(`Ended runs could not be archived: ${(error as Error).message}`);
    return [];
  }
}

const isCancelled = ({ shutdown, cancel }: Job): boolean => shutdown.aborted || cancel.aborted;
