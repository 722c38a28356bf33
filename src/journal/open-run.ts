/** Reads a run directory for those who want its state: segments where they can be used, then event files. */
import { basename } from 'node:path';
import { DamageError } from '../errors.ts';
import type { JournalEvent } from './events.ts';
import { type EventName, LAYOUT_VERSION, paths } from './layout.ts';
import { listEvents, listJournal, readEvent, readRun } from './reader.ts';
import type { JournalRefs } from './replay-input.ts';
import { checkSegments } from './segment-check.ts';
import { listSegments, readSegmentEvents, type SegmentRef } from './segments.ts';
import { readSnapshot } from './snapshot.ts';
import { applyEvent, emptyState, type RunState, type StateProblem } from './state.ts';
import type { RunMetadata } from './task-files.ts';

export interface LoadedRun {
  run: RunMetadata;
  state: RunState;
  /** All event files, in order. */
  names: EventName[];
  /** What a replay reads. */
  refs: JournalRefs & { segments: SegmentRef[] };
  /** Events of the tail, behind the segments. */
  tail: JournalEvent[];
  /** Opened with `damaged`: good for sealing only. */
  damaged: boolean;
}

export interface LoadOptions {
  /**
   * `check` (default): segments are compared with the files before they are used, and left aside when they
   * differ. `trust`: used as they are; the caller runs `checkSegments` before it writes or says anything.
   * `ignore`: every event is read from its file.
   */
  segments?: 'check' | 'trust' | 'ignore';
  /**
   * Takes what can be read of a damaged journal: for sealing it. The head is the highest seq and the highest
   * ULID of all names, so that an event appended to it stands last whatever the others are. Nobody else drives on such a state.
   */
  damaged?: boolean;
}

/** Throws DamageError naming the file when run.json or the journal is damaged, unless that is taken (`damaged`). */
export function loadRun(runDir: string, options: LoadOptions = {}): LoadedRun {
  if (options.damaged === true) return loadDamaged(runDir);
  const run = readRun(runDir);
  const names = listEvents(runDir);
  const mode = options.segments ?? 'check';
  let segments = mode === 'ignore' ? [] : usableSegments(runDir, names, mode === 'check');
  let state: RunState;
  try {
    state = readSnapshot(runDir, segments) ?? stateOfSegments(runDir, segments);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    segments = [];
    state = emptyState();
  }
  const rest = names.slice(segments.at(-1)?.to ?? 0);
  const tail = rest.map((name) => readEvent(runDir, name));
  for (const event of tail) applyEvent(state, event);
  return { run, state, names, tail, damaged: false, refs: { segments, tail: rest.map((name) => name.name) } };
}

function stateOfSegments(runDir: string, segments: readonly SegmentRef[]): RunState {
  const state = emptyState();
  for (const ref of segments) for (const event of readSegmentEvents(runDir, ref)) applyEvent(state, event);
  return state;
}

function loadDamaged(runDir: string): LoadedRun {
  const { events: names } = listJournal(runDir);
  const state = emptyState();
  const tail: JournalEvent[] = [];
  for (const name of names) {
    try {
      const event = readEvent(runDir, name);
      tail.push(event);
      applyEvent(state, event);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
    }
  }
  const run = metadataOf(runDir, state);
  if (state.runId === '') state.runId = run.runId;
  const ulids = names.map((name) => name.ulid).sort();
  state.head = { seq: names.at(-1)?.seq ?? 0, ulid: ulids.at(-1) ?? '' };
  return {
    run,
    state,
    names,
    tail,
    damaged: true,
    refs: { segments: [], tail: names.map((name) => name.name) },
  };
}

/** run.json; when that cannot be used, what the journal and the name of the directory still say of the run. */
function metadataOf(runDir: string, { created, createdAt }: RunState): RunMetadata {
  try {
    return readRun(runDir);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    const runId = created?.runId ?? basename(runDir);
    const entrypoint = created?.entrypoint ?? { importPath: '', exportName: 'process' };
    const processId = created?.processId ?? runId;
    return {
      runId,
      request: runId,
      processId,
      entrypoint,
      processPath: entrypoint.importPath,
      layoutVersion: LAYOUT_VERSION,
      createdAt,
    };
  }
}

// A run that another program ended twice has still ended, and can be read.
const TOLERATED = new Set<StateProblem>(['AFTER_END']);

/** Throws DamageError when events can be read but do not add up (a settlement of an unknown effect, say). */
export function checkSound(runDir: string, state: RunState): void {
  const problem = state.problems.find(({ code }) => !TOLERATED.has(code));
  if (problem === undefined) return;
  const path = paths.journal(runDir);
  throw new DamageError(
    `The journal ${path} does not add up at event ${problem.seq}: ${problem.message}`,
    path,
  );
}

function usableSegments(runDir: string, names: readonly EventName[], check: boolean): SegmentRef[] {
  const segments = listSegments(runDir).filter((ref) => ref.to <= names.length);
  if (!check || segments.length === 0) return segments;
  try {
    return checkSegments(runDir, segments, names).length === 0 ? segments : [];
  } catch (error) {
    if (error instanceof DamageError) return [];
    throw error;
  }
}

/** The events of a run in order, from segments (checked) and files. Throws DamageError for any damage. */
export function* eventsOf(runDir: string, options: LoadOptions = {}): Generator<JournalEvent> {
  const names = listEvents(runDir);
  const segments =
    options.segments === 'ignore' ? [] : usableSegments(runDir, names, options.segments !== 'trust');
  let done = 0;
  for (const ref of segments) {
    yield* readSegmentEvents(runDir, ref);
    done = ref.to;
  }
  for (const name of names.slice(done)) yield readEvent(runDir, name);
}
