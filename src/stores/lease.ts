/**
 * The lease of a run directory (protocol L5). Files in lease/:
 *   epoch-<n>.json      who holds, or held, the lease with epoch n; linked into place whole, never changed
 *   epoch-<n>.released  its owner let it go
 *   epoch-<n>.names     reservations: `<seq> <ULID>` of every event that epoch n was about to create, in order.
 *                       One file for all its batches: a file each would cost as much as the event itself.
 *   epoch-<n>.log       what it made durable (journal/sync-log.ts); no part of this protocol
 *
 * Why at most one driver's events enter the journal, however long a driver sleeps between two instructions:
 *  1. Whoever takes the lease creates epoch-<n+1>.json exclusively, n being the highest there is. Of several
 *     at once one succeeds. The highest epoch file is never deleted, so epochs never repeat; lower ones are
 *     deleted from the lowest up, so for an old owner always either its own file is gone or the next is there
 *     (which it looks for first). One who creates an epoch file late, after that epoch was come and gone, finds
 *     a higher one when it lists again, and steps back.
 *  2. An owner appends the names of a batch to its reservations in one write, then looks for a higher epoch,
 *     then creates the events in order, each exclusively, stopping for good at the first that fails.
 *  3. A new owner takes its epoch, then reads the reservations of lower ones, then lists the journal. A former
 *     owner whose look at the epochs came after that take stops. One whose look came before had its reservation
 *     in place by then, so the new owner sees it.
 *  4. The name that a former owner would create next is the reserved one of the first seq that the journal
 *     lacks. The new owner's first event takes exactly that name. Who creates it first wins: the former owner
 *     fails there and creates nothing more (2), or the new one fails, having written nothing else, and says
 *     so; the next opening sees the event.
 *  5. That first event is a batch of its own. So a later seq is reserved by the new owner only once it has won,
 *     and of two reservations of one seq the higher epoch's is the one that may still be used.
 *  6. Reservations of lower epochs are deleted by the new owner once its first batch stands, when (4) is
 *     decided. What a former owner writes into them later nobody needs: its look at the epochs stops it.
 *  7. Who released its lease creates nothing more: its reservations are deleted unread.
 */
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LeaseHeldError, LeaseLostError } from '../errors.ts';
import { createWhole, isExisting, removeTemps, unlinkIfThere } from '../journal/atomic.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import type { Owner } from '../journal/events.ts';
import type { AppendGuard } from '../journal/guard.ts';
import { isUlid } from '../journal/ids.ts';
import { type EventName, paths } from '../journal/layout.ts';
import { namesIn, readIfThere } from '../journal/reader.ts';
import { restoreFiles } from '../journal/restore.ts';
import { SyncLog } from '../journal/sync-log.ts';
import { describeOwner, livenessOf, type Machine, thisMachine } from './owner.ts';

export interface LeaseRecord {
  epoch: number;
  owner: Owner;
  /** ISO time after which others, elsewhere, may take it. */
  expiresAt?: string;
}

interface Reservations {
  file: string;
  epoch: number;
  /** ULID by seq. */
  names: Map<number, string>;
}

const EPOCH_FILE = /^epoch-(\d+)\.(json|released|names)$/;

/** What stands in lease/ at one moment. */
interface LeaseListing {
  epoch: number;
  released: boolean;
  /** Of lower epochs, nothing that anybody needs. */
  lower: { epoch: number; file: string }[];
  reservations: { epoch: number; file: string }[];
}

function listLease(runDir: string): LeaseListing {
  const entries = namesIn(paths.lease(runDir)).flatMap((file) => {
    const match = EPOCH_FILE.exec(file);
    return match === null ? [] : [{ epoch: Number(match[1]), file, kind: match[2] }];
  });
  entries.sort((a, b) => a.epoch - b.epoch);
  const owners = entries.filter((entry) => entry.kind === 'json');
  const epoch = owners.at(-1)?.epoch ?? 0;
  const released = new Set(entries.filter((entry) => entry.kind === 'released').map((entry) => entry.epoch));
  const isDecided = (entry: { epoch: number; kind: string | undefined }): boolean =>
    entry.kind !== 'names' || released.has(entry.epoch);
  return {
    epoch,
    released: released.has(epoch),
    lower: entries.filter((entry) => entry.epoch < epoch && isDecided(entry)),
    reservations: entries.filter((entry) => !isDecided(entry)),
  };
}

