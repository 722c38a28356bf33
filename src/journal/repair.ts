/** Repairs a journal without inventing facts: what cannot be trusted is left out, and named. */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DamageError } from '../errors.ts';
import { syncDirectory } from './atomic.ts';
import { asKnown, type KnownEvent } from './decode.ts';
import type { JournalEvent } from './events.ts';
import type { Finding } from './findings.ts';
import { type EventName, eventFileName, paths } from './layout.ts';
import { listJournal, namesIn, readEvent, readOutcome, readRun, resolverOf } from './reader.ts';
import { verifyRun } from './verify.ts';

export interface DroppedEvent {
  /** Name of its file in the backup. */
  file: string;
  why: string;
}

export interface RepairReport {
  dryRun?: true;
  runDir: string;
  journal: {
    originalFiles: number;
    keptEvents: number;
    droppedCorrupt: number;
    droppedRequested: number;
    droppedResolved: number;
  };
  /** Everything left out of the new journal, also what the counts above do not cover. */
  dropped: DroppedEvent[];
  /** Files that are no events, now in orphaned/, or to be moved there. */
  moved: string[];
  /** Relative to the run directory; null when nothing had to be changed. */
  backupDir: string | null;
  repaired: boolean;
  /** What is still wrong, warnings left aside. */
  left: Finding[];
}

export interface RepairOptions {
  dryRun?: boolean;
  /** Milliseconds since 1970; names the backup. */
  now?: number;
}

/**
 * Puts a journal in order: seqs are renumbered (a seq stands only in the file's name, so checksums stay
 * valid), damaged events are left out together with everything that refers to them or was asked after them,
 * second requests, second settlements and events after the end are left out. The journal as it was stays in
 * `journal.bak.<ms>/`; nothing is deleted. The caller holds the run's lease. Throws DamageError when run.json
 * is unreadable.
 */
export function repairJournal(runDir: string, options: RepairOptions = {}): RepairReport {
  readRun(runDir);
  const stamp = options.now ?? Date.now();
  if (options.dryRun !== true) finishInterrupted(runDir);
  const { events: names, others } = listJournal(runDir);
  const plan = new Plan(runDir, names);
  const kept = plan.run();
  const renumbered = kept.some(({ name }, i) => name.seq !== i + 1);
  const changed = renumbered || plan.dropped.length > 0 || others.length > 0;
  const report: RepairReport = {
    ...(options.dryRun === true && { dryRun: true as const }),
    runDir,
    journal: { originalFiles: names.length, keptEvents: kept.length, ...plan.counts },
    dropped: plan.dropped,
    moved: [],
    backupDir: changed ? `journal.bak.${stamp}` : null,
    repaired: false,
    left: [],
  };
  if (options.dryRun === true) {
    report.moved = [...strays(others), ...tempFiles(runDir, changed)];
    // What a repair would leave is known beforehand only where it changes nothing.
    if (!changed) report.left = wrongIn(runDir);
    return report;
  }
  if (changed) {
    swapJournal(runDir, kept, stamp);
    report.moved = setAside(runDir, others, stamp);
    report.repaired = true;
  }
  report.moved.push(...moveTemps(runDir, stamp, changed));
  report.left = wrongIn(runDir);
  return report;
}

const wrongIn = (runDir: string): Finding[] =>
  verifyRun(runDir).filter((finding) => finding.warning !== true);

interface Kept {
  name: EventName;
  event: JournalEvent;
}

/** Decides, event by event, what the new journal holds. */
class Plan {
  readonly dropped: DroppedEvent[] = [];
  readonly counts = { droppedCorrupt: 0, droppedRequested: 0, droppedResolved: 0 };
  readonly #runDir: string;
  readonly #names: readonly EventName[];
  readonly #kept: Kept[] = [];
  readonly #requested = new Map<string, 'open' | 'settled'>();
  readonly #invocations = new Set<string>();
  readonly #gone = new Set<string>();
  /** Settlements so far, lost ones included: the numbers that `after` counts by. */
  #settlements = 0;
  /** Number of the first settlement that is lost: what was asked after it cannot be replayed. */
  #firstLost = Number.POSITIVE_INFINITY;
  #ended = false;

  constructor(runDir: string, names: readonly EventName[]) {
    this.#runDir = runDir;
    this.#names = names;
  }

  run(): Kept[] {
    let expected = 1;
    for (const name of this.#names) {
      if (name.seq > expected) this.#lostUnknown();
      expected = name.seq + 1;
      let event: JournalEvent;
      try {
        event = readEvent(this.#runDir, name);
      } catch (error) {
        if (!(error instanceof DamageError)) throw error;
        this.counts.droppedCorrupt++;
        this.#drop(name, error.message);
        this.#lostUnknown();
        continue;
      }
      const why = this.#refuse(event);
      if (why === undefined) this.#kept.push({ name, event });
      else this.#drop(name, why);
    }
    return this.#kept;
  }

  #drop(name: EventName, why: string): void {
    this.dropped.push({ file: name.name, why });
  }

  /** An event that nobody can read: a settlement perhaps, if there was anything to settle. */
  #lostUnknown(): void {
    if ([...this.#requested.values()].includes('open')) this.#lostSettlement();
  }

  #lostSettlement(): void {
    this.#settlements++;
    this.#firstLost = Math.min(this.#firstLost, this.#settlements);
  }

