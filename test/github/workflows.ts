import { parse } from 'yaml';
import { HttpError, notFound } from './errors.ts';
import { listTree, readBlob, resolveCommit } from './git-store.ts';
import { asArray, asObject, asString, isObject, type JsonObject } from './json.ts';
import type { Repository, RunRecord, Token, User, WorkflowRecord } from './model.ts';
import type { Platform, PlatformEvent } from './platform.ts';
import { renderUser } from './render/people.ts';
import { renderRepository } from './render/repository.ts';

const folder = '.github/workflows';

export async function workflowText(repo: Repository, commit: string, path: string): Promise<string | null> {
  return (await workflowsAt(repo, commit)).get(path) ?? null;
}

/** The `on:` of a workflow file as an object: event name to its settings. */
export function triggersOf(text: string): JsonObject {
  const on = asObject(parse(text)).on;
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return asObject(on);
}

/** Keeps the ids of workflows by path, as GitHub does across commits. */
export function workflowRecord(
  platform: Platform,
  repo: Repository,
  path: string,
  text: string,
): WorkflowRecord {
  const name = asString(asObject(parse(text)).name) || path;
  const known = repo.workflows.get(path);
  if (known) {
    known.name = name;
    return known;
  }
  const record: WorkflowRecord = {
    id: platform.ids.next('workflow'),
    path,
    name,
    state: 'active',
    createdAt: platform.now(),
  };
  repo.workflows.set(path, record);
  return record;
}

const knownFiles = new WeakMap<Repository, Map<string, Promise<Map<string, string>>>>();

/** All workflow files of a commit, given by its full name: what it has never changes. */
export function workflowsAt(repo: Repository, commit: string): Promise<Map<string, string>> {
  const known = knownFiles.get(repo) ?? new Map<string, Promise<Map<string, string>>>();
  knownFiles.set(repo, known);
  const files = known.get(commit) ?? readWorkflows(repo, commit);
  known.set(commit, files);
  return files;
}

async function readWorkflows(repo: Repository, commit: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let entries: Awaited<ReturnType<typeof listTree>> = [];
  try {
    entries = await listTree(repo.gitDir, `${commit}:${folder}`, false);
  } catch {
    return files; // no such folder
  }
  for (const entry of entries) {
    if (entry.type !== 'blob' || !/\.ya?ml$/.test(entry.path)) continue;
    const path = `${folder}/${entry.path}`;
    const text = await readBlob(repo.gitDir, commit, path);
    if (text !== null) files.set(path, text.toString());
  }
  return files;
}

/** A workflow exists for the API once it is on the default branch. */
export async function findWorkflow(
  platform: Platform,
  repo: Repository,
  name: string,
): Promise<WorkflowRecord> {
  const commit = await resolveCommit(repo.gitDir, `refs/heads/${repo.defaultBranch}`);
  if (commit)
    for (const [path, text] of await workflowsAt(repo, commit)) workflowRecord(platform, repo, path, text);
  for (const record of repo.workflows.values()) {
    if (String(record.id) === name || record.path === `${folder}/${name}` || record.path === name)
      return record;
  }
  throw notFound();
}

const maxInputCharacters = 65_535;

/** Applies the declared inputs of `workflow_dispatch` to those given; refuses what GitHub refuses. */
export function dispatchInputs(declared: JsonObject, given: JsonObject): Record<string, string> {
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unexpected.length > 0)
    throw new HttpError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const inputs: Record<string, string> = {};
  for (const [name, value] of Object.entries(declared)) {
    const settings = asObject(value);
    const raw = given[name] ?? settings.default;
    if (raw === undefined || raw === null || raw === '') {
      if (settings.required === true) throw new HttpError(422, `Required input '${name}' not provided`);
      inputs[name] = settings.type === 'boolean' ? 'false' : '';
      continue;
    }
    if (isObject(raw) || Array.isArray(raw))
      throw new HttpError(422, `Provided value for input '${name}' is not a scalar`);
    const text = String(raw);
    const problem = inputProblem(settings, text);
    if (problem) throw new HttpError(422, `Provided value '${text}' for input '${name}' ${problem}`);
    inputs[name] = text;
  }
  if (JSON.stringify(given).length > maxInputCharacters) throw new HttpError(422, 'inputs are too large.');
  return inputs;
}

function inputProblem(settings: JsonObject, text: string): string | null {
  if (settings.type === 'choice' && !asArray(settings.options).map(String).includes(text)) {
    return 'not in the list of allowed values';
  }
  if (settings.type === 'boolean' && text !== 'true' && text !== 'false') return 'not of type boolean';
  if (settings.type === 'number' && Number.isNaN(Number(text))) return 'not of type number';
  return null;
}

async function refNamed(repo: Repository, name: string): Promise<{ ref: string; sha: string }> {
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  for (const ref of candidates) {
    const sha = await resolveCommit(repo.gitDir, ref);
    if (sha) return { ref, sha };
  }
  throw new HttpError(422, `No ref found for: ${name}`);
}

/** `POST …/workflows/{id}/dispatches`, also for people in the browser. */
export async function dispatchWorkflow(
  platform: Platform,
  repo: Repository,
  doer: { user: User; token: Token | null },
  request: { workflow: string; ref: string; inputs: JsonObject },
): Promise<RunRecord> {
  const workflow = await findWorkflow(platform, repo, request.workflow);
  if (workflow.state !== 'active')
    throw new HttpError(422, `Cannot trigger a 'workflow_dispatch' on a disabled workflow`);
  const { ref, sha } = await refNamed(repo, request.ref);
  const text = await workflowText(repo, sha, workflow.path);
  const triggers = text === null ? {} : triggersOf(text);
  if (!Object.hasOwn(triggers, 'workflow_dispatch')) {
    throw new HttpError(422, `Workflow does not have 'workflow_dispatch' trigger`);
  }
  const inputs = dispatchInputs(asObject(asObject(triggers.workflow_dispatch).inputs), request.inputs);
  const event: PlatformEvent = {
    name: 'workflow_dispatch',
    action: null,
    repo,
    headRepo: repo,
    sender: doer.user,
    ref,
    sha,
    workflowPath: workflow.path,
    inputs,
    title: workflow.name,
    payload: {
      inputs: Object.keys(inputs).length > 0 ? inputs : null,
      ref,
      repository: renderRepository(repo, platform.urls),
      sender: renderUser(doer.user, platform.urls),
      workflow: workflow.path,
    },
  };
  const [run] = await platform.emit(event, doer.token);
  if (!run) throw new HttpError(500, 'no runner is attached to the stand-in');
  return run;
}

/** `repository_dispatch`, with the documented limits of its payload. */
export async function dispatchRepository(
  platform: Platform,
  repo: Repository,
  doer: { user: User; token: Token | null },
  eventType: string,
  clientPayload: JsonObject,
): Promise<RunRecord[]> {
  const count = Object.keys(clientPayload).length;
  if (count > 10) throw new HttpError(422, `No more than 10 properties are allowed; ${count} were supplied.`);
  const ref = `refs/heads/${repo.defaultBranch}`;
  const event: PlatformEvent = {
    name: 'repository_dispatch',
    action: eventType,
    repo,
    headRepo: repo,
    sender: doer.user,
    ref,
    sha: (await resolveCommit(repo.gitDir, ref)) ?? '',
    title: eventType,
    payload: {
      action: eventType,
      branch: repo.defaultBranch,
      client_payload: clientPayload,
      repository: renderRepository(repo, platform.urls),
      sender: renderUser(doer.user, platform.urls),
    },
  };
  return platform.emit(event, doer.token);
}
