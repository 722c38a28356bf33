/** The port over GitHub's REST API. Octokit is loaded when the first request is made. */
import { peopleAndPosts } from './octokit-people.ts';
import type { GitHubPort, JobRef } from './port.ts';
import { GitHubRefusal } from './port.ts';

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>;

export interface OctokitOptions {
  token: string;
  /** `owner/name` */
  repository: string;
  /** Default: the runner's GITHUB_API_URL. */
  apiUrl?: string;
  /** After so many ms without an answer none is waited for. */
  timeoutMs?: number;
}

const statusOf = (error: unknown): number => (error as { status?: number }).status ?? 0;

export function octokitPort({ token, repository, apiUrl, timeoutMs }: OctokitOptions): GitHubPort {
  const [owner = '', repo = ''] = repository.split('/');
  let loading: Promise<Octokit> | undefined;
  const octokit = (): Promise<Octokit> => {
    loading ??= import('@actions/github').then(({ getOctokit }) =>
      getOctokit(token, apiUrl === undefined ? {} : { baseUrl: apiUrl }),
    );
    return loading;
  };
  const place = { owner, repo };

  async function workflowRunState(
    workflowRunId: string,
    attempt: number,
  ): Promise<'alive' | 'dead' | 'unknown'> {
    const { rest } = await octokit();
    try {
      const { data } = await rest.actions.getWorkflowRunAttempt({
        ...place,
        run_id: Number(workflowRunId),
        attempt_number: attempt,
      });
      return data.status === 'completed' ? 'dead' : 'alive';
    } catch (error) {
      return statusOf(error) === 404 ? 'dead' : 'unknown';
    }
  }

  return {
    ...peopleAndPosts({ octokit, owner, repo, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
    workflowRunState,

    async jobState(job: JobRef) {
      if (job.jobId === '') return workflowRunState(job.workflowRunId, job.workflowAttempt);
      const { rest } = await octokit();
      try {
        const { data } = await rest.actions.getJobForWorkflowRun({ ...place, job_id: Number(job.jobId) });
        return data.status === 'completed' ? 'dead' : 'alive';
      } catch (error) {
        // A job that GitHub no longer knows cannot be at work.
        return statusOf(error) === 404 ? 'dead' : 'unknown';
      }
    },

    async lastScheduled(workflow) {
      const { rest } = await octokit();
      try {
        const { data } = await rest.actions.listWorkflowRuns({
          ...place,
          workflow_id: workflow,
          event: 'schedule',
          per_page: 1,
        });
        return data.workflow_runs[0]?.created_at ?? null;
      } catch {
        return undefined; // said where it is known, never in the way of anything
      }
    },

    async dispatch(workflow, ref, inputs) {
      const { rest } = await octokit();
      try {
        await rest.actions.createWorkflowDispatch({
          ...place,
          workflow_id: workflow,
          ref,
          inputs,
          request: { retries: 0 },
        });
      } catch (error) {
        throw refusal(error, `${workflow} could not be dispatched on ${ref}`);
      }
    },

    async blobAt(commit, path) {
      const { rest } = await octokit();
      try {
        const { data } = await rest.repos.getContent({ ...place, path, ref: commit });
        return Array.isArray(data) || data.type !== 'file' ? undefined : data.sha;
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw refusal(error, `${path} at ${commit} could not be read`);
      }
    },

    async isAncestor(commit, of) {
      const { rest } = await octokit();
      try {
        const { data } = await rest.repos.compareCommitsWithBasehead({
          ...place,
          basehead: `${commit}...${of}`,
          per_page: 1,
        });
        return data.status === 'ahead' || data.status === 'identical';
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw refusal(error, `${commit} and ${of} could not be compared`);
      }
    },

    async defaultBranch() {
      const { rest } = await octokit();
      const { data } = await rest.repos.get(place);
      return data.default_branch;
    },

    async pullRequestHead(pullRequest) {
      const { rest } = await octokit();
      try {
        const { data } = await rest.pulls.get({ ...place, pull_number: pullRequest });
        const own = data.head.repo?.full_name === repository;
        return own ? { sha: data.head.sha, ref: data.head.ref } : undefined;
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw refusal(error, `pull request ${pullRequest} could not be read`);
      }
    },
  };
}

function refusal(error: unknown, what: string): Error {
  const status = statusOf(error);
  const message = `${what}: ${(error as Error).message}`;
  return status >= 400 && status < 500
    ? new GitHubRefusal(status, message)
    : new Error(message, { cause: error });
}
