import { HttpError, notFound } from '../errors.ts';
import { readCommit } from '../git-store.ts';
import { asObject, asString } from '../json.ts';
import type { AttemptRecord, RunRecord } from '../model.ts';
import { renderJob, renderRun, renderWorkflow, runUrl } from '../render/actions.ts';
import { actorOf, type Call, noContent, numberOf, ok, paginate, type Routes, route } from '../routes.ts';
import { dispatchRepository, dispatchWorkflow, findWorkflow } from '../workflows.ts';

const R = '/repos/{owner}/{repo}';

function theRun(call: Call): RunRecord {
  const run = call.repo.runs.get(numberOf(call, 'run_id'));
  if (!run) throw notFound();
  return run;
}

/** The attempt of the path, or the latest one. */
function theAttempt(call: Call, run: RunRecord): AttemptRecord {
  const wanted = call.parameters.attempt_number;
  const attempt =
    wanted === undefined ? run.attempts.at(-1) : run.attempts.find(({ number }) => String(number) === wanted);
  if (!attempt) throw notFound();
  return attempt;
}

async function runBody(call: Call, run: RunRecord, attempt: AttemptRecord) {
  const commit = await readCommit(run.headRepo.gitDir, run.headSha);
  return renderRun(run, attempt, commit, call.repo, call.platform.urls);
}

async function listRuns(call: Call, runs: RunRecord[]) {
  const matches = (name: string, value: string | null): boolean => {
    const wanted = call.query.get(name);
    return wanted === null || wanted === value;
  };
  const status = call.query.get('status');
  const found = runs
    .filter((run) => {
      const attempt = run.attempts.at(-1);
      const state = status === null || attempt?.status === status || attempt?.conclusion === status;
      return (
        state &&
        matches('event', run.event) &&
        matches('branch', run.headBranch) &&
        matches('head_sha', run.headSha) &&
        matches('actor', run.actor.login)
      );
    })
    .sort((a, b) => b.id - a.id);
  const bodies = await Promise.all(
    found.map((run) => runBody(call, run, run.attempts.at(-1) as AttemptRecord)),
  );
  return paginate(
    call,
    bodies,
    (body) => body,
    (page, total) => ({ total_count: total, workflow_runs: page }),
  );
}

function listJobs(call: Call) {
  const run = theRun(call);
  const attempt = theAttempt(call, run);
  // `filter=all` gives the jobs of every attempt.
  const attempts = call.query.get('filter') === 'all' ? run.attempts : [attempt];
  const jobs = attempts.flatMap((one) => one.jobs.map((job) => ({ job, attempt: one })));
  return paginate(
    call,
    jobs,
    (item) => renderJob(item.job, run, item.attempt, call.repo, call.platform.urls),
    (page, total) => ({ total_count: total, jobs: page }),
  );
}

function cancel(call: Call, force: boolean) {
  const run = theRun(call);
  if (run.attempts.at(-1)?.status === 'completed')
    throw new HttpError(409, 'Cannot cancel a workflow run that is completed.');
  call.platform.automation.cancel(run, force);
  return { status: 202, body: {} };
}

async function rerun(call: Call, failedOnly: boolean) {
  const run = theRun(call);
  if (run.attempts.at(-1)?.status !== 'completed')
    throw new HttpError(403, 'This workflow is already running');
  await call.platform.automation.rerun(run, failedOnly, actorOf(call));
  return { status: 201, body: {} };
}

async function dispatch(call: Call) {
  const run = await dispatchWorkflow(
    call.platform,
    call.repo,
    { user: actorOf(call), token: call.token },
    {
      workflow: call.parameters.workflow_id ?? '',
      ref: asString(call.body.ref),
      inputs: asObject(call.body.inputs),
    },
  );
  if (call.body.return_run_details !== true) return noContent;
  const html = runUrl(run, call.repo, call.platform.urls);
  const { owner = '', repo = '' } = call.parameters;
  const url = `${call.platform.urls.api}/repos/${owner}/${repo}/actions/runs/${run.id}`;
  return ok({ workflow_run_id: run.id, run_url: url, html_url: html });
}

