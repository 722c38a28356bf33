/** A lease on a run of the artifact store: taken by its first save, given back by its last (L2). */
import { LeaseHeldError, LeaseLostError, LonghaulError } from '../../errors.ts';
import { isEnded } from '../../journal/endings.ts';
import type { Owner, RunStatus } from '../../journal/events.ts';
import type { LoadedRun } from '../../journal/open-run.ts';
import { RunJournal } from '../../journal/writer.ts';
import { Changes } from '../changes.ts';
import type { Lease, SaveOptions } from '../contract.ts';
import type { DirectoryLease } from '../lease.ts';
import type { LeaseNote } from '../liveness.ts';
import { describeOwner } from '../owner.ts';
import { type Asked, SaveQueue } from '../save-queue.ts';
import { archive } from './archive.ts';
import type { RunClaim } from './claim.ts';
import type { ArtifactCopy } from './copy.ts';
import { compareHeads, type Generation, listGenerations, listNewest, loadTrusted } from './find.ts';
import type { ArtifactMailbox } from './mailbox.ts';
import type { Place } from './place.ts';
import { nextHead } from './run-head.ts';
import type { RunIndex } from './run-index.ts';
import type { RunHead } from './schema.ts';
import { Slots } from './slots.ts';

export interface LeaseParts {
  place: Place;
  copy: ArtifactCopy;
  /** Keeps other processes of this machine out of the working copy. */
  local: DirectoryLease;
  loaded: LoadedRun;
  note: LeaseNote;
  former: Owner | undefined;
  force: boolean;
  claim: RunClaim;
  mailbox: ArtifactMailbox;
  index: RunIndex;
  /** Of the start that made the run. */
  slots: Slots | undefined;
  /** What it builds on. */
  before: Pick<Generation, 'head' | 'adopted'> & { id: number };
  /** This was saved, by us. */
  moved: (id: number, head: RunHead) => void;
}

