import { parse } from 'yaml';
import { asArray, asObject, asString, asStrings, type JsonObject } from '../github/json.ts';
import { parser } from './official.ts';

const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = parser;

/** A workflow file, read by GitHub's parser and then as plain YAML. */
export interface WorkflowFile {
  path: string;
  name: string;
  on: JsonObject;
  env: JsonObject;
  permissions: unknown;
  defaults: JsonObject;
  jobs: JobDefinition[];
  notes: string[];
}

export interface JobDefinition {
  key: string;
  name: string | null;
  needs: string[];
  if: unknown;
  env: JsonObject;
  permissions: unknown;
  outputs: JsonObject;
  strategy: JsonObject;
  defaults: JsonObject;
  steps: StepDefinition[];
  continueOnError: unknown;
  runsOn: unknown;
  /** A reusable workflow instead of steps. */
  uses: string | null;
  with: JsonObject;
  secrets: unknown;
}

export interface StepDefinition {
  id: string | null;
  name: string | null;
  if: unknown;
  run: string | null;
  uses: string | null;
  with: JsonObject;
  env: JsonObject;
  shell: string | null;
  workingDirectory: string | null;
  continueOnError: unknown;
}

const textOrNull = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);

export function readStep(raw: unknown): StepDefinition {
  const step = asObject(raw);
  return {
    id: textOrNull(step.id),
    name: textOrNull(step.name),
    if: step.if,
    run: textOrNull(step.run),
    uses: textOrNull(step.uses),
    with: asObject(step.with),
    env: asObject(step.env),
    shell: textOrNull(step.shell),
    workingDirectory: textOrNull(step['working-directory']),
    continueOnError: step['continue-on-error'],
  };
}

function readJob(key: string, raw: unknown): JobDefinition {
  const job = asObject(raw);
  for (const unsupported of ['container', 'services']) {
    if (job[unsupported] !== undefined)
      throw new Error(`jobs.${key}.${unsupported}: the test runner has no containers`);
  }
  return {
    key,
    name: textOrNull(job.name),
    needs: typeof job.needs === 'string' ? [job.needs] : asStrings(job.needs),
    if: job.if,
    env: asObject(job.env),
    permissions: job.permissions,
    outputs: asObject(job.outputs),
    strategy: asObject(job.strategy),
    defaults: asObject(asObject(job.defaults).run),
    steps: asArray(job.steps).map(readStep),
    continueOnError: job['continue-on-error'],
    runsOn: job['runs-on'],
    uses: textOrNull(job.uses),
    with: asObject(job.with),
    secrets: job.secrets,
  };
}

function readOn(raw: unknown): JsonObject {
  if (typeof raw === 'string') return { [raw]: null };
  if (Array.isArray(raw)) return Object.fromEntries(raw.map((name) => [String(name), null]));
  return asObject(raw);
}

/** What GitHub's own parser has against a workflow; empty when it would be accepted. */
export async function parserErrors(path: string, content: string): Promise<string[]> {
  const result = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  const errors = result.context.errors.getErrors().map((error) => error.message);
  if (errors.length > 0 || !result.value) return errors.length > 0 ? errors : [`${path}: empty workflow`];
  const converted = await convertWorkflowTemplate(result.context, result.value);
  return (converted.errors ?? []).map((error) => error.Message);
}

export async function readWorkflow(path: string, content: string): Promise<WorkflowFile> {
  const errors = await parserErrors(path, content);
  if (errors.length > 0) throw new Error(`Invalid workflow file: ${path}\n${errors.join('\n')}`);
  const root = asObject(parse(content));
  const jobs = Object.entries(asObject(root.jobs));
  const notes = [root, ...jobs.map(([, job]) => asObject(job))].some(
    (holder) => holder.concurrency !== undefined,
  )
    ? ['concurrency is ignored by the test runner']
    : [];
  return {
    path,
    name: asString(root.name) || path,
    on: readOn(root.on),
    env: asObject(root.env),
    permissions: root.permissions,
    defaults: asObject(asObject(root.defaults).run),
    jobs: jobs.map(([key, job]) => readJob(key, job)),
    notes,
  };
}
