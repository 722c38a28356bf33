import { blobUrl, listed, removeArtifact } from '../artifacts.ts';
import { HttpError, notFound } from '../errors.ts';
import type { Artifact } from '../model.ts';
import { renderArtifact } from '../render/actions.ts';
import { type Call, noContent, numberOf, ok, paginate, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}';

function theArtifact(call: Call): Artifact {
  const artifact = listed(call.repo).find(({ id }) => id === numberOf(call, 'artifact_id'));
  if (!artifact) throw notFound();
  return artifact;
}

function listArtifacts(call: Call, artifacts: Artifact[]) {
  const name = call.query.get('name');
  const found = artifacts.filter((artifact) => name === null || artifact.name === name);
  found.sort((a, b) => b.id - a.id);
  return paginate(
    call,
    found,
    (artifact) => renderArtifact(artifact, call.repo, call.platform.urls),
    (page, total) => ({ total_count: total, artifacts: page }),
  );
}

export const artifactRoutes: Routes = {
  [`GET ${R}/actions/artifacts`]: route(['actions:read'], (call) => listArtifacts(call, listed(call.repo))),
  [`GET ${R}/actions/runs/{run_id}/artifacts`]: route(['actions:read'], (call) => {
    const run = call.repo.runs.get(numberOf(call, 'run_id'));
    if (!run) throw notFound();
    return listArtifacts(
      call,
      listed(call.repo).filter((artifact) => artifact.run === run),
    );
  }),
  [`GET ${R}/actions/artifacts/{artifact_id}`]: route(['actions:read'], (call) =>
    ok(renderArtifact(theArtifact(call), call.repo, call.platform.urls)),
  ),
  [`DELETE ${R}/actions/artifacts/{artifact_id}`]: route(['actions:write'], (call) => {
    removeArtifact(call.platform, call.repo, theArtifact(call));
    return noContent;
  }),
  [`GET ${R}/actions/artifacts/{artifact_id}/{archive_format}`]: route(['actions:read'], (call) => {
    const artifact = theArtifact(call);
    if (artifact.expired) throw new HttpError(410, 'Artifact has expired');
    return { status: 302, headers: { location: blobUrl(call.platform, artifact, 'r') } };
  }),
};
