/** Opens a run directory: its metadata, the names of its events, the events themselves, results. */
import { readdirSync, readFileSync } from 'node:fs';
import { DamageError } from '../errors.ts';
import { decodeEvent } from './codec.ts';
import { asError, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import type {
  EffectCancelledData,
  EffectResolvedData,
  JournalEvent,
  Json,
  SerializedError,
} from './events.ts';
import { compareEvents, type EventName, parseEventName, paths, RefResolver, refs } from './layout.ts';
import { decodeResult, decodeRun, type RunMetadata } from './task-files.ts';

const NO_RUN_FILE =
  'It cannot be made anew: put it back from a copy of the run, or seal the run with `longhaul run:halt <run> --final-status failed`.';

/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
export function readRun(runDir: string): RunMetadata {
  const path = paths.run(runDir);
  const text = readIfThere(path);
  if (text === undefined)
    throw new DamageError(`${path} is missing: this is no run directory`, path, NO_RUN_FILE);
  const run = decodeRun(text);
  if (typeof run === 'string') throw new DamageError(`${path} cannot be used: ${run}`, path, NO_RUN_FILE);
  return run;
}

/** The text of inputs.json, or undefined when the run has none. */
export function readInputs(runDir: string): string | undefined {
  return readIfThere(paths.inputs(runDir));
}

/** The text of a file; undefined when there is none. Other errors are thrown. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What stands in a directory; nothing when there is none. */
export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

export interface JournalListing {
  /** Event files in order of seq. */
  events: EventName[];
  /** Everything else in journal/: temp files left over by a kill, stray files. Never counted. */
  others: string[];
}

/** Names only, nothing is opened. An absent journal directory is an empty journal. */
export function listJournal(runDir: string): JournalListing {
  const names = namesIn(paths.journal(runDir));
  // A journal without a fault is put in order by counting, which is several times faster than sorting.
  const placed: EventName[] = new Array(names.length);
  const misplaced: EventName[] = [];
  const others: string[] = [];
  let last = 0;
  for (const name of names) {
    const parsed = parseEventName(name);
    if (parsed === undefined) others.push(name);
    else if (parsed.seq > names.length || placed[parsed.seq - 1] !== undefined) misplaced.push(parsed);
    else {
      placed[parsed.seq - 1] = parsed;
      last = Math.max(last, parsed.seq);
    }
  }
  placed.length = last;
  if (misplaced.length === 0 && last === names.length - others.length) return { events: placed, others };
  const events = [...placed.filter((name) => name !== undefined), ...misplaced].sort(compareEvents);
  return { events, others };
}

/** The place where the seqs of a sorted listing stop being 1, 2, 3 …; undefined when they never do. */
export function sequenceProblem(
  events: readonly EventName[],
): { kind: 'gap' | 'duplicate'; seq: number; name: string } | undefined {
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.seq === i + 1) continue;
    return { kind: event.seq > i + 1 ? 'gap' : 'duplicate', seq: i + 1, name: event.name };
  }
  return undefined;
}

/**
 * The event files of a run, 1, 2, 3 … without a gap. While a driver appends, a listing may show an event and
 * miss the one before it, so a gap is believed only when it is still there on a second look. Throws
 * DamageError for a gap, a seq that two files have, and a journal without an event: every run has its first.
 */
export function listEvents(runDir: string): EventName[] {
  for (let attempt = 1; ; attempt++) {
    const { events } = listJournal(runDir);
    const problem = sequenceProblem(events);
    if (events.length === 0) {
      const path = paths.journal(runDir);
      throw new DamageError(`The journal has no event, not even RUN_CREATED: ${path}`, path);
    }
    if (problem === undefined) return events;
    if (problem.kind === 'gap' && attempt < 3) continue;
    const path = paths.event(runDir, problem.name);
    throw new DamageError(
      problem.kind === 'gap'
        ? `The journal has no event ${problem.seq}: ${path} comes too early`
        : `Two events of the journal have the seq ${problem.seq - 1}, one of them is ${path}`,
      path,
    );
  }
}

/** One event file, its checksum verified. Throws DamageError naming the file. */
export function readEvent(runDir: string, name: EventName): JournalEvent {
  const path = paths.event(runDir, name.name);
  let text: string | undefined;
  try {
    text = readIfThere(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'ELOOP') throw error;
    throw new DamageError(`The event file ${path} cannot be read: ${message}`, path);
  }
  if (text === undefined) throw new DamageError(`The event file ${path} is gone`, path);
  return decodeEvent(text, name, path);
}

/** Every event of the run, read from the event files alone. Throws DamageError for any damage. */
export function readEvents(runDir: string): JournalEvent[] {
  return listEvents(runDir).map((name) => readEvent(runDir, name));
}

/** How one request ended. `value` is compact JSON text, parsed only where it is needed. */
export type SettlementOutcome =
  | { status: 'ok'; value: string }
  | { status: 'error'; error: SerializedError }
  | { status: 'cancelled'; reason: string; timedOut: boolean };

/**
 * What an EFFECT_RESOLVED event settled, with the value read whole from its result file or blob and the
 * file's digest verified. Throws DamageError when a file is missing, edited or damaged, or a ref is tampered.
 */
export function readOutcome(
  resolver: RefResolver,
  data: EffectResolvedData,
  eventPath: string,
): SettlementOutcome {
  if (data.status === 'error' && data.error !== undefined) {
    return { status: 'error', error: asError(data.error as unknown as Json) };
  }
  const ref = data.resultRef ?? refs.result(data.effectId);
  const path = resolver.resolve(ref, eventPath);
  const text = readIfThere(path);
  if (text === undefined) throw new DamageError(`The result ${path} is missing, named by ${eventPath}`, path);
  if (data.resultDigest !== undefined && sha256(text) !== data.resultDigest) {
    throw new DamageError(
      `The result ${path} is not the one that ${eventPath} recorded: its digest differs`,
      path,
    );
  }
  const result = decodeResult(text);
  if (result === undefined) throw new DamageError(`The result ${path} is cut off or no result`, path);
  if (result.status === 'error') return { status: 'error', error: asError(result.error) };
  if (result.status === 'cancelled') return { status: 'cancelled', reason: result.reason, timedOut: false };
  if ('value' in result) return { status: 'ok', value: JSON.stringify(result.value) };
  return { status: 'ok', value: readBlob(resolver, result.valueRef, path) };
}

export function cancelledOutcome(data: EffectCancelledData): SettlementOutcome {
  return { status: 'cancelled', reason: data.reason ?? '', timedOut: data.timedOut === true };
}

const BLOB_DIGEST = /-([0-9a-f]{64})\.json$/;

function readBlob(resolver: RefResolver, ref: string, mentionedIn: string): string {
  const path = resolver.resolve(ref, mentionedIn);
  const text = readIfThere(path);
  if (text === undefined) throw new DamageError(`The blob ${path} is missing, named by ${mentionedIn}`, path);
  const digest = BLOB_DIGEST.exec(ref)?.[1];
  if (digest !== undefined && sha256(text) !== digest) {
    throw new DamageError(`The blob ${path} is not the one that its name promises: its digest differs`, path);
  }
  const value = parseJson(text);
  if (value === undefined) throw new DamageError(`The blob ${path} is cut off or no JSON`, path);
  return JSON.stringify(value);
}

/** A reader of refs for one run directory. */
export function resolverOf(runDir: string): RefResolver {
  return new RefResolver(runDir);
}
