/**
 * The file of a packed segment: a header line, then sections, each with its own digest, so that a replay reads
 * requests and results without touching the events, and a reader of events never touches the results.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DamageError } from '../errors.ts';
import { replaceFile } from './atomic.ts';
import { asKnown, isObject, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import type { JournalEvent, JsonObject, SerializedError } from './events.ts';
import { paths } from './layout.ts';
import { cancelledOutcome, type SettlementOutcome } from './reader.ts';

export const SEGMENT_SCHEMA = 'longhaul.segment.v3';
/** Values longer than this, in characters of compact JSON, stay in their result file. */
export const MAX_PACKED_VALUE = 64 * 1024;

/** `path` is relative to the run directory; `digest` is that of the header line, which names all others. */
export interface SegmentRef {
  path: string;
  digest: string;
  from: number;
  to: number;
}

/** Path relative to the run directory, size in bytes, modification time in milliseconds. */
export type FileStamp = [path: string, size: number, mtimeMs: number];

/** The files that a segment stands for, as they were when it was packed. */
export interface Stamps {
  /** Names of the event files, and paths of the result files; a line each, so that they are read as one text. */
  events: string;
  results: string;
  /** Size and modification time of each, the events' first. */
  numbers: number[];
}

/** One event to be packed, with the stamps of the files that its line stands for. */
export interface PackEntry {
  event: JournalEvent;
  stamp: FileStamp;
  /** For an EFFECT_RESOLVED whose value stands in a file. */
  result?: { outcome: SettlementOutcome; stamp: FileStamp } | undefined;
}

/** In the row of a request: as in the request before it in the segment. */
export const SAME = 0;

/** What a replay reads of an event; the first item says which kind of row it is. */
export type ReplayRow =
  | ['created', seq: number, runId: string, processId: string, at: string]
  | [
      'request',
      seq: number,
      effectId: string,
      stepId: string,
      taskId: string,
      kind: string,
      /** null: the task id. */
      label: string | null,
      argsDigest: string | null | typeof SAME,
      after: number | null,
      waits: number | null,
      site: string | null | typeof SAME,
    ]
  | ['ok', seq: number, effectId: string, at: string, length: number]
  /** Too long to be packed: read from the file that the event's data names. */
  | ['file', seq: number, effectId: string, at: string, data: JsonObject]
  | ['error', seq: number, effectId: string, at: string, error: SerializedError]
  | ['cancelled', seq: number, effectId: string, at: string, reason: string, timedOut: boolean]
  | ['retried', seq: number, effects: string[], dropped: string[]]
  | ['log', seq: number, logSeq: number];

type RequestRow = Extract<ReplayRow, ['request', ...unknown[]]>;

export type EventRow = [
  seq: number,
  ulid: string,
  type: string,
  recordedAt: string,
  data: JsonObject,
  extra?: JsonObject,
];

type SectionName = 'replay' | 'results' | 'events' | 'stamps';
const SECTIONS: readonly SectionName[] = ['replay', 'results', 'events', 'stamps'];

interface Section {
  at: number;
  bytes: number;
  digest: string;
}

/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
export function writeSegmentFile(runDir: string, entries: readonly PackEntry[]): SegmentRef {
  const from = entries[0]?.event.seq ?? 0;
  const to = entries.at(-1)?.event.seq ?? 0;
  const rows: ReplayRow[] = [];
  const results: string[] = [];
  const events: string[] = [];
  const eventStamps: FileStamp[] = [];
  const resultStamps: FileStamp[] = [];
  let request: RequestRow | undefined;
  for (const entry of entries) {
    const row = replayRow(entry, results);
    if (row?.[0] === 'request') {
      const whole = row.slice() as RequestRow;
      if (request?.[7] === row[7]) row[7] = SAME;
      if (request?.[10] === row[10]) row[10] = SAME;
      request = whole;
    }
    if (row !== undefined) rows.push(row);
    if (row?.[0] === 'ok' && entry.result !== undefined) resultStamps.push(entry.result.stamp);
    eventStamps.push(entry.stamp);
    const { seq, ulid, type, recordedAt, data, extra } = entry.event;
    const line: EventRow = [seq, ulid, type, recordedAt, data];
    if (extra !== undefined) line.push(extra);
    events.push(JSON.stringify(line));
  }
  const stamps: Stamps = {
    events: eventStamps.map(([path]) => path.slice('journal/'.length)).join('\n'),
    results: resultStamps.map(([path]) => path).join('\n'),
    numbers: [...eventStamps, ...resultStamps].flatMap(([, size, mtimeMs]) => [size, mtimeMs]),
  };
  const texts = {
    replay: `${JSON.stringify(rows)}\n`,
    results: `${results.join('\n')}\n`,
    events: `[${events.join(',\n')}]\n`,
    stamps: `${JSON.stringify(stamps)}\n`,
  };
  const header = `${JSON.stringify({
    schema: SEGMENT_SCHEMA,
    from,
    to,
    sections: SECTIONS.map((name) => [name, Buffer.byteLength(texts[name]), sha256(texts[name])]),
  })}\n`;
  const path = `state/segments/${pad(from)}-${pad(to)}.ndjson`;
  replaceFile(join(runDir, path), [header, ...SECTIONS.map((name) => texts[name])]);
  return { path, digest: sha256(header), from, to };
}

