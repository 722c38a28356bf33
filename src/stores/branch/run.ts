/** One run on the branch store. */
import { LeaseHeldError } from '../../errors.ts';
import type { JournalEvent, Owner } from '../../journal/events.ts';
import { checkSound, eventsOf, type LoadedRun, type LoadOptions, loadRun } from '../../journal/open-run.ts';
import { readRun } from '../../journal/reader.ts';
import type { RunMetadata } from '../../journal/task-files.ts';
import type {
  AcquireOptions,
  LastSave,
  Lease,
  Mailbox,
  MailRead,
  Message,
  OpenRun,
  RunPlace,
} from '../contract.ts';
import { DirectoryLease, holderOf } from '../lease.ts';
import { expiryOf, holderOfNote, type LivenessPorts } from '../liveness.ts';
import { describeOwner } from '../owner.ts';
import type { SigningPolicy } from '../signature.ts';
import { type WatchPace, watchMail } from '../watch.ts';
import { BranchLease } from './lease.ts';
import { BranchMailbox } from './mailbox.ts';
import type { RunRemote, Sight } from './remote.ts';
import { demandSigned } from './signed-commit.ts';
import type { RunTrailers } from './trailers.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface RunPorts extends LivenessPorts {
  warn: (message: string) => void;
  mailPace: WatchPace;
  retryDelayMs: number;
  signing: SigningPolicy | undefined;
}

/** What was seen of the run last. */
interface Seen {
  tip: string;
  trailers: RunTrailers | undefined;
  /** The tip is in the archive: there is no branch. */
  isArchived: boolean;
  /** It has no signature that could be checked, and was taken all the same. */
  isAdopted: boolean;
}

export class BranchRun implements OpenRun, Mailbox {
  readonly runId: string;
  readonly runDir: string;
  readonly #remote: RunRemote;
  readonly #copy: WorkingCopy;
  readonly #ports: RunPorts;
  readonly #mail: BranchMailbox;
  #seen: Seen;
  /** Mail that `open` saw, until something happened. */
  #openedWith: Sight['mail'] | undefined;
  /** Something happened since the last look: the lease may be somebody else's. */
  #isStale = false;
  #lease: BranchLease | undefined;

  constructor(
    remote: RunRemote,
    copy: WorkingCopy,
    seen: Seen,
    mail: Sight['mail'] | undefined,
    ports: RunPorts,
  ) {
    this.runId = remote.runId;
    this.runDir = copy.runDir;
    this.#remote = remote;
    this.#copy = copy;
    this.#seen = seen;
    this.#ports = ports;
    this.#mail = new BranchMailbox(
      remote,
      { delivered: () => this.#touch(), delayMs: ports.retryDelayMs },
      ports.signing,
    );
    this.#openedWith = mail;
  }

  get mailbox(): Mailbox {
    return this;
  }

  /** Where people find the run: `<server>/<repository>/tree/<branch>` and `…/commit/<commit>`. `branch` only for one. */
  get place(): RunPlace & { isArchived: boolean } {
    const { ref } = this.#remote;
    const { tip, isArchived } = this.#seen;
    const branch = ref.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {};
    return { ref, ...branch, commit: tip, isArchived };
  }

  get lastSave(): LastSave {
    const { tip, trailers } = this.#seen;
    const driver = trailers?.lease?.owner;
    return { id: tip, ...(driver !== undefined && { driver }) };
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

  #touch(): void {
    this.#isStale = true;
    this.#openedWith = undefined;
  }

