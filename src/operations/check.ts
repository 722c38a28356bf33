/**
 * Would the open runs survive the workspace's code? Each is replayed against it. Nothing of a run is executed, nothing
 * is written, no lease is taken.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import { cleanEnvironment } from '../executors/environment.ts';
import type { RunStatus } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import { readInputs } from '../journal/reader.ts';
import type { DivergenceFacts } from '../runtime/protocol.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { changedFiles, type OnCodeChange, readManifest, realPath, repositoryOf } from './code.ts';
import { codeChanges } from './code-diff.ts';
import { DivergedError } from './divergence.ts';
import { refuseNewerEngine } from './engine-version.ts';
import { isGate } from './gate.ts';
import { replayOnly } from './replay.ts';
import { commitOf } from './workspace.ts';
import type { DriveLimits } from './world.ts';

export const OPEN: readonly RunStatus[] = ['created', 'running', 'waiting'];

/** A line of the code, `file` relative to its repository. */
export interface Site {
  file: string;
  line: number;
}

/** What the workspace's code and a journal have to say to each other. `changed`: files that the run carries otherwise. */
export type Agreement =
  | { agrees: true; changed: string[] }
  /** `report`: the engine's. `site`: where the code asks otherwise. */
  | { agrees: false; report: string; hint: string; site: Site | undefined };

export interface CheckedRun {
  runId: string;
  processId: string;
  /**
   * `agrees`, that is, replays well; `diverges`; `carried`: it would diverge, and is not affected, for it finishes on the
   * code that it carries: an `upgrade` is what would diverge; `refused`: it replays well, but jobs refuse it, for its code
   * has changed (`on-code-change: refuse`); `other`: it is of an entry that is not to be loaded; `unreadable`: nothing can
   * be said.
   */
  verdict: 'agrees' | 'diverges' | 'carried' | 'refused' | 'other' | 'unreadable';
  /** Unless it agrees: why. */
  report: string;
  hint: string;
  site: Site | undefined;
}

export interface CheckOptions {
  store: RunStore;
  /** Where the code is. */
  workspace: string;
  env: Readonly<Record<string, string | undefined>>;
  limits: Pick<DriveLimits, 'loopMs' | 'memoryMb' | 'handleGraceMs' | 'replayGraceMs'>;
  /** What jobs do with a run whose code has changed. */
  onCodeChange: OnCodeChange;
  /** The entry of a run that must not be loaded here: a journal alone says which file it is (T1). */
  otherEntry?: (run: OpenRun) => string | undefined;
  /** Only this run; undefined: every open one. */
  runId?: string | undefined;
  /** Replays at once; default: one for each processor, four at most. */
  parallel?: number;
}

/** In the order of the store's list. @throws RunNotFoundError for a run that is named; what the store's `list` throws */
export async function checkRuns(options: CheckOptions): Promise<CheckedRun[]> {
  const { store, runId } = options;
  const ids = runId === undefined ? (await store.list({ status: OPEN })).map((run) => run.runId) : [runId];
  const checked: CheckedRun[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < ids.length; i = next++) checked[i] = await checkRun(options, ids[i] ?? '');
  };
  const parallel = options.parallel ?? Math.min(4, availableParallelism());
  await Promise.all(Array.from({ length: Math.min(parallel, ids.length) }, work));
  return checked;
}

