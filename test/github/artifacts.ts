import { randomUUID } from 'node:crypto';
import { asObject, asString } from './json.ts';
import type { Artifact, AttemptRecord, Repository, RunRecord } from './model.ts';
import type { Platform } from './platform.ts';

/** Artifacts that lists show: finished ones, newest last. */
export const listed = (repo: Repository): Artifact[] =>
  repo.artifacts.filter((artifact) => artifact.finalized);

/** A signed address; clients unpack what ends in `.zip`. */
export function blobUrl(platform: Platform, artifact: Artifact, mode: 'r' | 'w'): string {
  const suffix = artifact.mimeType.includes('zip') ? '.zip' : '';
  return `${platform.urls.api}/blob/${artifact.blobKey}${suffix}?sig=${randomUUID()}&se=2099-01-01&sp=${mode}`;
}

export function removeArtifact(platform: Platform, repo: Repository, artifact: Artifact): void {
  repo.artifacts = repo.artifacts.filter((other) => other !== artifact);
  platform.blobs.delete(artifact.blobKey);
}

/** The name of the artifact that a request is about, asked for or sent; null: none, or one that is not there. */
export function artifactAskedFor(platform: Platform, url: URL, body: unknown): string | null {
  const key = /^\/blob\/([^/.]+)/.exec(url.pathname)?.[1];
  const id = /\/actions\/artifacts\/(\d+)/.exec(url.pathname)?.[1];
  if (key !== undefined || id !== undefined) {
    const all = [...platform.repositories.values()].flatMap(({ artifacts }) => artifacts);
    return all.find((one) => one.blobKey === key || String(one.id) === id)?.name ?? null;
  }
  const named = asObject(body);
  return asString(named.name) || asString(named.name_filter) || url.searchParams.get('name') || null;
}

/** What the retention time does in the end; the entry stays listed as expired. */
export function expireArtifact(platform: Platform, artifact: Artifact): void {
  artifact.expired = true;
  platform.blobs.delete(artifact.blobKey);
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** ACTIONS_RUNTIME_TOKEN: names the attempt and the job for the results service; nobody checks its signature. */
export function runtimeToken(backendId: string, jobBackendId: string): string {
  const scp = `Actions.ExampleScope Actions.Results:${backendId}:${jobBackendId}`;
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ scp, exp: 4_102_444_800 })}.${encode('signature')}`;
}

export interface ResultsScope {
  repo: Repository;
  run: RunRecord;
  attempt: AttemptRecord;
  jobBackendId: string;
}

/** Finds the attempt behind a runtime token. */
export function scopeOfToken(platform: Platform, authorization: string): ResultsScope | null {
  const claims = /^Bearer [^.]+\.([^.]+)\./.exec(authorization)?.[1];
  if (!claims) return null;
  const text = Buffer.from(claims, 'base64url').toString();
  const match = /Actions\.Results:([^:"]+):([^ "]+)/.exec(text);
  for (const repo of platform.repositories.values()) {
    for (const run of repo.runs.values()) {
      const attempt = run.attempts.find(({ backendId }) => backendId === match?.[1]);
      if (attempt) return { repo, run, attempt, jobBackendId: match?.[2] ?? '' };
    }
  }
  return null;
}
