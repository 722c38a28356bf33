/** The run directory of a run whose store is elsewhere, and which save of it the directory stands for. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../journal/atomic.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import { parseEventName, RUN_DIRS } from '../journal/layout.ts';
import { readIfThere } from '../journal/reader.ts';
import { holderOf } from './lease.ts';
import type { Machine } from './owner.ts';
import { scanFiles } from './saved-files.ts';

interface Base {
  /** The save that the directory was made from, or saved as. */
  tip: string;
  /** A save of it whose outcome was not known. */
  saving?: string;
}

export interface CopyPorts {
  machine?: Machine | undefined;
  now: () => number;
  warn: (message: string) => void;
}

export class RunCopy {
  readonly runDir: string;
  protected readonly runId: string;
  readonly #file: string;
  readonly #ports: CopyPorts;
  /** What is saved: git's ids of the contents, by path. */
  blobs = new Map<string, string>();
  /** The save that the directory is at, or ahead of; undefined: another process may be writing it. */
  stands: string | undefined;
  /** Nothing that was written before this time, ms, is missing in the store; 0: anything may be. */
  savedUntil = 0;

  constructor(workDir: string, runId: string, ports: CopyPorts) {
    this.runDir = join(workDir, runId);
    this.runId = runId;
    this.#file = join(workDir, '.longhaul', 'base', `${runId}.json`);
    this.#ports = ports;
  }

  get #base(): Base | undefined {
    const base = parseJson(readIfThere(this.#file) ?? '');
    return isObject(base) ? (base as unknown as Base) : undefined;
  }

  /** Called around each save, so that another process knows what the directory is ahead of. */
  note(tip: string, saving?: string): void {
    this.stands = tip;
    mkdirSync(dirname(this.#file), { recursive: true });
    replaceFile(this.#file, JSON.stringify({ tip, ...(saving !== undefined && { saving }) }));
  }

  /**
   * Makes the directory stand for a save with these files. One that is ahead of exactly this save stays as it is: its
   * driver died or could not save, and its steps go on from here. Steps on top of another save are set aside, never
   * mixed in and never deleted. A directory that a living process drives is left to it.
   */
  async reach(
    tip: string,
    files: readonly { path: string }[],
    write: (runDir: string) => Promise<void>,
  ): Promise<void> {
    this.stands = undefined;
    const base = this.#base;
    const stands = base !== undefined && readIfThere(join(this.runDir, 'run.json')) !== undefined;
    if (stands && (base.tip === tip || base.saving === tip)) {
      this.savedUntil = 0;
      this.stands = tip;
      if (base.saving !== undefined) this.note(tip);
      return;
    }
    if (holderOf(this.runDir, this.#ports.machine, this.#ports.now()) !== undefined) return;
    const unsaved = unsavedEvents(files, this.runDir);
    if (unsaved.length > 0) {
      const aside = setAside(this.runDir, this.#ports.now());
      this.#ports.warn(
        `${unsaved.length} events of run ${this.runId} were never saved and the run went on without them; they are kept in ${aside}`,
      );
    }
    await write(this.runDir);
    this.note(tip);
    this.savedUntil = Date.now();
  }

  /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
  clear(): void {
    setAside(this.runDir, this.#ports.now());
    rmSync(this.#file, { force: true });
  }
}

/**
 * Makes `runDir` hold these files: others that belong to a run are removed, caches dropped. What is local for good
 * (progress.ndjson) stays.
 */
export function writeFiles(
  files: readonly { path: string; content: Buffer | string; executable: boolean }[],
  runDir: string,
): void {
  for (const name of RUN_DIRS) mkdirSync(join(runDir, name), { recursive: true });
  for (const name of ['state', 'lease']) rmSync(join(runDir, name), { recursive: true, force: true });
  mkdirSync(join(runDir, 'state'));
  const wanted = new Set(files.map((file) => file.path));
  for (const { path } of scanFiles(runDir, '')) if (!wanted.has(path)) unlinkSync(join(runDir, path));
  const made = new Set<string>();
  for (const { path, content, executable } of files) {
    const target = join(runDir, path);
    const directory = dirname(target);
    if (!made.has(directory)) mkdirSync(directory, { recursive: true });
    made.add(directory);
    writeFileSync(target, content);
    if (executable) chmodSync(target, 0o755);
  }
}

/** Event files in the directory that are not among these: steps that the store never got. */
function unsavedEvents(files: readonly { path: string }[], runDir: string): string[] {
  const saved = new Set(files.map((file) => file.path));
  return scanFiles(runDir, 'journal')
    .map((file) => file.path)
    .filter((path) => parseEventName(path.slice('journal/'.length)) !== undefined && !saved.has(path));
}

/** Moves a working copy out of the way; returns where it is now, or undefined when there was none. */
function setAside(runDir: string, now: number): string | undefined {
  if (!existsSync(runDir)) return undefined;
  const aside = join(
    dirname(runDir),
    `.unsaved-${runDir.slice(dirname(runDir).length + 1)}-${now.toString(36)}`,
  );
  renameSync(runDir, aside);
  return aside;
}
