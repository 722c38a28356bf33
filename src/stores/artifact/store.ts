/**
 * Runs as artifacts of workflow runs, for repositories where nothing may write to git. Second class: artifacts know
 * no compare-and-set, so that one driver at a time is promised only as far as their list is current (A2).
 */
import { join } from 'node:path';
import { LeaseHeldError, LeaseLostError, RunExistsError, RunNotFoundError } from '../../errors.ts';
import { isEnded } from '../../journal/endings.ts';
import type { Owner } from '../../journal/events.ts';
import { checkRunId, isRunId } from '../../journal/ids.ts';
import { RUN_DIRS } from '../../journal/layout.ts';
import { loadRun } from '../../journal/open-run.ts';
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
import { archive, unarchive } from './archive.ts';
import { RunClaim } from './claim.ts';
import { artifactClient } from './client.ts';
import { ArtifactCopy } from './copy.ts';
import { findNewest, listGenerations } from './find.ts';
import { ArtifactMailbox } from './mailbox.ts';
import { checkArtifactRunId, claimName, mailName } from './names.ts';
import type { ArtifactOptions } from './options.ts';
import { Place } from './place.ts';
import { ArtifactRest, isOfStore } from './rest.ts';
import { ArtifactRun, type Seen } from './run.ts';
import { firstHead } from './run-head.ts';
import { RunIndex } from './run-index.ts';
import type { IndexRow } from './schema.ts';
import { Slots } from './slots.ts';

/** The lease of a run that nobody has driven. */
const NOBODY = { epoch: 0, released: true };
const RETRY = { attempts: 4, delayMs: 1000 };

export class ArtifactStore implements RunStore {
  readonly kind = 'artifact';
  readonly where: string;
  readonly #options: ArtifactOptions;
  readonly #place: Place;
  readonly #index: RunIndex;
  /** A run that was just made is claimed already. */
  readonly #claims = new Map<string, RunClaim>();

