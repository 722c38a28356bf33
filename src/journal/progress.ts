/** progress.ndjson: one JSON object a line, append-only, safe to tail. */

import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { LonghaulError } from '../errors.ts';
import { parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import { ENDINGS } from './endings.ts';
import type { Json } from './events.ts';
import { failureReason, readFinal } from './final.ts';
import { paths } from './layout.ts';
import type { RunState, TerminalState } from './state.ts';

const TAIL_BYTES = 64 * 1024;

// Drawn a block at a time: three lines a step would otherwise ask the system for randomness three times.
let drawn = Buffer.alloc(0);

function lineId(): string {
  if (drawn.length === 0) drawn = randomBytes(1024);
  const id = drawn.toString('hex', 0, 4);
  drawn = drawn.subarray(4);
  return id;
}

/** ms that a line may wait for others: three lines a step would otherwise be three writes. */
const LINGER = 20;

export class ProgressLog {
  readonly #path: string;
  readonly #runDir: string;
  readonly #runId: string;
  readonly #now: () => number;
  #mended = false;
  /** Lines that are not written yet. */
  #lines = '';
  #flushing: NodeJS.Timeout | undefined;
  /** Kept open while a run is driven: three lines a step would otherwise open the file three times. */
  #fd: number | undefined;

  constructor(runDir: string, runId: string, now: () => number = Date.now) {
    this.#path = paths.progress(runDir);
    this.#runDir = runDir;
    this.#runId = runId;
    this.#now = now;
  }

  /** Best effort: a full disk or a closed file never fails the run, and a kill takes the lines of its last moment. */
  write(event: string, fields: { [key: string]: Json } = {}): void {
    const line = { event, ...fields, run_id: this.#runId, id: lineId(), ts: this.#ts() };
    this.#lines += `${JSON.stringify(line)}\n`;
    this.#flushing ??= setTimeout(() => this.#flush(), LINGER);
  }

  #flush(): void {
    clearTimeout(this.#flushing);
    this.#flushing = undefined;
    const lines = this.#lines;
    this.#lines = '';
    if (lines === '') return;
    try {
      this.#append(lines);
    } catch {
      // Progress is for those who watch; the journal has it all.
    }
  }

  /**
   * The last line of an attempt that ended. Written once: its id is made of the event that ended the run, so
   * whoever comes after a kill adds it only when it is missing. Returns whether it was added. Throws
   * LonghaulError (NO_FINAL) when final.json does not stand for this ending, and what the file system says:
   * without this line the run does not count as announced.
   */
  end(state: RunState): boolean {
    this.#flush();
    const { terminal } = state;
    const final = readFinal(this.#runDir);
    if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
      throw new LonghaulError(
        'NO_FINAL',
        `Run ${this.#runId} has no final.json for its end; no last line is written`,
        {
          path: paths.final(this.#runDir),
        },
      );
    }
    if (this.#hasEnd(terminal)) return false;
    const { line, final: status } = ENDINGS[terminal.status];
    const reason = failureReason(terminal);
    const last = {
      event: line,
      status,
      run_id: this.#runId,
      ...(status !== 'success' && reason !== '' && { reason }),
      id: this.#endId(terminal),
      ts: this.#ts(),
    };
    this.#append(`${JSON.stringify(last)}\n`, true);
    return true;
  }

  /** Whether the last line of the attempt that has ended is there; of a file that cannot be read it is not. */
  isOver({ terminal }: RunState): boolean {
    try {
      return terminal !== undefined && this.#hasEnd(terminal);
    } catch {
      return false;
    }
  }

  #hasEnd(terminal: TerminalState): boolean {
    const id = this.#endId(terminal);
    return this.#tail().some((line) => line.id === id);
  }

  #endId({ ulid }: TerminalState): string {
    return sha256(`${this.#runId} ${ulid}`).slice(0, 8);
  }

  #ts(): string {
    return new Date(this.#now()).toISOString();
  }

  #append(lines: string, durable = false): void {
    this.#fd ??= openSync(this.#path, 'a+');
    if (!this.#mended) mend(this.#fd);
    this.#mended = true;
    // In one write, so that lines of several writers do not mix.
    writeSync(this.#fd, lines);
    if (durable) fsyncSync(this.#fd);
  }

  /** A later line opens the file again. */
  close(): void {
    this.#flush();
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #tail(): { id?: Json }[] {
    let fd: number;
    try {
      fd = openSync(this.#path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    try {
      return readTail(fd)
        .split('\n')
        .flatMap((line) => (parseJson(line) as { id?: Json } | null | undefined) ?? []);
    } finally {
      closeSync(fd);
    }
  }
}

function readTail(fd: number): string {
  const { size } = fstatSync(fd);
  const length = Math.min(size, TAIL_BYTES);
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, size - length);
  return bytes.toString('utf8');
}

/** A kill in the middle of a line: a whole line gets its newline, a torn one is cut off. */
function mend(fd: number): void {
  const tail = readTail(fd);
  if (tail === '' || tail.endsWith('\n')) return;
  const last = tail.slice(tail.lastIndexOf('\n') + 1);
  if (parseJson(last) !== undefined) writeSync(fd, '\n');
  else ftruncateSync(fd, fstatSync(fd).size - Buffer.byteLength(last));
}