  /** Why an event may not stay; undefined when it may. */
  #refuse(event: JournalEvent): string | undefined {
    const known = asKnown(event);
    if (this.#ended && known !== undefined && known.type !== 'RUN_RETRIED') {
      if (known.type === 'EFFECT_RESOLVED') this.counts.droppedResolved++;
      return `${known.type} after the end of the run`;
    }
    switch (known?.type) {
      case 'RUN_CREATED':
        return this.#kept.length > 0 ? 'a second RUN_CREATED' : undefined;
      case 'EFFECT_REQUESTED':
        return this.#refuseRequest(known.data);
      case 'EFFECT_STARTED':
        return this.#requested.has(known.data.effectId) ? undefined : 'its effect is not in the journal';
      case 'EFFECT_RESOLVED':
      case 'EFFECT_CANCELLED':
        return this.#refuseSettlement(known);
      case 'RUN_RETRIED':
        this.#ended = false;
        for (const effectId of known.data.effects) {
          if (this.#requested.has(effectId)) this.#requested.set(effectId, 'open');
        }
        return undefined;
      case 'RUN_COMPLETED':
      case 'RUN_FAILED':
      case 'RUN_HALTED':
        this.#ended = true;
        return undefined;
      default:
        return this.#gone.has(String(event.data.effectId)) ? 'its effect was left out' : undefined;
    }
  }

  #refuseRequest(data: { effectId: string; invocationKey: string; after?: number }): string | undefined {
    const why = this.#requested.has(data.effectId)
      ? 'its effect is requested already'
      : this.#invocations.has(data.invocationKey)
        ? 'its step is requested already'
        : (data.after ?? this.#settlements) >= this.#firstLost
          ? 'it was asked after a settlement that is lost'
          : undefined;
    if (why === undefined) {
      this.#requested.set(data.effectId, 'open');
      this.#invocations.add(data.invocationKey);
      return undefined;
    }
    this.counts.droppedRequested++;
    if (!this.#requested.has(data.effectId)) this.#gone.add(data.effectId);
    return why;
  }

  #refuseSettlement(
    event: KnownEvent & { type: 'EFFECT_RESOLVED' | 'EFFECT_CANCELLED' },
  ): string | undefined {
    const { effectId } = event.data;
    const why = this.#settlementProblem(event);
    if (why === undefined) {
      this.#settlements++;
      this.#requested.set(effectId, 'settled');
      return undefined;
    }
    if (event.type === 'EFFECT_RESOLVED') this.counts.droppedResolved++;
    // One that is there twice was counted once.
    if (this.#requested.get(effectId) !== 'settled') this.#lostSettlement();
    return why;
  }

  #settlementProblem(
    event: KnownEvent & { type: 'EFFECT_RESOLVED' | 'EFFECT_CANCELLED' },
  ): string | undefined {
    const status = this.#requested.get(event.data.effectId);
    if (status === undefined) return 'its effect is not in the journal';
    if (status === 'settled') return 'its effect is settled already';
    if (event.type === 'EFFECT_CANCELLED') return undefined;
    try {
      readOutcome(resolverOf(this.#runDir), event.data, 'the journal');
      return undefined;
    } catch (error) {
      if (error instanceof DamageError) return error.message;
      throw error;
    }
  }
}

/** The new journal beside the old one, then both renamed; a kill in between is finished by the next repair. */
function swapJournal(runDir: string, kept: readonly Kept[], stamp: number): void {
  const fresh = join(runDir, `journal.repaired.${stamp}`);
  mkdirSync(fresh);
  kept.forEach(({ name }, i) => {
    const source = paths.event(runDir, name.name);
    const target = join(fresh, eventFileName(i + 1, name.ulid));
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  });
  syncDirectory(fresh);
  renameSync(paths.journal(runDir), join(runDir, `journal.bak.${stamp}`));
  renameSync(fresh, paths.journal(runDir));
  syncDirectory(runDir);
}

function finishInterrupted(runDir: string): void {
  if (existsSync(paths.journal(runDir))) return;
  const fresh = readdirSync(runDir).find((name) => /^journal\.repaired\.\d+$/.test(name));
  if (fresh !== undefined) renameSync(join(runDir, fresh), paths.journal(runDir));
}

function setAside(runDir: string, others: readonly string[], stamp: number): string[] {
  const from = join(runDir, `journal.bak.${stamp}`);
  const to = join(paths.orphaned(runDir), `journal.${stamp}`);
  if (others.length > 0) mkdirSync(to, { recursive: true });
  for (const name of others) cpSync(join(from, name), join(to, name), { recursive: true });
  return strays(others);
}

const strays = (others: readonly string[]): string[] => others.map((name) => `journal/${name}`);

/** Left-over temp files, and the segments of the journal as it was. */
function tempFiles(runDir: string, changed: boolean): string[] {
  return ['state', 'lease', 'mailbox', 'state/segments'].flatMap((place) =>
    namesIn(join(runDir, place))
      .filter((name) => name.startsWith('tmp-') || (changed && place === 'state/segments'))
      .map((name) => `${place}/${name}`),
  );
}

function moveTemps(runDir: string, stamp: number, changed: boolean): string[] {
  const files = tempFiles(runDir, changed);
  for (const file of files) {
    const to = join(paths.orphaned(runDir), `${dirname(file).replace('/', '.')}.${stamp}`);
    mkdirSync(to, { recursive: true });
    renameSync(join(runDir, file), join(to, basename(file)));
  }
  return files;
}
