/**
 * What the artifact store asks of GitHub's REST API. Permission `actions: read`; `remove` needs `actions: write`.
 * Octokit is loaded with the first request. The requests are ours rather than the artifact client's, which sends
 * refused ones six times and knows no conditional ones.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { LonghaulError } from '../../errors.ts';
import { sha256 } from '../../journal/digest.ts';

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>;

/** An artifact as a list shows it: finished, perhaps expired. */
export interface Listed {
  id: number;
  name: string;
  /** Bytes. */
  size: number;
  /** `sha256:<hex>`; '' where GitHub knows none. */
  digest: string;
  expired: boolean;
  createdAt: string;
  expiresAt: string;
  workflowRunId: number;
  /** Whether the workflow run worked on this repository's own code, not on a fork's. */
  isOwn: boolean;
}

export interface WorkflowRun {
  event: string;
  /** `.github/workflows/x.yml` */
  path: string;
  isOver: boolean;
}

export interface RestOptions {
  token: string;
  /** `owner/name` */
  repository: string;
  apiUrl: string;
  retry: { attempts: number; delayMs: number };
}

const PAGE = 100;
const PAGES = 10;
/** No artifact of ours is larger when packed. */
const MAX_PACKED = 512 * 1024 * 1024;

interface Page {
  artifacts: Listed[];
  total: number;
}

export class ArtifactRest {
  readonly #options: RestOptions;
  readonly #place: { owner: string; repo: string };
  /** Answers by address, for conditional requests: a 304 costs nothing of the rate limit. */
  readonly #known = new Map<string, { etag: string; page: Page }>();
  #loading: Promise<Octokit> | undefined;

  constructor(options: RestOptions) {
    this.#options = options;
    const [owner = '', repo = ''] = options.repository.split('/');
    this.#place = { owner, repo };
  }

  /** All finished artifacts of exactly this name, the newest id first. */
  named(name: string): Promise<Listed[]> {
    return this.#list('GET /repos/{owner}/{repo}/actions/artifacts', { name }, `artifacts named ${name}`);
  }

  /** All finished artifacts of one workflow run, the newest id first. */
  ofWorkflowRun(id: number): Promise<Listed[]> {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts';
    return this.#list(route, { run_id: id }, `artifacts of workflow run ${id}`);
  }

  async #list(route: string, parameters: Record<string, string | number>, what: string): Promise<Listed[]> {
    const all: Listed[] = [];
    for (let page = 1; page <= PAGES; page++) {
      const { artifacts, total } = await this.#page(route, { ...parameters, page }, what);
      all.push(...artifacts);
      if (all.length >= total || artifacts.length === 0) break;
    }
    return all.sort((a, b) => b.id - a.id);
  }

  async #page(route: string, parameters: Record<string, string | number>, what: string): Promise<Page> {
    const key = JSON.stringify([route, parameters]);
    const known = this.#known.get(key);
    return this.#ask(`read the list of ${what}`, async (octokit) => {
      try {
        const { data, headers } = await octokit.request(route, {
          ...this.#place,
          ...parameters,
          per_page: PAGE,
          ...(known !== undefined && { headers: { 'if-none-match': known.etag } }),
        });
        const page = pageOf(data);
        if (headers.etag !== undefined) this.#known.set(key, { etag: headers.etag, page });
        return page;
      } catch (error) {
        if (known !== undefined && statusOf(error) === 304) return known.page;
        throw error;
      }
    });
  }

  workflowRun(id: number): Promise<WorkflowRun> {
    return this.#ask(`read workflow run ${id}`, async ({ rest }) => {
      const { data } = await rest.actions.getWorkflowRun({ ...this.#place, run_id: id });
      const path = data.path.replace(/@.*$/, '');
      return { event: data.event, path, isOver: data.status === 'completed' };
    });
  }

  /** The bytes, held against size and digest of the list. @throws LonghaulError DIGEST_MISMATCH, ARTIFACT_GONE */
  download(artifact: Listed): Promise<Buffer> {
    const { id, name, size, digest } = artifact;
    const where = `${name} (${id})`;
    if (size > MAX_PACKED) {
      throw new LonghaulError('BAD_ARTIFACT', `Artifact ${where} has ${size} bytes, more than any of ours`, {
        path: name,
      });
    }
    return this.#ask(`download artifact ${where}`, async ({ rest }) => {
      const { headers, status } = await rest.actions.downloadArtifact({
        ...this.#place,
        artifact_id: id,
        archive_format: 'zip',
        request: { redirect: 'manual' },
      });
      const { location } = headers;
      if (location === undefined) throw new Error(`status ${status} without an address`);
      const response = await fetch(location);
      if (!response.ok) throw Object.assign(new Error(response.statusText), { status: response.status });
      const bytes = await readUpTo(response, size);
      if (bytes.length !== size || digest !== `sha256:${sha256(bytes)}`) {
        throw new LonghaulError(
          'DIGEST_MISMATCH',
          `Artifact ${where} is not what was uploaded: ${bytes.length === size ? 'its digest differs' : `${size} bytes were expected`}`,
          {
            path: name,
            hint: 'Nothing was read from it. Run the job again; if it stays so, delete the artifact.',
          },
        );
      }
      return bytes;
    });
  }

  /** True once it is gone; false when the token may not delete (`actions: write`). */
  remove(id: number): Promise<boolean> {
    return this.#ask(`delete artifact ${id}`, async ({ rest }) => {
      try {
        await rest.actions.deleteArtifact({ ...this.#place, artifact_id: id });
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return true;
        if (statusOf(error) === 403) return false;
        throw error;
      }
    });
  }

  async #ask<T>(what: string, request: (octokit: Octokit) => Promise<T>): Promise<T> {
    const { attempts, delayMs } = this.#options.retry;
    const octokit = await this.#octokit();
    for (let attempt = 1; ; attempt++) {
      try {
        return await request(octokit);
      } catch (error) {
        if (error instanceof LonghaulError) throw error;
        const status = statusOf(error);
        const isPassing = status === 0 || status === 429 || status >= 500 || isRateLimit(error);
        if (!isPassing || attempt >= attempts) throw refusal(error, what);
        await wait(delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      }
    }
  }

  #octokit(): Promise<Octokit> {
    const { token, apiUrl } = this.#options;
    this.#loading ??= import('@actions/github').then(({ getOctokit }) =>
      getOctokit(token, { baseUrl: apiUrl, log: QUIET }),
    );
    return this.#loading;
  }
}

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' ? status : 0;
};

