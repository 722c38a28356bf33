/** Runs as branches of a repository: a save is a commit, the trailers of the tips are the index (design §4). */
import { join } from 'node:path';
import {
  LeaseLostError,
  type LonghaulError,
  RunExistsError,
  RunNotFoundError,
  UsageError,
} from '../../errors.ts';
import { gitBlobId } from '../../journal/digest.ts';
import { isEnded } from '../../journal/endings.ts';
import { checkRunId, isRunId } from '../../journal/ids.ts';
import { RUN_DIRS } from '../../journal/layout.ts';
import type {
  DueFilter,
  DueRun,
  ListFilter,
  Message,
  NewRun,
  OpenRun,
  RunOnIssue,
  RunStore,
  RunSummary,
} from '../contract.ts';
import { holderOfNote } from '../liveness.ts';
import { createRunDirectory, newRunFiles } from '../new-run.ts';
import { adoptedNote } from '../signature.ts';
import { filterRuns, longestFirst, runsOn, whyDue } from '../summary.ts';
import { MAIL_PACE } from '../watch.ts';
import { Archive } from './archive.ts';
import { buildCommit } from './commit.ts';
import { GitError, noRun } from './errors.ts';
import { Git, gitVersion } from './git.ts';
import { REMOTE } from './git-environment.ts';
import { BranchMailbox } from './mailbox.ts';
import type { BranchOptions } from './options.ts';
import { inTheWay, RunRefs } from './refs.ts';
import { DEFAULT_RETRY, RunRemote } from './remote.ts';
import { removeDead } from './repositories.ts';
import { BranchRun, type RunPorts } from './run.ts';
import { type Index, type IndexRow, readIndex, summaryOfRow } from './run-index.ts';
import { demandSigned, signCommit } from './signed-commit.ts';
import { formatTrailers } from './trailers.ts';
import { WorkingCopy } from './working-copy.ts';

let repositories = 0;

export class BranchStore implements RunStore {
  readonly kind = 'branch';
  readonly where: string;
  readonly refs: RunRefs;
  readonly #options: BranchOptions;
  readonly #ports: RunPorts;
  #version: Promise<readonly [number, number]> | undefined;
  #made: Git[] = [];

