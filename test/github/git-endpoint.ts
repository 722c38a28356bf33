import type { IncomingHttpHeaders } from 'node:http';
import { accessOf, allows } from './access.ts';
import { answerGit, changesSince, type GitAnswer, rewordRefusals, serviceOf } from './git-http.ts';
import { listRefs } from './git-store.ts';
import type { Repository, Token } from './model.ts';
import type { Platform } from './platform.ts';
import { announcePush } from './pushes.ts';

export interface GitEndpointRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
  token: Token | null;
}

const text = (status: number, message: string, headers: Record<string, string> = {}): GitAnswer => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body: Buffer.from(`${message}\n`),
});

function refusal(
  platform: Platform,
  token: Token | null,
  repo: Repository,
  service: 'fetch' | 'push',
): GitAnswer | null {
  if (!token) return text(401, 'Repository not found.', { 'www-authenticate': 'Basic realm="GitHub"' });
  const access = accessOf(platform, token, repo, 'contents');
  if (allows(access, service === 'push' ? 'write' : 'read')) return null;
  if (service === 'push')
    return text(403, `Permission to ${repo.owner.login}/${repo.name}.git denied to ${token.user.login}.`);
  return text(403, 'Write access to repository not granted.');
}

/** Smart HTTP: `contents: read` to fetch, `contents: write` to push. */
export async function answerGitRequest(platform: Platform, request: GitEndpointRequest): Promise<GitAnswer> {
  const match = /^\/([^/]+)\/([^/]+?)(\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(
    request.url.pathname,
  );
  const repo = platform.repository(`${match?.[1] ?? ''}/${match?.[2] ?? ''}`);
  if (!repo) return text(404, 'Repository not found.');
  const pathInfo = `/${repo.owner.login}/${repo.name}.git/${match?.[4] ?? ''}`;
  const { method, headers, body, token } = request;
  const gitRequest = { method, pathInfo, query: request.url.search.slice(1), headers, body };
  const service = serviceOf(gitRequest);
  const refused = refusal(platform, token, repo, service);
  if (refused) return refused;
  const rulesUrl = `${platform.repositoryUrl(repo)}/rules`;
  const login = token?.user.login ?? '';
  if (service === 'fetch' || method !== 'POST')
    return answerGit(platform.gitRoot, gitRequest, login, rulesUrl);
  const before = await listRefs(repo.gitDir, 'refs/heads/');
  const answer = await answerGit(platform.gitRoot, gitRequest, login, rulesUrl);
  const changes = await changesSince(repo.gitDir, before);
  if (token) await announcePush(platform, repo, changes, { user: token.user, token });
  return { ...answer, body: rewordRefusals(answer.body, repo.rules) };
}
