/** Keeps what a driver appended until there is enough of it for a segment. */
import type { JournalEvent } from './events.ts';
import { eventFileName, type RefResolver } from './layout.ts';
import { readEvent } from './reader.ts';
import { MAX_PACKED_VALUE, writeSegmentFile } from './segment-file.ts';
import {
  dropSegments,
  type FileStamp,
  listSegments,
  type PackEntry,
  packEntry,
  readSegmentEvents,
  SEGMENT_EVENTS,
  type SegmentRef,
  stampFile,
} from './segments.ts';
import { writeSnapshot } from './snapshot.ts';
import type { RunState } from './state-types.ts';

/** A last segment with fewer events than this is written anew together with what follows it. */
const SMALL_SEGMENT = SEGMENT_EVENTS / 2;

export class Packer {
  readonly #runDir: string;
  #segments: SegmentRef[];
  /** Where the snapshot stands, when this driver wrote one. */
  #snapshot = 0;
  #unpacked: { event: JournalEvent; stamp: FileStamp | undefined }[];
  /** Result files that this driver wrote, by path: what a segment will hold of them. */
  #results = new Map<string, PackEntry['result']>();

  constructor(runDir: string, segments: readonly SegmentRef[], tail: readonly JournalEvent[]) {
    this.#runDir = runDir;
    this.#segments = [...segments];
    this.#unpacked = tail.map((event) => ({ event, stamp: undefined }));
  }

  /** True when a segment is worth writing. */
  get due(): boolean {
    return this.#unpacked.length >= SEGMENT_EVENTS;
  }

  add(event: JournalEvent, stamp: FileStamp): void {
    this.#unpacked.push({ event, stamp });
  }

  /** `value`: compact JSON of the value in a result file that was just written. */
  result(stamp: FileStamp, value: string): void {
    // Of long ones a driver would hold hundreds of MiB until it packs, for nothing: no segment has them.
    const isPacked = value.length <= MAX_PACKED_VALUE;
    const outcome = { status: 'ok', value } as const;
    this.#results.set(stamp[0], isPacked ? { outcome, stamp } : undefined);
  }

  /** Gives up: the next opening of the run reads the files, and packs them. */
  forget(): void {
    this.#unpacked = [];
    this.#results.clear();
  }

  /**
   * Writes everything unpacked into segments, and the snapshot of the state at their end: at a driver's end
   * (`last`), in between only when it has grown by a quarter. Only call it when all of it is durable.
   */
  pack(resolver: RefResolver, state: RunState, last: boolean): void {
    if (this.#unpacked.length > 0) this.#pack(resolver);
    const end = this.#segments.at(-1);
    if (end === undefined || end.to === this.#snapshot || end.to !== state.head.seq) return;
    if (!last && end.to < this.#snapshot * 1.25) return;
    writeSnapshot(this.#runDir, state, end);
    this.#snapshot = end.to;
  }

  #pack(resolver: RefResolver): void {
    const old = this.#takeSmallLast();
    const all = [...old.events.map((event) => ({ event, stamp: undefined })), ...this.#unpacked];
    for (let i = 0; i < all.length; i += SEGMENT_EVENTS) {
      const entries: PackEntry[] = all
        .slice(i, i + SEGMENT_EVENTS)
        .map(({ event, stamp }) => this.#entry(event, stamp, resolver));
      this.#segments.push(writeSegmentFile(this.#runDir, entries));
    }
    this.#unpacked = [];
    this.#results.clear();
    const kept = new Set(this.#segments.map((ref) => ref.path));
    dropSegments(
      this.#runDir,
      [...old.refs, ...listSegments(this.#runDir)].filter((ref) => !kept.has(ref.path)),
    );
  }

  #takeSmallLast(): { events: JournalEvent[]; refs: SegmentRef[] } {
    const last = this.#segments.at(-1);
    if (last === undefined || last.to - last.from + 1 >= SMALL_SEGMENT) return { events: [], refs: [] };
    this.#segments.pop();
    return { events: readSegmentEvents(this.#runDir, last), refs: [last] };
  }

  #entry(event: JournalEvent, known: FileStamp | undefined, resolver: RefResolver): PackEntry {
    const ref = event.data.resultRef;
    if (known !== undefined && typeof ref === 'string' && this.#results.has(ref))
      return { event, stamp: known, result: this.#results.get(ref) };
    const name = eventFileName(event.seq, event.ulid);
    const stamp = known ?? stampFile(this.#runDir, `journal/${name}`);
    // An event that was read before its stamp was taken is read again: it may have been edited in between.
    const fresh =
      known === undefined ? readEvent(this.#runDir, { seq: event.seq, ulid: event.ulid, name }) : event;
    return packEntry(this.#runDir, fresh, stamp, resolver);
  }
}
