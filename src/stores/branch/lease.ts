/** A lease on a run of the branch store: taken by its first save, given back by its last (L2). */
import { setImmediate as turn } from 'node:timers/promises';
import { LeaseHeldError, LeaseLostError, LonghaulError } from '../../errors.ts';
import type { Owner } from '../../journal/events.ts';
import type { LoadedRun } from '../../journal/open-run.ts';
import { statusOf } from '../../journal/state.ts';
import { RunJournal } from '../../journal/writer.ts';
import { type Batch, Changes } from '../changes.ts';
import type { Lease, SaveOptions } from '../contract.ts';
import type { DirectoryLease } from '../lease.ts';
import type { LeaseNote } from '../liveness.ts';
import { type Asked, SaveQueue } from '../save-queue.ts';
import type { SigningPolicy } from '../signature.ts';
import { sweepTime } from '../summary.ts';
import { buildCommit } from './commit.ts';
import { GitError } from './errors.ts';
import type { RunRemote, Sight } from './remote.ts';
import { signCommit } from './signed-commit.ts';
import { subjectOf } from './subject.ts';
import { formatTrailers, type RunTrailers } from './trailers.ts';
import type { WorkingCopy } from './working-copy.ts';

/** GitHub recommends at most 3,000 entries a directory (B4). */
const MANY_EVENTS = 3000;

export interface LeaseParts {
  remote: RunRemote;
  copy: WorkingCopy;
  /** Keeps other processes of this machine out of the working copy. */
  local: DirectoryLease;
  loaded: LoadedRun;
  note: LeaseNote;
  former: Owner | undefined;
  /** The commit to build on. */
  tip: string;
  /** The run comes from the archive: its branch must not exist. */
  isArchived: boolean;
  /** `tip` was taken without a signature that could be checked: the first save says so. */
  isAdopted: boolean;
  signing: SigningPolicy | undefined;
  /** What the last save said. */
  before: RunTrailers | undefined;
  now: () => number;
  warn: (message: string) => void;
  /** The branch moved, by us. */
  moved: (tip: string) => void;
  deleteMail: (names: readonly string[]) => Promise<void>;
}

/** A commit that was pushed, and is not yet known to have arrived. */
interface Pending {
  commit: string;
  parent: string | undefined;
  mail: string[];
  batch: Batch;
}

