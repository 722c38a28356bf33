import { randomUUID } from 'node:crypto';
import { blobUrl, listed, type ResultsScope, removeArtifact } from './artifacts.ts';
import { asObject, asString, type JsonObject } from './json.ts';
import type { Artifact } from './model.ts';
import type { Platform } from './platform.ts';
import type { Answer } from './routes.ts';

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

const twirpError = (status: number, code: string, msg: string): Answer => ({ status, body: { code, msg } });

/** Field names as the client sends them; anything else is refused like an unknown protobuf field. */
const ids = ['workflow_run_backend_id', 'workflow_job_run_backend_id'];
const fields: Record<string, string[]> = {
  CreateArtifact: [...ids, 'name', 'expires_at', 'version', 'mime_type'],
  FinalizeArtifact: [...ids, 'name', 'size', 'hash'],
  ListArtifacts: [...ids, 'name_filter', 'id_filter'],
  GetSignedArtifactURL: [...ids, 'name'],
  DeleteArtifact: [...ids, 'name'],
};

const day = 86_400_000;

/** The artifact of that name which this run sees: the newest of its attempts. */
function find(scope: ResultsScope, name: string): Artifact | undefined {
  return listed(scope.repo)
    .filter((artifact) => artifact.run === scope.run && artifact.name === name && !artifact.expired)
    .at(-1);
}

function create(platform: Platform, scope: ResultsScope, body: JsonObject): Answer {
  const name = asString(body.name);
  const { repo, attempt } = scope;
  if (/["<>|*?\r\n\\/:]/.test(name) || !name)
    return twirpError(400, 'invalid_argument', 'invalid artifact name');
  // Names are unique within an attempt, finished or not.
  if (repo.artifacts.some((artifact) => artifact.backendId === attempt.backendId && artifact.name === name)) {
    return twirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  }
  const now = platform.now();
  const artifact: Artifact = {
    id: platform.ids.next('artifact'),
    name,
    run: scope.run,
    backendId: attempt.backendId,
    jobBackendId: scope.jobBackendId,
    blobKey: randomUUID(),
    mimeType: asString(body.mime_type) || 'application/zip',
    size: 0,
    digest: null,
    finalized: false,
    expired: false,
    createdAt: now,
    expiresAt: asString(body.expires_at) || new Date(Date.parse(now) + 90 * day).toISOString(),
  };
  repo.artifacts.push(artifact);
  return { status: 200, body: { ok: true, signed_upload_url: blobUrl(platform, artifact, 'w') } };
}

function finalize(platform: Platform, scope: ResultsScope, body: JsonObject): Answer {
  const artifact = scope.repo.artifacts.find(
    ({ backendId, name }) => backendId === scope.attempt.backendId && name === body.name,
  );
  if (!artifact) return twirpError(404, 'not_found', 'artifact not found');
  if (!platform.blobs.get(artifact.blobKey)?.data)
    return twirpError(400, 'failed_precondition', 'nothing was uploaded');
  artifact.finalized = true;
  artifact.size = Number(body.size);
  artifact.digest = asString(body.hash) || null;
  artifact.createdAt = platform.now();
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
}

function list(scope: ResultsScope, body: JsonObject): Answer {
  const artifacts = listed(scope.repo).filter(
    (artifact) =>
      artifact.run === scope.run &&
      !artifact.expired &&
      (!body.name_filter || body.name_filter === artifact.name) &&
      (!body.id_filter || String(body.id_filter) === String(artifact.id)),
  );
  return {
    status: 200,
    body: {
      artifacts: artifacts.map((artifact) => ({
        workflow_run_backend_id: artifact.backendId,
        workflow_job_run_backend_id: artifact.jobBackendId,
        database_id: String(artifact.id),
        name: artifact.name,
        size: String(artifact.size),
        created_at: artifact.createdAt,
        digest: artifact.digest,
      })),
    },
  };
}

/** The Twirp service behind @actions/artifact. */
export function answerResults(
  platform: Platform,
  scope: ResultsScope | null,
  pathname: string,
  raw: unknown,
): Answer {
  if (!scope) return twirpError(401, 'unauthenticated', 'invalid runtime token');
  const method = pathname.startsWith(service) ? pathname.slice(service.length) : '';
  const known = fields[method];
  if (!known) return twirpError(404, 'bad_route', `no handler for path ${pathname}`);
  const body = asObject(raw);
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    platform.violations.push(`results ${method}: "${unknown}" is not a field of the request`);
    return twirpError(400, 'malformed', `unknown field ${unknown}`);
  }
  if (method === 'CreateArtifact') return create(platform, scope, body);
  if (method === 'FinalizeArtifact') return finalize(platform, scope, body);
  if (method === 'ListArtifacts') return list(scope, body);
  const artifact = find(scope, asString(body.name));
  if (!artifact) return twirpError(404, 'not_found', 'artifact not found');
  if (method === 'GetSignedArtifactURL')
    return { status: 200, body: { signed_url: blobUrl(platform, artifact, 'r') } };
  removeArtifact(platform, scope.repo, artifact);
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
}
