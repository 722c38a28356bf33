/**
 * Which packed segments of a run may be used. They are a cache in state/segments/ and never a second truth:
 * whoever reads them runs `checkSegments` (segment-check.ts), at the latest before anything is written.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DamageError } from '../errors.ts';
import { unlinkIfThere } from './atomic.ts';
import { asKnown } from './decode.ts';
import type { JournalEvent, JsonObject } from './events.ts';
import { type EventName, eventFileName, paths, type RefResolver, refs } from './layout.ts';
import { isMissing, namesIn, readEvent, readOutcome, resolverOf } from './reader.ts';
import type { ReplayInput } from './replay-input.ts';
import {
  type FileStamp,
  type PackEntry,
  SAME,
  SegmentFile,
  type SegmentRef,
  writeSegmentFile,
} from './segment-file.ts';

export type { FileStamp, PackEntry, SegmentRef } from './segment-file.ts';

/** So many events are packed into one segment. */
export const SEGMENT_EVENTS = 512;

const SEGMENT_NAME = /^(\d{6,})-(\d{6,})\.ndjson$/;

/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
export function listSegments(runDir: string): SegmentRef[] {
  const longest = new Map<number, { to: number; name: string }>();
  for (const name of namesIn(paths.segments(runDir))) {
    const match = SEGMENT_NAME.exec(name);
    if (match === null) continue;
    const from = Number(match[1]);
    const to = Number(match[2]);
    if (to >= from && to > (longest.get(from)?.to ?? 0)) longest.set(from, { to, name });
  }
  const found: SegmentRef[] = [];
  for (let next = longest.get(1); next !== undefined; next = longest.get((found.at(-1)?.to ?? 0) + 1)) {
    const ref = headerOf(runDir, `state/segments/${next.name}`);
    if (ref === undefined || ref.from !== (found.at(-1)?.to ?? 0) + 1 || ref.to !== next.to) break;
    found.push(ref);
  }
  return found;
}

function headerOf(runDir: string, path: string): SegmentRef | undefined {
  try {
    const file = new SegmentFile(runDir, { path, digest: '' });
    file.close();
    return file.ref;
  } catch (error) {
    if (error instanceof DamageError || isMissing(error)) return undefined;
    throw error;
  }
}

export function withSegment<T>(
  runDir: string,
  ref: Pick<SegmentRef, 'path' | 'digest'>,
  read: (file: SegmentFile) => T,
): T {
  const file = new SegmentFile(runDir, ref);
  try {
    return read(file);
  } finally {
    file.close();
  }
}

/** The events of a segment. Throws DamageError when its bytes are not those that the digest promises. */
export function readSegmentEvents(runDir: string, ref: SegmentRef): JournalEvent[] {
  return withSegment(runDir, ref, (file) =>
    file.events().map(([seq, ulid, type, recordedAt, data, extra]) => ({
      seq,
      ulid,
      type,
      recordedAt,
      data,
      ...(extra !== undefined && { extra }),
    })),
  );
}