function pad(seq: number): string {
  return String(seq).padStart(6, '0');
}

function replayRow(entry: PackEntry, results: string[]): ReplayRow | undefined {
  const known = asKnown(entry.event);
  const { seq, recordedAt: at } = entry.event;
  switch (known?.type) {
    case 'RUN_CREATED':
      return ['created', seq, known.data.runId, known.data.processId, at];
    case 'EFFECT_REQUESTED': {
      const { effectId, stepId, taskId, kind, label, argsDigest, after, waits, site } = known.data;
      return [
        'request',
        seq,
        effectId,
        stepId,
        taskId,
        kind,
        label === undefined || label === taskId ? null : label,
        argsDigest ?? null,
        after ?? null,
        waits ?? null,
        site ?? null,
      ];
    }
    case 'EFFECT_RESOLVED': {
      const { effectId } = known.data;
      const outcome = entry.result?.outcome;
      if (outcome === undefined) return ['file', seq, effectId, at, entry.event.data];
      if (outcome.status === 'error') return ['error', seq, effectId, at, outcome.error];
      if (outcome.status === 'cancelled') {
        return ['cancelled', seq, effectId, at, outcome.reason, outcome.timedOut];
      }
      if (outcome.value.length > MAX_PACKED_VALUE) return ['file', seq, effectId, at, entry.event.data];
      results.push(outcome.value);
      return ['ok', seq, effectId, at, outcome.value.length];
    }
    case 'EFFECT_CANCELLED': {
      const outcome = cancelledOutcome(known.data);
      if (outcome.status !== 'cancelled') return undefined;
      return ['cancelled', seq, known.data.effectId, at, outcome.reason, outcome.timedOut];
    }
    case 'RUN_RETRIED':
      return ['retried', seq, known.data.effects, known.data.dropped];
    case 'PROCESS_LOG':
      return ['log', seq, known.data.logSeq];
    default:
      return undefined;
  }
}

const HEADER_BYTES = 1024;
/** What is read is made text at once: one buffer does for all, and its memory need not be collected. */
let buffer = Buffer.allocUnsafeSlow(0);

function bufferOf(bytes: number): Buffer {
  if (buffer.length < bytes) buffer = Buffer.allocUnsafeSlow(bytes);
  return buffer.subarray(0, bytes);
}

/** An open segment. Every read throws DamageError when the bytes are not those that the digest promises. */
export class SegmentFile {
  readonly ref: SegmentRef;
  readonly #path: string;
  readonly #fd: number;
  readonly #sections: Map<string, Section>;

  /** `ref.digest` '' takes the header as it is (and puts its digest in): for listing only. */
  constructor(runDir: string, ref: Pick<SegmentRef, 'path' | 'digest'>) {
    this.#path = join(runDir, ref.path);
    this.#fd = openSync(this.#path, 'r');
    try {
      const head = Buffer.alloc(HEADER_BYTES);
      const got = readSync(this.#fd, head, 0, HEADER_BYTES, 0);
      const end = head.subarray(0, got).indexOf(10) + 1;
      const line = head.toString('utf8', 0, end);
      const header = parseJson(line);
      if (!isObject(header) || header.schema !== SEGMENT_SCHEMA) throw this.#wrong('it has no header');
      const digest = sha256(line);
      if (ref.digest !== '' && ref.digest !== digest) throw this.#wrong('it is another one by now');
      this.ref = { path: ref.path, digest, from: Number(header.from), to: Number(header.to) };
      this.#sections = sectionsOf(header, end);
    } catch (error) {
      closeSync(this.#fd);
      throw error;
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  replayRows(): { rows: ReplayRow[]; results: string } {
    return { rows: JSON.parse(this.#text('replay')) as ReplayRow[], results: this.#text('results') };
  }

  events(): EventRow[] {
    return JSON.parse(this.#text('events')) as EventRow[];
  }

  stamps(): Stamps {
    return JSON.parse(this.#text('stamps')) as Stamps;
  }

  #text(name: SectionName): string {
    const section = this.#sections.get(name);
    if (section === undefined) throw this.#wrong(`it has no section ${name}`);
    const bytes = bufferOf(section.bytes);
    const got = readSync(this.#fd, bytes, 0, section.bytes, section.at);
    if (got !== section.bytes || sha256(bytes) !== section.digest)
      throw this.#wrong(`its ${name} are not as recorded`);
    return bytes.toString('utf8');
  }

  #wrong(why: string): DamageError {
    return new DamageError(
      `The segment ${this.#path} is not used: ${why}. It is a cache and may be deleted`,
      this.#path,
    );
  }
}

function sectionsOf(header: JsonObject, start: number): Map<string, Section> {
  const sections = new Map<string, Section>();
  let at = start;
  for (const item of Array.isArray(header.sections) ? header.sections : []) {
    if (!Array.isArray(item)) continue;
    const bytes = Number(item[1]);
    sections.set(String(item[0]), { at, bytes, digest: String(item[2]) });
    at += bytes;
  }
  return sections;
}

/** Directory of the segments of a run. */
export function segmentsDir(runDir: string): string {
  return paths.segments(runDir);
}
