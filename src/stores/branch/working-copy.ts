/** The run directory of a run on the branch store; it stands for a commit. */
import { RunCopy } from '../copy.ts';
import type { Git } from './git.ts';
import { listTree, writeRun } from './read.ts';

export class WorkingCopy extends RunCopy {
  /** See RunCopy. @throws DamageError for a commit with an entry that no run has */
  async reachCommit(git: Git, tip: string): Promise<void> {
    const files = await listTree(git, tip, this.runId);
    this.blobs = new Map(files.map(({ path, oid }) => [path, oid]));
    await this.reach(tip, files, (runDir) => writeRun(git, files, runDir));
  }
}
