/** What one job step of the Action works with, and what holds for every run that it touches. */
import path from 'node:path';
import { z } from 'zod';
import { LonghaulError } from '../errors.ts';
import type { GitHubPort } from '../github/port.ts';
import type { Actor, Owner } from '../journal/events.ts';
import { DEFAULT_EXPORT, splitEntry } from '../operations/code.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { isSpoken, type JobEvent } from './event.ts';
import type { ActionInputs } from './inputs.ts';
import type { RunnerIo } from './io.ts';
import { type Comparer, refuseRewound } from './newest.ts';

export interface Job {
  event: JobEvent;
  inputs: ActionInputs;
  env: Readonly<Record<string, string | undefined>>;
  io: RunnerIo;
  store: RunStore;
  github: GitHubPort;
  owner: Owner;
  /** Fires when the job must end: it is cancelled, or past its time limit. */
  shutdown: AbortSignal;
  /** Fires when the workflow run is cancelled and the run shall be canceled with it (`on-runner-cancel: cancel`). */
  cancel: AbortSignal;
  /** Fires at the time limit: nothing new begins. */
  drain: AbortSignal;
  /** Fires when the runner is about to end everything. */
  hurry: AbortSignal;
}

/** What decides whether a job may touch a run. */
export interface Gatekeeper extends EntryKeeper {
  event: Pick<JobEvent, 'repository' | 'workflow' | 'workspace'>;
  store: Pick<RunStore, 'open' | 'importDir'>;
}

/** What names the entries that it may load. */
export interface EntryKeeper {
  event: Pick<JobEvent, 'workspace'>;
  inputs: Pick<ActionInputs, 'process'>;
  store: Pick<RunStore, 'importDir'>;
}

const sent = z.object({ sender: z.object({ login: z.string(), id: z.number().int().positive() }) });

/** Who the event says has caused it, whoever runs the job once more. */
export const senderOf = (payload: unknown): { login: string; id: number } | undefined =>
  sent.safeParse(payload).data?.sender;

/** Who triggered this job. The event knows the number of its sender, whom a new name does not hide. */
export function actorOf({ actor, payload }: JobEvent): Actor {
  const sender = senderOf(payload);
  return { login: actor, ...(sender?.login === actor ? { id: sender.id } : {}) };
}

/**
 * Whose an upgrade of the code is that this job makes. Nobody's where a comment or a schedule woke it: a comment asks
 * for something else, and a schedule bears the name of whoever changed its file last.
 */
export function upgraderOf(event: JobEvent): Actor | undefined {
  return isSpoken(event) || event.name === 'schedule' ? undefined : actorOf(event);
}

/** By the index: whether the run belongs to the workflow file of this job. */
export const isOurs = ({ event }: Job, { workflow }: { workflow?: string }): boolean =>
  workflow === undefined || event.workflow === '' || workflow === event.workflow;

/**
 * Opens a run that this job may drive; undefined: it belongs to another workflow, which is none of our business.
 * @throws RunNotFoundError; LonghaulError when it was started in another repository or for another entry, or was moved
 *   back to an older save (T3)
 */
export async function openOurs(job: Gatekeeper & Comparer, runId: string): Promise<OpenRun | undefined> {
  const { event, store } = job;
  const run = await store.open(runId);
  const { created } = run.load({ damaged: true }).state;
  if (created?.repository !== undefined && created.repository !== event.repository) {
    throw new LonghaulError(
      'OTHER_REPOSITORY',
      `Run ${runId} was started in ${created.repository}; this is ${event.repository}`,
      { hint: 'Carry it on in the repository that it belongs to.' },
    );
  }
  if (created?.workflow !== undefined && event.workflow !== '' && created.workflow !== event.workflow)
    return undefined;
  refuseOtherEntry(job, run);
  return refuseRewound(job, run);
}

/** Absolute path and export of the process that a run was recorded for. */
export function recordedEntry(
  { store }: Pick<EntryKeeper, 'store'>,
  run: OpenRun,
): { file: string; exportName: string } {
  const { importPath, exportName } = run.metadata().entrypoint;
  return { file: path.resolve(store.importDir(run.runId), importPath), exportName };
}

/** The entry that a run was recorded for, unless it is one of the lines of `process:` (T1). */
export function otherEntry(job: EntryKeeper, run: OpenRun): string | undefined {
  const { event, inputs } = job;
  const { file, exportName } = recordedEntry(job, run);
  const isNamed = inputs.process.map(splitEntry).some((line) => {
    const isFile = path.resolve(event.workspace, line.file) === file;
    return isFile && (line.exportName ?? DEFAULT_EXPORT) === exportName;
  });
  if (isNamed) return undefined;
  return `${path.relative(event.workspace, file)}${exportName === DEFAULT_EXPORT ? '' : `#${exportName}`}`;
}

function refuseOtherEntry(job: Gatekeeper, run: OpenRun): void {
  const entry = job.inputs.process.length === 0 ? undefined : otherEntry(job, run);
  if (entry === undefined) return;
  throw new LonghaulError(
    'OTHER_ENTRY',
    `Run ${run.runId} was started for ${entry}, which \`process\` does not name`,
    {
      hint: 'Add it as a further line of `process:` if it was moved; otherwise this workflow is not the one that the run belongs to.',
    },
  );
}
