/** What the parts of the artifact store share: this job, its ways to GitHub, and whom it trusts. */
import { setTimeout as wait } from 'node:timers/promises';
import { LonghaulError } from '../../errors.ts';
import { sha256 } from '../../journal/digest.ts';
import type { Owner } from '../../journal/events.ts';
import type { LivenessPorts } from '../liveness.ts';
import type { SigningPolicy } from '../signature.ts';
import type { WatchPace } from '../watch.ts';
import type { ArtifactClient } from './client.ts';
import { type Label, openParcel, type Parcel, type ParcelKind, sealParcel } from './parcel.ts';
import type { ArtifactRest, Listed } from './rest.ts';

/** This job. */
export interface ThisJob {
  owner: Owner;
  workflowRunId: number;
  /** For names that must be this job's alone. */
  jobId: string;
  /** Event that started the workflow run. */
  event: string;
  /** Path of the workflow file: the only one whose artifacts count (A4). undefined: any, for whoever only reads. */
  workflow: string | undefined;
}

export interface PlacePorts extends LivenessPorts {
  rest: ArtifactRest;
  client: ArtifactClient;
  job: ThisJob;
  /** `owner/name` */
  repository: string;
  signing: SigningPolicy | undefined;
  retry: { attempts: number; delayMs: number };
  mailPace: WatchPace;
  warn: (message: string) => void;
}

/** Their workflow runs work on code of a pull request: what they upload is as trustworthy as that code (A4). */
const UNTRUSTED = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);

/** Errors of an artifact that says nothing: of somebody without the key, or none of ours at all. */
export const VOID = new Set(['UNSIGNED', 'UNKNOWN_KEY', 'FORGED', 'BAD_ARTIFACT', 'DIGEST_MISMATCH']);

export type Put = { kind: 'done'; id: number } | { kind: 'taken' };

export class Place {
  readonly ports: PlacePorts;
  readonly #trusted = new Map<number, Promise<boolean>>();
  readonly #over = new Map<number, boolean>();

  constructor(ports: PlacePorts) {
    this.ports = ports;
  }

  /** @throws LonghaulError UNTRUSTED_EVENT where nobody would believe what this job uploads */
  checkMayWrite(): void {
    const { event } = this.ports.job;
    if (!UNTRUSTED.has(event)) return;
    throw new LonghaulError(
      'UNTRUSTED_EVENT',
      `A run in artifacts cannot be driven by a workflow that ${event} started: no other job would trust its artifacts`,
      { hint: 'Use store: branch there, or start the run by workflow_dispatch, issue_comment or push.' },
    );
  }

  seal(label: Omit<Label, 'repository'>, data: object, body: Buffer): Buffer {
    const { repository } = this.ports;
    return sealParcel(
      { ...label, repository },
      JSON.parse(JSON.stringify(data)),
      body,
      this.#signing(label.kind),
    );
  }

  /** Downloads, checks size, digest, kind, run and signature. @throws LonghaulError */
  async fetch(artifact: Listed, kind: ParcelKind, runId: string): Promise<Parcel> {
    const { rest, repository } = this.ports;
    const where = `${artifact.name} (${artifact.id})`;
    return openParcel(await rest.download(artifact), { kind, repository, runId }, where, this.#signing(kind));
  }

  /** A message has a signature of its own, or needs none. */
  #signing(kind: ParcelKind): SigningPolicy | undefined {
    return kind === 'mail' ? undefined : this.ports.signing;
  }

  /** Whether an artifact comes from where ours come from (A4). One request for each workflow run, once. */
  isTrusted({ isOwn, workflowRunId }: Listed): Promise<boolean> {
    const { job, rest } = this.ports;
    if (!isOwn) return Promise.resolve(false);
    if (workflowRunId === job.workflowRunId) return Promise.resolve(!UNTRUSTED.has(job.event));
    let known = this.#trusted.get(workflowRunId);
    if (known === undefined) {
      known = rest.workflowRun(workflowRunId).then(({ event, path, isOver }) => {
        this.#over.set(workflowRunId, isOver);
        return !UNTRUSTED.has(event) && (job.workflow === undefined || path === job.workflow);
      });
      this.#trusted.set(workflowRunId, known);
      known.catch(() => this.#trusted.delete(workflowRunId));
    }
    return known;
  }

  async trusted(artifacts: readonly Listed[]): Promise<Listed[]> {
    const kept: Listed[] = [];
    for (const artifact of artifacts) if (await this.isTrusted(artifact)) kept.push(artifact);
    return kept;
  }

  /** Whether a workflow run that was asked about had ended by then: nothing more comes from it. */
  isOver(workflowRunId: number): boolean {
    return this.#over.get(workflowRunId) === true;
  }

  /** The artifact of that name in this workflow run. */
  async mine(name: string): Promise<Listed | undefined> {
    const { rest, job } = this.ports;
    return (await rest.named(name)).find(
      ({ workflowRunId, expired }) => workflowRunId === job.workflowRunId && !expired,
    );
  }

  /**
   * Uploads, and looks whether it is there when the answer does not say. `taken`: the name is in use, be it by what
   * is listed, be it by an upload that never ended. @throws LonghaulError UPLOAD_REFUSED, UPLOAD_FAILED
   */
  async put(name: string, content: Buffer): Promise<Put> {
    const { client, retry } = this.ports;
    const digest = `sha256:${sha256(content)}`;
    for (let attempt = 1; ; attempt++) {
      const outcome = await client.upload(name, content);
      if (outcome.kind === 'done') return outcome;
      if (outcome.kind === 'refused') throw outcome.error;
      if (attempt > 1 || outcome.kind === 'unknown') {
        const there = await this.mine(name);
        if (there?.digest === digest) return { kind: 'done', id: there.id };
      }
      if (outcome.kind === 'taken') return outcome;
      if (attempt >= retry.attempts) {
        throw new LonghaulError('UPLOAD_FAILED', `${name} could not be uploaded: ${outcome.error.message}`, {
          cause: outcome.error,
          hint: 'Run the job again; https://www.githubstatus.com shows whether Actions works.',
        });
      }
      await this.pause(attempt);
    }
  }

  pause(attempt: number): Promise<void> {
    return wait(this.ports.retry.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
  }
}
