import { fullName, type PlatformEvent } from '../github/index.ts';
import { asObject, asString, type JsonObject } from '../github/json.ts';
import { workflowText } from '../github/workflows.ts';
import { interpolate, resolve, type Scope } from './expressions.ts';
import type { Level } from './level.ts';
import { type JobDefinition, readWorkflow, type WorkflowFile } from './workflow-file.ts';

export interface WorkflowCall {
  workflow: WorkflowFile;
  inputs: JsonObject;
  secrets: Record<string, string>;
}

/** Reads the file that `uses: ./.github/workflows/x.yml` names, with what the caller gives it. */
export async function readCall(
  event: PlatformEvent,
  definition: JobDefinition,
  scope: Scope,
  callerSecrets: Record<string, string>,
): Promise<WorkflowCall> {
  if (definition.strategy.matrix !== undefined) {
    throw new Error(`jobs.${definition.key}: the test runner calls reusable workflows without a matrix only`);
  }
  const path = asString(definition.uses).replace(/^\.\//, '');
  const text = await workflowText(event.repo, event.sha, path);
  if (text === null)
    throw new Error(`Reusable workflow ${path} is not in ${fullName(event.repo)}@${event.sha}`);
  const workflow = await readWorkflow(path, text);
  const given = asObject(resolve(definition.with, scope));
  const inputs: JsonObject = {};
  for (const [name, raw] of Object.entries(asObject(asObject(workflow.on.workflow_call).inputs))) {
    inputs[name] = given[name] ?? asObject(raw).default ?? '';
  }
  const mapped = Object.entries(asObject(definition.secrets)).map(([name, value]) => [
    name,
    interpolate(value, scope),
  ]);
  return {
    workflow,
    inputs,
    secrets: definition.secrets === 'inherit' ? callerSecrets : Object.fromEntries(mapped),
  };
}

/** `on.workflow_call.outputs`, once the called jobs have ended. */
export function callOutputs(inner: Level, scope: Scope): Record<string, string> {
  const declared = asObject(asObject(inner.workflow.on.workflow_call).outputs);
  const contexts = { ...scope.contexts, jobs: Object.fromEntries(inner.settled), inputs: inner.inputs };
  return Object.fromEntries(
    Object.entries(declared).map(([name, raw]) => [
      name,
      interpolate(asObject(raw).value, { ...scope, contexts }),
    ]),
  );
}
