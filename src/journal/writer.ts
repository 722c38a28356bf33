/** The open journal of one run, in the hands of its driver. */
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { LonghaulError } from '../errors.ts';
import { isExisting, linkWhole, makeDirectory, replaceFile, stampOf, withDirectory } from './atomic.ts';
import { checkBatch } from './check-batch.ts';
import { encodeEvent } from './codec.ts';
import type { JournalEvent, JsonObject, NewEvent } from './events.ts';
import type { AppendGuard } from './guard.ts';
import { UlidClock } from './ids.ts';
import { type EventName, eventFileName, paths, type RefResolver, withRefs } from './layout.ts';
import type { LoadedRun } from './open-run.ts';
import { Packer } from './packer.ts';
import { Placed } from './placed.ts';
import { isMissing, resolverOf } from './reader.ts';
import { applyEvent, type RunState } from './state.ts';
import { MAX_LOGGED, type SyncLog } from './sync-log.ts';
import { SyncQueue } from './sync-queue.ts';
import type { NewFile, RunMetadata } from './task-files.ts';
import { queueUnsynced } from './unsynced.ts';

export interface JournalOptions {
  guard?: AppendGuard;
  /** What is written is made durable by it; without one, by an fsync of each file. */
  log?: SyncLog | undefined;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Called between any two system calls of an append, for tests that stop or pause there. */
  trace?: (where: string) => void;
  /** Told of every file that was written, relative to the run directory, and of the event when it is one. */
  onWritten?: (path: string, event?: JournalEvent) => void;
}

const MAX_OPEN_FILES = 256;

export class RunJournal {
  readonly runDir: string;
  readonly run: RunMetadata;
  readonly state: RunState;
  readonly #guard: AppendGuard | undefined;
  readonly #now: () => number;
  readonly #trace: (where: string) => void;
  readonly #onWritten: (path: string, event?: JournalEvent) => void;
  readonly #ulids: UlidClock;
  readonly #sync: SyncQueue;
  readonly #log: SyncLog | undefined;
  readonly #packer: Packer;
  readonly #damaged: boolean;
  readonly #resolver: RefResolver;
  readonly #journalDir: string;
  readonly #stateDir: string;
  /** What is left to do about them the process need not wait for. */
  readonly #placed = new Placed();
  #later = false;
  #broken: Error | undefined;