function epochFile(runDir: string, epoch: number): string {
  return join(paths.lease(runDir), `epoch-${epoch}.json`);
}

/** undefined for a file that is gone, empty or torn: only a power failure tears one, and no owner survives that. */
function readRecord(runDir: string, epoch: number): LeaseRecord | undefined {
  const record = parseJson(readIfThere(epochFile(runDir, epoch)) ?? '');
  if (!isObject(record) || !isObject(record.owner) || typeof record.owner.token !== 'string')
    return undefined;
  return record as unknown as LeaseRecord;
}

/** Whether somebody holds the lease. `now` in milliseconds. */
export function holderOf(
  runDir: string,
  machine: Machine = thisMachine,
  now = Date.now(),
): LeaseRecord | undefined {
  const { epoch, released } = listLease(runDir);
  if (epoch === 0 || released) return undefined;
  const record = readRecord(runDir, epoch);
  return record !== undefined && isHeld(record, machine, now) ? record : undefined;
}

/** The last owner did not give the lease back. */
export function isLeft(runDir: string): boolean {
  const { epoch, released } = listLease(runDir);
  return epoch > 0 && !released;
}

function isHeld(record: LeaseRecord, machine: Machine, now: number): boolean {
  const liveness = livenessOf(record.owner, machine);
  if (liveness !== 'unknown') return liveness === 'alive';
  // From elsewhere: held until the time that it set itself.
  return record.expiresAt === undefined || Date.parse(record.expiresAt) > now;
}

export interface TakeOptions {
  force?: boolean;
  expiresAt?: string;
  machine?: Machine;
  now?: () => number;
  /** Called between the steps of the protocol, for tests that stop or pause there. */
  trace?: (where: string) => void;
}

/** A held lease, and the guard of the journal that it stands for. */
export class DirectoryLease implements AppendGuard {
  readonly epoch: number;
  readonly owner: Owner;
  /** The owner before, when it had not released the lease. */
  readonly former: Owner | undefined;
  readonly #runDir: string;
  readonly #runId: string;
  readonly #trace: (where: string) => void;
  readonly #bootId: string;
  readonly #ownFile: string;
  readonly #nextFile: string;
  /** Reservations of former owners, in ascending order of epoch. */
  #foreign: Reservations[];
  /** Descriptor of our own, once there are any. */
  #own: number | undefined;

  private constructor(
    runDir: string,
    runId: string,
    record: LeaseRecord,
    former: Owner | undefined,
    options: { trace: (where: string) => void; bootId: string },
  ) {
    this.#runDir = runDir;
    this.#runId = runId;
    this.epoch = record.epoch;
    this.owner = record.owner;
    this.former = former;
    this.#trace = options.trace;
    this.#bootId = options.bootId;
    this.#ownFile = epochFile(runDir, this.epoch);
    this.#nextFile = epochFile(runDir, this.epoch + 1);
    this.#foreign = this.#readReservations();
  }

