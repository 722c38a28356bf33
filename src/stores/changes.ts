/** What a save has to carry: files touched since the one before, read now, and the events among them. */
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { LonghaulError } from '../errors.ts';
import { gitBlobId } from '../journal/digest.ts';
import type { JournalEvent } from '../journal/events.ts';
import { OUTPUT_REF } from '../journal/layout.ts';
import { isSaved, scanFiles } from './saved-files.ts';

/** GitHub recommends 1 MB an object: of a longer log the end is saved. */
const LOG_BYTES = 1024 * 1024;
/** GitHub refuses a push with an object over 100 MB. */
const MAX_BYTES = 95 * 1024 * 1024;
// Modification times may be a tick of the kernel behind the clock.
const TICK_MS = 50;

export interface ChangedFile {
  path: string;
  content: Buffer;
  executable: boolean;
}

export interface Batch {
  files: ChangedFile[];
  removed: string[];
  events: JournalEvent[];
  /** To be given back when the save fails. */
  touched: string[];
}

/** The copy that is saved, and what of it is saved already. */
interface Copied {
  readonly runDir: string;
  /** Ids of the contents, by path. */
  blobs: Map<string, string>;
  /** Nothing that was written before this time, ms, is missing in the store; 0: anything may be. */
  savedUntil: number;
}

export class Changes {
  readonly #copy: Copied;
  readonly #warn: (message: string) => void;
  #touched = new Set<string>();
  #events: JournalEvent[] = [];

  constructor(copy: Copied, warn: (message: string) => void) {
    this.#copy = copy;
    this.#warn = warn;
  }

  /** The journal wrote this. */
  add(path: string, event?: JournalEvent): void {
    this.#touched.add(path);
    if (event !== undefined) this.#events.push(event);
  }

  /** `everything`: also look for what nobody told of (a repaired journal, files of a task that went on writing). */
  take(everything: boolean): Batch {
    const touched = [...this.#touched];
    const events = this.#events;
    this.#touched = new Set();
    this.#events = [];
    const { runDir, blobs } = this.#copy;
    const since = this.#copy.savedUntil;
    const now = Date.now();
    const wanted = new Set(touched.filter(isSaved));
    const removed: string[] = [];
    if (everything || since === 0) {
      const all = scanFiles(runDir, '');
      for (const { path, mtimeMs } of all)
        if (mtimeMs >= since - TICK_MS || !blobs.has(path)) wanted.add(path);
      const there = new Set(all.map(({ path }) => path));
      removed.push(...[...blobs.keys()].filter((path) => !there.has(path)));
      this.#copy.savedUntil = now;
    } else for (const path of this.#besides(events, since)) wanted.add(path);
    const files = [...wanted]
      .flatMap((path) => this.#read(path) ?? [])
      .filter((file) => blobs.get(file.path) !== gitBlobId(file.content));
    return { files, removed, events, touched };
  }

  /** Files that their tasks or the engine wrote without the journal. */
  #besides(events: readonly JournalEvent[], since: number): string[] {
    const { runDir } = this.#copy;
    const settled = events.filter(
      (event) => event.type === 'EFFECT_RESOLVED' || event.type === 'EFFECT_CANCELLED',
    );
    const roots = settled.flatMap(({ data }) =>
      typeof data.effectId === 'string' ? [`tasks/${data.effectId}`] : [],
    );
    if (settled.length > 0) roots.push('artifacts');
    const isNew = ({ path, mtimeMs }: { path: string; mtimeMs: number }): boolean =>
      mtimeMs >= since - TICK_MS || !this.#copy.blobs.has(path);
    const found = roots
      .flatMap((root) => scanFiles(runDir, root))
      .filter(isNew)
      .map(({ path }) => path);
    for (const path of ['final.json', OUTPUT_REF]) {
      const stat = lstatSync(join(runDir, path), { throwIfNoEntry: false });
      if (stat?.isFile() === true && isNew({ path, mtimeMs: stat.mtimeMs })) found.push(path);
    }
    return found;
  }

  /** undefined for a file that is gone again, or that is left out. Throws LonghaulError (TOO_LARGE). */
  #read(path: string): ChangedFile | undefined {
    const file = join(this.#copy.runDir, path);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) return undefined;
    const isLog = /^tasks\/[^/]+\/(stdout|stderr)[^/]*\.log$/.test(path);
    if (stat.size > MAX_BYTES && !isLog) {
      const megabytes = Math.round(stat.size / 1024 / 1024);
      if (!/^(artifacts|tasks\/[^/]+\/artifacts)\//.test(path)) {
        throw new LonghaulError(
          'TOO_LARGE',
          `${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so the run cannot be saved with it`,
          {
            path: file,
            hint: 'Let the task write it to LONGHAUL_ARTIFACTS_DIR and return its name.',
          },
        );
      }
      this.#warn(
        `${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so it is not saved. Upload it with actions/upload-artifact.`,
      );
      return undefined;
    }
    const content = isLog ? endOf(file, stat.size) : readFileSync(file);
    return { path, content, executable: (stat.mode & 0o100) !== 0 };
  }

  /** The save did not get through: its files belong to the next one. */
  giveBack(batch: Batch): void {
    for (const path of batch.touched) this.#touched.add(path);
    for (const { path } of batch.files) this.#touched.add(path);
    this.#events = [...batch.events, ...this.#events];
  }

  saved(batch: Batch): void {
    for (const { path, content } of batch.files) this.#copy.blobs.set(path, gitBlobId(content));
    for (const path of batch.removed) this.#copy.blobs.delete(path);
  }
}

/** A log may be longer than what fits into memory. */
function endOf(file: string, size: number): Buffer {
  if (size <= LOG_BYTES) return readFileSync(file);
  const note = Buffer.from(`[longhaul: the first ${size - LOG_BYTES} bytes are not saved]\n`);
  const end = Buffer.alloc(LOG_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, end, 0, LOG_BYTES, size - LOG_BYTES);
  } finally {
    closeSync(descriptor);
  }
  return Buffer.concat([note, end]);
}
