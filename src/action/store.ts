/** The store that the inputs name, and this job as the owner of a lease. */
import path from 'node:path';
import type { JobsPort } from '../github/port.ts';
import type { Owner } from '../journal/events.ts';
import { BranchStore } from '../stores/branch/store.ts';
import type { RunStore } from '../stores/contract.ts';
import { DirectoryStore } from '../stores/directory.ts';
import { thisOwner } from '../stores/owner.ts';
import { VERSION } from '../version.ts';
import { type JobEvent, jobUrl } from './event.ts';
import type { ActionInputs } from './inputs.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How long a job may last: six hours on GitHub's machines, five days on one's own. */
const limitMinutes = (env: Env): number =>
  env.RUNNER_ENVIRONMENT === 'github-hosted' ? 6 * 60 : 5 * 24 * 60;

export function jobOwner(inputs: ActionInputs, event: JobEvent, env: Env): Owner {
  return thisOwner(VERSION, {
    workflowRunId: event.workflowRunId,
    workflowAttempt: event.workflowAttempt,
    jobId: inputs['job-id'],
    url: jobUrl(event, inputs['job-id']),
    limitMinutes: limitMinutes(env),
  });
}

/** Nothing is asked of anybody yet. @throws UsageError for an impossible `branch` */
export function openStore(
  inputs: ActionInputs,
  event: JobEvent,
  env: Env,
  parts: { jobs: JobsPort; warn: (message: string) => void },
): RunStore {
  if (inputs.store === 'directory')
    return new DirectoryStore(path.resolve(event.workspace, inputs['runs-dir']));
  return new BranchStore({
    url: `${event.serverUrl}/${event.repository}`,
    token: inputs.token,
    env,
    workDir: path.join(event.temp, 'longhaul'),
    workspace: event.workspace,
    branch: inputs.branch,
    isAlive: ({ job }) => (job === undefined ? Promise.resolve('unknown') : parts.jobs.jobState(job)),
    warn: parts.warn,
  });
}
