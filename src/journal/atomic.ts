/** The three ways in which files come into being here. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMissing, namesIn } from './reader.ts';

// The start of this process makes a pid that was used before another name.
const prefix = `tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`;
let counter = 0;
const TEMP = /^tmp-\d+-[0-9a-z]+-[0-9a-z]+$/;

/** A name that no other process and no other call uses; begins with `tmp-`, so that nobody takes it for data. */
export function tempName(): string {
  counter++;
  return `${prefix}${counter.toString(36)}`;
}

export function isExisting(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}

/** Runs `make`; when a directory on the way was missing, makes it and runs `make` again. */
export function withDirectory<T>(directory: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!isMissing(error)) throw error;
    mkdirSync(directory, { recursive: true });
    return make();
  }
}

/** Makes one directory; nothing when it is there, or when its parent is missing. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory);
  } catch (error) {
    if (!isExisting(error) && !isMissing(error)) throw error;
  }
}

/**
 * Creates `path` with its whole content, or throws EEXIST and leaves the one that is there. Written under
 * another name and linked: a kill at any instant leaves either no file or the whole one, which an exclusive
 * open followed by a write cannot promise. Returns an open descriptor for a later fsync.
 * `tempDir` must be on the same file system.
 */
export function createWhole(path: string, text: string, tempDir: string = dirname(path)): number {
  const { fd, temp } = linkWhole(path, text, tempDir);
  unlinkSync(temp);
  return fd;
}

/** As createWhole; the other name, `temp`, is still to be removed. */
export function linkWhole(path: string, text: string, tempDir: string): { fd: number; temp: string } {
  const temp = `${tempDir}/${tempName()}`;
  const fd = withDirectory(tempDir, () => openSync(temp, 'wx'));
  try {
    writeFileSync(fd, text);
    linkSync(temp, path);
  } catch (error) {
    closeSync(fd);
    unlinkIfThere(temp);
    throw error;
  }
  return { fd, temp };
}

export function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Removes what killed processes left of `linkWhole` in a directory that nobody else writes in now. */
export function removeTemps(directory: string): void {
  for (const name of namesIn(directory)) if (TEMP.test(name)) unlinkIfThere(join(directory, name));
}

/** Size in bytes and modification time of an open file. */
export function stampOf(fd: number): { size: number; mtimeMs: number } {
  const { size, mtimeMs } = fstatSync(fd);
  return { size, mtimeMs };
}

/** fsync of a directory; on platforms where a directory cannot be opened there is nothing to do. */
export function syncDirectory(directory: string): void {
  let fd: number;
  try {
    fd = openSync(directory, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts `text` in the place of whatever is at `path`, durably: temp file, fsync, rename, fsync of the directory. */
export function writeAtomic(path: string, text: string | Uint8Array): void {
  const directory = dirname(path);
  replaceFile(path, text, true);
  syncDirectory(directory);
}

/** As writeAtomic, but for caches and for files that a later sync makes durable. `text`: also in pieces. */
export function replaceFile(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  durable = false,
): void {
  const directory = dirname(path);
  const temp = join(directory, `${tempName()}-${basename(path)}`);
  const fd = withDirectory(directory, () => openSync(temp, 'wx'));
  try {
    try {
      const pieces = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
      for (const piece of pieces) writeFileSync(fd, piece);
      if (durable) fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temp, path);
  } catch (error) {
    unlinkSync(temp);
    throw error;
  }
}
