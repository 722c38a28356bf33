/** The store that the inputs name, and this job as the owner of a lease. */
import path from 'node:path';
import type { JobsPort } from '../github/port.ts';
import type { Owner } from '../journal/events.ts';
import type { Runtime } from '../stores/artifact/client.ts';
import { ArtifactStore } from '../stores/artifact/store.ts';
import { BranchStore } from '../stores/branch/store.ts';
import type { RunStore } from '../stores/contract.ts';
import { DirectoryStore } from '../stores/directory.ts';
import type { IsAlive } from '../stores/liveness.ts';
import { thisOwner } from '../stores/owner.ts';
import { type SigningPolicy, signingKeys } from '../stores/signature.ts';
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

/** Nothing is asked of anybody yet. @throws UsageError for an impossible `branch` or `signing-key` */
export function openStore(
  inputs: ActionInputs,
  event: JobEvent,
  env: Env,
  parts: { jobs: JobsPort; owner: Owner; warn: (message: string) => void },
): RunStore {
  if (inputs.store === 'directory')
    return new DirectoryStore(path.resolve(event.workspace, inputs['runs-dir']));
  const isAlive: IsAlive = async ({ job }) => (job === undefined ? 'unknown' : parts.jobs.jobState(job));
  const common = {
    token: inputs.token,
    workDir: workDirectory(event),
    workspace: event.workspace,
    isAlive,
    warn: parts.warn,
    signing: signingPolicy(inputs, event),
  };
  if (inputs.store === 'branch')
    return new BranchStore({
      ...common,
      url: `${event.serverUrl}/${event.repository}`,
      env,
      branch: inputs.branch,
    });
  return new ArtifactStore({
    ...common,
    repository: event.repository,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    runtime: runtimeOf(env),
    job: {
      owner: parts.owner,
      workflowRunId: Number(event.workflowRunId),
      jobId: inputs['job-id'],
      event: event.name,
      // A check only reads, and looks at the runs of every workflow.
      workflow: inputs.command === 'check' ? undefined : event.workflow,
    },
  });
}

export const workDirectory = (event: JobEvent): string => path.join(event.temp, 'longhaul');

/** What the runner gives to a step for uploads. */
export function runtimeOf(env: Env): Runtime | undefined {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: url } = env;
  return token === undefined || url === undefined ? undefined : { token, url };
}

function signingPolicy(inputs: ActionInputs, event: JobEvent): SigningPolicy | undefined {
  const keys = signingKeys(inputs['signing-key']);
  return keys && { keys, repository: event.repository, onUnsigned: inputs['on-unsigned'] };
}
