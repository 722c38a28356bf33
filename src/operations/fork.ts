/** run:fork: a new run with the history of another one up to a point. The other one is never written. */
import { cpSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LonghaulError, UsageError } from '../errors.ts';
import { parseJson } from '../journal/decode.ts';
import type { Actor, JournalEvent, RunCreatedData } from '../journal/events.ts';
import { checkRunId, ulid } from '../journal/ids.ts';
import { eventFileName, paths, RefResolver } from '../journal/layout.ts';
import { stateOf, statusOf } from '../journal/state.ts';
import type { RunFile } from '../journal/task-files.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { VERSION } from '../version.ts';
import { defined } from './recorder.ts';

export interface ForkRequest {
  store: RunStore;
  parent: OpenRun;
  /** Seq of the last event to take over, or the id of the step to be asked for again. */
  at: string;
  runId?: string | undefined;
  actor: Actor;
}

export interface Forked {
  run: OpenRun;
  forkedFrom: { runId: string; seq: number };
}

/** @throws UsageError for a point that the run does not have, RunExistsError, LonghaulError (RUN_ENDED_THERE) */
export async function forkRun(request: ForkRequest): Promise<Forked> {
  const { store, parent, actor } = request;
  const events = [...parent.events()];
  const seq = cutOf(request.at, events, parent.runId);
  const history = events.slice(0, seq);
  const state = stateOf(history);
  if (state.terminal !== undefined) {
    throw new LonghaulError(
      'RUN_ENDED_THERE',
      `Run ${parent.runId} is ${statusOf(state)} at event ${seq}: a fork from there could do nothing`,
      {
        hint: `Fork before its end, e.g. --at ${state.terminal.seq - 1}.`,
      },
    );
  }
  const metadata = parent.metadata();
  const first = events[0]?.data as unknown as RunCreatedData;
  const {
    runId: _,
    processId: _p,
    entrypoint: _e,
    harness: _h,
    processRevision: _r,
    inputsRef: _i,
    prompt: _t,
    ...made
  } = first;
  const runId = request.runId === undefined ? ulid() : checkRunId(request.runId);
  const { importPath, exportName } = metadata.entrypoint;
  const entry = path.resolve(store.importDir(parent.runId), importPath);
  const inputs = existsSync(paths.inputs(parent.runDir))
    ? parseJson(readFileSync(paths.inputs(parent.runDir), 'utf8'))
    : undefined;
  const forkedFrom = { runId: parent.runId, seq };
  const run = await store.create({
    runId,
    processId: metadata.processId,
    request: metadata.request,
    entrypoint: {
      importPath: path.relative(store.importDir(runId), entry).split(path.sep).join('/'),
      exportName,
    },
    ...(inputs === undefined ? {} : { inputs }),
    ...defined({
      harness: metadata.harness,
      processRevision: metadata.processRevision,
      prompt: metadata.prompt,
      nonInteractive: metadata.nonInteractive,
    }),
    // Chance and time go on as in the parent, or its history would not be asked for again.
    created: { ...made, engine: VERSION, actor, forkedFrom, seed: first.seed ?? parent.runId },
    history: { createdAt: events[0]?.recordedAt ?? metadata.createdAt, ulid: events[0]?.ulid ?? ulid() },
    files: [...eventFiles(parent, history), ...carriedCode(parent)],
  });
  for (const file of filesOf(parent, history))
    cpSync(path.join(parent.runDir, file), path.join(run.runDir, file), { recursive: true, filter: noLinks });
  return { run, forkedFrom };
}

function cutOf(at: string, events: readonly JournalEvent[], runId: string): number {
  if (/^S\d{6,}$/.test(at)) {
    const asked = events.find(({ type, data }) => type === 'EFFECT_REQUESTED' && data.stepId === at);
    if (asked !== undefined) return asked.seq - 1;
    throw new UsageError(`--at: run ${runId} has no step ${at}`, {
      hint: `See its steps with \`longhaul task:list ${runId}\`.`,
    });
  }
  const seq = /^\d{1,15}$/.test(at) ? Number(at) : 0;
  if (seq >= 1 && seq <= events.length) return seq;
  throw new UsageError(
    `--at: ${JSON.stringify(at)} is neither an event of run ${runId} (1 to ${events.length}) nor a step (S000001)`,
    {
      hint: `See its events with \`longhaul run:events ${runId}\`.`,
    },
  );
}

/** Every event behind the first, byte for byte. */
function eventFiles(parent: OpenRun, history: readonly JournalEvent[]): RunFile[] {
  return history.slice(1).map(({ seq, ulid: id }) => {
    const name = eventFileName(seq, id);
    return { path: `journal/${name}`, text: readFileSync(paths.event(parent.runDir, name), 'utf8') };
  });
}

function carriedCode(parent: OpenRun): RunFile[] {
  const root = paths.code(parent.runDir);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(path.join(root, name)).isFile())
    .map((name) => ({
      path: `code/${name.split(path.sep).join('/')}`,
      text: readFileSync(path.join(root, name), 'utf8'),
    }));
}

/** What the history refers to, and what the process may have kept; relative to the run directory. */
function filesOf(parent: OpenRun, history: readonly JournalEvent[]): string[] {
  const resolver = new RefResolver(parent.runDir);
  const refs = new Set<string>();
  for (const { data } of history) {
    for (const [key, ref] of Object.entries(data)) {
      if (key.endsWith('Ref') && typeof ref === 'string' && ref.startsWith('tasks/')) refs.add(ref);
    }
    if (typeof data.effectId === 'string') refs.add(`tasks/${data.effectId}/blobs`);
  }
  return [...refs, 'artifacts'].filter((ref) =>
    ref === 'artifacts'
      ? existsSync(paths.artifacts(parent.runDir))
      : existsSync(resolver.resolve(ref, 'the journal')),
  );
}

const noLinks = (source: string): boolean => !lstatSync(source).isSymbolicLink();
