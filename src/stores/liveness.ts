/** Whether the driver that a lease names still works (L1). */
import type { Owner } from '../journal/events.ts';
import { type Liveness, livenessOf, type Machine } from './owner.ts';

/** The lease, as a save tells of it. */
export interface LeaseNote {
  epoch: number;
  /** Who holds it, or held it last. */
  owner: Owner;
  released: boolean;
  /** ISO time after which it may be taken although its owner cannot be asked for. */
  expiresAt?: string;
}

/**
 * Asks for the job of an owner: by workflow run, workflow attempt and job id. `unknown` when the API cannot say.
 * Owners on this machine are never asked about.
 */
export type IsAlive = (owner: Owner) => Promise<Liveness>;

export interface LivenessPorts {
  machine?: Machine;
  isAlive?: IsAlive;
  now: () => number;
}

/** ISO time until which a lease is not taken from an owner that cannot be asked about; undefined: never by time alone. */
export function expiryOf(owner: Owner, expiresAt: string | undefined): string | undefined {
  const times = [Date.parse(expiresAt ?? '')];
  if (owner.job !== undefined) times.push(Date.parse(owner.startedAt) + owner.job.limitMinutes * 60_000);
  const known = times.filter((time) => !Number.isNaN(time));
  // Never shorter than the owner's job may last.
  return known.length === 0 ? undefined : new Date(Math.max(...known)).toISOString();
}

/** Who holds the lease now; undefined: nobody, or somebody who is dead. */
export async function holderOfNote(
  note: LeaseNote | undefined,
  ports: LivenessPorts,
): Promise<Owner | undefined> {
  if (note === undefined || note.released) return undefined;
  const { owner } = note;
  let liveness = livenessOf(owner, ports.machine);
  if (liveness === 'unknown' && ports.isAlive !== undefined)
    liveness = await ports.isAlive(owner).catch(() => 'unknown' as const);
  if (liveness === 'dead') return undefined;
  if (liveness === 'alive') return owner;
  const expiry = expiryOf(owner, note.expiresAt);
  return expiry !== undefined && Date.parse(expiry) <= ports.now() ? undefined : owner;
}
