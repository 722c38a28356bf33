import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { requireAccess } from './access.ts';
import { HttpError, notFound } from './errors.ts';
import { asObject } from './json.ts';
import type { Repository, Token } from './model.ts';
import { answerProblems, findOperation, type Operation, requestProblems } from './openapi.ts';
import type { Platform } from './platform.ts';
import { restRoutes } from './rest/index.ts';
import type { Answer, Call } from './routes.ts';

export interface RestRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: unknown;
  token: Token | null;
}

const documentation = 'https://docs.github.com/rest';

const failure = (error: HttpError): Answer => {
  const { accepted, ...details } = error.details;
  return {
    status: error.status,
    body: {
      message: error.message,
      documentation_url: documentation,
      status: String(error.status),
      ...details,
    },
    headers: typeof accepted === 'string' ? { 'x-accepted-github-permissions': accepted } : {},
  };
};

/** Counts a request against its token's budget; conditional hits are free, as on GitHub. */
function rateHeaders(platform: Platform, token: Token | null, cost: number): Record<string, string> {
  const key = token?.value ?? '';
  const used = (platform.rateUsed.get(key) ?? 0) + cost;
  platform.rateUsed.set(key, used);
  return {
    'x-ratelimit-limit': String(platform.rateLimit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-remaining': String(Math.max(platform.rateLimit - used, 0)),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    'x-github-request-id': 'STAND:IN',
  };
}

function repositoryOf(platform: Platform, operation: Operation): Repository | null {
  const { owner, repo } = operation.parameters;
  if (owner === undefined || repo === undefined) return null;
  const found = platform.repository(`${owner}/${repo}`);
  if (!found) throw notFound();
  return found;
}

async function dispatch(platform: Platform, request: RestRequest, operation: Operation): Promise<Answer> {
  const found = restRoutes[`${operation.method} ${operation.path}`];
  if (!found) {
    platform.violations.push(`${operation.method} ${operation.path}: known to GitHub, not to the stand-in`);
    return { status: 501, body: { message: 'Not implemented by the stand-in' } };
  }
  const repo = repositoryOf(platform, operation);
  const call: Call = {
    platform,
    // Routes without a repository in their path never read it.
    repo: repo as Repository,
    token: request.token,
    parameters: operation.parameters,
    pathname: request.url.pathname,
    query: request.url.searchParams,
    body: asObject(request.body),
  };
  if (repo)
    requireAccess(
      platform,
      request.token,
      repo,
      typeof found.needs === 'function' ? found.needs(call) : found.needs,
    );
  const problems = requestProblems(operation, request.url.searchParams, request.body);
  if (problems.length > 0) {
    platform.violations.push(`${request.method} ${request.url.pathname}: ${problems.join(' ')}`);
    throw new HttpError(422, `Invalid request.\n\n${problems.join('\n')}`);
  }
  return found.handle(call);
}

function withEtag(request: RestRequest, answer: Answer): Answer {
  if (request.method !== 'GET' || answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  const headers = { ...answer.headers, etag };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  return { ...answer, headers };
}

/** REST: routing, permission, GitHub's description on the way in and out, etags and rate limits. */
export async function answerRest(platform: Platform, request: RestRequest): Promise<Answer> {
  const operation = findOperation(request.method, request.url.pathname);
  if (!operation) {
    platform.violations.push(
      `${request.method} ${request.url.pathname}: not in GitHub's description (subset)`,
    );
    return failure(notFound());
  }
  const used = platform.rateUsed.get(request.token?.value ?? '') ?? 0;
  if (used >= platform.rateLimit && operation.path !== '/rate_limit') {
    const limited = failure(new HttpError(403, 'API rate limit exceeded for installation.'));
    return { ...limited, headers: { ...limited.headers, ...rateHeaders(platform, request.token, 0) } };
  }
  let answer: Answer;
  try {
    answer = withEtag(request, await dispatch(platform, request, operation));
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    answer = failure(error);
  }
  const problems = answerProblems(operation, answer.status, answer.body);
  if (problems.length > 0) {
    platform.violations.push(`answer of ${request.method} ${operation.path}: ${problems.join('; ')}`);
  }
  return {
    ...answer,
    headers: { ...answer.headers, ...rateHeaders(platform, request.token, answer.status === 304 ? 0 : 1) },
  };
}