async function checkRun(options: CheckOptions, runId: string): Promise<CheckedRun> {
  const found = { runId, processId: '', report: '', hint: '', site: undefined };
  let run: OpenRun;
  let agreement: Agreement;
  try {
    run = await options.store.open(runId);
    found.processId = run.metadata().processId;
    // An approval gate has no code in the workspace.
    if (isGate(run.runDir)) return { ...found, verdict: 'agrees' };
    const entry = options.otherEntry?.(run);
    if (entry !== undefined) {
      const hint = `If it is a process of this repository, add ${entry} as a further line of \`process:\`.`;
      const report = `It was started for ${entry}, which \`process\` does not name: nothing of it was loaded`;
      return { ...found, verdict: 'other', report, hint };
    }
    agreement = await agreementOf(options, run);
  } catch (error) {
    // A run that was asked for by name has to be there.
    if (options.runId !== undefined || !(error instanceof Error)) throw error;
    const hint = error instanceof LonghaulError ? error.hint.replaceAll('<run>', runId) : '';
    return { ...found, verdict: 'unreadable', report: error.message, hint };
  }
  if (agreement.agrees) {
    const { changed } = agreement;
    if (options.onCodeChange !== 'refuse' || changed.length === 0) return { ...found, verdict: 'agrees' };
    const report = `The code of the run is not that of the workspace: ${changed.join(', ')}`;
    const hint = 'Jobs go on with it by `on-code-change: pin` or `upgrade`.';
    return { ...found, verdict: 'refused', report, hint };
  }
  const { report, hint, site } = agreement;
  const isCarried = options.onCodeChange === 'pin' && readManifest(run.runDir) !== undefined;
  return { ...found, verdict: isCarried ? 'carried' : 'diverges', report, hint, site };
}

/** @throws DamageError; LonghaulError ENGINE_TOO_OLD */
async function agreementOf(options: CheckOptions, run: OpenRun): Promise<Agreement> {
  const { store, workspace, env, limits } = options;
  const { runDir, runId } = run;
  const loaded = run.load();
  const { state } = loaded;
  refuseNewerEngine(state);
  const { importPath, exportName } = loaded.run.entrypoint;
  const file = realPath(path.resolve(store.importDir(runId), importPath));
  const repository = repositoryOf(file, realPath(workspace));
  const manifest = readManifest(runDir);
  try {
    const diverged = await replayOnly({
      loaded,
      init: {
        runId,
        processId: state.processId,
        runDir,
        artifactsDir: paths.artifacts(runDir),
        workspace: repository,
        entry: { path: file, exportName },
        inputs: readInputs(runDir),
        createdAt: state.createdAt,
        code: undefined,
        nonInteractive: loaded.run.nonInteractive === true,
        seed: state.created?.seed,
        origin: state.created?.origin ?? null,
        secrets: [],
      },
      env: cleanEnvironment(env),
      limits,
      codeRevisions: () => ({
        recorded: manifest?.commit ?? state.created?.commit ?? '',
        now: commitOf(repository),
      }),
      changes: async (facts, now) =>
        manifest === undefined ? [] : codeChanges(runDir, manifest, now, facts),
    });
    if (diverged === undefined)
      return { agrees: true, changed: manifest === undefined ? [] : changedFiles(manifest, repository) };
    return { agrees: false, report: diverged.message, hint: diverged.hint, site: siteOf(diverged.facts) };
  } catch (error) {
    // A process that cannot be loaded, or does not give the loop back, asks for nothing of what the journal has.
    if (!(error instanceof LonghaulError) || error instanceof DivergedError) throw error;
    if (error.code !== 'PROCESS_LOAD' && error.code !== 'PROCESS_LOST' && error.code !== 'PROCESS_STUCK')
      throw error;
    // What was only created has no journal that could diverge: it would start on this code, and could not.
    const first = state.head.seq <= 1 ? 'It has done nothing yet and would start on this code. ' : '';
    return { agrees: false, report: `${first}${error.message}`, hint: error.hint, site: undefined };
  }
}

/** Where the code asks for something else; where it asks for nothing, the place at which it had asked. */
function siteOf({ code, journal }: DivergenceFacts): Site | undefined {
  const site = [...code, ...journal].map((call) => call.site).find((place) => place !== '');
  const [, file = '', line = ''] = /^(.+):(\d+):\d+$/.exec(site ?? '') ?? [];
  return file === '' ? undefined : { file, line: Number(line) };
}