/** Adds what a replay needs of a segment to `input`. Values stay slices of the segment's text. */
export function readReplayRows(
  runDir: string,
  ref: Pick<SegmentRef, 'path' | 'digest'>,
  input: ReplayInput,
  resolver: RefResolver,
): void {
  withSegment(runDir, ref, (file) => {
    if (file.ref.from !== input.head + 1) {
      throw new DamageError(`The segment ${ref.path} does not follow event ${input.head}`, ref.path);
    }
    const { rows, results } = file.replayRows();
    const { requests, settlements } = input;
    let at = 0;
    let argsDigest: string | null = null;
    let site: string | null = null;
    for (const row of rows) {
      switch (row[0]) {
        case 'request': {
          const after = row[8] ?? settlements.length;
          if (row[7] !== SAME) argsDigest = row[7];
          if (row[10] !== SAME) site = row[10];
          requests.push({
            effectId: row[2],
            seq: row[1],
            stepId: row[3],
            taskId: row[4],
            kind: row[5],
            label: row[6] ?? row[4],
            argsDigest: argsDigest ?? undefined,
            after,
            waits: row[9] ?? after,
            site: site ?? undefined,
          });
          break;
        }
        case 'ok': {
          const value = results.slice(at, at + row[4]);
          at += row[4] + 1;
          settle(input, row, { status: 'ok', value });
          break;
        }
        case 'file':
          settle(input, row, readOutcome(resolver, resolvedData(row[2], row[4]), ref.path));
          break;
        case 'error':
          settle(input, row, { status: 'error', error: row[4] });
          break;
        case 'cancelled':
          settle(input, row, { status: 'cancelled', reason: row[4], timedOut: row[5] });
          break;
        case 'created':
          input.runId = row[2];
          input.processId = row[3];
          input.createdAt = row[4];
          break;
        case 'retried':
          input.retries.push({
            seq: row[1],
            settlementsBefore: settlements.length,
            requestsBefore: requests.length,
            effects: row[2],
            dropped: row[3],
          });
          break;
        case 'log':
          input.logCount = Math.max(input.logCount, row[2]);
      }
    }
    input.head = file.ref.to;
  });
}

function settle(
  input: ReplayInput,
  row: readonly [string, seq: number, effectId: string, at: string, ...unknown[]],
  outcome: ReplayInput['settlements'][number]['outcome'],
): void {
  input.settlements.push({
    index: input.settlements.length + 1,
    seq: row[1],
    effectId: row[2],
    recordedAt: row[3],
    outcome,
  });
}

function resolvedData(effectId: string, data: JsonObject): Parameters<typeof readOutcome>[1] {
  const digest = data.resultDigest;
  return {
    effectId,
    status: data.status === 'error' ? 'error' : 'ok',
    resultRef: typeof data.resultRef === 'string' ? data.resultRef : refs.result(effectId),
    ...(typeof digest === 'string' && { resultDigest: digest }),
  };
}

/** The stamp of a file of the run as it is now. Throws when it is missing. */
export function stampFile(runDir: string, path: string): FileStamp {
  const { size, mtimeMs } = statSync(join(runDir, path));
  return [path, size, mtimeMs];
}

/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
export function packEntry(
  runDir: string,
  event: JournalEvent,
  stamp: FileStamp,
  resolver: RefResolver,
): PackEntry {
  const known = asKnown(event);
  if (known?.type !== 'EFFECT_RESOLVED') return { event, stamp };
  const { data } = known;
  const ref = data.resultRef ?? refs.result(data.effectId);
  if (data.status === 'error' && data.error !== undefined) {
    return { event, stamp, result: { outcome: readOutcome(resolver, data, stamp[0]), stamp } };
  }
  // The stamp first: a file that changes in between is then seen as changed.
  const resultStamp = stampFile(runDir, ref);
  return { event, stamp, result: { outcome: readOutcome(resolver, data, stamp[0]), stamp: resultStamp } };
}

/** Packs event files that stand on disk, `SEGMENT_EVENTS` at a time. Throws DamageError for a damaged one. */
export function packFiles(runDir: string, names: readonly EventName[]): SegmentRef[] {
  const resolver = resolverOf(runDir);
  const packed: SegmentRef[] = [];
  for (let i = 0; i < names.length; i += SEGMENT_EVENTS) {
    const entries = names.slice(i, i + SEGMENT_EVENTS).map((name) => {
      const stamp = stampFile(runDir, `journal/${eventFileName(name.seq, name.ulid)}`);
      return packEntry(runDir, readEvent(runDir, name), stamp, resolver);
    });
    packed.push(writeSegmentFile(runDir, entries));
  }
  return packed;
}

/** Removes segments that are not to be believed, so that nobody reads them again. */
export function dropSegments(runDir: string, segments: readonly Pick<SegmentRef, 'path'>[]): void {
  for (const { path } of segments) unlinkIfThere(join(runDir, path));
}