/** GitHub answers 403, too, when there were too many requests. */
function isRateLimit(error: unknown): boolean {
  const headers = (error as { response?: { headers?: Record<string, unknown> } }).response?.headers ?? {};
  return statusOf(error) === 403 && headers['retry-after'] !== undefined;
}

function refusal(error: unknown, what: string): LonghaulError {
  const status = statusOf(error);
  const message = `GitHub did not let us ${what}: ${(error as Error).message}`;
  if (status === 404 || status === 410) {
    return new LonghaulError('ARTIFACT_GONE', message, {
      cause: error,
      hint: 'It was deleted or has expired meanwhile. Run the job again.',
    });
  }
  if (status === 401 || status === 403) {
    return new LonghaulError('FORBIDDEN', message, {
      cause: error,
      hint: 'The token needs `actions: read`: add it to the `permissions:` of the job.',
    });
  }
  return new LonghaulError('API_FAILED', message, { cause: error, hint: 'Run the job again later.' });
}

/** It speaks of the whole store just now, not of what was read. */
export const isOfStore = (error: unknown): boolean =>
  !(error instanceof LonghaulError) || error.code === 'API_FAILED' || error.code === 'FORBIDDEN';

interface RawArtifact {
  id: number;
  name: string;
  size_in_bytes: number;
  digest?: string | null;
  expired: boolean;
  created_at: string | null;
  expires_at: string | null;
  workflow_run?: { id?: number; repository_id?: number; head_repository_id?: number } | null;
}

function pageOf(data: { total_count: number; artifacts: RawArtifact[] }): Page {
  return {
    total: data.total_count,
    artifacts: data.artifacts.map((raw) => ({
      id: raw.id,
      name: raw.name,
      size: raw.size_in_bytes,
      digest: raw.digest ?? '',
      expired: raw.expired,
      createdAt: raw.created_at ?? '',
      expiresAt: raw.expires_at ?? '',
      workflowRunId: raw.workflow_run?.id ?? 0,
      isOwn:
        raw.workflow_run?.repository_id !== undefined &&
        raw.workflow_run.repository_id === raw.workflow_run.head_repository_id,
    })),
  };
}

/** One byte more than expected is enough to know. */
async function readUpTo(response: Response, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > size) break;
  }
  return Buffer.concat(chunks);
}
