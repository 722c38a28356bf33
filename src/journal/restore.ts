/** Puts back what a power failure took of a run's files, from the logs of its drivers (sync-log.ts). */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createWhole, syncDirectory } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import { parseEventName, paths, type RefResolver } from './layout.ts';
import { isMissing, namesIn, readIfThere, resolverOf } from './reader.ts';
import { LOG_SCHEMA, type LoggedFile } from './sync-log.ts';

const LOG_NAME = /^epoch-(\d+)\.log$/;
const HEADER_BYTES = 256;
/** The kernel has written everything to the disk long before. */
const WRITTEN_BACK_MS = 24 * 60 * 60_000;

/** Paths relative to the run directory, in order of epochs. */
export function logsOf(runDir: string): string[] {
  const epoch = (name: string): number => Number(LOG_NAME.exec(name)?.[1]);
  return namesIn(paths.lease(runDir))
    .filter((name) => LOG_NAME.test(name))
    .sort((a, b) => epoch(a) - epoch(b))
    .map((name) => `lease/${name}`);
}

/** Logs from before this start of the machine, or from another machine: files may lack what they hold. */
export function foreignLogs(runDir: string, bootId: string): string[] {
  return logsOf(runDir).filter((path) => bootId === '' || bootIdOf(join(runDir, path)) !== bootId);
}

/**
 * Puts back every file that a foreign log holds and that is missing or torn, then deletes the log. A file with
 * another content was changed by somebody: it stays, for the checks to name. Only for who holds the lease, or
 * while nobody does. `bootId`: that of this start of the machine; '' when it cannot be told.
 */
export function restoreFiles(runDir: string, bootId: string, now: number): void {
  for (const path of foreignLogs(runDir, bootId)) {
    for (const batch of readLog(join(runDir, path)).batches) putBack(runDir, batch, path);
    unlinkSync(join(runDir, path));
  }
  for (const path of logsOf(runDir)) {
    const log = join(runDir, path);
    if (now - statSync(log).mtimeMs > WRITTEN_BACK_MS) unlinkSync(log);
  }
}

function putBack(runDir: string, files: readonly LoggedFile[], log: string): void {
  const resolver = resolverOf(runDir);
  for (const [path, text] of files) {
    const file = placeOf(runDir, path, resolver, log);
    const there = readIfThere(file);
    if (there !== undefined && !isTorn(there, text)) continue;
    mkdirSync(dirname(file), { recursive: true });
    if (there !== undefined) unlinkSync(file);
    const fd = createWhole(file, text, paths.state(runDir));
    fsyncSync(fd);
    closeSync(fd);
    for (const directory of [dirname(file), dirname(dirname(file))]) syncDirectory(directory);
  }
}

/** What was not written to the disk is missing at the end, or zeros. */
function isTorn(there: string, text: string): boolean {
  return there !== text && (there.includes('\0') || text.startsWith(there));
}

function placeOf(runDir: string, path: string, resolver: RefResolver, log: string): string {
  const name = path.startsWith('journal/') ? path.slice('journal/'.length) : undefined;
  if (name !== undefined && parseEventName(name) !== undefined) return paths.event(runDir, name);
  return resolver.resolve(path, log);
}

/** Makes every file that the logs name durable, and deletes them: the journal is about to get other names. */
export function settleLogs(runDir: string): void {
  for (const path of logsOf(runDir)) {
    const directories = new Set<string>();
    for (const [file] of readLog(join(runDir, path)).batches.flat()) {
      syncIfThere(join(runDir, file));
      directories.add(dirname(file)).add(dirname(dirname(file)));
    }
    for (const directory of directories) syncIfThere(join(runDir, directory));
    unlinkSync(join(runDir, path));
  }
}

function syncIfThere(file: string): void {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function bootIdOf(log: string): string | undefined {
  const fd = openSync(log, 'r');
  try {
    const head = Buffer.alloc(HEADER_BYTES);
    const line = head.toString('utf8', 0, readSync(fd, head, 0, HEADER_BYTES, 0)).split('\n')[0];
    const header = parseJson(line ?? '');
    return isObject(header) && header.schema === LOG_SCHEMA ? String(header.bootId) : undefined;
  } finally {
    closeSync(fd);
  }
}

/**
 * `batches`: what can be read, in order. `damaged`: line numbers whose digest does not fit; the end of a write that
 * a power failure interrupted is none, for nothing was promised of it.
 */
export function readLog(log: string): { batches: LoggedFile[][]; damaged: number[] } {
  const bytes = readFileSync(log);
  const batches: LoggedFile[][] = [];
  const damaged: number[] = [];
  let line = 1;
  for (let from = bytes.indexOf(10) + 1; from > 0 && from < bytes.length; ) {
    line += 1;
    const end = bytes.indexOf(10, from);
    const text = bytes.toString('utf8', from, end < 0 ? bytes.length : end);
    const body = text.slice(65);
    if (sha256(body) === text.slice(0, 64)) batches.push(JSON.parse(body) as LoggedFile[]);
    else if (end >= 0 && end < bytes.length - 1) damaged.push(line);
    from = end < 0 ? bytes.length : end + 1;
  }
  return { batches, damaged };
}
