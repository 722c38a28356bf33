/**
 * The archive of ended runs (B1): one ref, whose commit's further parents are the runs' tips, so that nothing is
 * lost, and whose tree has an entry for each run that points at its tip, in 256 folders.
 */
import { RunExistsError } from '../../errors.ts';
import { buildCommit } from './commit.ts';
import { GitError } from './errors.ts';
import type { Git } from './git.ts';
import { REMOTE } from './git-environment.ts';
import { push } from './push.ts';
import { ARCHIVE_REF, archivePath } from './refs.ts';
import type { IndexRow } from './run-index.ts';

const LOCAL = 'refs/archive';
/** So many runs in one push at most. */
const BATCH = 200;
const ATTEMPTS = 3;

export interface Archived {
  /** As it was written when it was archived. */
  runId: string;
  commit: string;
}

export class Archive {
  readonly #git: Git;

  /** `git`: a repository for this alone. */
  constructor(git: Git) {
    this.#git = git;
  }

  /** The archive's commit, its trees with it; undefined when there is none. */
  async #fetch(): Promise<string | undefined> {
    try {
      await this.#git.fetch(['--depth=1', REMOTE, `+${ARCHIVE_REF}:${LOCAL}`], `read of ${ARCHIVE_REF}`);
    } catch (error) {
      if (error instanceof GitError && error.code === 'NOT_FOUND' && error.message.includes('remote ref'))
        return undefined;
      throw error;
    }
    return (await this.#git.read(['rev-parse', LOCAL])).toString().trim();
  }

  /** Whatever the case of the id. */
  async find(runId: string): Promise<Archived | undefined> {
    const archive = await this.#fetch();
    if (archive === undefined) return undefined;
    const folder = archivePath(runId).slice(0, 3);
    const text = (await this.#git.read(['ls-tree', '-z', archive, folder])).toString();
    for (const line of text.split('\0')) {
      const match = /^160000 commit ([0-9a-f]+)\t..\/(.+)$/.exec(line);
      if (match?.[2]?.toLowerCase() === runId.toLowerCase())
        return { runId: match[2], commit: match[1] ?? '' };
    }
    return undefined;
  }

  /** Throws RunExistsError when the id was used by a run that is archived. */
  async refuse(runId: string): Promise<void> {
    const found = await this.find(runId);
    if (found !== undefined)
      throw new RunExistsError(found.runId, `the archive of ${this.#git.url} (${ARCHIVE_REF})`);
  }

  /**
   * Moves runs into the archive and deletes their branches: one atomic push for each 200, refused as a whole when
   * one of them has moved since `rows` was read. Returns the ids of those that moved here. `at`: ISO time.
   */
  async fold(rows: readonly IndexRow[], at: string): Promise<string[]> {
    const folded: string[] = [];
    for (let i = 0; i < rows.length; i += BATCH) {
      const batch = rows.slice(i, i + BATCH);
      if (await this.#foldBatch(batch, at)) folded.push(...batch.map((row) => row.runId));
    }
    return folded;
  }

  async #foldBatch(rows: readonly IndexRow[], at: string): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const before = await this.#fetch();
      await this.#fetchTips(rows);
      const after = await buildCommit(this.#git, {
        message: `longhaul: ${rows.length === 1 ? 'one run' : `${rows.length} runs`} archived\n\n${rows.map((row) => `${row.runId} ${row.status}`).join('\n')}\n`,
        at,
        parent: before,
        merge: rows.map((row) => row.commit),
        links: rows.map((row) => ({ path: archivePath(row.runId), commit: row.commit })),
      });
      const updates = [
        { ref: ARCHIVE_REF, to: after, expected: before ?? null },
        ...rows.map((row) => ({ ref: row.ref, to: undefined, expected: row.commit })),
      ];
      const outcome = await push(this.#git, updates, `push to ${ARCHIVE_REF}`);
      if (outcome.kind === 'done') return true;
      if (outcome.kind === 'refused') throw outcome.error;
      const now = await this.#fetch();
      if (now === after) return true;
      if (outcome.error.code === 'REJECTED_BY_RULE') throw outcome.error;
      // Another sweep was quicker, or a run was reopened: the next sweep sees which.
      if (now === before && outcome.kind === 'rejected') return false;
      if (attempt === ATTEMPTS) throw outcome.error;
    }
  }

  /** The tips' commits, without their trees. */
  async #fetchTips(rows: readonly IndexRow[]): Promise<void> {
    const wanted = rows.map((row) => `+${row.commit}:refs/tips/${row.runId}`);
    try {
      await this.#git.fetch(
        ['--depth=1', '--filter=tree:0', REMOTE, ...wanted],
        'read of the tips of ended runs',
      );
    } finally {
      this.#git.forgetFilter();
    }
  }
}
