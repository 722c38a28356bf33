/** A scheduled sweep: wakes what time or mail has made due and runs whose driver died; archives what ended long ago. */
import { LeaseHeldError, RunNotFoundError } from '../errors.ts';
import { drive } from './drive.ts';
import type { Verdict } from './io.ts';
import { type Job, openOurs } from './job.ts';
import { noOutputs } from './outputs.ts';

/** So many runs at most; the next sweep takes the others. */
const LIMIT = 25;
const DAY_MS = 24 * 60 * 60_000;
const WHY = { time: 'its time has come', mail: 'it has mail', driver: 'nobody drives it' } as const;

export async function sweep(job: Job): Promise<Verdict> {
  const { io, store, event, inputs } = job;
  const due = await store.due({ now: Date.now(), workflow: event.workflow || undefined });
  const done: string[] = [];
  const failures: string[] = [];
  for (const { runId, why } of due.slice(0, LIMIT)) {
    if (job.shutdown.aborted || job.drain.aborted) break;
    io.line(`Sweep: run ${runId}, ${WHY[why]}`);
    try {
      const run = await openOurs(job, runId);
      if (run === undefined) continue;
      const { outputs, failure } = await drive(job, { run });
      done.push(`${runId}: ${outputs.status}`);
      // How a run ended is the run's affair; what kept this job from driving it is the sweep's.
      if (failure !== undefined && !inputs['fail-on'].some((status) => status === outputs.status))
        failures.push(failure);
    } catch (error) {
      if (error instanceof RunNotFoundError || error instanceof LeaseHeldError) continue;
      failures.push(`${runId}: ${(error as Error).message}`);
    }
  }
  const renewed = (await store.renew?.(job.owner)) ?? [];
  if (renewed.length > 0) io.line(`Sweep: saved again before they expire: ${renewed.join(', ')}`);
  const archived = await store.prune(new Date(Date.now() - inputs['keep-days'] * DAY_MS).toISOString());
  const left = due.length > LIMIT ? `; ${due.length - LIMIT} are left for the next sweep` : '';
  const kept = archived.length === 0 ? '' : `; archived: ${archived.join(', ')}`;
  io.notice(
    due.length === 0
      ? `Sweep: no run is due${kept}`
      : `Sweep: ${due.length} due (${done.join(', ') || 'none could be driven'})${left}${kept}`,
  );
  return { outputs: noOutputs(), failure: failures.length === 0 ? undefined : failures.join('\n') };
}
