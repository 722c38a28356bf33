/** Event files that stand under their names, and what is left to do about them: it need not be done at once. */
import { closeSync, unlinkSync } from 'node:fs';
import { unlinkIfThere } from './atomic.ts';
import type { JournalEvent } from './events.ts';

/** Linked from `temp`, its other name, which is still to be removed; `fd` is open. */
export interface PlacedFile {
  event: JournalEvent;
  /** Relative to the run directory. */
  ref: string;
  text: string;
  fd: number;
  temp: string;
}

/** Each keeps a file open: a batch may be longer than what a machine allows. */
const MOST = 64;

export class Placed {
  #files: PlacedFile[] = [];

  add(file: PlacedFile): void {
    this.#files.push(file);
  }

  get isFull(): boolean {
    return this.#files.length >= MOST;
  }

  /** Removes the other names, in order. `each` takes the descriptor over. What comes behind a failure stays here. */
  tidy(each: (file: PlacedFile) => void): void {
    for (let file = this.#files[0]; file !== undefined; file = this.#files[0]) {
      unlinkIfThere(file.temp);
      this.#files.shift();
      each(file);
    }
  }

  /** Lets go of all that is left, as well as that can be done. */
  drop(): void {
    for (const { fd, temp } of this.#files.splice(0)) {
      closeSync(fd);
      try {
        unlinkSync(temp);
      } catch {
        // The event stands under its own name.
      }
    }
  }
}
