/** The command line of act for one workflow run, in host mode: no container, no network but the tests' own server. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { type Permissions, runtimeToken, type User } from '../github/index.ts';
import type { JsonObject } from '../github/json.ts';
import { githubContext } from '../runner/contexts.ts';
import type { WorkflowRun } from '../runner/index.ts';
import type { Workshop } from '../runner/launch.ts';
import { jobPermissions } from '../runner/permissions.ts';

/** Made by act itself, or by the platform for its runs only. */
const CONTEXT_KEYS = [
  'actor_id',
  'api_url',
  'graphql_url',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'triggering_actor',
  'workflow_ref',
  'workflow_sha',
];

export interface Call {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

/** @throws where there is no act */
function findAct(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, 'act');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not here
    }
  }
  throw new Error('act is not on the PATH: `go install github.com/nektos/act@v0.2.89` makes it');
}

/** act has one token for all jobs of a workflow run: it may do what any of them may. */
function permissionsOf(run: WorkflowRun): Permissions {
  const { event, workflow } = run;
  const context = {
    setting: event.repo.defaultWorkflowPermissions,
    fromFork: event.headRepo !== event.repo,
    caller: null,
  };
  const together: Permissions = {};
  for (const job of workflow.jobs) {
    const own = jobPermissions({ job: job.permissions, workflow: workflow.permissions }, context);
    for (const [scope, access] of Object.entries(own) as [keyof Permissions, 'read' | 'write'][])
      if (together[scope] !== 'write') together[scope] = access;
  }
  return together;
}

/** `owner/name@ref` of every step → the folder that stands for it. */
async function actionFolders(workshop: Workshop, run: WorkflowRun): Promise<[string, string][]> {
  const used = new Set(run.workflow.jobs.flatMap((job) => job.steps.flatMap((step) => step.uses ?? [])));
  const folders: [string, string][] = [];
  for (const uses of used) {
    if (uses.startsWith('actions/checkout@')) folders.push([uses, join(import.meta.dirname, 'checkout')]);
    else if (!uses.startsWith('./')) folders.push([uses, (await workshop.actions.resolve(uses, '')).folder]);
  }
  return folders;
}

function variables(
  workshop: Workshop,
  run: WorkflowRun,
  parts: { attempt: number; actor: User; trackingId: string },
): JsonObject {
  const { platform } = workshop;
  const context = githubContext({
    platform,
    event: run.event,
    run: run.record,
    attempt: parts.attempt,
    triggeringActor: parts.actor,
    workflow: run.workflow,
    token: null,
    jobKey: '',
    machine: null,
  });
  return {
    ...Object.fromEntries(CONTEXT_KEYS.map((key) => [`GITHUB_${key.toUpperCase()}`, context[key] ?? ''])),
    ACTIONS_RESULTS_URL: `${platform.urls.api}/`,
    ACTIONS_RUNTIME_URL: `${platform.urls.api}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(run.attemptRecord.backendId, randomUUID()),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TRACKING_ID: parts.trackingId,
    ...workshop.env,
  };
}

/** Makes the clone that act reads commit, ref and workflow file from, and the call to be made in it. */
export async function prepareCall(
  workshop: Workshop,
  run: WorkflowRun,
  parts: { folder: string; attempt: number; actor: User; trackingId: string },
): Promise<Call> {
  const { event, workflow } = run;
  const { folder } = parts;
  const clone = join(folder, 'clone');
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const git = (...args: string[]): Buffer => execFileSync('git', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  git('clone', '--quiet', event.repo.gitDir, clone);
  git('-C', clone, 'checkout', '--quiet', '-B', event.ref.replace(/^refs\/heads\//, ''), event.sha);
  const eventFile = join(folder, 'event.json');
  await writeFile(eventFile, JSON.stringify(event.payload));
  const token = workshop.platform.mintJobToken(event.repo, permissionsOf(run)).value;
  const repeated = (flag: string, entries: [string, unknown][]): string[] =>
    entries.flatMap(([name, value]) => [flag, `${name}=${String(value)}`]);
  const args = [
    event.name,
    '--json',
    '--no-cache-server',
    '--no-skip-checkout',
    ...['-W', workflow.path],
    ...['-e', eventFile],
    ...['-a', run.record.actor.login],
    ...['-P', 'ubuntu-latest=-self-hosted'],
    ...repeated('-s', Object.entries({ GITHUB_TOKEN: token, ...workshop.secrets })),
    ...repeated('--var', Object.entries(workshop.vars)),
    ...repeated('--env', Object.entries(variables(workshop, run, parts))),
    ...repeated('--local-repository', await actionFolders(workshop, run)),
  ];
  // act starts actions with the `node` of its PATH, whatever they ask for.
  const env = { PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`, HOME: home };
  return { command: findAct(), args, cwd: clone, env };
}
