/** Replays a run's journal against code, and says whether they agree. Runs nothing, writes nothing, takes no lease. */
import type { LoadedRun } from '../journal/open-run.ts';
import { ProcessHost } from '../runtime/host.ts';
import type {
  CodeFile,
  DivergenceFacts,
  FromWorker,
  RequestMessage,
  WorkerInit,
} from '../runtime/protocol.ts';
import { type DivergedError, divergenceError } from './divergence.ts';
import { loadError, lostError, stuckError } from './drive-errors.ts';
import type { DriveLimits } from './world.ts';

const ENDS = new Set<FromWorker['type']>(['returned', 'threw', 'halted', 'crashed']);

export interface ReplayOptions {
  loaded: LoadedRun;
  init: Omit<WorkerInit, 'journal' | 'retry' | 'handleGraceMs' | 'replayGraceMs'>;
  env: Record<string, string>;
  limits: Pick<DriveLimits, 'loopMs' | 'memoryMb' | 'handleGraceMs' | 'replayGraceMs'>;
  codeRevisions(): { recorded: string; now: string };
  /** What was changed in the code, given what the process has loaded; for the report. */
  changes?(facts: DivergenceFacts, loaded: readonly CodeFile[]): Promise<string[]>;
}

/**
 * undefined: the code asks for what the journal holds. For a run that has completed that includes that it asks
 * for nothing more; one that goes on may.
 * @throws LonghaulError PROCESS_LOAD, PROCESS_LOST
 */
export async function replayOnly(options: ReplayOptions): Promise<DivergedError | undefined> {
  const { init, loaded, limits, env } = options;
  const completed = loaded.state.terminal?.status === 'completed' && !loaded.state.terminal.sealed;
  let host: ProcessHost | undefined;
  const captured: CodeFile[] = [];
  const diverged = async (facts: DivergenceFacts): Promise<DivergedError> =>
    divergenceError(
      facts,
      { ...options, state: loaded.state },
      (await options.changes?.(facts, captured)) ?? [],
    );
  try {
    return await new Promise((resolve, reject) => {
      const judge = (message: FromWorker): void => {
        if (message.type === 'code') captured.push(...message.files);
        else if (message.type === 'diverged') resolve(diverged(message.facts));
        else if (message.type === 'crashed' && message.stage === 'load')
          reject(loadError(init.entry.path, message.error, 'Mend the file; nothing was journaled.'));
        else if (message.type === 'replayed' && !completed) resolve(undefined);
        else if (message.type === 'requests') beyond(message.requests);
        else if (message.type === 'idle')
          reject(stuckError('the process is waiting for something that is not an effect'));
        else if (ENDS.has(message.type)) resolve(undefined);
      };
      const beyond = (requests: RequestMessage[]): void => {
        const code = requests
          .filter((r) => !r.journaled)
          .map(({ taskId, kind, site, args }) => ({ taskId, kind, site, args }));
        if (code.length === 0) return;
        resolve(diverged({ because: 'beyond', lastAgreed: [], journal: [], code, ended: undefined }));
      };
      host = new ProcessHost(
        {
          ...init,
          journal: loaded.refs,
          retry: [],
          handleGraceMs: limits.handleGraceMs,
          replayGraceMs: limits.replayGraceMs,
        },
        env,
        { message: judge, lost: (cause, error) => reject(lostError(cause, error)), output: () => {} },
        limits,
      );
    });
  } finally {
    await host?.terminate();
  }
}
