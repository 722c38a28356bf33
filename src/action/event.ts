/** Where the Action finds itself: the job, the event, the repository. Read once, from the runner's environment. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { sha256 } from '../journal/digest.ts';
import { isRunId } from '../journal/ids.ts';
import { commitOf } from '../operations/workspace.ts';

export interface JobEvent {
  name: string;
  payload: unknown;
  repository: string;
  workflowRunId: string;
  workflowAttempt: number;
  /** Key of the job in the workflow file. */
  job: string;
  /** Id of the job step, or the runner's own name for it. */
  step: string;
  ref: string;
  sha: string;
  actor: string;
  /** `.github/workflows/release.yml` */
  workflow: string;
  /** Name of the workflow, for people. */
  workflowName: string;
  serverUrl: string;
  workspace: string;
  /** The runner's directory for what does not outlive the job. */
  temp: string;
}

/** Somebody has said something, whoever runs the job once more. */
export const isSpoken = ({ name }: Pick<JobEvent, 'name'>): boolean =>
  name === 'issue_comment' || name === 'pull_request_review';

type Env = Readonly<Record<string, string | undefined>>;

/** @throws UsageError when it does not run in a job */
export function readEvent(env: Env): JobEvent {
  const needed = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') {
      throw new UsageError(`${name} is not set: this is not a job of GitHub Actions`, {
        hint: 'On a machine of your own use the command line: npx longhaul run <entry>.',
      });
    }
    return value;
  };
  const workspace = path.resolve(env.GITHUB_WORKSPACE || process.cwd());
  return {
    name: needed('GITHUB_EVENT_NAME'),
    payload: readPayload(env.GITHUB_EVENT_PATH),
    repository: needed('GITHUB_REPOSITORY'),
    workflowRunId: needed('GITHUB_RUN_ID'),
    workflowAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1') || 1,
    job: needed('GITHUB_JOB'),
    step: env.GITHUB_ACTION ?? '',
    ref: env.GITHUB_REF ?? '',
    sha: env.GITHUB_SHA ?? '',
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || '',
    workflow: workflowPath(env.GITHUB_WORKFLOW_REF ?? ''),
    workflowName: env.GITHUB_WORKFLOW ?? '',
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    workspace,
    temp: env.RUNNER_TEMP || path.join(workspace, '..'),
  };
}

function readPayload(file: string | undefined): unknown {
  if (file === undefined || file === '') return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UsageError(`The event file ${file} cannot be read`, { path: file, cause });
  }
}

/** `owner/name/.github/workflows/x.yml@refs/heads/main` → `.github/workflows/x.yml` */
function workflowPath(ref: string): string {
  return /^[^/]+\/[^/]+\/(.+?)(?:@.*)?$/.exec(ref)?.[1] ?? '';
}

/**
 * The id of a run that nobody named (protocol B2): made of the workflow run and the job, so that a later attempt of
 * the workflow, or one whose answer was lost, finds its run by name.
 */
export function defaultRunId(event: JobEvent, jobIndex: string): string {
  // `__owner_repo` is the runner's own name for the first step that uses an action; only a second one needs telling apart.
  const step = /^__[A-Za-z0-9_-]*?(?:_(\d+))?$/.exec(event.step);
  const ownStep = step === null ? event.step : (step[1] ?? '');
  const index = jobIndex === '' || jobIndex === '0' ? '' : jobIndex;
  const exact = [event.workflowRunId, event.job, ownStep, index];
  const text = exact.filter((part) => part !== '').join('-');
  // `build-2` may be a job, the second step of one, or the third of a matrix; `a-b-c` a step of `a` or of `a-b`.
  const isAmbiguous =
    /^\d+$/.test(ownStep) ||
    (index === '' && /-\d+$/.test(ownStep || event.job)) ||
    (ownStep !== '' && `${event.job}${ownStep}`.includes('-'));
  return isRunId(text) && !isAmbiguous ? text : hashedId(exact, 64);
}

/** Readable parts, and a digest of them that no other parts come to, however the text must be cut. */
export function hashedId(exact: readonly string[], longest: number): string {
  const digest = sha256(JSON.stringify(exact)).slice(0, 12);
  const text = exact
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/\.{2,}/g, '.');
  return `${text.slice(0, longest - digest.length - 1)}-${digest}`;
}

const head = z.object({ pull_request: z.object({ head: z.object({ sha: z.string() }) }) });

/**
 * The commit that the workspace has checked out; '' outside git. Of a pull request's merge commit, which nobody can
 * name later, the head stands for it (T1).
 */
export function workspaceCommit(event: JobEvent): string {
  const commit = commitOf(event.workspace);
  const isMerge = event.ref.startsWith('refs/pull/') && commit === event.sha;
  return (isMerge ? head.safeParse(event.payload).data?.pull_request.head.sha : undefined) ?? commit;
}

export const workflowRunUrl = (event: JobEvent): string =>
  `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/attempts/${event.workflowAttempt}`;

export const jobUrl = (event: JobEvent, jobId: string): string =>
  jobId === ''
    ? workflowRunUrl(event)
    : `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/job/${jobId}`;
