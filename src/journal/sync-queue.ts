/** Makes files durable, many at a time: one round of fsync for all who wait. */
import { close, closeSync, fdatasync, fsync, open } from 'node:fs';
import { promisify } from 'node:util';
import type { SyncLog } from './sync-log.ts';

const closeFile = promisify(close);
const openFile = promisify(open);
const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);

export class SyncQueue {
  readonly #maxOpen: number;
  readonly #log: SyncLog | undefined;
  #files = new Map<string, number>();
  #paths = new Set<string>();
  #directories = new Set<string>();
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failed: Error | undefined;

  /** At most `maxOpen` descriptors are kept open until the next round. `log`: synced in each round, too. */
  constructor(maxOpen: number, log?: SyncLog) {
    this.#maxOpen = maxOpen;
    this.#log = log;
  }

  /** Takes over an open descriptor: it is closed after the round. */
  file(fd: number, path: string): void {
    if (this.#files.size < this.#maxOpen && !this.#files.has(path)) {
      this.#files.set(path, fd);
      return;
    }
    closeSync(fd);
    this.#paths.add(path);
  }

  path(path: string): void {
    this.#paths.add(path);
  }

  directory(path: string): void {
    this.#directories.add(path);
  }

  /** Resolves when everything given before this call is durable. */
  run(): Promise<void> {
    if (this.#failed !== undefined) return Promise.reject(this.#failed);
    if (this.#running === undefined) {
      this.#running = this.#round().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(
      () => {
        this.#next = undefined;
        return this.run();
      },
      (error: unknown) => {
        this.#next = undefined;
        throw error;
      },
    );
    return this.#next;
  }

  async #round(): Promise<void> {
    const files = this.#files;
    const paths = this.#paths;
    const directories = this.#directories;
    this.#files = new Map();
    this.#paths = new Set();
    this.#directories = new Set();
    try {
      await this.#log?.sync();
      await inLanes([...files.values()], async (fd) => {
        await syncData(fd);
        closeSync(fd);
      });
      await inLanes([...paths], (path) => syncPath(path, syncData));
      // A directory after the files in it, so that no name becomes durable before its content.
      await inLanes([...directories], (path) => syncPath(path, syncAll));
    } catch (error) {
      // What the kernel could not write once it may report as written the next time: nothing is promised any more.
      this.#failed = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  close(): void {
    for (const fd of this.#files.values()) closeSync(fd);
    this.#files.clear();
    this.#log?.close();
  }
}

async function syncPath(path: string, how: (fd: number) => Promise<void>): Promise<void> {
  let fd: number;
  try {
    fd = await openFile(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Gone by now (replaced by a later round), or a directory on a platform that cannot open one.
    if (code === 'ENOENT' || process.platform === 'win32') return;
    throw error;
  }
  try {
    await how(fd);
  } finally {
    await closeFile(fd);
  }
}

/** The thread pool has four threads; more than a few waiting for each only costs open descriptors. */
const LANES = 16;

/** Does the work for all items, a few at a time. Ends only when nothing runs any more; throws the first failure. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failure: { error: unknown } | undefined;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++] as T;
      try {
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
  if (failure !== undefined) throw failure.error;
}