  async #look(): Promise<Sight> {
    const sight = await this.#remote.look();
    this.#openedWith = undefined;
    await this.#lease?.noticed(sight);
    return sight;
  }

  /** Looks at the branch again, and brings the working copy to it. Throws BRANCH_DELETED, BRANCH_REWOUND. */
  async refresh(): Promise<void> {
    const { tip, mail } = await this.#look();
    const before = this.#seen;
    if (tip === undefined && before.isArchived) {
      this.#isStale = false;
      return;
    }
    const isBack = tip !== undefined && tip !== before.tip && this.#remote.knows(tip);
    if (tip === undefined || isBack) throw await this.#remote.elsewhere(tip, before.tip);
    const { git, ref } = this.#remote;
    // What was read, or saved, by us needs no second look.
    const isAdopted =
      tip === before.tip
        ? before.isAdopted
        : await demandSigned(git, tip, this.#ports.signing, this.runId, ref);
    if (this.#copy.stands !== tip) await this.#copy.reachCommit(git, tip);
    this.#remote.remember(tip);
    this.#seen = { tip, trailers: await this.#remote.trailers(tip), isArchived: false, isAdopted };
    this.#isStale = false;
    this.#openedWith = mail; // as if it had been opened now
  }

  async owner(): Promise<Owner | undefined> {
    const local = holderOf(this.runDir, this.#ports.machine, this.#ports.now());
    if (local !== undefined) return local.owner;
    await this.refresh();
    return holderOfNote(this.#seen.trailers?.lease, this.#ports);
  }

  /** Costs no push: the first save takes the lease in the repository. */
  async acquire(owner: Owner, options: AcquireOptions = {}): Promise<Lease> {
    const { force = false, expiresAt, segments = 'check', damaged = false } = options;
    if (this.#isStale || force || this.#copy.stands === undefined) await this.refresh();
    const { trailers } = this.#seen;
    const before = trailers?.lease;
    if (!force && before?.owner.token !== owner.token) {
      const holder = await holderOfNote(before, this.#ports);
      if (holder !== undefined) throw new LeaseHeldError(this.runId, describeOwner(holder));
    }
    const { machine, now, warn } = this.#ports;
    const local = DirectoryLease.take(this.runDir, this.runId, owner, {
      force,
      now,
      ...(machine !== undefined && { machine }),
    });
    try {
      const loaded = loadRun(this.runDir, { segments, damaged });
      if (!damaged) checkSound(this.runDir, loaded.state);
      // The job's own limit can be told from the owner: each save carries this note.
      const expiry = expiresAt === undefined ? undefined : expiryOf(owner, expiresAt);
      const lease = new BranchLease({
        remote: this.#remote,
        copy: this.#copy,
        local,
        loaded,
        note: {
          epoch: Math.max((before?.epoch ?? 0) + 1, local.epoch),
          owner,
          released: false,
          ...(expiry !== undefined && { expiresAt: expiry }),
        },
        former: before === undefined || before.released ? undefined : before.owner,
        tip: this.#seen.tip,
        isArchived: this.#seen.isArchived,
        isAdopted: this.#seen.isAdopted,
        signing: this.#ports.signing,
        before: trailers,
        now,
        warn,
        moved: (tip) => this.#moved(tip),
        deleteMail: (names) => this.#mail.delete(names),
      });
      this.#lease = lease;
      this.#isStale = true;
      return lease;
    } catch (error) {
      local.release();
      throw error;
    }
  }

  #moved(tip: string): void {
    this.#seen = { ...this.#seen, tip, isArchived: false, isAdopted: false };
    this.#touch();
  }

  deliver(message: Message): Promise<{ name: string; fresh: boolean }> {
    return this.#mail.deliver(message);
  }

  delete(names: readonly string[]): Promise<void> {
    this.#touch();
    return this.#mail.delete(names);
  }

  async names(): Promise<string[]> {
    return [...(await this.#look()).mail.keys()].sort();
  }

  async read(): Promise<MailRead> {
    return this.#mail.readSeen((await this.#look()).mail);
  }

  /** Begins with what came with the run when it was opened, at no cost; after something has happened, with a look. */
  watch(onMail: (read: MailRead) => void | Promise<void>, onError?: (error: unknown) => void): () => void {
    const seen = this.#openedWith;
    const first = seen === undefined ? undefined : () => this.#mail.readSeen(seen);
    return watchMail(this, this.#ports.mailPace, onMail, onError, first);
  }
}
