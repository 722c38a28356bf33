/** `replayRun`: does this code still agree with a run's journal? */
import path from 'node:path';
import { cleanEnvironment } from '../executors/environment.ts';
import { paths } from '../journal/layout.ts';
import { loadRun } from '../journal/open-run.ts';
import { readInputs } from '../journal/reader.ts';
import { parseEntry, repositoryOf } from '../operations/code.ts';
import { replayOnly } from '../operations/replay.ts';
import { commitOf } from '../operations/workspace.ts';
import { DEFAULT_LIMITS, type DriveLimits } from '../operations/world.ts';
import type { DivergenceFacts } from '../runtime/protocol.ts';
import { entryPath } from './run-process.ts';

export type ReplayResult =
  | { clean: true; divergence: undefined }
  /** `message` is the whole report; `facts` what it is made of. */
  | { clean: false; divergence: { message: string; hint: string; facts: DivergenceFacts } };

/**
 * Replays the journal of a run with the code of `entry`. Runs no effect and writes nothing, so that recorded runs
 * can be kept as fixtures: does a change of the code still agree with the runs that are open? Of a completed run
 * the code must ask for exactly its steps; of any other it may ask for more.
 *
 * @param entry the process file as `path`, `path#export` or file URL; default: the file that the run was started with
 * @throws LonghaulError for a damaged journal, or a process that cannot be loaded or does not give the loop back
 */
export async function replayRun(
  runDir: string,
  options: { entry?: string | URL; limits?: Partial<DriveLimits> } = {},
): Promise<ReplayResult> {
  const directory = path.resolve(runDir);
  const loaded = loadRun(directory);
  const { importPath, exportName } = loaded.run.entrypoint;
  const entry = parseEntry(
    options.entry === undefined
      ? `${path.resolve(directory, importPath)}#${exportName}`
      : entryPath(options.entry),
    process.cwd(),
  );
  const { state } = loaded;
  const commit = state.created?.commit ?? '';
  const diverged = await replayOnly({
    loaded,
    init: {
      runId: state.runId,
      processId: state.processId,
      runDir: directory,
      artifactsDir: paths.artifacts(directory),
      workspace: repositoryOf(entry.path, process.cwd()),
      entry,
      inputs: readInputs(directory),
      createdAt: state.createdAt,
      code: undefined,
      nonInteractive: loaded.run.nonInteractive === true,
      seed: state.created?.seed,
      origin: state.created?.origin ?? null,
      secrets: [],
    },
    env: cleanEnvironment(process.env),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    codeRevisions: () => ({ recorded: commit, now: commitOf(process.cwd()) }),
  });
  if (diverged === undefined) return { clean: true, divergence: undefined };
  const { message, hint, facts } = diverged;
  return { clean: false, divergence: { message, hint, facts } };
}
