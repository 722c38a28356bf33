/** What a command that ended well gives as its result. */
import type { Json, JsonObject } from '../journal/events.ts';
import type { Outcome, OutcomeFiles } from './contract.ts';
import { TaskOutputError } from './failure.ts';
import { type IoPaths, MOST_JSON, type OutputBefore, parseJson, readOutput, tooLarge } from './io-paths.ts';
import type { Exit, Streams } from './run-command.ts';

export interface Ended {
  /** The command, for messages. */
  what: string;
  io: IoPaths;
  before: OutputBefore;
  schema: JsonObject | undefined;
  redact(text: string): string;
  exit: Exit;
  streams: Streams;
  files: OutcomeFiles;
}

/**
 * The JSON at the output path; else, with an output schema, the JSON on stdout; else `{exitCode, stdout, stderr}`.
 * A schema that speaks of `stdout`, `stderr` or `exitCode` means the last: it then is the result when stdout
 * itself does not fit. The outcome is an error when the result is malformed or does not fit the schema.
 */
export async function commandValue(ended: Ended): Promise<Outcome> {
  const { schema, files, streams } = ended;
  try {
    const output = await readOutput(ended.io, ended.before, ended.redact);
    if (output !== undefined) return await fitting(output.value, ended.io.outputRef, ended);
    const plain: Json = {
      exitCode: ended.exit.code,
      stdout: streams.stdout.text,
      stderr: streams.stderr.text,
    };
    if (schema === undefined) return { status: 'ok', value: plain, ...files };
    const spoken = await stdoutValue(ended);
    if (spoken.status === 'ok' || !speaksOfStreams(schema)) return spoken;
    return await fitting(plain, `the result of ${ended.what}`, ended);
  } catch (error) {
    if (error instanceof TaskOutputError) return outputFailed(error, files);
    throw error;
  }
}

async function stdoutValue(ended: Ended): Promise<Outcome> {
  const source = `the output of ${ended.what}, which has an output schema,`;
  try {
    const text = await ended.streams.stdout.whole(MOST_JSON);
    if (text === undefined) throw tooLarge(source);
    return await fitting(parseJson(text, source), source, ended);
  } catch (error) {
    if (error instanceof TaskOutputError) return outputFailed(error, ended.files);
    throw error;
  }
}

async function fitting(value: Json, source: string, { schema, files }: Ended): Promise<Outcome> {
  if (schema === undefined) return { status: 'ok', value, ...files };
  const { validateJson, issuesText, InvalidSchemaError } = await import('./schema.ts');
  try {
    const judged = await validateJson(schema, value);
    if (judged.ok) return { status: 'ok', value, ...files };
    const issues = judged.issues.map(({ path, message }) => ({ path, message }));
    throw new TaskOutputError(`${source} does not fit the output schema: ${issuesText(issues)}`, { issues });
  } catch (error) {
    if (error instanceof InvalidSchemaError) throw new TaskOutputError(error.message, {});
    throw error;
  }
}

function outputFailed(error: TaskOutputError, files: OutcomeFiles): Outcome {
  const message = error.message.replace(/^the /, 'The ');
  return { status: 'error', error: { name: error.name, message, data: error.data }, ...files };
}

function speaksOfStreams(schema: JsonObject): boolean {
  const text = JSON.stringify({
    required: schema.required ?? [],
    properties: Object.keys(schema.properties ?? {}),
  });
  return /"(?:stdout|stderr|exitCode)"/.test(text);
}