  /** Throws LeaseHeldError naming who holds it. */
  static take(runDir: string, runId: string, owner: Owner, options: TakeOptions = {}): DirectoryLease {
    const machine = options.machine ?? thisMachine;
    const trace = options.trace ?? (() => {});
    const directory = paths.lease(runDir);
    mkdirSync(directory, { recursive: true });
    for (;;) {
      const listing = listLease(runDir);
      const before = listing.epoch === 0 || listing.released ? undefined : readRecord(runDir, listing.epoch);
      if (
        before !== undefined &&
        options.force !== true &&
        isHeld(before, machine, (options.now ?? Date.now)())
      ) {
        throw new LeaseHeldError(runId, describeOwner(before.owner));
      }
      const record: LeaseRecord = { epoch: listing.epoch + 1, owner };
      if (options.expiresAt !== undefined) record.expiresAt = options.expiresAt;
      trace('take');
      try {
        closeSync(createWhole(epochFile(runDir, record.epoch), `${JSON.stringify(record)}\n`, directory));
      } catch (error) {
        // Somebody was quicker: look at who it is.
        if (isExisting(error)) continue;
        throw error;
      }
      trace('taken');
      // Between the listing and the creation others may have come and gone, this very epoch with them.
      if (listLease(runDir).epoch !== record.epoch) {
        unlinkIfThere(epochFile(runDir, record.epoch));
        continue;
      }
      const bootId = machine.bootId();
      const lease = new DirectoryLease(runDir, runId, record, before?.owner, { trace, bootId });
      try {
        restoreFiles(runDir, bootId, (options.now ?? Date.now)());
        // Killed, perhaps before it had tidied up.
        if (before !== undefined) removeTemps(paths.state(runDir));
      } catch (error) {
        lease.release();
        throw error;
      }
      for (const { file } of listLease(runDir).lower) unlinkIfThere(join(directory, file));
      return lease;
    }
  }

  #readReservations(): Reservations[] {
    const lower = listLease(this.#runDir).reservations.filter((entry) => entry.epoch < this.epoch);
    return lower.map(({ epoch, file }) => {
      const names = new Map<number, string>();
      // Gone by now: whoever deleted it had decided all that it says.
      for (const line of (readIfThere(join(paths.lease(this.#runDir), file)) ?? '').split('\n')) {
        const [seq, ulid = ''] = line.split(' ');
        if (isUlid(ulid)) names.set(Number(seq), ulid);
      }
      return { file, epoch, names };
    });
  }

  /** For the journal under this lease; undefined where a restart of the machine could not be told afterwards. */
  log(): SyncLog | undefined {
    if (this.#bootId === '') return undefined;
    return new SyncLog(join(paths.lease(this.#runDir), `epoch-${this.epoch}.log`), this.#bootId);
  }

  adopted(seq: number): string | undefined {
    return this.#foreign.findLast((reservations) => reservations.names.has(seq))?.names.get(seq);
  }

  reserve(names: readonly EventName[]): void {
    if (names.length > 0) {
      this.#own ??= openSync(join(paths.lease(this.#runDir), `epoch-${this.epoch}.names`), 'ax');
      this.#trace('reserve');
      writeSync(this.#own, names.map(({ seq, ulid }) => `${seq} ${ulid}\n`).join(''));
      this.#trace('reserved');
    }
    this.check();
    this.#trace('checked');
  }

  done(): void {
    // A batch of files alone decides nothing about the names of events.
    if (this.#own !== undefined && this.#foreign.length > 0) this.forgetReservations();
  }

  /** Deletes the reservations of former owners; only when nothing can come of them any more. */
  forgetReservations(): void {
    for (const { file } of this.#foreign) unlinkIfThere(join(paths.lease(this.#runDir), file));
    this.#foreign = [];
  }

  /** Two looks, in this order: see (1) above. */
  check(): void {
    if (existsSync(this.#nextFile) || !existsSync(this.#ownFile)) throw this.lost();
  }

  lost(): LeaseLostError {
    const { epoch } = listLease(this.#runDir);
    const by = epoch > this.epoch ? readRecord(this.#runDir, epoch)?.owner : this.former;
    return new LeaseLostError(this.#runId, describeOwner(by));
  }

  /** Lets the lease go, if it is still this one's. */
  release(): void {
    if (this.#own !== undefined) closeSync(this.#own);
    this.#own = undefined;
    if (!existsSync(this.#ownFile)) return;
    try {
      closeSync(openSync(join(paths.lease(this.#runDir), `epoch-${this.epoch}.released`), 'wx'));
    } catch (error) {
      if (!isExisting(error)) throw error;
    }
  }
}
