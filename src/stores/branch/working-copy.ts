/** The run directory of a run on the branch store, and which commit it stands for. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../journal/atomic.ts';
import { isObject, parseJson } from '../../journal/decode.ts';
import { readIfThere } from '../../journal/reader.ts';
import { holderOf } from '../lease.ts';
import type { Machine } from '../owner.ts';
import type { Git } from './git.ts';
import { listTree, setAside, unsavedEvents, writeRun } from './read.ts';

interface Base {
  /** The commit that the directory was made from, or saved as. */
  tip: string;
  /** A save of it whose outcome was not known. */
  saving?: string;
}

export interface CopyPorts {
  machine?: Machine | undefined;
  now: () => number;
  warn: (message: string) => void;
}

export class WorkingCopy {
  readonly runDir: string;
  readonly #runId: string;
  readonly #file: string;
  readonly #ports: CopyPorts;
  /** What the commit has: blob ids by path. */
  blobs = new Map<string, string>();
  /** The commit that the directory is at, or ahead of; undefined: another process may be writing it. */
  stands: string | undefined;
  /** Nothing that was written before this time, ms, is missing on the branch; 0: anything may be. */
  savedUntil = 0;

  constructor(workDir: string, runId: string, ports: CopyPorts) {
    this.runDir = join(workDir, runId);
    this.#runId = runId;
    this.#file = join(workDir, '.longhaul', 'base', `${runId}.json`);
    this.#ports = ports;
  }

  get #base(): Base | undefined {
    const base = parseJson(readIfThere(this.#file) ?? '');
    return isObject(base) ? (base as unknown as Base) : undefined;
  }

  /** Called around each push, so that another process knows what the directory is ahead of. */
  note(tip: string, saving?: string): void {
    this.stands = tip;
    mkdirSync(dirname(this.#file), { recursive: true });
    replaceFile(this.#file, JSON.stringify({ tip, ...(saving !== undefined && { saving }) }));
  }

  /**
   * Makes the directory stand for the commit. One that is ahead of exactly this commit stays as it is: its driver
   * died or could not save, and its steps go on from here. Steps on top of another commit are set aside, never
   * mixed in and never deleted. A directory that a living process drives is left to it.
   */
  async reach(git: Git, tip: string): Promise<void> {
    this.stands = undefined;
    const files = await listTree(git, tip, this.#runId);
    this.blobs = new Map(files.map(({ path, oid }) => [path, oid]));
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
        `${unsaved.length} events of run ${this.#runId} were never saved and the run went on without them; they are kept in ${aside}`,
      );
    }
    await writeRun(git, files, this.runDir);
    this.note(tip);
    this.savedUntil = Date.now();
  }

  /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
  clear(): void {
    setAside(this.runDir, this.#ports.now());
    rmSync(this.#file, { force: true });
  }
}
