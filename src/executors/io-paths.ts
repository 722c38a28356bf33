/** The files through which a task takes its input and leaves its result, always inside the run directory. */
import { lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Json } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { refs } from '../journal/layout.ts';
import { redactJson, redactValue } from '../redact.ts';
import type { Effect, ExecutorWorld } from './contract.ts';
import { asObject, asText } from './definition.ts';
import { shorten, TaskDefinitionError, TaskOutputError } from './failure.ts';

/** A result beyond this is no message between steps any more; it belongs into a file of artifacts/. */
export const MOST_JSON = 64 * 1024 * 1024;

export interface IoPaths {
  /** Absolute. */
  input: string;
  output: string;
  /** For messages: relative to the run directory. */
  outputRef: string;
  /** The definition asked for the input file. */
  inputDeclared: boolean;
}

/** Directories of the run directory that only the engine writes; a file at its top is the engine's, too. */
const ENGINES = new Set(['journal', 'state', 'code', 'mailbox', 'lease', 'blobs', 'orphaned', 'process']);

/**
 * Where a task reads its input and writes its result: `io.inputJsonPath` and `io.outputJsonPath` (or
 * `<kind>.outputPath`), by default `tasks/<effectId>/input.json` and `output.json`.
 *
 * @throws TaskDefinitionError for a path outside the run directory, or of a file that the engine keeps
 */
export function ioPaths(effect: Effect, world: Pick<ExecutorWorld, 'runDir'>): IoPaths {
  const io = asObject(effect.def.io);
  const declared = asText(io?.inputJsonPath);
  const wanted = asText(io?.outputJsonPath) ?? asText(asObject(effect.def[effect.kind])?.outputPath);
  const input = inside(world.runDir, declared ?? `tasks/${effect.effectId}/input.json`, 'io.inputJsonPath');
  const output = inside(world.runDir, wanted ?? `tasks/${effect.effectId}/output.json`, 'io.outputJsonPath');
  const kept: string[] = [
    refs.task(effect.effectId),
    refs.stdout(effect.effectId),
    refs.stderr(effect.effectId),
  ];
  if (kept.includes(output) || kept.includes(input) || input === refs.result(effect.effectId)) {
    throw new TaskDefinitionError(
      `The task definition's io names ${kept.includes(output) ? output : input}, which the engine writes. Use tasks/${effect.effectId}/output.json.`,
    );
  }
  return {
    input: join(world.runDir, input),
    output: join(world.runDir, output),
    outputRef: output,
    inputDeclared: declared !== undefined,
  };
}

/** The path relative to the run directory, with `/`. */
function inside(runDir: string, path: string, field: string): string {
  const within = relative(runDir, isAbsolute(path) ? path : join(runDir, path)).split(sep);
  const [first = ''] = within;
  if (first === '..' || isAbsolute(within.join(sep)) || path.includes('\0')) {
    throw new TaskDefinitionError(
      `The task definition's ${field} is ${JSON.stringify(path)}, which lies outside the run directory. ` +
        'Give a path relative to it, e.g. tasks/<effectId>/output.json.',
    );
  }
  if (within.length < 2 || ENGINES.has(first)) {
    throw new TaskDefinitionError(
      `The task definition's ${field} is ${JSON.stringify(path)}, a place that the engine keeps for itself. ` +
        'Give a path below tasks/ or artifacts/.',
    );
  }
  return within.join('/');
}

/** Writes the arguments of the call for the worker. They are redacted: the file is stored with the run. */
export async function writeInput(io: IoPaths, args: Json, redact: (text: string) => string): Promise<void> {
  await mkdir(dirname(io.input), { recursive: true });
  await writeFile(io.input, jsonText(redactValue(args, redact)));
}

/** What lay at the output path before the attempt; a file that has not changed since is no result of it. */
export type OutputBefore = { mtimeNs: bigint; size: bigint; ino: bigint } | undefined;

/**
 * Makes the place for the result and clears away what an earlier attempt left there. The engine's own
 * result.json, which many definitions name as output, stays until it is replaced.
 */
export async function prepareOutput(io: IoPaths, effectId: string): Promise<OutputBefore> {
  await mkdir(dirname(io.output), { recursive: true });
  if (io.outputRef !== refs.result(effectId)) {
    await rm(io.output, { force: true }).catch((error: NodeJS.ErrnoException) => {
      if (!/EISDIR/.test(error.code ?? '')) throw error;
      throw new TaskDefinitionError(
        `The task definition's io.outputJsonPath is ${io.outputRef}, which is a directory. Name a file.`,
      );
    });
    return undefined;
  }
  return lstat(io.output, { bigint: true }).catch(missing);
}

/**
 * The JSON that the attempt left at the output path; undefined when it left none.
 *
 * @throws TaskOutputError when it is not JSON, empty or too large, naming the file
 */
export async function readOutput(
  io: IoPaths,
  before: OutputBefore,
  redact: (text: string) => string,
): Promise<{ value: Json } | undefined> {
  const now = await stat(io.output, { bigint: true }).catch(missing);
  if (now === undefined || !now.isFile()) return undefined;
  if (
    before !== undefined &&
    now.mtimeNs === before.mtimeNs &&
    now.size === before.size &&
    now.ino === before.ino
  ) {
    return undefined;
  }
  if (now.size > MOST_JSON) throw tooLarge(io.outputRef);
  const raw = await readFile(io.output, 'utf8');
  const text = withoutSecrets(raw, redact);
  if (text !== raw) await writeFile(io.output, text);
  return { value: parseJson(text, io.outputRef) };
}

function withoutSecrets(text: string, redact: (text: string) => string): string {
  try {
    const clean = redactJson(text, redact);
    return clean === text ? text : `${clean}\n`;
  } catch {
    return redact(text); // no JSON, which the reader says
  }
}

/** `source` is what the message calls the text. @throws TaskOutputError for a text that is no JSON */
export function parseJson(text: string, source: string): Json {
  if (text.trim() === '') {
    throw new TaskOutputError(`${source} is empty; it must hold the task's result as JSON.`, {
      received: '',
    });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TaskOutputError(
      `${source} is not JSON (${shorten(why, 200)}). It begins with: ${shorten(text.trim(), 200)}`,
      { received: text.slice(0, 2048) },
    );
  }
}

/** A result of more than 64 MiB. */
export function tooLarge(source: string): TaskOutputError {
  return new TaskOutputError(
    `${source} is larger than ${MOST_JSON / 1024 / 1024} MiB, too large for a result. Write large data into LONGHAUL_ARTIFACTS_DIR and give its path.`,
    {},
  );
}

function missing(error: unknown): undefined {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
