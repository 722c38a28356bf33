/** state/summary.json: the line of a run in a list, so that a list does not read whole journals. */
import { existsSync } from 'node:fs';
import { DamageError } from '../errors.ts';
import { replaceFile } from '../journal/atomic.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import { jsonText } from '../journal/json.ts';
import { paths } from '../journal/layout.ts';
import { loadRun } from '../journal/open-run.ts';
import { listJournal, readIfThere } from '../journal/reader.ts';
import type { RunState } from '../journal/state.ts';
import type { RunSummary } from './contract.ts';
import { summaryOf } from './summary.ts';

const SCHEMA = 'longhaul.summary.v1';

const file = (runDir: string): string => `${paths.state(runDir)}/summary.json`;

export function writeSummary(runDir: string, state: RunState): void {
  const summary = summaryOf(state.runId, state);
  replaceFile(file(runDir), jsonText({ schema: SCHEMA, head: state.head, summary }));
}

/** The last cache that a driver writes is there. */
export function hasSummary(runDir: string): boolean {
  return existsSync(file(runDir));
}

/**
 * The run's summary, from the cache when it stands for the last event of the journal and no time has come since
 * at which the run goes on by itself; otherwise from the journal. `now` in milliseconds. A damaged run is
 * listed, too: as `running`, since somebody must act, waiting on `run:verify`.
 */
export function readSummary(runDir: string, runId: string, now: number): RunSummary {
  const cached = cachedSummary(runDir, runId, now);
  if (cached !== undefined) return cached;
  try {
    return summaryOf(runId, loadRun(runDir).state, now);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    const waitingOn = [`run:verify (${error.message})`];
    return { runId, processId: '', state: 'running', createdAt: '', updatedAt: '', waitingOn };
  }
}

function cachedSummary(runDir: string, runId: string, now: number): RunSummary | undefined {
  const cache = parseJson(readIfThere(file(runDir)) ?? '');
  if (!isObject(cache) || cache.schema !== SCHEMA || !isObject(cache.head) || !isObject(cache.summary))
    return undefined;
  const { events } = listJournal(runDir);
  const last = events.at(-1);
  if (last === undefined || last.seq !== cache.head.seq || last.ulid !== cache.head.ulid) return undefined;
  if (events.length !== last.seq) return undefined;
  const summary = { ...(cache.summary as unknown as RunSummary), runId };
  const isDue = summary.wakeAt !== undefined && Date.parse(summary.wakeAt) <= now;
  return isDue ? undefined : summary;
}
