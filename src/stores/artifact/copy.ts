/** The run directory of a run on the artifact store, and which artifact it stands for. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../journal/atomic.ts';
import { isObject, parseJson } from '../../journal/decode.ts';
import { readIfThere } from '../../journal/reader.ts';
import { blobId } from '../branch/changes.ts';
import { setAside, unsavedEvents, writeFiles } from '../branch/read.ts';
import type { CopyPorts } from '../branch/working-copy.ts';
import { holderOf } from '../lease.ts';
import { type ArchivedFile, archiveLine } from './archive.ts';

export class ArtifactCopy {
  readonly runDir: string;
  readonly #runId: string;
  readonly #file: string;
  readonly #ports: CopyPorts;
  /** What is saved: ids of the contents by path. */
  blobs = new Map<string, string>();
  /** A line of the archive for each file that is saved: a save packs them all, and reads only what changed. */
  readonly lines = new Map<string, Buffer>();
  /** See WorkingCopy. */
  savedUntil = 0;
  /** The artifact that the directory is at, or ahead of; undefined: another process may be writing it. */
  stands: number | undefined;

  constructor(workDir: string, runId: string, ports: CopyPorts) {
    this.runDir = join(workDir, runId);
    this.#runId = runId;
    this.#file = join(workDir, '.longhaul', 'base', `${runId}.json`);
    this.#ports = ports;
  }

  note(artifact: number): void {
    this.stands = artifact;
    mkdirSync(dirname(this.#file), { recursive: true });
    replaceFile(this.#file, JSON.stringify({ artifact }));
  }

  saved(files: readonly ArchivedFile[], removed: readonly string[]): void {
    for (const file of files) {
      this.blobs.set(file.path, blobId(file.content));
      this.lines.set(file.path, archiveLine(file));
    }
    for (const path of removed) {
      this.blobs.delete(path);
      this.lines.delete(path);
    }
  }

  /**
   * Makes the directory stand for the artifact. One that is ahead of exactly this one stays as it is: its driver
   * died or could not save. Steps on top of another are set aside, never mixed in and never deleted.
   */
  reach(artifact: number, files: readonly ArchivedFile[]): void {
    this.stands = undefined;
    this.blobs.clear();
    this.lines.clear();
    this.saved(files, []);
    const base = parseJson(readIfThere(this.#file) ?? '');
    const isThere = readIfThere(join(this.runDir, 'run.json')) !== undefined;
    if (isThere && isObject(base) && base.artifact === artifact) {
      this.savedUntil = 0;
      this.stands = artifact;
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
    writeFiles(files, this.runDir);
    this.note(artifact);
    this.savedUntil = Date.now();
  }

  /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
  clear(): void {
    setAside(this.runDir, this.#ports.now());
    rmSync(this.#file, { force: true });
  }
}
