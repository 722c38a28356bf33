/** The run as the repository has it: looking at it, and moving it forward by compare-and-set. */
import { setTimeout as wait } from 'node:timers/promises';
import { LeaseLostError, LonghaulError } from '../../errors.ts';
import { describeOwner } from '../owner.ts';
import { GitError } from './errors.ts';
import type { Git } from './git.ts';
import { REMOTE } from './git-environment.ts';
import { push, type RefUpdate } from './push.ts';
import { ARCHIVE_REF, mailPrefix, mailRef } from './refs.ts';
import { parseTrailers, type RunTrailers } from './trailers.ts';

const TIP = 'refs/longhaul/tip';
const MAIL = 'refs/mail/';

export interface Sight {
  /** undefined: there is no branch. */
  tip: string | undefined;
  /** Commit of each message, by name. */
  mail: ReadonlyMap<string, string>;
}

export interface Advance {
  commit: string;
  /** The commit that it follows; undefined: the branch must not exist. */
  parent: string | undefined;
  /** Messages that this commit records: deleted by the same push (M2). */
  mail: readonly string[];
}

export interface RetryPolicy {
  /** Pushes of one save, and looks in between. */
  attempts: number;
  /** Longest pause before the second, ms; doubles. */
  delayMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 5, delayMs: 1000 };

export class RunRemote {
  readonly git: Git;
  readonly runId: string;
  readonly ref: string;
  readonly #retry: RetryPolicy;
  readonly #obstacle: () => Promise<LonghaulError | undefined>;
  /** Commits that this run's branch was seen at: a look may come from a replica that lags behind. */
  readonly #seen = new Set<string>();
  #hasTip = false;
  #looking: Promise<Sight> | undefined;
  #nextLook: Promise<Sight> | undefined;

  constructor(
    git: Git,
    runId: string,
    ref: string,
    retry: RetryPolicy,
    obstacle: () => Promise<LonghaulError | undefined>,
  ) {
    this.git = git;
    this.runId = runId;
    this.ref = ref;
    this.#retry = retry;
    this.#obstacle = obstacle;
  }

