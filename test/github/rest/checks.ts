import { HttpError, notFound } from '../errors.ts';
import { asObject, asString, asStringOrNull } from '../json.ts';
import { type CheckRun, fullName } from '../model.ts';
import { renderApp } from '../render/issues.ts';
import { renderUser } from '../render/people.ts';
import { actorOf, type Call, created, numberOf, ok, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}';

function checkBody(call: Call, check: CheckRun) {
  const url = `${call.platform.urls.api}/repos/${fullName(call.repo)}/check-runs/${check.id}`;
  const html = `${call.platform.repositoryUrl(call.repo)}/runs/${check.id}`;
  return {
    id: check.id,
    node_id: `CR_${check.id}`,
    head_sha: check.headSha,
    external_id: check.externalId,
    url,
    html_url: html,
    details_url: html,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: { ...check.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    name: check.name,
    check_suite: { id: check.id + 1 },
    app: renderApp(call.platform.urls, call.repo.owner),
    pull_requests: [],
  };
}

function update(call: Call, check: CheckRun): void {
  const { body } = call;
  const now = call.platform.now();
  if (typeof body.conclusion === 'string') {
    check.conclusion = body.conclusion;
    check.status = 'completed';
    check.completedAt = asString(body.completed_at) || now;
  }
  if (body.status === 'queued' || body.status === 'in_progress') check.status = body.status;
  if (body.output !== undefined) {
    const output = asObject(body.output);
    check.output = {
      title: asStringOrNull(output.title),
      summary: asStringOrNull(output.summary),
      text: asStringOrNull(output.text),
    };
  }
}

function theCheck(call: Call): CheckRun {
  const check = call.repo.checkRuns.get(numberOf(call, 'check_run_id'));
  if (!check) throw notFound();
  return check;
}

export const checkRoutes: Routes = {
  [`POST ${R}/check-runs`]: route(['checks:write'], (call) => {
    if (call.token?.kind === 'user') throw new HttpError(403, 'You must authenticate via a GitHub App.');
    const check: CheckRun = {
      id: call.platform.ids.next('check'),
      name: asString(call.body.name),
      headSha: asString(call.body.head_sha),
      status: 'queued',
      conclusion: null,
      externalId: asString(call.body.external_id),
      output: { title: null, summary: null, text: null },
      startedAt: call.platform.now(),
      completedAt: null,
    };
    update(call, check);
    call.repo.checkRuns.set(check.id, check);
    return created(checkBody(call, check));
  }),
  [`GET ${R}/check-runs/{check_run_id}`]: route(['checks:read'], (call) =>
    ok(checkBody(call, theCheck(call))),
  ),
  [`PATCH ${R}/check-runs/{check_run_id}`]: route(['checks:write'], (call) => {
    update(call, theCheck(call));
    return ok(checkBody(call, theCheck(call)));
  }),
  [`POST ${R}/statuses/{sha}`]: route(['statuses:write'], (call) => {
    const status = {
      id: call.platform.ids.next('status'),
      sha: call.parameters.sha ?? '',
      state: asString(call.body.state),
      description: asStringOrNull(call.body.description),
      targetUrl: asStringOrNull(call.body.target_url),
      context: asString(call.body.context) || 'default',
      creator: actorOf(call),
      createdAt: call.platform.now(),
    };
    call.repo.statuses.push(status);
    const creator = renderUser(status.creator, call.platform.urls);
    return created({
      id: status.id,
      node_id: `SC_${status.id}`,
      url: `${call.platform.urls.api}/repos/${fullName(call.repo)}/statuses/${status.sha}`,
      avatar_url: creator.avatar_url,
      state: status.state,
      description: status.description,
      target_url: status.targetUrl,
      context: status.context,
      created_at: status.createdAt,
      updated_at: status.createdAt,
      creator,
    });
  }),
};
