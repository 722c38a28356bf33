/** One run on the artifact store. */
import { LeaseHeldError, RunNotFoundError } from '../../errors.ts';
import type { JournalEvent, Owner } from '../../journal/events.ts';
import { checkSound, eventsOf, type LoadedRun, type LoadOptions, loadRun } from '../../journal/open-run.ts';
import { readRun } from '../../journal/reader.ts';
import type { RunMetadata } from '../../journal/task-files.ts';
import type { AcquireOptions, LastSave, Lease, Mailbox, MailRead, Message, OpenRun } from '../contract.ts';
import { DirectoryLease, holderOf } from '../lease.ts';
import { expiryOf, holderOfNote } from '../liveness.ts';
import { describeOwner } from '../owner.ts';
import { watchMail } from '../watch.ts';
import { unarchive } from './archive.ts';
import type { RunClaim } from './claim.ts';
import type { ArtifactCopy } from './copy.ts';
import { findNewest, type Generation, listGenerations } from './find.ts';
import { ArtifactLease } from './lease.ts';
import { ArtifactMailbox } from './mailbox.ts';
import type { Place } from './place.ts';
import type { RunIndex } from './run-index.ts';
import type { Slots } from './slots.ts';

export interface RunParts {
  place: Place;
  copy: ArtifactCopy;
  claim: RunClaim;
  index: RunIndex;
  where: string;
  /** Those of the start, for as long as its claim stands. */
  slots: Slots | undefined;
}

/** The newest generation as it was seen, or written, last. */
export type Seen = Pick<Generation, 'head' | 'adopted'> & { id: number };

export class ArtifactRun implements OpenRun, Mailbox {
  readonly runId: string;
  readonly runDir: string;
  readonly #parts: RunParts;
  readonly #mail: ArtifactMailbox;
  #seen: Seen;
  /** Something happened since the last look: the lease may be somebody else's. */
  #isStale = false;
  #lease: ArtifactLease | undefined;

  constructor(runId: string, parts: RunParts, seen: Seen) {
    this.runId = runId;
    this.runDir = parts.copy.runDir;
    this.#parts = parts;
    this.#seen = seen;
    this.#mail = new ArtifactMailbox(parts.place, runId, seen.head.mailDone);
  }

  get mailbox(): Mailbox {
    return this;
  }

  get lastSave(): LastSave {
    const { id, head } = this.#seen;
    return { id: String(id), ...(head.lease !== undefined && { driver: head.lease.owner }) };
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

  /** Looks again, and brings the working copy to what is there. Throws RunNotFoundError when the run is gone. */
  async refresh(): Promise<void> {
    const { place, copy, where } = this.#parts;
    const listed = await listGenerations(place, this.runId);
    const [newest] = listed;
    if (newest?.id !== this.#seen.id || copy.stands === undefined) {
      const generation = await findNewest(place, this.runId, listed);
      if (generation === undefined) throw new RunNotFoundError(this.runId, where);
      const { artifact, head, body, adopted } = generation;
      if (artifact.id !== this.#seen.id || copy.stands === undefined)
        await copy.reachArtifact(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
      // What lost is known from now on.
      const judged = [...head.judged, ...listed.map(({ id }) => id)];
      this.#seen = { id: artifact.id, adopted, head: { ...head, judged } };
    }
    this.#isStale = false;
  }

  async owner(): Promise<Owner | undefined> {
    const { machine, now } = this.#parts.place.ports;
    const local = holderOf(this.runDir, machine, now());
    if (local !== undefined) return local.owner;
    await this.refresh();
    return holderOfNote(this.#seen.head.lease, this.#parts.place.ports);
  }

  /** Costs no request when nothing happened since the run was opened: the first save takes the lease. */
  async acquire(owner: Owner, options: AcquireOptions = {}): Promise<Lease> {
    return this.lease(owner, options);
  }

  async lease(owner: Owner, options: AcquireOptions = {}): Promise<ArtifactLease> {
    const { force = false, expiresAt, segments = 'check', damaged = false } = options;
    const { place, copy, claim, index, slots } = this.#parts;
    place.checkMayWrite();
    if (this.#isStale || force || copy.stands === undefined) await this.refresh();
    const { ports } = place;
    const before = this.#seen.head.lease;
    if (!force && before?.owner.token !== owner.token) {
      const holder = await holderOfNote(before, ports);
      if (holder !== undefined) throw new LeaseHeldError(this.runId, describeOwner(holder));
    }
    const { machine, now } = ports;
    const take = { force, now, ...(machine !== undefined && { machine }) };
    const local = DirectoryLease.take(this.runDir, this.runId, owner, take);
    try {
      const loaded = loadRun(this.runDir, { segments, damaged });
      if (!damaged) checkSound(this.runDir, loaded.state);
      const expiry = expiryOf(owner, expiresAt);
      this.#isStale = true;
      this.#lease = new ArtifactLease({
        place,
        copy,
        local,
        loaded,
        note: {
          epoch: Math.max(this.#seen.head.row.epoch + 1, local.epoch),
          owner,
          released: false,
          ...(expiry !== undefined && { expiresAt: expiry }),
        },
        former: before === undefined || before.released ? undefined : before.owner,
        force,
        claim,
        mailbox: this.#mail,
        index,
        slots,
        before: this.#seen,
        moved: (id, head) => {
          this.#seen = { id, head, adopted: false };
          this.#isStale = true;
        },
      });
      return this.#lease;
    } catch (error) {
      local.release();
      throw error;
    }
  }

  deliver(message: Message): Promise<{ name: string; fresh: boolean }> {
    this.#isStale = true;
    return this.#mail.deliver(message);
  }

  delete(names: readonly string[]): Promise<void> {
    return this.#mail.delete(names);
  }

  names(): Promise<string[]> {
    return this.#mail.names();
  }

  async read(): Promise<MailRead> {
    await this.#lease?.look();
    return this.#mail.read();
  }

  watch(onMail: (read: MailRead) => void | Promise<void>, onError?: (error: unknown) => void): () => void {
    return watchMail(this, this.#parts.place.ports.mailPace, onMail, onError, () => this.read());
  }
}