  /** Branch and mail in one fetch: 3 requests when there is something new, otherwise 2 (M7). Callers share one. */
  look(): Promise<Sight> {
    if (this.#looking === undefined) {
      this.#looking = this.#look().finally(() => {
        this.#looking = undefined;
      });
      return this.#looking;
    }
    // The one under way may have asked before the caller did what it looks for.
    this.#nextLook ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#nextLook = undefined;
        return this.look();
      });
    return this.#nextLook;
  }

  async #look(): Promise<Sight> {
    // Depth only the first time: with it git asks for everything again.
    const depth = this.#hasTip ? [] : ['--depth=1'];
    const mail = `+${mailPrefix(this.runId)}*:${MAIL}*`;
    const what = `read of ${this.ref}`;
    const sight = { tip: undefined as string | undefined, mail: new Map<string, string>() };
    let exists = true;
    try {
      await this.git.fetch([...depth, '--prune', REMOTE, `+${this.ref}:${TIP}`, mail], what);
      this.#hasTip = true;
    } catch (error) {
      if (!(error instanceof GitError) || error.code !== 'NOT_FOUND' || !error.message.includes('remote ref'))
        throw error;
      exists = false;
      if (!(await this.git.fetch(['--depth=1', '--prune', REMOTE, mail], what))) return sight;
    }
    const text = (
      await this.git.read(['for-each-ref', '--format=%(objectname) %(refname)', TIP, MAIL])
    ).toString();
    for (const line of text.split('\n')) {
      const [oid = '', ref = ''] = line.split(' ');
      if (ref === TIP && exists) sight.tip = oid;
      else if (ref.startsWith(MAIL)) sight.mail.set(ref.slice(MAIL.length), oid);
    }
    return sight;
  }

  /** The branch was seen, or put, here; whoever finds it here again later finds it rewound. */
  remember(commit: string): void {
    this.#seen.add(commit);
  }

  knows(commit: string): boolean {
    return this.#seen.has(commit);
  }

  async trailers(commit: string): Promise<RunTrailers | undefined> {
    const text = (await this.git.read(['cat-file', 'commit', commit])).toString();
    return parseTrailers(text.slice(text.indexOf('\n\n') + 2), this.git.url);
  }

  /** Fetches a commit that no ref of ours leads to (an archived tip). */
  async fetchCommit(commit: string): Promise<void> {
    await this.git.fetch(['--depth=1', REMOTE, `+${commit}:${TIP}`], `read of commit ${commit}`);
    this.#hasTip = true;
  }

  /**
   * Moves the branch to the commit. Returns once it was seen, or is known to be, there. An outcome that is not known
   * is settled by looking, and by pushing the very same commit again (L3); after a rejection only the ref's
   * value counts (L4).
   * @throws LeaseLostError when the branch is somewhere else; LonghaulError BRANCH_DELETED, BRANCH_REWOUND,
   *   SAVE_UNKNOWN (push the same commit again before anything else); GitError when nothing was written.
   */
  async advance({ commit, parent, mail }: Advance): Promise<void> {
    const what = `push to ${this.ref}`;
    let names = mail;
    for (let attempt = 1; ; attempt++) {
      const updates: RefUpdate[] = [
        { ref: this.ref, to: commit, expected: parent ?? null },
        ...names.map((name) => ({ ref: mailRef(this.runId, name), to: undefined })),
      ];
      const outcome = await push(this.git, updates, what);
      if (outcome.kind === 'done') break;
      if (outcome.kind === 'refused') throw outcome.error;
      let sight: Sight | undefined;
      try {
        sight = await this.#lookAgain(commit, parent);
      } catch (error) {
        if (!(error instanceof GitError) || !error.isUnknown) throw error;
        // Nothing can be learned now.
      }
      if (sight?.tip === commit) break;
      if (sight !== undefined && sight.tip !== parent) throw await this.elsewhere(sight.tip, parent);
      if (sight !== undefined && outcome.error.code === 'REJECTED_BY_RULE') throw outcome.error;
      const obstacle = parent === undefined && sight !== undefined ? await this.#obstacle() : undefined;
      if (obstacle !== undefined) throw obstacle;
      if (attempt >= this.#retry.attempts)
        throw sight === undefined || outcome.kind === 'unknown'
          ? this.#unknown(commit, outcome.error)
          : outcome.error;
      // `--atomic` blames the run's own line when a message is gone: leave that one out.
      if (sight !== undefined) names = names.filter((name) => sight.mail.has(name));
      await wait(this.#retry.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
    this.remember(commit);
  }

  /** A second look when the first shows an older commit of ours: replicas lag. */
  async #lookAgain(commit: string, parent: string | undefined): Promise<Sight> {
    for (let look = 1; ; look++) {
      const sight = await this.look();
      const isOld =
        sight.tip !== undefined && sight.tip !== commit && sight.tip !== parent && this.knows(sight.tip);
      if (!isOld || look === 3) return sight;
      await wait(this.#retry.delayMs);
    }
  }

  #unknown(commit: string, cause: GitError): LonghaulError {
    return new LonghaulError(
      'SAVE_UNKNOWN',
      `Whether ${commit.slice(0, 12)} of run ${this.runId} reached ${this.ref} is not known: ${cause.message}`,
      {
        hint: cause.hint,
        cause,
      },
    );
  }

  /** What it means that the branch is not where it should be. `known`: where it was, as far as we know. */
  async elsewhere(tip: string | undefined, known: string | undefined): Promise<LonghaulError> {
    const { ref, runId } = this;
    const newest = known?.slice(0, 12) ?? '';
    if (tip === undefined) {
      return new LonghaulError(
        'BRANCH_DELETED',
        `Somebody deleted ${ref} while run ${runId} was driven; it was at ${newest}. Nothing was written`,
        {
          path: ref,
          hint: `Put it back (the repository’s page of branches offers "Restore" for a while, or push ${newest} there again), then resume the run. A ruleset for longhaul/** that restricts deletions prevents this. If a sweep has archived the run meanwhile, resume it: it is found in ${ARCHIVE_REF}.`,
        },
      );
    }
    if (this.knows(tip)) {
      return new LonghaulError(
        'BRANCH_REWOUND',
        `Somebody moved ${ref} of run ${runId} back to ${tip.slice(0, 12)}; it was at ${newest}. Nothing was written`,
        {
          path: ref,
          hint: `Push ${newest} there again, then resume the run. A ruleset for longhaul/** that blocks force pushes prevents this.`,
        },
      );
    }
    const trailers = await this.trailers(tip).catch(() => undefined);
    return new LeaseLostError(runId, describeOwner(trailers?.lease?.owner));
  }
}