export class ArtifactLease implements Lease {
  readonly journal: RunJournal;
  readonly loaded: LoadedRun;
  readonly #parts: LeaseParts;
  readonly #changes: Changes;
  readonly #queue: SaveQueue;
  #slots: Slots | undefined;
  /** Artifacts that are below this lease's saves. */
  #judged: number[];
  #mailDone: number[];
  #generation: number;
  /** As which the index shows the run. */
  #shown: RunStatus;
  /** What this lease has told the index of the run. */
  #told: string | undefined;
  /** Generations of others that were compared with ours. */
  readonly #seen = new Set<number>();
  #isRenewal = false;
  #released = false;
  #lost: Error | undefined;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
    this.loaded = parts.loaded;
    const { head, id } = parts.before;
    const { issue, waitingOn, summary, generation } = head.row;
    this.#generation = generation;
    this.#shown = summary.state;
    this.#judged = [...new Set([...head.judged, id])];
    this.#mailDone = [...head.mailDone];
    const index = { ...(issue !== undefined && { issue }), waitingOn, lookAt: '' };
    this.#queue = new SaveQueue(index, (asked) => this.#round(asked));
    this.#changes = new Changes(parts.copy, parts.place.ports.warn);
    const { local } = parts;
    this.journal = new RunJournal(parts.copy.runDir, parts.loaded, {
      now: parts.place.ports.now,
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

  async save(options: SaveOptions = {}): Promise<void> {
    this.check();
    return this.#queue.save(options);
  }

  /** Uploads the run again although nothing has changed, and gives the lease back: its artifact lasts anew (A5). */
  async renew(): Promise<void> {
    this.#isRenewal = true;
    await this.save({ last: true });
  }

  /**
   * A look at the mail comes by: whoever took the run over, or sealed it over our head, ends this lease at once (M9).
   * 3 conditional requests; one download when somebody else has saved.
   */
  async look(): Promise<void> {
    const { claim, note } = this.#parts;
    if (this.#slots === undefined || this.#released || this.#lost !== undefined) return;
    try {
      await claim.rival({ epoch: note.epoch - 1, released: true });
      // A claim is withdrawn with the last save: a short visit shows by its generation alone.
      await this.#compare();
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      this.#lost ??= error;
    }
  }

  /** Who stands above us is the one whose history counts (A1). @throws LeaseLostError */
  async #compare(): Promise<void> {
    const { place, before, note } = this.#parts;
    const { runId } = before.head.row.summary;
    for (const artifact of await listNewest(place, runId)) {
      if (this.#judged.includes(artifact.id) || this.#seen.has(artifact.id)) continue;
      const other = await loadTrusted(place, runId, artifact);
      const ours = { row: { epoch: note.epoch, generation: this.#generation }, lease: note };
      if (other !== undefined && compareHeads(other, ours) > 0)
        throw new LeaseLostError(runId, describeOwner(other.lease?.owner));
      this.#seen.add(artifact.id);
    }
  }

  async #round({ last, mail }: Asked): Promise<void> {
    this.check();
    try {
      await this.#write(last, mail);
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      // Whoever saves first has the lease: until then another driver has not taken it over, it was quicker.
      const isTaken = this.#slots !== undefined;
      this.#lost = isTaken
        ? error
        : new LeaseHeldError(this.#parts.before.head.row.summary.runId, error.owner);
      throw this.#lost;
    }
    if (last) this.#end();
  }

  async #write(last: boolean, mail: string[]): Promise<void> {
    const { copy, mailbox } = this.#parts;
    const synced = this.journal.sync();
    synced.catch(() => {}); // looked at below, whatever happens in between
    const batch = this.#changes.take(last);
    const isTaken = this.#slots !== undefined;
    // Mail that cannot be deleted is known by the head alone.
    const hasChanges =
      batch.files.length > 0 || batch.removed.length > 0 || mail.length > 0 || this.#queue.isIndexNew;
    try {
      await synced;
      const isIdle = !hasChanges && !this.#isRenewal && (last ? !isTaken : isTaken);
      if (!isIdle) {
        const done = [...this.#mailDone, ...(await mailbox.idsOf(mail))];
        copy.saved(batch.files, batch.removed);
        await this.#upload(last, done);
        this.#mailDone = done;
        this.#queue.isIndexNew = false;
        this.#isRenewal = false;
      } else if (last) await this.#parts.claim.withdraw(); // that of the start
    } catch (error) {
      this.#changes.giveBack(batch);
      // What the copy takes for saved is not: the next save must not find that nothing changed.
      for (const { path } of batch.files) copy.blobs.delete(path);
      throw error;
    }
    if (mail.length > 0) await mailbox.delete(mail);
  }

  /**
   * 7 requests, whatever the length of the run: a look at the claims, the upload, and what makes its name free. The
   * first save of a job that did not start the run takes the lease instead of the look (9, and 4 for the upload). What
   * has to be told to the index comes to 4 more, giving the lease back with the last save to 2.
   */
  async #upload(last: boolean, mailDone: number[]): Promise<void> {
    const { place, copy, claim, index, moved, note } = this.#parts;
    if (this.#slots === undefined && this.#parts.slots !== undefined && claim.holds(note))
      this.#slots = this.#parts.slots;
    if (this.#slots === undefined) this.#slots = await this.#take();
    else if ((await claim.rival({ epoch: note.epoch - 1, released: true })) !== undefined)
      await this.#compare();
    const head = this.#head(last, mailDone);
    const label = { kind: 'run', runId: head.row.summary.runId.toLowerCase() } as const;
    const id = await this.#slots.put(place.seal(label, head, archive(copy.lines.values())));
    this.#generation = head.row.generation;
    this.#judged.push(id);
    copy.noteArtifact(id);
    moved(id, head);
    // A comment on what is announced has to find the run, and a sweep passes by what it takes for ended.
    const { state } = head.row.summary;
    const isReopened = isEnded(this.#shown) && !isEnded(state);
    if (!last && !this.#queue.isIndexNew && !isReopened) return;
    const says = JSON.stringify({ ...head.row, generation: 0, savedAt: '', released: false });
    // What this lease has said and still holds is not said again: whether its claim stands tells who drives.
    const isTold = says === this.#told || (await index.tell(head.row));
    if (isTold) [this.#shown, this.#told] = [state, says];
    // Of a run that the index does not show as it is a sweep knows by its claim alone.
    if (last && isTold) await claim.withdraw();
  }

  /** Claims the run, then looks whether it is still where it was when it was read. @throws LeaseLostError */
  async #take(): Promise<Slots> {
    const { place, claim, note, force, before, copy } = this.#parts;
    const { summary } = before.head.row;
    const { lease } = before.head;
    const known = { epoch: lease?.epoch ?? 0, released: lease?.released ?? true };
    const { epoch, owner, expiresAt } = note;
    await claim.take({ epoch, owner, ...(expiresAt !== undefined && { expiresAt }) }, known, force);
    const listed = await listGenerations(place, summary.runId);
    const judged = new Set(this.#judged);
    for (const artifact of listed) {
      if (judged.has(artifact.id)) continue;
      if (artifact.id > before.id && (await place.isTrusted(artifact))) {
        await claim.withdraw();
        throw new LeaseLostError(summary.runId, 'another driver, which has saved meanwhile');
      }
    }
    // Whatever else is listed was looked at when the run was opened.
    this.#judged = [
      ...new Set([...this.#judged.filter((id) => isListed(id)), ...listed.map(({ id }) => id)]),
    ];
    const mine = listed.filter(({ workflowRunId }) => workflowRunId === place.ports.job.workflowRunId);
    copy.noteArtifact(before.id);
    return new Slots(place, summary.runId, mine, mine.find(({ id }) => id === before.id)?.name);

    function isListed(id: number): boolean {
      return id === before.id || listed.some((artifact) => artifact.id === id);
    }
  }

  #head(last: boolean, mailDone: number[]): RunHead {
    const { note, before, place } = this.#parts;
    return nextHead(before, {
      state: this.journal.state,
      note: { ...note, released: last },
      generation: this.#generation + 1,
      index: this.#queue.index,
      judged: this.#judged,
      mailDone,
      now: place.ports.now(),
    });
  }

  /** Costs an upload only when the last save did not say that it was the last. */
  async release(): Promise<void> {
    if (this.#released) return;
    const { place, claim, before } = this.#parts;
    try {
      if (this.#slots !== undefined && this.#lost === undefined) await this.save({ last: true });
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      const why = error instanceof Error ? error.message : String(error);
      place.ports.warn(
        `The lease of run ${before.head.row.summary.runId} was not given back; it ends with this job (${why})`,
      );
    } finally {
      if (this.#slots === undefined || this.#lost !== undefined) await claim.withdraw();
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
