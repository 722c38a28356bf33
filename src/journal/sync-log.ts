/**
 * lease/epoch-<n>.log: what the driver of one epoch has made durable, in one file. A step is five small files, and
 * an fsync of each costs more than everything else about it. So the files are written as ever and left to the
 * kernel, and a save syncs this one file, which holds their texts, too.
 *
 * A kill takes nothing of either: the kernel has it all. What a power failure takes of the files, the next who
 * opens the run puts back from here (restore.ts). Nobody reads it otherwise: the files are the run.
 *
 * The first line says in which start of the machine it was written; each line behind it is the sha256 of its rest
 * and, as JSON, some files: `[[path, text], …]`.
 */
import { closeSync, fdatasync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { syncDirectory } from './atomic.ts';
import { sha256 } from './digest.ts';

export const LOG_SCHEMA = 'longhaul.log.v1';
/** Longer files are synced themselves: to write them twice would cost more. In characters. */
export const MAX_LOGGED = 64 * 1024;
/** So much is kept in memory before it is written, whether a save asks for it or not. In characters. */
const BUFFERED = 256 * 1024;

const syncData = promisify(fdatasync);

export type LoggedFile = [path: string, text: string];

export class SyncLog {
  readonly #path: string;
  readonly #bootId: string;
  #files: LoggedFile[] = [];
  #size = 0;
  #fd: number | undefined;
  #isNamed = false;
  #isWritten = true;

  /** `path`: made when there is something to log. `bootId`: names this start of the machine. */
  constructor(path: string, bootId: string) {
    this.#path = path;
    this.#bootId = bootId;
  }

  /** A file that stands whole under `path`, relative to the run directory. */
  add(path: string, text: string): void {
    this.#files.push([path, text]);
    this.#size += text.length;
    if (this.#size > BUFFERED) this.#write();
  }

  #write(): void {
    if (this.#files.length === 0) return;
    if (this.#fd === undefined) {
      this.#fd = openSync(this.#path, 'ax');
      writeFileSync(this.#fd, `${JSON.stringify({ schema: LOG_SCHEMA, bootId: this.#bootId })}\n`);
    }
    const line = JSON.stringify(this.#files);
    writeFileSync(this.#fd, `${sha256(line)} ${line}\n`);
    this.#files = [];
    this.#size = 0;
    this.#isWritten = false;
  }

  /** Resolves when everything added before this call is on the disk. */
  async sync(): Promise<void> {
    this.#write();
    if (this.#fd === undefined || this.#isWritten) return;
    this.#isWritten = true;
    await syncData(this.#fd);
    if (this.#isNamed) return;
    const lease = dirname(this.#path);
    for (const directory of [lease, dirname(lease)]) syncDirectory(directory);
    this.#isNamed = true;
  }

  /** What was not synced is left to the kernel. */
  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#files = [];
  }
}
