/** Makes a run: nothing of the process is loaded yet. */
import path from 'node:path';
import type { Actor, Json, JsonObject, RunCreatedData } from '../journal/events.ts';
import { checkRunId, ulid } from '../journal/ids.ts';
import { toJson } from '../journal/json.ts';
import type { RunFile } from '../journal/task-files.ts';
import { type Redact, redactor, redactValue } from '../redact.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { VERSION } from '../version.ts';
import { DEFAULT_EXPORT } from './code.ts';
import { defined } from './recorder.ts';
import { commitOf } from './workspace.ts';

export interface StartOptions {
  store: RunStore;
  /** Default: a ULID. */
  runId?: string | undefined;
  /** Absolute path of the process file. */
  entry: { path: string; exportName: string | undefined };
  /** undefined: the process gets `undefined`. */
  inputs?: Json | undefined;
  /** Default: the file's name without its ending. */
  processId?: string | undefined;
  workspace: string;
  /** The workspace's commit, where git's own is not the one to record (a pull request's merge). */
  commit?: string | undefined;
  actor?: Actor | undefined;
  request?: string | undefined;
  prompt?: string | undefined;
  harness?: string | undefined;
  processRevision?: string | undefined;
  nonInteractive?: boolean | undefined;
  created?: Pick<
    RunCreatedData,
    'parent' | 'forkedFrom' | 'deadline' | 'workflow' | 'workflowName' | 'repository'
  >;
  origin?: JsonObject | undefined;
  /** Takes secrets out of what the run is started with; default: what has the shape of one. */
  redact?: Redact | undefined;
  /** Files that belong to the run from the start. */
  files?: RunFile[] | undefined;
}

/** @throws UsageError for an impossible id, RunExistsError */
export async function startRun(options: StartOptions): Promise<OpenRun> {
  const { store, entry, workspace, redact = redactor([]) } = options;
  const runId = options.runId === undefined ? ulid() : checkRunId(options.runId);
  const processId = options.processId ?? path.basename(entry.path).replace(/\.[^.]*$/, '');
  const commit = options.commit ?? commitOf(workspace);
  return store.create({
    runId,
    processId,
    entrypoint: {
      importPath: path.relative(store.importDir(runId), entry.path).split(path.sep).join('/'),
      exportName: entry.exportName ?? DEFAULT_EXPORT,
    },
    ...(options.inputs === undefined
      ? {}
      : { inputs: redactValue(toJson(options.inputs, 'inputs').json, redact) }),
    ...defined({
      request: redactValue(options.request, redact),
      prompt: redactValue(options.prompt, redact),
      harness: options.harness,
      processRevision: options.processRevision,
      nonInteractive: options.nonInteractive,
      files: options.files,
    }),
    created: {
      engine: VERSION,
      ...defined({
        commit: commit === '' ? undefined : commit,
        actor: options.actor,
        origin: options.origin,
      }),
      ...options.created,
    },
  });
}
