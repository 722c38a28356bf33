/** The store that the inputs name, and this job as the owner of a lease. */
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import type { Owner } from '../journal/events.ts';
import type { RunStore } from '../stores/contract.ts';
import { DirectoryStore } from '../stores/directory.ts';
import { thisOwner } from '../stores/owner.ts';
import { VERSION } from '../version.ts';
import type { JobEvent } from './event.ts';
import type { ActionInputs } from './inputs.ts';

/** No hosted job lives longer; self-hosted ones may, up to five days. */
const LIMIT_MINUTES = 5 * 24 * 60;

export async function openStore(
  inputs: ActionInputs,
  event: JobEvent,
  url: string,
): Promise<{ store: RunStore; owner: Owner }> {
  if (inputs.store !== 'directory') {
    throw new LonghaulError(
      'STORE_NOT_WIRED',
      `The Action does not drive runs in \`store: ${inputs.store}\` yet`,
      {
        hint: 'Set `store: directory` on a runner whose disk lasts, or use the command line.',
      },
    );
  }
  const owner = thisOwner(VERSION, {
    workflowRunId: event.workflowRunId,
    workflowAttempt: event.workflowAttempt,
    jobId: inputs['job-id'],
    url,
    limitMinutes: LIMIT_MINUTES,
  });
  return { store: new DirectoryStore(path.resolve(event.workspace, inputs['runs-dir'])), owner };
}
