/**
 * The index of all runs, for sweeps (A5): each workflow run says under one fixed name which runs it touched and how
 * they were. A sweep folds what it has read into one. Rows are hints: whoever acts on one opens the run.
 */
import { LonghaulError } from '../../errors.ts';
import { fallbacks, INDEX_NAME, isFallback } from './names.ts';
import type { Place } from './place.ts';
import { isOfStore, type Listed } from './rest.ts';
import { type IndexHead, type IndexRow, readIndexHead } from './schema.ts';

const LABEL = { kind: 'index', runId: '' } as const;
/** Names of one workflow run. */
const MOST = 300;

export class RunIndex {
  readonly #place: Place;
  readonly #rows = new Map<string, IndexRow>();
  /** What was read, by artifact id; undefined: not to be used. */
  readonly #read = new Map<number, IndexHead | undefined>();
  #names: Iterator<string> | undefined;
  /** To be tried next: one whose upload was refused is free. */
  #name: string | undefined;
  #mine: string | undefined;
  /** The exact name is seen in this workflow run: readers find the others by it. */
  #isSeen = false;
  #putting: Promise<void> = Promise.resolve();

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * Adds what this job knows of a run: 4 requests, 2 more when it had said something before, 1 more when another job of
   * this workflow run had. @throws LonghaulError INDEX_FULL, INDEX_STUCK, UPLOAD_REFUSED, UPLOAD_FAILED
   */
  put(row: IndexRow, judged: readonly number[] = [], rows: readonly IndexRow[] = []): Promise<void> {
    const put = this.#putting.then(() => this.#put([...rows, row], judged));
    this.#putting = put.catch(() => {});
    return put;
  }

  /** The same where nothing may fail any more: whether it was told. */
  async tell(row: IndexRow): Promise<boolean> {
    try {
      await this.put(row);
      return true;
    } catch (error) {
      this.#place.ports.warn(
        `The index of runs could not be written, so that a sweep may look in vain: ${(error as Error).message}`,
      );
      return false;
    }
  }

  async #put(rows: readonly IndexRow[], judged: readonly number[]): Promise<void> {
    for (const row of rows) {
      const known = this.#rows.get(row.summary.runId);
      if (known === undefined || !isAbove(known, row)) this.#rows.set(row.summary.runId, row);
    }
    const head: IndexHead = { rows: [...this.#rows.values()], judged: [...judged] };
    const parcel = this.#place.seal(LABEL, head, Buffer.alloc(0));
    this.#names ??= fallbacks(INDEX_NAME, this.#place.ports.job.jobId);
    for (let tried = 0; tried < MOST; tried++) {
      this.#name ??= this.#names.next().value as string;
      const name = this.#name;
      const put = await this.#place.put(name, parcel);
      this.#name = undefined;
      if (put.kind === 'taken') continue;
      const before = this.#mine;
      if (before !== undefined && before !== INDEX_NAME) await this.#place.ports.client.remove(before);
      this.#mine = name;
      this.#isSeen ||= name === INDEX_NAME;
      return this.#checkSeen();
    }
    throw new LonghaulError(
      'INDEX_FULL',
      `This workflow run has ${MOST} artifacts named ${INDEX_NAME}-…`,
      {},
    );
  }

  /** An upload of another job may be under way, or have broken off: then nobody finds what we have said. */
  async #checkSeen(): Promise<void> {
    for (let look = 1; !this.#isSeen && look <= this.#place.ports.retry.attempts; look++) {
      if (look > 1) await this.#place.pause(look);
      this.#isSeen = (await this.#place.mine(INDEX_NAME)) !== undefined;
    }
    if (this.#isSeen) return;
    throw new LonghaulError(
      'INDEX_STUCK',
      `The upload of ${INDEX_NAME} broke off in this workflow run, so that no sweep would find its runs`,
      {
        path: INDEX_NAME,
        hint: 'Start the workflow anew, or re-run it: a new attempt has names of its own.',
      },
    );
  }

  /** Every run that is known, and the artifacts that say so. */
  async read(): Promise<{ rows: IndexRow[]; found: Listed[]; lasting: number[] }> {
    const found = await this.#find();
    const rows = new Map<string, IndexRow>();
    for (const { id } of found) {
      for (const row of this.#read.get(id)?.rows ?? []) {
        const known = rows.get(row.summary.runId);
        if (known === undefined || isAbove(row, known)) rows.set(row.summary.runId, row);
      }
    }
    // What a workflow run that goes on has written may be followed by more under further names.
    const lasting = found
      .filter(({ workflowRunId }) => this.#place.isOver(workflowRunId))
      .map(({ id }) => id);
    const judged = found.flatMap(({ id }) => this.#read.get(id)?.judged ?? []);
    return {
      rows: [...rows.values()].filter(({ pruned }) => pruned !== true),
      found,
      lasting: [...new Set([...lasting, ...judged])],
    };
  }

  /** 1 request; for each workflow run that is not folded in yet 2 more, and 2 for each of its artifacts. */
  async #find(): Promise<Listed[]> {
    const found: Listed[] = [];
    const judged = new Set<number>();
    const looked = new Set<number>();
    for (const exact of await this.#place.ports.rest.named(INDEX_NAME)) {
      if (judged.has(exact.id) || exact.expired || looked.has(exact.workflowRunId)) continue;
      if (!(await this.#place.isTrusted(exact))) continue;
      looked.add(exact.workflowRunId);
      for (const artifact of await this.#place.ports.rest.ofWorkflowRun(exact.workflowRunId)) {
        if (!isFallback(artifact.name, INDEX_NAME) || artifact.expired || judged.has(artifact.id)) continue;
        const head = await this.#fetch(artifact);
        for (const id of head?.judged ?? []) judged.add(id);
        found.push(artifact);
      }
    }
    return found;
  }

  async #fetch(artifact: Listed): Promise<IndexHead | undefined> {
    if (this.#read.has(artifact.id)) return this.#read.get(artifact.id);
    let head: IndexHead | undefined;
    try {
      const { data } = await this.#place.fetch(artifact, 'index', '');
      head = readIndexHead(data, artifact.name);
    } catch (error) {
      if (isOfStore(error)) throw error;
      this.#place.ports.warn((error as Error).message);
    }
    this.#read.set(artifact.id, head);
    return head;
  }
}

function isAbove(a: IndexRow, b: IndexRow): boolean {
  if (a.pruned === true || b.pruned === true) return a.pruned === true;
  return a.epoch === b.epoch ? a.generation > b.generation : a.epoch > b.epoch;
}
