import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LonghaulError, RunExistsError, RunNotFoundError } from '../errors.ts';
import { syncDirectory, tempName } from '../journal/atomic.ts';
import { isEnded } from '../journal/endings.ts';
import type { JournalEvent, Owner } from '../journal/events.ts';
import { checkRunId, isRunId } from '../journal/ids.ts';
import { paths, RUN_DIRS } from '../journal/layout.ts';
import { checkSound, eventsOf, type LoadedRun, type LoadOptions, loadRun } from '../journal/open-run.ts';
import { namesIn, readRun } from '../journal/reader.ts';
import { foreignLogs, restoreFiles } from '../journal/restore.ts';
import { reasonAfter, rebuildStateCache } from '../journal/state-cache.ts';
import type { RunMetadata } from '../journal/task-files.ts';
import { RunJournal } from '../journal/writer.ts';
import type {
  AcquireOptions,
  DueFilter,
  DueRun,
  Lease,
  ListFilter,
  Message,
  NewRun,
  OpenRun,
  RunStore,
  RunSummary,
  SaveOptions,
} from './contract.ts';
import { DirectoryLease, holderOf, isLeft, type TakeOptions } from './lease.ts';
import { DirectoryMailbox } from './mailbox.ts';
import { createRunDirectory, newRunFiles } from './new-run.ts';
import { type Machine, thisMachine } from './owner.ts';
import { filterRuns, longestFirst, sweepTime, whyDue } from './summary.ts';
import { hasSummary, readSummary, writeSummary } from './summary-cache.ts';

export interface DirectoryOptions {
  now?: () => number;
  machine?: Machine;
  /** For tests that stop or pause between two system calls. */
  trace?: (where: string) => void;
}

export class DirectoryStore implements RunStore {
  readonly kind = 'directory';
  readonly where: string;
  readonly #options: DirectoryOptions;

  /** `runsDir`: absolute path; made when the first run is. */
  constructor(runsDir: string, options: DirectoryOptions = {}) {
    this.where = runsDir;
    this.#options = options;
  }

  importDir(runId: string): string {
    return join(this.where, checkRunId(runId));
  }

  async create(run: NewRun): Promise<OpenRun> {
    checkRunId(run.runId);
    mkdirSync(this.where, { recursive: true });
    const taken = this.#find(run.runId);
    if (taken !== undefined) throw new RunExistsError(taken, this.where);
    const building = join(this.where, `.${tempName()}`);
    try {
      createRunDirectory(building, newRunFiles(run, this.#options.now ?? Date.now), [...RUN_DIRS]);
      for (const name of ['', 'journal']) syncDirectory(join(building, name));
      // rename refuses a directory that holds something, so of two starts one wins.
      renameSync(building, join(this.where, run.runId));
    } catch (error) {
      rmSync(building, { recursive: true, force: true });
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') throw new RunExistsError(run.runId, this.where);
      throw error;
    }
    syncDirectory(this.where);
    return this.#run(run.runId);
  }

  async open(runId: string): Promise<OpenRun> {
    checkRunId(runId);
    if (!existsSync(paths.run(join(this.where, runId)))) throw new RunNotFoundError(runId, this.where);
    const run = this.#run(runId);
    await run.restore();
    return run;
  }

  async exists(runId: string): Promise<boolean> {
    return isRunId(runId) && this.#find(runId) !== undefined;
  }

  async list(filter: ListFilter = {}): Promise<RunSummary[]> {
    const now = (this.#options.now ?? Date.now)();
    return filterRuns(
      this.#ids().map((runId) => readSummary(join(this.where, runId), runId, now)),
      filter,
    );
  }

  async due({ now, workflow }: DueFilter): Promise<DueRun[]> {
    const due: (DueRun & { updatedAt: string })[] = [];
    for (const { runId, state, updatedAt, wakeAt } of await this.list()) {
      const run = this.#run(runId);
      if ((await run.owner()) !== undefined) continue;
      const hasMail = (await run.mailbox.names()).length > 0;
      const loaded = state === 'waiting' ? run.load().state : undefined;
      const lookAt = loaded === undefined ? wakeAt : sweepTime(loaded);
      const why = whyDue({ state, wakeAt: lookAt, hasMail, isLeft: isLeft(run.runDir) }, now);
      if (why === undefined) continue;
      const of = (loaded ?? run.load().state).created?.workflow;
      if (of === undefined || workflow === undefined || of === workflow) due.push({ runId, why, updatedAt });
    }
    return longestFirst(due);
  }

  send(runId: string, message: Message): Promise<{ name: string; fresh: boolean }> {
    return this.#run(checkRunId(runId)).mailbox.deliver(message);
  }

  async prune(endedBefore: string): Promise<string[]> {
    const pruned: string[] = [];
    for (const run of await this.list()) {
      if (!isEnded(run.state) || run.updatedAt >= endedBefore) continue;
      rmSync(join(this.where, run.runId), { recursive: true, force: true });
      pruned.push(run.runId);
    }
    return pruned;
  }

  #run(runId: string): DirectoryRun {
    return new DirectoryRun(join(this.where, runId), runId, this.#options);
  }

  /** Run ids are one regardless of case: what is two directories here may be one on another file system. */
  #find(runId: string): string | undefined {
    const wanted = runId.toLowerCase();
    return namesIn(this.where).find((name) => name.toLowerCase() === wanted);
  }

  #ids(): string[] {
    return namesIn(this.where).filter(
      (name) => isRunId(name) && existsSync(paths.run(join(this.where, name))),
    );
  }
}

class DirectoryRun implements OpenRun {
  readonly runDir: string;
  readonly runId: string;
  readonly mailbox: DirectoryMailbox;
  readonly #options: DirectoryOptions;

