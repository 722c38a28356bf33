/** Git repositories of our own: one for each purpose and process, below the work directory. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from './git.ts';

/** Removes those of processes that are gone. */
export function removeDead(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(name.split('-')[0]);
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') Git.remove(join(root, name));
    }
  }
}
