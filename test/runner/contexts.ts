import {
  fullName,
  type Platform,
  type PlatformEvent,
  type RunRecord,
  type Token,
  type User,
} from '../github/index.ts';
import { asObject, asString, type JsonObject } from '../github/json.ts';
import type { Machine } from './machine.ts';
import type { WorkflowFile } from './workflow-file.ts';

export interface GithubFacts {
  platform: Platform;
  event: PlatformEvent;
  run: RunRecord;
  attempt: number;
  triggeringActor: User;
  /** The file that the event started, also inside reusable workflows. */
  workflow: WorkflowFile;
  token: Token | null;
  jobKey: string;
  machine: Machine | null;
}

const shortRef = (ref: string): string => ref.replace(/^refs\/(heads|tags|pull)\//, '');

/** The `github` context of a job. */
export function githubContext(facts: GithubFacts): JsonObject {
  const { platform, event, run, workflow, machine } = facts;
  const { repo } = event;
  const pull = asObject(event.payload.pull_request);
  return {
    action: '',
    action_path: '',
    action_ref: '',
    action_repository: '',
    actor: run.actor.login,
    actor_id: String(run.actor.id),
    api_url: platform.urls.api,
    base_ref: asString(asObject(pull.base).ref),
    event: event.payload,
    event_name: event.name,
    event_path: machine?.eventPath ?? '',
    graphql_url: `${platform.urls.api}/graphql`,
    head_ref: asString(asObject(pull.head).ref),
    job: facts.jobKey,
    ref: event.ref,
    ref_name: shortRef(event.ref),
    ref_protected: repo.rules.some((rule) => event.ref.startsWith(rule.prefix)),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: fullName(repo),
    repository_id: String(repo.id),
    repository_owner: repo.owner.login,
    repository_owner_id: String(repo.owner.id),
    repository_visibility: repo.visibility,
    retention_days: '90',
    run_attempt: String(facts.attempt),
    run_id: String(run.id),
    run_number: String(run.number),
    secret_source: 'Actions',
    server_url: platform.urls.server,
    sha: event.sha,
    token: facts.token?.value ?? '',
    triggering_actor: facts.triggeringActor.login,
    workflow: workflow.name,
    workflow_ref: `${fullName(repo)}/${workflow.path}@${event.ref}`,
    workflow_sha: event.sha,
    workspace: machine?.workspace ?? '',
  };
}

/** Context keys that become `GITHUB_…` variables; the token and the event itself do not. */
const exported = [
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
  'action',
  'action_path',
  'action_ref',
  'action_repository',
];

export function defaultVariables(
  github: JsonObject,
  runner: JsonObject,
  machine: Machine,
): Record<string, string> {
  const variables: Record<string, string> = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_WORKSPACE: `${machine.workspace}/..`,
  };
  for (const key of exported) variables[`GITHUB_${key.toUpperCase()}`] = String(github[key] ?? '');
  for (const [key, value] of Object.entries(runner)) variables[`RUNNER_${key.toUpperCase()}`] = String(value);
  return variables;
}

const systems: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

export function runnerContext(machine: Machine, jobId: number): JsonObject {
  return {
    name: `GitHub Actions ${jobId % 1000}`,
    os: systems[process.platform] ?? 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    temp: machine.temp,
    tool_cache: machine.toolCache,
    environment: 'github-hosted',
    debug: '',
  };
}

/** Dispatch inputs have their declared types in `inputs`, and are strings in the event. */
export function typedInputs(workflow: WorkflowFile, event: PlatformEvent): JsonObject {
  const declared = asObject(asObject(workflow.on.workflow_dispatch).inputs);
  const inputs: JsonObject = {};
  for (const [name, value] of Object.entries(event.inputs ?? {})) {
    const { type } = asObject(declared[name]);
    inputs[name] = type === 'boolean' ? value === 'true' : type === 'number' ? Number(value) : value;
  }
  return inputs;
}
