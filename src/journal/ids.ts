/** Names: ULIDs, run ids, step ids. */
import { randomFillSync } from 'node:crypto';
import { decodeTime, encodeTime, incrementBase32, ulid as makeUlid } from 'ulid';
import { UsageError } from '../errors.ts';

const TIME_LENGTH = 10;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** True for 26 upper-case Crockford characters that fit 128 bits. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** Milliseconds since 1970 that a ULID carries. */
export function ulidTime(ulid: string): number {
  return decodeTime(ulid);
}

// Random bytes are drawn a block at a time: a call for one byte costs as much as one for a thousand.
const pool = new Uint8Array(1024);
let drawn = pool.length;

/** In [0, 1): what the package asks for, one character at a time. */
function random(): number {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 1;
  return (pool[drawn - 1] ?? 0) / 256;
}

/** Gives ULIDs that rise from a given one on, also when this machine's clock is behind it. */
export class UlidClock {
  #last: string;
  readonly #now: () => number;

  /** `last`: the ULID that every new one must exceed; `now`: milliseconds since 1970. */
  constructor(last = '', now: () => number = Date.now) {
    this.#last = last;
    this.#now = now;
  }

  get last(): string {
    return this.#last;
  }

  /** From here on every ULID is greater than this one, too. */
  raise(ulid: string): void {
    if (ulid > this.#last) this.#last = ulid;
  }

  next(now: number = this.#now()): string {
    const time = Math.max(0, Math.floor(now));
    const later = encodeTime(time, TIME_LENGTH) > this.#last.slice(0, TIME_LENGTH);
    this.#last = later ? makeUlid(time, random) : incrementBase32(this.#last);
    return this.#last;
  }
}

const own = new UlidClock();

/** A ULID greater than every one that this process has drawn here before. */
export function ulid(now: number = Date.now()): string {
  return own.next(now);
}

/** `S000001` for 1. */
export function stepId(n: number): string {
  return `S${String(n).padStart(6, '0')}`;
}

/** The number in a step id; 0 when it is none of ours. */
export function stepNumber(id: string): number {
  return /^S\d{6,}$/.test(id) ? Number(id.slice(1)) : 0;
}

/**
 * Returns the run id, or throws a UsageError that names the rule it breaks. A valid one is safe as a path
 * segment, a part of a ref, an artifact name and comment text.
 */
export function checkRunId(runId: string): string {
  const rule = brokenRule(runId);
  if (rule === undefined) return runId;
  throw new UsageError(`Run id ${JSON.stringify(runId.slice(0, 100))} cannot be used: ${rule}`, {
    hint: 'Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.',
  });
}

export function isRunId(runId: string): boolean {
  return brokenRule(runId) === undefined;
}

function brokenRule(runId: string): string | undefined {
  if (runId === '') return 'it is empty';
  if (runId.length > 64) return 'it is longer than 64 characters';
  if (!/^[A-Za-z0-9]/.test(runId)) return 'it must begin with a letter or digit';
  if (!RUN_ID.test(runId)) return 'only letters, digits, ".", "_" and "-" may stand in it';
  if (runId.includes('..')) return '".." may not stand in it';
  if (runId.endsWith('.')) return 'it may not end in "."';
  if (runId.toLowerCase().endsWith('.lock')) return 'it may not end in ".lock"';
  return undefined;
}