  /** Throws UsageError for an impossible `branch`. */
  constructor(options: BranchOptions) {
    this.#options = options;
    this.refs = new RunRefs(options.branch);
    if (!/^https?:\/\/[^@/]+\//.test(options.url)) {
      throw new UsageError(`The branch store cannot use ${options.url}`, {
        hint: 'Give the address of the repository as https://<server>/<owner>/<name>, without a token.',
      });
    }
    this.where = `${options.url} (${this.refs.pattern})`;
    this.#ports = {
      now: options.now ?? Date.now,
      warn: options.warn ?? (() => {}),
      mailPace: options.mailPace ?? MAIL_PACE,
      signing: options.signing,
      retryDelayMs: (options.retry ?? DEFAULT_RETRY).delayMs,
      ...(options.machine !== undefined && { machine: options.machine }),
      ...(options.isAlive !== undefined && { isAlive: options.isAlive }),
    };
  }

  importDir(runId: string): string {
    return join(this.#options.workspace, '.a5c', 'runs', checkRunId(runId));
  }

  /** Removes our git repositories; working copies stay. */
  close(): void {
    for (const git of this.#made.splice(0)) git.destroy();
  }

  /** A create-only push (B2). Ids are looked for among the branches and in the archive. */
  async create(run: NewRun): Promise<OpenRun> {
    const { runId } = run;
    checkRunId(runId);
    await this.#refuseTaken(runId);
    const { now } = this.#ports;
    const files = newRunFiles(run, now);
    const remote = await this.#remote(runId);
    const createdAt = new Date(now()).toISOString();
    const workflow = run.created?.workflow;
    // A fork brings the events behind its first one.
    const seq = files.filter(({ path }) => path.startsWith('journal/')).length;
    const trailers = formatTrailers(
      {
        status: seq === 1 ? 'created' : 'running',
        seq,
        attempt: 1,
        created: createdAt,
        updated: createdAt,
        process: run.processId,
        waitingOn: [],
        ...(workflow !== undefined && { workflow }),
      },
      remote.git.url,
    );
    const commit = await buildCommit(remote.git, {
      message: `longhaul(${runId}): created\n\n${trailers}`,
      at: createdAt,
      files: files.map(({ path, text }) => ({ path, content: text })),
    });
    const tip = await signCommit(remote.git, commit, this.#options.signing, runId);
    try {
      await remote.advance({ commit: tip, parent: undefined, mail: [] });
    } catch (error) {
      throw error instanceof LeaseLostError ? new RunExistsError(runId, this.where) : error;
    }
    const copy = this.#copy(runId);
    copy.clear();
    createRunDirectory(copy.runDir, files, [...RUN_DIRS]);
    copy.blobs = new Map(files.map(({ path, text }) => [path, gitBlobId(Buffer.from(text))]));
    copy.savedUntil = Date.now();
    copy.note(tip);
    return new BranchRun(
      remote,
      copy,
      { tip, trailers: await remote.trailers(tip), isArchived: false, isAdopted: false },
      new Map(),
      this.#ports,
    );
  }

  async #refuseTaken(runId: string): Promise<void> {
    const { rows, archive } = await this.#index();
    const taken = rows.find((row) => row.runId.toLowerCase() === runId.toLowerCase());
    if (taken !== undefined) throw new RunExistsError(taken.runId, this.where);
    if (archive !== undefined) await this.#scratch('archive', (git) => new Archive(git).refuse(runId));
  }

  /**
   * Reads branch and mail in one fetch, 3 requests; an archived run is found, too.
   * @throws RunNotFoundError, GitError, DamageError, LonghaulError (NO_RUN; with a key UNSIGNED,
   *   UNKNOWN_KEY, FORGED)
   */
  async open(runId: string): Promise<BranchRun> {
    checkRunId(runId);
    const remote = await this.#remote(runId);
    const { tip: branch, mail } = await remote.look();
    const tip = branch ?? (await this.#scratch('archive', (git) => new Archive(git).find(runId)))?.commit;
    if (tip === undefined) throw new RunNotFoundError(runId, this.where);
    const isArchived = branch === undefined;
    if (isArchived) await remote.fetchCommit(tip);
    remote.remember(tip);
    const trailers = await remote.trailers(tip);
    if (trailers === undefined) throw noRun(remote.ref, tip);
    const isAdopted = await demandSigned(remote.git, tip, this.#options.signing, runId, remote.ref);
    if (isAdopted) this.#ports.warn(adoptedNote(runId, `commit ${tip.slice(0, 12)}`));
    const copy = this.#copy(runId);
    await copy.reachCommit(remote.git, tip);
    return new BranchRun(
      remote,
      copy,
      { tip, trailers, isArchived, isAdopted },
      isArchived ? undefined : mail,
      this.#ports,
    );
  }

  async exists(runId: string): Promise<boolean> {
    if (!isRunId(runId)) return false;
    try {
      await this.#refuseTaken(runId);
      return false;
    } catch (error) {
      if (error instanceof RunExistsError) return true;
      throw error;
    }
  }

  /** Every run that has a branch, as its last save describes it: 3 requests. */
  async index(): Promise<IndexRow[]> {
    return (await this.#index()).rows;
  }

  async list(filter: ListFilter = {}): Promise<RunSummary[]> {
    return filterRuns((await this.index()).map(summaryOfRow), filter);
  }

  /** 3 requests, and one to the API for each run that is said to be driven. */
  async due({ now, workflow }: DueFilter): Promise<DueRun[]> {
    const { rows } = await this.#index({ withMail: true });
    const due: (DueRun & { updatedAt: string })[] = [];
    for (const row of rows) {
      if (row.workflow !== undefined && workflow !== undefined && row.workflow !== workflow) continue;
      const { status: state, wakeAt, hasMail, lease } = row;
      const why = whyDue({ state, wakeAt, hasMail, isLeft: lease?.released === false }, now);
      if (why === undefined || (await holderOfNote(row.lease, this.#ports)) !== undefined) continue;
      due.push({ runId: row.runId, why, updatedAt: row.updated });
    }
    return longestFirst(due);
  }

  /** 2 requests. */
  async send(runId: string, message: Message): Promise<{ name: string; fresh: boolean }> {
    checkRunId(runId);
    const { retryDelayMs, signing } = this.#ports;
    const events = { delivered: () => {}, delayMs: retryDelayMs };
    const mailbox = new BranchMailbox(await this.#remote(runId), events, signing);
    return mailbox.deliver(message);
  }

  /** 3 requests, whatever the number of runs. */
  async on(issue: number): Promise<RunOnIssue[]> {
    return runsOn(await this.index(), issue);
  }

  /** Folds ended runs into the archive; their branches go, nothing is lost (B1). */
  async prune(endedBefore: string): Promise<string[]> {
    const rows = await this.index();
    const isOver = ({ status, updated }: IndexRow): boolean =>
      isEnded(status) && updated !== '' && updated < endedBefore;
    const over: IndexRow[] = [];
    // A driver that is still about to say something keeps its branch.
    for (const row of rows.filter(isOver))
      if ((await holderOfNote(row.lease, this.#ports)) === undefined) over.push(row);
    if (over.length === 0) return [];
    const at = new Date(this.#ports.now()).toISOString();
    return this.#scratch('archive', (git) => new Archive(git).fold(over, at));
  }

  #index(options: { withMail?: boolean } = {}): Promise<Index> {
    return this.#scratch('index', (git) => readIndex(git, this.refs, options));
  }

  /** An empty repository for one use: with what it had before, git would begin by comparing (one request more). */
  async #scratch<T>(name: string, use: (git: Git) => Promise<T>): Promise<T> {
    const git = await this.#git(name);
    try {
      return await use(git);
    } finally {
      git.destroy();
    }
  }

  async #remote(runId: string): Promise<RunRemote> {
    const git = await this.#git(runId);
    return new RunRemote(git, runId, this.refs.run(runId), this.#options.retry ?? DEFAULT_RETRY, () =>
      this.#obstacle(),
    );
  }

  /** Why no branch of a run can be made: a branch `longhaul` stands in the way. */
  #obstacle(): Promise<LonghaulError | undefined> {
    return this.#scratch('obstacle', async (git) => {
      for (const ref of this.refs.obstacles()) {
        try {
          await git.fetch(
            ['--depth=1', '--filter=tree:0', REMOTE, `+${ref}:refs/obstacle`],
            `read of ${ref}`,
          );
          return inTheWay(ref, this.#options.url);
        } catch (error) {
          if (!(error instanceof GitError) || error.code !== 'NOT_FOUND') throw error;
        }
      }
      return undefined;
    });
  }

  #copy(runId: string): WorkingCopy {
    const { machine, now, warn } = this.#ports;
    return new WorkingCopy(this.#options.workDir, runId, { machine, now, warn });
  }

  /** A repository of its own for each purpose: git's locks know no purposes. */
  async #git(name: string): Promise<Git> {
    this.#version ??= gitVersion(this.#options.env);
    const root = join(this.#options.workDir, '.longhaul', 'git');
    const git = Git.create(
      join(root, `${process.pid}-${++repositories}-${name}`),
      this.#options,
      await this.#version,
    );
    if (this.#made.length === 0) removeDead(root);
    this.#made.push(git);
    return git;
  }
}
