/** The files beside the journal: task.json, result.json, run.json, in Babysitter's exact bytes. */
import { isObject, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import type { Json, JsonObject, SerializedError } from './events.ts';
import { jsonText, sortKeys } from './json.ts';
import { LAYOUT_VERSION, refs } from './layout.ts';

export const TASK_SCHEMA = '2026.01.tasks-v1';
export const RESULT_SCHEMA = '2026.01.results-v1';
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
export const BLOB_THRESHOLD = 1024 * 1024;

/** A file to be written; `path` is relative to the run directory, with `/`. */
export interface RunFile {
  path: string;
  text: string;
  /** Of a result file that holds a value: its compact JSON, as a replay will read it. */
  value?: string;
}

export interface NewFile extends RunFile {
  /** An atomic replacement of what is there; otherwise the file must be new. */
  replace?: boolean;
}

export interface TaskIdentity {
  effectId: string;
  taskId: string;
  invocationKey: string;
  stepId: string;
}

export interface EncodedTask {
  /** task.json, and the blob of its inputs when they are too long for it. Write the last one last. */
  files: RunFile[];
  taskDefRef: string;
  /** Set when the inputs stand in a blob: belongs into EFFECT_REQUESTED. */
  inputsRef?: string;
}

const FIXED_TASK_KEYS = new Set(['schemaVersion', 'effectId', 'taskId', 'invocationKey', 'stepId']);
const OBJECT_KEYS = ['io', 'node', 'breakpoint', 'orchestratorTask', 'sleep', 'metadata'];

/**
 * task.json: the keys of the definition, sorted at every level, then the fixed keys, then the inputs.
 * `inputs` undefined leaves them out. `def.kind` must be a string.
 */
export function encodeTask(id: TaskIdentity, def: JsonObject, inputs: Json | undefined): EncodedTask {
  const task: JsonObject = {};
  const sorted = sortKeys(def) as JsonObject;
  for (const key of Object.keys(sorted)) {
    const value = taskField(key, sorted[key] ?? null);
    if (value !== undefined) set(task, key, value);
  }
  task.schemaVersion = TASK_SCHEMA;
  task.effectId = id.effectId;
  task.taskId = id.taskId;
  task.invocationKey = id.invocationKey;
  task.stepId = id.stepId;
  const encoded: EncodedTask = { files: [], taskDefRef: refs.task(id.effectId) };
  if (inputs !== undefined) {
    const value = sortKeys(inputs);
    const blob = spill(id.effectId, 'inputs', value);
    if (blob === undefined) task.inputs = value;
    else {
      encoded.files.push(blob);
      encoded.inputsRef = blob.path;
      task.inputsRef = blob.path;
    }
  }
  encoded.files.push({ path: encoded.taskDefRef, text: jsonText(task) });
  return encoded;
}

/** What Babysitter keeps of a field of the definition; undefined: nothing. */
function taskField(key: string, value: Json): Json | undefined {
  if (key === 'title' || key === 'description') return typeof value === 'string' ? value : undefined;
  if (key === 'labels') return labels(value);
  if (OBJECT_KEYS.includes(key)) return isObject(value) ? value : undefined;
  if (key === 'inputsRef') return undefined;
  // Keeps its place among the keys of the definition; the value is set afterwards.
  if (FIXED_TASK_KEYS.has(key)) return null;
  return value;
}

function labels(value: Json): Json | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item) => typeof item === 'string').map((item) => item.trim());
  const unique = [...new Set(texts.filter((item) => item !== ''))];
  return unique.length === 0 ? undefined : unique.sort((a, b) => a.localeCompare(b));
}

