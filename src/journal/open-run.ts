/** Reads a run directory for those who want its state: segments where they can be used, then event files. */
import { DamageError } from '../errors.ts';
import type { JournalEvent } from './events.ts';
import type { EventName } from './layout.ts';
import { listEvents, readEvent, readRun } from './reader.ts';
import type { JournalRefs } from './replay-input.ts';
import { checkSegments, listSegments, readSegmentEvents, type SegmentRef } from './segments.ts';
import { applyEvent, emptyState, type RunState } from './state.ts';
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
}

export interface LoadOptions {
  /**
   * `check` (default): segments are compared with the files before they are used, and left aside when they
   * differ. `trust`: used as they are; the caller runs `checkSegments` before it writes or says anything.
   * `ignore`: every event is read from its file.
   */
  segments?: 'check' | 'trust' | 'ignore';
}

/** Throws DamageError naming the file when run.json or the journal is damaged. */
export function loadRun(runDir: string, options: LoadOptions = {}): LoadedRun {
  const run = readRun(runDir);
  const names = listEvents(runDir);
  const mode = options.segments ?? 'check';
  let segments = mode === 'ignore' ? [] : usableSegments(runDir, names, mode === 'check');
  let state: RunState;
  try {
    state = emptyState();
    for (const ref of segments) for (const event of readSegmentEvents(runDir, ref)) applyEvent(state, event);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    segments = [];
    state = emptyState();
  }
  const rest = names.slice(segments.at(-1)?.to ?? 0);
  const tail = rest.map((name) => readEvent(runDir, name));
  for (const event of tail) applyEvent(state, event);
  return { run, state, names, tail, refs: { segments, tail: rest.map((name) => name.name) } };
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