  constructor(runDir: string, runId: string, options: DirectoryOptions) {
    this.runDir = runDir;
    this.runId = runId;
    this.mailbox = new DirectoryMailbox(runDir);
    this.#options = options;
  }

  /** What a power failure took is there again before anybody reads; who drives the run has done it already. */
  async restore(): Promise<void> {
    const { machine = thisMachine, now = Date.now } = this.#options;
    const bootId = machine.bootId();
    if (foreignLogs(this.runDir, bootId).length === 0 || (await this.owner()) !== undefined) return;
    restoreFiles(this.runDir, bootId, now());
  }

  load(options: LoadOptions = {}): LoadedRun {
    return loadRun(this.runDir, options);
  }

  metadata(): RunMetadata {
    return readRun(this.runDir);
  }

  events(): Iterable<JournalEvent> {
    return eventsOf(this.runDir);
  }

  async owner(): Promise<Owner | undefined> {
    return holderOf(this.runDir, this.#options.machine, (this.#options.now ?? Date.now)())?.owner;
  }

  async acquire(owner: Owner, options: AcquireOptions = {}): Promise<Lease> {
    const { segments, damaged, ...rest } = options;
    const take: TakeOptions = { ...this.#options, ...rest };
    const lease = DirectoryLease.take(this.runDir, this.runId, owner, take);
    try {
      const loaded = loadRun(this.runDir, { segments: segments ?? 'check', damaged: damaged === true });
      if (damaged !== true) checkSound(this.runDir, loaded.state);
      const journal = new RunJournal(this.runDir, loaded, {
        ...this.#options,
        guard: lease,
        log: lease.log(),
      });
      return new HeldLease(lease, loaded, journal, this.mailbox);
    } catch (error) {
      lease.release();
      throw error;
    }
  }
}

class HeldLease implements Lease {
  readonly journal: RunJournal;
  readonly loaded: LoadedRun;
  readonly #lease: DirectoryLease;
  readonly #mailbox: DirectoryMailbox;
  #released = false;

  constructor(lease: DirectoryLease, loaded: LoadedRun, journal: RunJournal, mailbox: DirectoryMailbox) {
    this.#lease = lease;
    this.#mailbox = mailbox;
    this.loaded = loaded;
    this.journal = journal;
  }

  get epoch(): number {
    return this.#lease.epoch;
  }

  get owner(): Owner {
    return this.#lease.owner;
  }

  get former(): Owner | undefined {
    return this.#lease.former;
  }

  check(): void {
    if (this.#released) throw new LonghaulError('LEASE_RELEASED', 'The lease was released');
    this.#lease.check();
  }

  /** Nothing depends on them: a full disk must not keep the lease from being released. */
  #writeCaches(): void {
    const { runDir, state } = this.journal;
    if (this.#areCachesCurrent()) return;
    this.journal.pack();
    try {
      rebuildStateCache(runDir, state, reasonAfter(state));
      writeSummary(runDir, state);
    } catch {
      // The next reader takes the journal.
    }
  }

  /** Whoever wrote the last event packed it, which is the first of the caches, and nothing has come since. */
  #areCachesCurrent(): boolean {
    const { tail, names } = this.loaded;
    const { runDir, state } = this.journal;
    return tail.length === 0 && names.length === state.head.seq && hasSummary(runDir);
  }

  /** The caches belong to whoever holds the lease. */
  #isHeld(): boolean {
    try {
      this.#lease.check();
      return true;
    } catch {
      return false;
    }
  }

  async save(options: SaveOptions = {}): Promise<void> {
    this.check();
    await this.journal.sync();
    // Only now: a kill before leaves the messages, and their ids in the journal say that they were dealt with.
    if (options.mail !== undefined) await this.#mailbox.delete(options.mail);
    if (options.last === true) await this.release();
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    if (this.#isHeld()) this.#writeCaches();
    this.journal.close();
    this.#lease.release();
  }
}