function set(target: JsonObject, key: string, value: Json): void {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function spill(effectId: string, name: 'inputs' | 'result', value: Json): RunFile | undefined {
  const text = jsonText(value);
  if (text.length <= BLOB_THRESHOLD && Buffer.byteLength(text) <= BLOB_THRESHOLD) return undefined;
  return { path: refs.blob(effectId, name, sha256(text)), text };
}

export interface ResultOf {
  effectId: string;
  taskId: string;
  invocationKey: string;
  stdoutRef?: string | undefined;
  stderrRef?: string | undefined;
  startedAt?: string | undefined;
  finishedAt?: string | undefined;
  metadata?: JsonObject | undefined;
}

export type ResultOutcome =
  | { status: 'ok'; value: Json }
  | { status: 'error'; error: SerializedError }
  | { status: 'cancelled'; reason: string };

export interface EncodedResult {
  /** result.json last, its blob before it. */
  files: RunFile[];
  resultRef: string;
  /** sha256 of result.json's bytes. */
  resultDigest: string;
  /**
   * Compact JSON of the value as a replay will read it (keys sorted, as the file has them): hand exactly
   * this to the waiting process. Empty unless the outcome is ok.
   */
  valueText: string;
}

/**
 * result.json. The value stands in it twice, as `result` and as `value`; one whose pretty JSON is longer than
 * 1 MiB goes to a blob, which `resultRef` in the file names.
 */
export function encodeResult(of: ResultOf, outcome: ResultOutcome): EncodedResult {
  const files: RunFile[] = [];
  const result: { [key: string]: Json | undefined } = {
    schemaVersion: RESULT_SCHEMA,
    effectId: of.effectId,
    taskId: of.taskId,
    invocationKey: of.invocationKey,
    status: outcome.status,
  };
  let valueText = '';
  let value: Json | undefined;
  if (outcome.status === 'ok') {
    value = sortKeys(outcome.value);
    valueText = JSON.stringify(value);
    // So short that no indentation brings it over the limit: the pretty text need not be made to measure it.
    const blob = valueText.length < 1000 ? undefined : spill(of.effectId, 'result', value);
    if (blob !== undefined) {
      files.push(blob);
      result.resultRef = blob.path;
      value = undefined;
    } else result.result = value;
  } else if (outcome.status === 'error') {
    result.error = sortKeys(JSON.parse(JSON.stringify(outcome.error)) as Json);
  } else {
    result.error = { message: outcome.reason, name: 'EffectCancelledError' };
    result.reason = outcome.reason;
  }
  result.stdoutRef = of.stdoutRef;
  result.stderrRef = of.stderrRef;
  result.startedAt = of.startedAt;
  result.finishedAt = of.finishedAt;
  const metadata =
    outcome.status === 'cancelled'
      ? { cancelled: true, reason: outcome.reason, ...of.metadata }
      : of.metadata;
  if (metadata !== undefined) result.metadata = sortKeys(metadata);
  if (value !== undefined) result.value = value;
  const text = jsonText(result);
  const resultRef = refs.result(of.effectId);
  files.push({ path: resultRef, text, ...(value !== undefined && { value: valueText }) });
  return { files, resultRef, resultDigest: sha256(text), valueText };
}

/** What a result file says: the value in it, or the ref of the blob that holds it. */
export type ResultFile =
  | { status: 'ok'; value: Json }
  | { status: 'ok'; valueRef: string }
  | { status: 'error'; error: Json }
  | { status: 'cancelled'; reason: string };

/** undefined when the text is no result file (cut off, or without what its status calls for). */
export function decodeResult(text: string): ResultFile | undefined {
  const body = parseJson(text);
  if (!isObject(body)) return undefined;
  if (body.status === 'error') return { status: 'error', error: body.error ?? null };
  if (body.status === 'cancelled') {
    return { status: 'cancelled', reason: typeof body.reason === 'string' ? body.reason : '' };
  }
  if (body.status !== 'ok') return undefined;
  if (body.result !== undefined && body.result !== null) return { status: 'ok', value: body.result };
  if (body.value !== undefined && body.value !== null) return { status: 'ok', value: body.value };
  if (typeof body.resultRef === 'string') return { status: 'ok', valueRef: body.resultRef };
  return { status: 'ok', value: null };
}

/** run.json; unknown fields of a run made elsewhere are kept when it is read. */
export interface RunMetadata {
  runId: string;
  request: string;
  processId: string;
  harness?: string;
  entrypoint: { importPath: string; exportName: string };
  processPath: string;
  processRevision?: string;
  layoutVersion: string;
  createdAt: string;
  prompt?: string;
  nonInteractive?: boolean;
  completionProof?: string;
}

/** run.json in Babysitter's key order. */
export function encodeRun(run: Omit<RunMetadata, 'layoutVersion' | 'processPath'>): string {
  return jsonText({
    runId: run.runId,
    request: run.request,
    processId: run.processId,
    harness: run.harness,
    entrypoint: { importPath: run.entrypoint.importPath, exportName: run.entrypoint.exportName },
    processPath: run.entrypoint.importPath,
    processRevision: run.processRevision,
    layoutVersion: LAYOUT_VERSION,
    createdAt: run.createdAt,
    prompt: run.prompt,
    nonInteractive: run.nonInteractive === true ? true : undefined,
    completionProof: run.completionProof,
  });
}

/** run.json parsed; a string says what is wrong with it. */
export function decodeRun(text: string): RunMetadata | string {
  const run = parseJson(text);
  if (!isObject(run)) return 'it is cut off or no JSON';
  if (typeof run.runId !== 'string' || run.runId === '') return 'it has no runId';
  if (run.layoutVersion !== LAYOUT_VERSION) {
    return `its layoutVersion is ${JSON.stringify(run.layoutVersion ?? null)}, this engine reads ${LAYOUT_VERSION}`;
  }
  if (!isObject(run.entrypoint) || typeof run.entrypoint.importPath !== 'string')
    return 'it has no entrypoint';
  if (typeof run.createdAt !== 'string') return 'it has no createdAt';
  const metadata: RunMetadata = {
    ...(run as object),
    runId: run.runId,
    request: typeof run.request === 'string' ? run.request : run.runId,
    processId: typeof run.processId === 'string' ? run.processId : run.runId,
    entrypoint: {
      importPath: run.entrypoint.importPath,
      exportName: typeof run.entrypoint.exportName === 'string' ? run.entrypoint.exportName : 'process',
    },
    processPath: typeof run.processPath === 'string' ? run.processPath : run.entrypoint.importPath,
    layoutVersion: LAYOUT_VERSION,
    createdAt: run.createdAt,
  };
  if (typeof run.harness !== 'string' || run.harness.trim() === '') delete metadata.harness;
  return metadata;
}

/** The proof in run.json, or the one that Babysitter derives for a run that has none. */
export function completionProofOf(run: { runId: string; completionProof?: string }): string {
  return run.completionProof ?? sha256(`${run.runId}:babysitter-completion-secret-v1`);
}