  /** `loaded`: what `loadRun` read under the lease. */
  constructor(runDir: string, loaded: LoadedRun, options: JournalOptions = {}) {
    this.runDir = runDir;
    this.run = loaded.run;
    this.state = loaded.state;
    this.#guard = options.guard;
    this.#now = options.now ?? Date.now;
    this.#trace = options.trace ?? (() => {});
    this.#onWritten = options.onWritten ?? (() => {});
    this.#ulids = new UlidClock(loaded.state.head.ulid, this.#now);
    this.#log = options.log;
    this.#sync = new SyncQueue(MAX_OPEN_FILES, options.log);
    this.#damaged = loaded.damaged;
    this.#packer = new Packer(runDir, loaded.refs.segments, loaded.tail);
    this.#resolver = resolverOf(runDir);
    this.#journalDir = paths.journal(runDir);
    this.#stateDir = paths.state(runDir);
    queueUnsynced(this.#sync, runDir, loaded.tail, this.#now());
  }

  get head(): { seq: number; ulid: string } {
    return this.state.head;
  }

  /**
   * Writes the files, then one file for each event, in order, to the page cache; `sync` makes them durable.
   * Returns the events with their places. Nothing is written when the batch does not fit the run: RunEndedError
   * after the end, LonghaulError (JOURNAL_MISUSE) for a settlement of an effect that is not pending.
   * LeaseLostError when somebody else drives the run; from then on, and after any other failure, this journal
   * takes nothing more.
   *
   * A file that exists with another content (left by a kill before its event) is not touched: `task.json` and
   * `result.json` get the next free name, and the refs in the events follow.
   */
  append(events: readonly NewEvent[], files: readonly NewFile[] = []): JournalEvent[] {
    if (this.#broken !== undefined) throw this.#broken;
    checkBatch(this.state, events);
    const written: JournalEvent[] = [];
    try {
      this.#tidy();
      // An adopted name gets a batch of its own, so that reservations never tell two stories of one seq.
      const first = this.#guard?.adopted(this.state.head.seq + 1);
      const batches = first === undefined ? [events] : [events.slice(0, 1), events.slice(1)];
      let pending = files;
      for (const batch of batches) {
        if (batch.length === 0 && pending.length === 0) continue;
        written.push(...this.#appendBatch(batch, pending, batch === batches[0] ? first : undefined));
        pending = [];
      }
      if (!this.#later) this.#tidy();
    } catch (error) {
      throw this.#break(error);
    }
    // Otherwise all that a long run has done since the last save would wait in memory to be packed. Should it fail, the
    // next save says so.
    if (this.#log !== undefined && this.#packer.due) void this.sync().catch(() => {});
    return written;
  }

  #appendBatch(
    events: readonly NewEvent[],
    files: readonly NewFile[],
    adopted: string | undefined,
  ): JournalEvent[] {
    const names = events.map((_, i) => {
      const seq = this.state.head.seq + 1 + i;
      const ulid = i === 0 && adopted !== undefined ? adopted : this.#ulids.next();
      this.#ulids.raise(ulid);
      return { seq, ulid, name: eventFileName(seq, ulid) };
    });
    this.#guard?.reserve(names);
    const renamed = this.#writeFiles(files);
    const written = events.map((event, i) => this.#writeEvent(event, names[i] as EventName, renamed));
    this.#trace('done');
    this.#guard?.done();
    this.#trace('appended');
    return written;
  }

  #writeEvent(event: NewEvent, name: EventName, renamed: Map<string, string>): JournalEvent {
    const recordedAt = event.recordedAt ?? new Date(this.#now()).toISOString();
    const data = renamed.size === 0 ? event.data : withRefs(event.data, renamed);
    const text = encodeEvent({ type: event.type, recordedAt, data }, this.run.harness);
    this.#trace(`event ${name.seq}`);
    const path = `${this.#journalDir}/${name.name}`;
    let linked: { fd: number; temp: string };
    try {
      linked = linkWhole(path, text, this.#stateDir);
    } catch (error) {
      if (isExisting(error) && this.#guard !== undefined) throw this.#guard.lost();
      if (isMissing(error)) this.#guard?.reserve([]); // a new owner has tidied up behind us
      throw error;
    }
    const { seq, ulid } = name;
    const journaled: JournalEvent = { seq, ulid, type: event.type, recordedAt, data: data as JsonObject };
    const ref = `journal/${name.name}`;
    this.#placed.add({ event: journaled, ref, text, ...linked });
    applyEvent(this.state, journaled);
    this.#onWritten(ref, journaled);
    if (this.#placed.isFull) this.#tidy();
    this.#trace(`after event ${name.seq}`);
    return journaled;
  }

  /** From now on what the process need not wait for is left for `tidy`: other names of what stands, stamps, segments. */
  tidyLater(): void {
    this.#later = true;
  }

  /** Does what `append` has left; every other call here would, too. */
  tidy(): void {
    if (this.#broken !== undefined) return;
    try {
      this.#tidy();
    } catch (error) {
      throw this.#break(error);
    }
  }

  #break(error: unknown): Error {
    this.#broken = error instanceof Error ? error : new Error(String(error));
    this.#placed.drop();
    return this.#broken;
  }

  #tidy(): void {
    this.#placed.tidy(({ event, ref, text, fd }) => {
      const { size, mtimeMs } = stampOf(fd);
      this.#packer.add(event, [ref, size, mtimeMs]);
      this.#written(fd, ref, text);
    });
  }

  /** Returns the names that files got instead of their own. */
  #writeFiles(files: readonly NewFile[]): Map<string, string> {
    const renamed = new Map<string, string>();
    for (const file of files) {
      this.#trace(`file ${file.path}`);
      let path = file.path;
      for (let n = 2; !this.#writeFile(path, file); n++) {
        path = file.path.replace(/(\.[^./]*)?$/, (extension) => `-${n}${extension}`);
      }
      if (path !== file.path) renamed.set(file.path, path);
      this.#onWritten(path);
    }
    return renamed;
  }

  /** False when another content stands there. */
  #writeFile(ref: string, file: NewFile): boolean {
    const path = `${this.runDir}/${ref}`;
    const directory = path.slice(0, path.lastIndexOf('/'));
    const isBlob = /^tasks\/[^/]+\/blobs\//.test(ref);
    if (file.replace === true || isBlob) {
      // A blob's name is its digest: whatever else stands there is a torn one.
      replaceFile(path, file.text);
      this.#sync.path(path);
      this.#named(directory);
      return true;
    }
    let fd: number;
    // A new effect's first file: to find its directory missing would cost more than to make it.
    if (ref.endsWith('/task.json')) makeDirectory(directory);
    try {
      fd = withDirectory(directory, () => openSync(path, 'wx'));
      this.#trace(`opened ${ref}`);
      writeFileSync(fd, file.text);
    } catch (error) {
      if (!isExisting(error)) throw error;
      if (readFileSync(path, 'utf8') !== file.text) return false;
      fd = openSync(path, 'r');
    }
    if (file.value !== undefined) {
      const { size, mtimeMs } = stampOf(fd);
      this.#packer.result([ref, size, mtimeMs], file.value);
    }
    this.#written(fd, ref, file.text);
    return true;
  }

  /** A file stands whole in the page cache. */
  #written(fd: number, ref: string, text: string): void {
    if (this.#log !== undefined && text.length <= MAX_LOGGED) {
      closeSync(fd);
      this.#log.add(ref, text);
      return;
    }
    const path = `${this.runDir}/${ref}`;
    this.#sync.file(fd, path);
    this.#named(path.slice(0, path.lastIndexOf('/')));
  }

  #named(directory: string): void {
    this.#sync.directory(directory);
    this.#sync.directory(directory.slice(0, directory.lastIndexOf('/')));
  }

  /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
  async sync(): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken;
    this.tidy();
    this.#trace('sync');
    await this.#sync.run();
    this.#trace('synced');
    if (this.#packer.due) this.pack(false);
  }

  /** Packs what is not packed yet into a segment. A cache: failures are swallowed, the journal is whole without. */
  pack(last = true): void {
    if (this.#damaged) return;
    try {
      this.tidy();
      this.#packer.pack(this.#resolver, this.state, last);
    } catch {
      this.#packer.forget();
    }
  }

  /** Closes what is open. What was not synced stays in the page cache. */
  close(): void {
    this.#broken ??= new LonghaulError('JOURNAL_CLOSED', `The journal of run ${this.state.runId} is closed`);
    this.#placed.drop();
    this.#sync.close();
  }
}
