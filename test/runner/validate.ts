import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { asObject, asString, isObject, type JsonObject } from '../github/json.ts';
import { readActionFile } from './action-file.ts';
import { languageService } from './official.ts';
import { parserErrors, readWorkflow } from './workflow-file.ts';

export interface ValidateOptions {
  /** Folders of actions by the name before the `@`, or `./` paths: their inputs are checked as well. */
  actions?: Record<string, string>;
}

const document = (name: string, content: string): TextDocument =>
  TextDocument.create(`file:///${name}`, 'yaml', 0, content);

/** GitHub's services do not look at the inputs of `uses: ./`, so that is done here. */
function unknownInputs(uses: string, given: JsonObject, actions: Record<string, string>): string[] {
  const folder = actions[uses] ?? actions[uses.split('@')[0] ?? ''];
  if (folder === undefined) return [];
  const known = Object.keys(asObject(readActionFile(folder).inputs)).map((name) => name.toLowerCase());
  return Object.keys(given)
    .filter((name) => !known.includes(name.toLowerCase()))
    .map((name) => `${uses}: unexpected input "${name}"`);
}

/** Problems that GitHub's parser and language service have with a workflow file; empty when it is good. */
export async function validateWorkflowFile(path: string, options: ValidateOptions = {}): Promise<string[]> {
  const content = readFileSync(path, 'utf8');
  const name = `.github/workflows/${basename(path)}`;
  const errors = await parserErrors(name, content);
  if (errors.length > 0) return errors;
  const found = await languageService().validate(document(name, content));
  const problems = found.map((one) => `${name}:${one.range.start.line + 1} ${one.message}`);
  const workflow = await readWorkflow(name, content);
  for (const step of workflow.jobs.flatMap((job) => job.steps)) {
    if (step.uses !== null) problems.push(...unknownInputs(step.uses, step.with, options.actions ?? {}));
  }
  return problems;
}

/** The same for an action's metadata, plus the files that it names. */
export async function validateActionFile(path: string): Promise<string[]> {
  const content = readFileSync(path, 'utf8');
  const found = await languageService().validateAction(document('action.yml', content));
  const problems = found.map((one) => `action.yml:${one.range.start.line + 1} ${one.message}`);
  const runs = asObject(asObject(parse(content)).runs);
  for (const key of ['main', 'pre', 'post']) {
    const file = asString(runs[key]);
    if (file && !existsSync(join(path, '..', file))) problems.push(`runs.${key}: ${file} does not exist`);
  }
  if (!isObject(asObject(parse(content)).runs)) problems.push('runs is missing');
  return problems;
}