async function switchWorkflow(call: Call, state: 'active' | 'disabled_manually') {
  const workflow = await findWorkflow(call.platform, call.repo, call.parameters.workflow_id ?? '');
  workflow.state = state;
  return noContent;
}

export const actionsRoutes: Routes = {
  [`GET ${R}/actions/workflows`]: route(['actions:read'], async (call) => {
    await findWorkflow(call.platform, call.repo, '').catch(() => null); // takes in new files
    return paginate(
      call,
      [...call.repo.workflows.values()],
      (workflow) => renderWorkflow(workflow, call.repo, call.platform.urls),
      (page, total) => ({ total_count: total, workflows: page }),
    );
  }),
  [`GET ${R}/actions/workflows/{workflow_id}`]: route(['actions:read'], async (call) => {
    const workflow = await findWorkflow(call.platform, call.repo, call.parameters.workflow_id ?? '');
    return ok(renderWorkflow(workflow, call.repo, call.platform.urls));
  }),
  [`PUT ${R}/actions/workflows/{workflow_id}/disable`]: route(['actions:write'], (call) =>
    switchWorkflow(call, 'disabled_manually'),
  ),
  [`PUT ${R}/actions/workflows/{workflow_id}/enable`]: route(['actions:write'], (call) =>
    switchWorkflow(call, 'active'),
  ),
  [`GET ${R}/actions/workflows/{workflow_id}/runs`]: route(['actions:read'], async (call) => {
    const workflow = await findWorkflow(call.platform, call.repo, call.parameters.workflow_id ?? '');
    return listRuns(
      call,
      [...call.repo.runs.values()].filter((run) => run.workflow === workflow),
    );
  }),
  [`POST ${R}/actions/workflows/{workflow_id}/dispatches`]: route(['actions:write'], dispatch),
  [`POST ${R}/dispatches`]: route(['contents:write'], async (call) => {
    const doer = { user: actorOf(call), token: call.token };
    await dispatchRepository(
      call.platform,
      call.repo,
      doer,
      asString(call.body.event_type),
      asObject(call.body.client_payload),
    );
    return noContent;
  }),

  [`GET ${R}/actions/runs`]: route(['actions:read'], (call) => listRuns(call, [...call.repo.runs.values()])),
  [`GET ${R}/actions/runs/{run_id}`]: route(['actions:read'], async (call) => {
    const run = theRun(call);
    return ok(await runBody(call, run, theAttempt(call, run)));
  }),
  [`GET ${R}/actions/runs/{run_id}/attempts/{attempt_number}`]: route(['actions:read'], async (call) => {
    const run = theRun(call);
    return ok(await runBody(call, run, theAttempt(call, run)));
  }),
  [`GET ${R}/actions/runs/{run_id}/jobs`]: route(['actions:read'], listJobs),
  [`GET ${R}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`]: route(['actions:read'], listJobs),
  [`GET ${R}/actions/jobs/{job_id}`]: route(['actions:read'], (call) => {
    const id = numberOf(call, 'job_id');
    for (const run of call.repo.runs.values()) {
      for (const attempt of run.attempts) {
        const job = attempt.jobs.find((candidate) => candidate.id === id);
        if (job) return ok(renderJob(job, run, attempt, call.repo, call.platform.urls));
      }
    }
    throw notFound();
  }),
  [`POST ${R}/actions/runs/{run_id}/cancel`]: route(['actions:write'], (call) => cancel(call, false)),
  [`POST ${R}/actions/runs/{run_id}/force-cancel`]: route(['actions:write'], (call) => cancel(call, true)),
  [`POST ${R}/actions/runs/{run_id}/rerun`]: route(['actions:write'], (call) => rerun(call, false)),
  [`POST ${R}/actions/runs/{run_id}/rerun-failed-jobs`]: route(['actions:write'], (call) =>
    rerun(call, true),
  ),
};