export class BranchLease implements Lease {
  readonly journal: RunJournal;
  readonly loaded: LoadedRun;
  readonly #parts: LeaseParts;
  readonly #changes: Changes;
  #tip: string;
  readonly #queue: SaveQueue;
  #taken = false;
  #released = false;
  #lost: Error | undefined;
  #pending: Pending | undefined;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
    this.#tip = parts.tip;
    this.loaded = parts.loaded;
    const { issue, waitingOn = [] } = parts.before ?? {};
    const index = { ...(issue !== undefined && { issue }), waitingOn, lookAt: '' };
    this.#queue = new SaveQueue(index, (asked) => this.#round(asked));
    this.#changes = new Changes(parts.copy, parts.warn);
    const { local } = parts;
    this.journal = new RunJournal(parts.copy.runDir, parts.loaded, {
      now: parts.now,
      onWritten: (path, event) => this.#changes.add(path, event),
      guard: {
        adopted: (seq) => local.adopted(seq),
        reserve: (names) => {
          this.check();
          local.reserve(names);
        },
        done: () => local.done(),
        lost: () => this.#lost ?? local.lost(),
      },
    });
  }

  get epoch(): number {
    return this.#parts.note.epoch;
  }

  get owner(): Owner {
    return this.#parts.note.owner;
  }

  get former(): Owner | undefined {
    return this.#parts.former;
  }

  check(): void {
    if (this.#released) throw new LonghaulError('LEASE_RELEASED', 'The lease was released');
    if (this.#lost !== undefined) throw this.#lost;
    this.#parts.local.check();
  }

  /** A look at the repository came by: somebody else's commit there ends this lease at once, not at its next save. */
  async noticed(sight: Sight): Promise<void> {
    const { tip } = sight;
    const { remote, isArchived } = this.#parts;
    if (this.#lost !== undefined || this.#released || tip === undefined) return;
    const isOurs = (): boolean => tip === this.#tip || tip === this.#pending?.commit || remote.knows(tip);
    // Stale replicas may show any older commit; a save that has just arrived may not be noted yet.
    await turn();
    if (isOurs() || (isArchived && !this.#taken)) return;
    const error = await remote.elsewhere(tip, this.#tip);
    if (!isOurs() && error instanceof LeaseLostError) this.#lost ??= this.#asLoss(error);
  }

  async save(options: SaveOptions = {}): Promise<void> {
    this.check();
    return this.#queue.save(options);
  }

  async #round({ last, mail }: Asked): Promise<void> {
    this.check();
    if (this.#pending !== undefined) await this.#push(this.#pending);
    await this.#write(last, mail);
    if (last) this.#end();
  }

  async #write(last: boolean, mail: string[]): Promise<void> {
    const { remote, isArchived, signing, now } = this.#parts;
    const synced = this.journal.sync();
    synced.catch(() => {}); // looked at below, whatever happens in between
    const batch = this.#changes.take(last);
    const hasChanges = batch.files.length > 0 || batch.removed.length > 0 || this.#queue.isIndexNew;
    // Nothing to say and nothing taken that would have to be given back: no push.
    const isIdle = !hasChanges && (last ? !this.#taken : this.#taken);
    if (isIdle) {
      if (mail.length > 0) await this.#parts.deleteMail(mail);
      return synced;
    }
    let pending: Pending;
    try {
      await synced;
      const at = new Date(now()).toISOString();
      const message = this.#message(batch, last);
      this.#queue.isIndexNew = false;
      const built = await buildCommit(remote.git, {
        message,
        at,
        parent: this.#tip,
        files: batch.files,
        remove: batch.removed,
      });
      const commit = await signCommit(remote.git, built, signing, remote.runId);
      const parent = isArchived && !this.#taken ? undefined : this.#tip;
      pending = { commit, parent, mail, batch };
    } catch (error) {
      this.#changes.giveBack(batch);
      this.#queue.isIndexNew = true;
      throw error;
    }
    this.#pending = pending;
    await this.#push(pending);
  }

  /** Ends with the commit on the branch, or with an error that leaves it to be pushed again, unchanged (L3). */
  async #push(pending: Pending): Promise<void> {
    const { remote, copy, moved } = this.#parts;
    copy.note(this.#tip, pending.commit);
    try {
      await remote.advance(pending);
    } catch (error) {
      const isOpen =
        error instanceof GitError || (error instanceof LonghaulError && error.code === 'SAVE_UNKNOWN');
      if (!isOpen) {
        this.#pending = undefined;
        this.#lost = this.#asLoss(error);
        throw this.#lost;
      }
      throw error;
    }
    this.#pending = undefined;
    this.#tip = pending.commit;
    this.#taken = true;
    this.#changes.saved(pending.batch);
    copy.note(this.#tip);
    moved(this.#tip);
  }

  /** Whoever saves first has the lease: until then another driver has not taken it over, it was quicker. */
  #asLoss(error: unknown): Error {
    if (error instanceof LeaseLostError && !this.#taken)
      return new LeaseHeldError(this.#parts.remote.runId, error.owner);
    return error instanceof Error ? error : new Error(String(error));
  }

  #message(batch: Batch, last: boolean): string {
    const { remote, note, now, warn, isAdopted, tip } = this.#parts;
    const { state } = this.journal;
    const wakeAt = sweepTime(state, this.#queue.index.lookAt);
    const workflow = state.created?.workflow;
    if (state.head.seq >= MANY_EVENTS && batch.events.some(({ seq }) => seq === MANY_EVENTS)) {
      warn(
        `Run ${remote.runId} has ${MANY_EVENTS} events, and GitHub recommends at most 3,000 entries a directory: let ctx.subprocess run parts of it as runs of their own`,
      );
    }
    const trailers: RunTrailers = {
      status: statusOf(state, now()),
      seq: state.head.seq,
      attempt: state.attempt,
      created: state.createdAt,
      updated: state.updatedAt,
      process: state.processId,
      waitingOn: state.terminal === undefined ? [...(this.#queue.index.waitingOn ?? [])] : [],
      lease: { ...note, released: last },
      ...(isAdopted && !this.#taken && { adopted: tip }),
      ...(wakeAt !== undefined && { wakeAt }),
      ...(this.#queue.index.issue !== undefined && { issue: this.#queue.index.issue }),
      ...(workflow !== undefined && { workflow }),
    };
    const otherwise = last ? 'lease given back' : this.#taken ? 'saved' : 'lease taken';
    return `${subjectOf(remote.runId, state, batch.events, otherwise)}\n\n${formatTrailers(trailers, remote.git.url)}`;
  }

  /** Costs a push only when the last save did not say that it was the last. */
  async release(): Promise<void> {
    if (this.#released) return;
    try {
      if (this.#taken && this.#lost === undefined) await this.save({ last: true });
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      const why = error instanceof Error ? error.message : String(error);
      this.#parts.warn(
        `The lease of run ${this.#parts.remote.runId} was not given back; it ends with this job (${why})`,
      );
    } finally {
      this.#end();
    }
  }

  #end(): void {
    if (this.#released) return;
    this.#released = true;
    this.journal.close();
    this.#parts.local.release();
  }
}