  constructor(options: ArtifactOptions) {
    this.#options = options;
    const { repository, apiUrl, token, runtime, job, workDir, machine, isAlive } = options;
    const retry = options.retry ?? RETRY;
    this.where = `artifacts of ${repository}`;
    this.#place = new Place({
      rest: new ArtifactRest({ token, repository, apiUrl, retry }),
      client: artifactClient(runtime, join(workDir, '.longhaul')),
      job,
      repository,
      signing: options.signing,
      retry,
      mailPace: options.mailPace ?? MAIL_PACE,
      warn: options.warn ?? (() => {}),
      now: options.now ?? Date.now,
      ...(machine !== undefined && { machine }),
      ...(isAlive !== undefined && { isAlive }),
    });
    this.#index = new RunIndex(this.#place);
  }

  importDir(runId: string): string {
    return join(this.#options.workspace, '.a5c', 'runs', checkRunId(runId));
  }

  /** Claimed first, so that of two starts one succeeds as far as the list of artifacts is current. */
  async create(run: NewRun): Promise<OpenRun> {
    const runId = checkArtifactRunId(run.runId);
    const { now, job } = this.#place.ports;
    this.#place.checkMayWrite();
    const claim = this.#claim(runId);
    try {
      await claim.take({ epoch: 1, owner: job.owner }, NOBODY, false);
    } catch (error) {
      throw error instanceof LeaseLostError ? new RunExistsError(runId, this.where) : error;
    }
    const listed = await listGenerations(this.#place, runId);
    if (await this.#hasTrusted(listed)) {
      await claim.withdraw();
      throw new RunExistsError(runId, this.where);
    }
    const copy = this.#copy(runId);
    copy.clear();
    const files = newRunFiles(run, now);
    createRunDirectory(copy.runDir, files, [...RUN_DIRS]);
    copy.saved(
      files.map(({ path, text }) => ({ path, content: Buffer.from(text), executable: false })),
      [],
    );
    copy.savedUntil = Date.now();
    const { state } = loadRun(copy.runDir);
    const head = firstHead(runId, state, now(), listed);
    await this.#index.put(head.row);
    const slots = new Slots(this.#place, runId, [], undefined);
    const label = { kind: 'run', runId: runId.toLowerCase() } as const;
    const id = await slots.put(this.#place.seal(label, head, archive(copy.lines.values())));
    copy.noteArtifact(id);
    return this.#run(runId, copy, { id, head, adopted: false }, slots);
  }

  /**
   * 7 requests: the lists of the run's four names, the workflow run that the newest generation comes from, and its
   * download.
   * @throws RunNotFoundError; LonghaulError RUN_EXPIRED, BAD_ARTIFACT, DIGEST_MISMATCH, ARTIFACT_GONE,
   *   FORBIDDEN, API_FAILED, and with a key UNSIGNED, UNKNOWN_KEY, FORGED
   */
  async open(runId: string): Promise<ArtifactRun> {
    checkArtifactRunId(runId);
    const listed = await listGenerations(this.#place, runId);
    const found = await findNewest(this.#place, runId, listed);
    if (found === undefined || found.head.row.summary.runId !== runId)
      throw new RunNotFoundError(runId, this.where);
    const { artifact, head, body, adopted } = found;
    if (adopted) this.#place.ports.warn(adoptedNote(runId, `artifact ${artifact.id}`));
    const copy = this.#copy(runId);
    await copy.reachArtifact(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
    const judged = [...new Set([...head.judged, ...listed.map(({ id }) => id)])];
    return this.#run(runId, copy, { id: artifact.id, adopted, head: { ...head, judged } });
  }

  /** An id whose artifacts have expired is still taken. */
  async exists(runId: string): Promise<boolean> {
    if (!isRunId(runId)) return false;
    return this.#hasTrusted(await listGenerations(this.#place, runId));
  }

  async #hasTrusted(listed: Awaited<ReturnType<typeof listGenerations>>): Promise<boolean> {
    for (const artifact of listed) if (await this.#place.isTrusted(artifact)) return true;
    return false;
  }

  /** What the index says: how each run was when its last job ended. */
  async list(filter: ListFilter = {}): Promise<RunSummary[]> {
    const { rows } = await this.#index.read();
    return filterRuns(
      rows.map(({ summary }) => summary),
      filter,
    );
  }

  /** For each open run of the index 2 requests: its mail, and whether somebody claims it. */
  async due({ now, workflow }: DueFilter): Promise<DueRun[]> {
    const due: (DueRun & { updatedAt: string })[] = [];
    for (const row of (await this.#index.read()).rows) {
      const { runId, state, wakeAt, updatedAt } = row.summary;
      if (isEnded(state)) continue;
      if (row.workflow !== undefined && workflow !== undefined && row.workflow !== workflow) continue;
      await this.#guarded(runId, async () => {
        const mail = await this.#place.trusted(await this.#place.ports.rest.named(mailName(runId)));
        const hasMail = mail.some(({ expired }) => !expired);
        // A driver that died has left its claim behind.
        const { epoch, released = true } = row;
        const { holder, isLeft } = await this.#claim(runId).standing({ epoch, released });
        const why = whyDue({ state, wakeAt, hasMail, isLeft }, now);
        if (why !== undefined && holder === undefined) due.push({ runId, why, updatedAt });
      });
    }
    return longestFirst(due);
  }

  /** One run that cannot be used keeps no sweep from the others; where nothing can be read, the sweep fails. */
  async #guarded(runId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isOfStore(error)) throw error;
      this.#place.ports.warn(`Run ${runId} was passed over: ${(error as Error).message}`);
    }
  }

  async on(issue: number): Promise<RunOnIssue[]> {
    const rows = (await this.#index.read()).rows.map(({ summary, ...row }) => ({
      ...row,
      runId: summary.runId,
      status: summary.state,
      updated: summary.updatedAt,
    }));
    return runsOn(rows, issue);
  }

  async send(runId: string, message: Message): Promise<{ name: string; fresh: boolean }> {
    return new ArtifactMailbox(this.#place, checkArtifactRunId(runId), []).deliver(message);
  }

  /** Deletes the artifacts of ended runs. Without `actions: write` they stay until they expire. */
  async prune(endedBefore: string): Promise<string[]> {
    const { rest, warn } = this.#place.ports;
    const pruned: string[] = [];
    const isOver = ({ summary: { state, updatedAt } }: IndexRow): boolean =>
      isEnded(state) && updatedAt < endedBefore;
    let mayDelete = true;
    for (const row of (await this.#index.read()).rows) {
      const { runId } = row.summary;
      if (!mayDelete || !isOver(row)) continue;
      await this.#guarded(runId, async () => {
        const listed = await listGenerations(this.#place, runId);
        const left = listed.filter(({ expired }) => !expired);
        // The row may be an old one: the run itself says whether it was reopened, and whether it is driven.
        const found = await findNewest(this.#place, runId, left);
        if (found !== undefined && !isOver(found.head.row)) return;
        if ((await holderOfNote(found?.head.lease, this.#place.ports)) !== undefined) return;
        if ((await this.#claim(runId).standing(NOBODY)).holder !== undefined) return;
        const lists = await Promise.all([mailName(runId), claimName(runId)].map((name) => rest.named(name)));
        for (const { id } of await this.#place.trusted([...lists.flat(), ...listed]))
          mayDelete &&= await rest.remove(id);
        if (!mayDelete)
          return warn('Ended runs stay until their artifacts expire: deleting them needs `actions: write`');
        await this.#index.put({ ...row, pruned: true });
        pruned.push(runId);
      });
    }
    return pruned;
  }

  /**
   * Uploads open runs again whose artifacts have lived a third of their time, so that half of it is not over before
   * the next sweep, and folds the index into one (A5). Returns the ids of the runs renewed. For a sweep.
   */
  async renew(owner: Owner): Promise<string[]> {
    const { now, warn } = this.#place.ports;
    const { rows, found, lasting } = await this.#index.read();
    const [any] = found;
    if (any === undefined) return [];
    const third = (Date.parse(any.expiresAt) - Date.parse(any.createdAt)) / 3;
    const renewed: string[] = [];
    for (const { summary, savedAt } of rows) {
      if (isEnded(summary.state) || Date.parse(savedAt) + third > now()) continue;
      try {
        const run = await this.open(summary.runId);
        await (await run.lease(owner)).renew();
        renewed.push(summary.runId);
      } catch (error) {
        // Who drives it now saves it, too.
        if (error instanceof LeaseHeldError || error instanceof LeaseLostError) continue;
        warn(`Run ${summary.runId} could not be renewed: ${(error as Error).message}`);
      }
    }
    const [row] = rows;
    const isDue = found.length > 1 || Date.parse(any.createdAt) + third <= now();
    if (row !== undefined && isDue) await this.#index.put(row, lasting, rows);
    return renewed;
  }

  #claim(runId: string): RunClaim {
    const known = this.#claims.get(runId) ?? new RunClaim(this.#place, runId);
    this.#claims.set(runId, known);
    return known;
  }

  #run(runId: string, copy: ArtifactCopy, seen: Seen, slots?: Slots): ArtifactRun {
    const parts = {
      place: this.#place,
      copy,
      claim: this.#claim(runId),
      index: this.#index,
      where: this.where,
      slots,
    };
    return new ArtifactRun(runId, parts, seen);
  }

  #copy(runId: string): ArtifactCopy {
    const { machine, now, warn } = this.#place.ports;
    return new ArtifactCopy(this.#options.workDir, runId, { machine, now, warn });
  }
}
