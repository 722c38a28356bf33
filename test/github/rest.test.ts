import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitFiles } from './git-store.ts';
import {
  announcePush,
  createComment,
  createIssue,
  editComment,
  openPull,
  type Permissions,
  type Repository,
  type StandIn,
  startStandIn,
  submitReview,
} from './index.ts';
import { asObject, type JsonObject } from './json.ts';

let github: StandIn;
let repo: Repository;

const workflow = `name: Build
on:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [low, high], default: low }
      flag: { type: boolean }
      name: { required: true }
jobs:
  a: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] }
`;

beforeEach(async () => {
  github = await startStandIn();
  repo = await github.platform.addRepository('acme/app', {
    roles: { ann: 'write', tom: 'triage', max: 'maintain' },
  });
  await commitFiles(
    repo.gitDir,
    'refs/heads/main',
    { 'README.md': 'hello\n', '.github/workflows/build.yml': workflow },
    'first',
  );
});
afterEach(() => github.close());

interface Reply {
  status: number;
  headers: Headers;
  body: JsonObject;
  list: JsonObject[];
}

async function request(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers = {},
): Promise<Reply> {
  const response = await fetch(github.platform.urls.api + path, {
    method,
    redirect: 'manual',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    body: asObject(parsed),
    list: Array.isArray(parsed) ? parsed.map(asObject) : [],
  };
}

const job = (permissions: Permissions): string => github.platform.mintJobToken(repo, permissions).value;
const person = (login: string): string => github.platform.mintUserToken(login).value;
const R = '/repos/acme/app';

describe('issues and comments', () => {
  it('creates, edits, lists and deletes comments whose ids lie above 2^31', async () => {
    const token = job({ issues: 'write' });
    const issue = await request(token, 'POST', `${R}/issues`, {
      title: 'Deploy',
      body: 'please',
      labels: ['longhaul'],
    });
    expect(issue.status).toBe(201);
    expect(issue.body.labels).toMatchObject([{ name: 'longhaul' }]);
    const made = await request(token, 'POST', `${R}/issues/1/comments`, { body: 'one' });
    expect(made.status).toBe(201);
    expect(made.body.id).toBeGreaterThan(2 ** 31);
    expect(made.body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(made.body.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    const edited = await request(token, 'PATCH', `${R}/issues/comments/${made.body.id}`, { body: 'two' });
    expect(edited.body.body).toBe('two');
    for (let n = 0; n < 3; n += 1)
      await request(token, 'POST', `${R}/issues/1/comments`, { body: `more ${n}` });
    const page = await request(token, 'GET', `${R}/issues/1/comments?per_page=2&page=1`);
    expect(page.list).toHaveLength(2);
    expect(page.headers.get('link')).toContain('page=2>; rel="next"');
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect((await request(token, 'GET', next.replace(github.platform.urls.api, ''))).list).toHaveLength(2);
    expect((await request(token, 'DELETE', `${R}/issues/comments/${made.body.id}`)).status).toBe(204);
    expect((await request(token, 'GET', `${R}/issues/comments/${made.body.id}`)).status).toBe(404);
  });

  it('keeps the history of edits for GraphQL', async () => {
    const ann = { user: github.platform.user('ann'), token: null };
    await createIssue(github.platform, repo, ann, { title: 'x' });
    const { comment } = await createComment(github.platform, repo, 1, ann, '/approve');
    const query = `query($id: ID!) { node(id: $id) { __typename ... on IssueComment {
      fullDatabaseId lastEditedAt author { login } editor { login } userContentEdits(first: 5) { totalCount } } } }`;
    const ask = async () => {
      const reply = await request(job({ issues: 'read' }), 'POST', '/graphql', {
        query,
        variables: { id: comment.nodeId },
      });
      return asObject(asObject(reply.body.data).node);
    };
    expect(await ask()).toEqual({
      __typename: 'IssueComment',
      fullDatabaseId: String(comment.id),
      lastEditedAt: null,
      author: { login: 'ann' },
      editor: null,
      userContentEdits: { totalCount: 0 },
    });
    await editComment(github.platform, repo, comment.id, ann, '/reject');
    expect(await ask()).toMatchObject({
      lastEditedAt: comment.updatedAt,
      userContentEdits: { totalCount: 1 },
    });
    const small = await request(job({ issues: 'read' }), 'POST', '/graphql', {
      query: `{ node(id: "${comment.nodeId}") { ... on IssueComment { databaseId } } }`,
    });
    expect(JSON.stringify(small.body.errors)).toContain('32-bit');
  });

  it('adds a reaction once, by REST and by GraphQL', async () => {
    const ann = { user: github.platform.user('ann'), token: null };
    await createIssue(github.platform, repo, ann, { title: 'x' });
    const { comment } = await createComment(github.platform, repo, 1, ann, 'hi');
    const path = `${R}/issues/comments/${comment.id}/reactions`;
    const token = job({ issues: 'write' });
    expect((await request(token, 'POST', path, { content: 'confused' })).status).toBe(201);
    expect((await request(token, 'POST', path, { content: 'confused' })).status).toBe(200);
    const mutation =
      'mutation($s: ID!) { addReaction(input: {subjectId: $s, content: EYES}) { reaction { content } } }';
    const reply = await request(token, 'POST', '/graphql', {
      query: mutation,
      variables: { s: comment.nodeId },
    });
    expect(reply.body).toEqual({ data: { addReaction: { reaction: { content: 'EYES' } } } });
    expect((await request(token, 'GET', path)).list.map(({ content }) => content)).toEqual([
      'confused',
      'eyes',
    ]);
    const poor = await request(job({}), 'POST', '/graphql', {
      query: mutation,
      variables: { s: comment.nodeId },
    });
    expect(poor.body.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  });
});

describe('permissions', () => {
  it('answers 403 beyond the permissions of a job token, and names what it would take', async () => {
    await createIssue(
      github.platform,
      repo,
      { user: github.platform.user('ann'), token: null },
      { title: 'x' },
    );
    const refused = await request(job({ contents: 'write' }), 'POST', `${R}/issues/1/comments`, {
      body: 'x',
    });
    expect(refused.status).toBe(403);
    expect(refused.body.message).toBe('Resource not accessible by integration');
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write');
    expect((await request(job({ issues: 'read' }), 'GET', `${R}/issues/1`)).status).toBe(200);
    expect((await request(job({}), 'GET', `${R}/actions/runs`)).status).toBe(403);
    expect(
      (await request(job({ contents: 'read' }), 'POST', `${R}/git/blobs`, { content: 'x' })).status,
    ).toBe(403);
    expect((await request(job({}), 'GET', '/orgs/acme/teams/ops/memberships/ann')).status).toBe(403);
    expect((await request(job({ issues: 'write' }), 'GET', '/user')).status).toBe(403);
    expect((await request('ghs_unknown', 'GET', R)).status).toBe(401);
    expect((await request(null, 'POST', `${R}/issues`, { title: 'x' })).status).toBe(401);
  });

  it('tells roles in old and new words, and teams to Apps that may read members', async () => {
    const ask = async (login: string) =>
      (await request(job({}), 'GET', `${R}/collaborators/${login}/permission`)).body;
    expect(await ask('ann')).toMatchObject({ permission: 'write', role_name: 'write' });
    expect(await ask('tom')).toMatchObject({ permission: 'read', role_name: 'triage' });
    expect(await ask('max')).toMatchObject({ permission: 'write', role_name: 'maintain' });
    github.platform.user('eve');
    expect(await ask('eve')).toMatchObject({ permission: 'read', role_name: 'read' });
    expect(await ask('github-actions[bot]')).toMatchObject({ permission: 'none' });
    github.platform.addTeam('acme', 'ops', ['ann']);
    const app = github.platform.mintAppToken(repo, 'gate[bot]', { members: 'read' }).value;
    expect((await request(app, 'GET', '/orgs/acme/teams/ops/memberships/ann')).body).toMatchObject({
      state: 'active',
    });
    expect((await request(app, 'GET', '/orgs/acme/teams/ops/memberships/tom')).status).toBe(404);
  });

  it('refuses keys that GitHub does not know', async () => {
    const token = job({ issues: 'write' });
    const reply = await request(token, 'POST', `${R}/issues`, { title: 'x', titel: 'y' });
    expect(reply.status).toBe(422);
    expect(reply.body.message).toContain('"titel" is not a permitted key');
    expect((await request(token, 'GET', `${R}/issues?stat=open`)).status).toBe(422);
    expect((await request(token, 'GET', `${R}/nothing/of/that/kind`)).status).toBe(404);
    expect(github.platform.violations.splice(0)).toHaveLength(3);
  });
});

describe('git data', () => {
  it('writes a commit through blobs, trees, commits and refs with compare-and-set', async () => {
    const token = job({ contents: 'write' });
    const head = (await request(token, 'GET', `${R}/git/ref/heads/main`)).body;
    const parent = String(asObject(head.object).sha);
    const blob = await request(token, 'POST', `${R}/git/blobs`, { content: 'aGk=', encoding: 'base64' });
    const tree = await request(token, 'POST', `${R}/git/trees`, {
      base_tree: parent,
      tree: [
        { path: 'a/b.txt', mode: '100644', type: 'blob', sha: blob.body.sha },
        { path: 'c.txt', mode: '100644', type: 'blob', content: 'inline' },
      ],
    });
    const commit = await request(token, 'POST', `${R}/git/commits`, {
      message: 'm',
      tree: tree.body.sha,
      parents: [parent],
    });
    expect(commit.status).toBe(201);
    expect(
      (await request(token, 'POST', `${R}/git/refs`, { ref: 'refs/durable/x', sha: commit.body.sha })).status,
    ).toBe(201);
    const twice = await request(token, 'POST', `${R}/git/refs`, {
      ref: 'refs/durable/x',
      sha: commit.body.sha,
    });
    expect(twice).toMatchObject({ status: 422, body: { message: 'Reference already exists' } });
    const update = { sha: commit.body.sha };
    expect((await request(token, 'PATCH', `${R}/git/refs/heads/main`, update)).status).toBe(200);
    expect(
      (await request(token, 'PATCH', `${R}/git/refs/heads/main`, { sha: parent })).body.message,
    ).toContain('fast forward');
    const file = await request(token, 'GET', `${R}/contents/a/b.txt`);
    expect(Buffer.from(String(file.body.content), 'base64').toString()).toBe('hi');
    const compared = await request(token, 'GET', `${R}/compare/${parent}...main`);
    expect(compared.body).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect((await request(token, 'GET', `${R}/commits/main`)).body.sha).toBe(commit.body.sha);
    expect((await request(token, 'GET', `${R}/commits`)).list).toHaveLength(2);
    expect((await request(token, 'GET', `${R}/branches/main`)).status).toBe(200);
    expect((await request(token, 'GET', `${R}/branches`)).list).toHaveLength(1);
    expect((await request(token, 'GET', `${R}/git/trees/main?recursive=1`)).status).toBe(200);
    expect((await request(token, 'GET', `${R}/git/matching-refs/durable/`)).list).toHaveLength(1);
    expect((await request(token, 'DELETE', `${R}/git/refs/durable/x`)).status).toBe(204);
    const put = { message: 'm', content: 'bmV3', branch: 'main' };
    expect((await request(token, 'PUT', `${R}/contents/new.txt`, put)).status).toBe(201);
  });
});

describe('the rest of the REST paths', () => {
  it('answers as described for repositories, pulls, reviews, labels, checks and statuses', async () => {
    await commitFiles(repo.gitDir, 'refs/heads/topic', { 'x.txt': 'x' }, 'topic');
    const ann = { user: github.platform.user('ann'), token: null };
    // A branch without common history is still a pull request here: its tree is the head's.
    const { pull } = await openPull(github.platform, repo, ann, { title: 'Topic', head: 'topic' });
    const { review } = await submitReview(github.platform, repo, 1, ann, { state: 'APPROVED', body: 'fine' });
    const all = job({
      issues: 'write',
      'pull-requests': 'write',
      checks: 'write',
      statuses: 'write',
      actions: 'write',
    });
    expect((await request(all, 'GET', R)).body).toMatchObject({
      full_name: 'acme/app',
      default_branch: 'main',
    });
    expect((await request(all, 'GET', `${R}/pulls/1`)).body).toMatchObject({
      head: { sha: pull.headSha },
      merged: false,
    });
    expect((await request(all, 'GET', `${R}/pulls`)).list).toHaveLength(1);
    expect((await request(all, 'GET', `${R}/issues/1`)).body.pull_request).toBeDefined();
    expect((await request(all, 'GET', `${R}/pulls/1/reviews/${review.id}`)).body.state).toBe('APPROVED');
    expect((await request(all, 'GET', `${R}/pulls/1/reviews`)).list).toHaveLength(1);
    expect((await request(all, 'POST', `${R}/labels`, { name: 'bug', color: 'ff0000' })).status).toBe(201);
    expect((await request(all, 'POST', `${R}/labels`, { name: 'Bug' })).status).toBe(422);
    expect((await request(all, 'POST', `${R}/issues/1/labels`, { labels: ['bug'] })).list).toHaveLength(1);
    expect((await request(all, 'DELETE', `${R}/issues/1/labels/bug`)).list).toHaveLength(0);
    const check = await request(all, 'POST', `${R}/check-runs`, { name: 'gate', head_sha: pull.headSha });
    expect(check.status).toBe(201);
    const done = { conclusion: 'success', output: { title: 't', summary: 's' } };
    expect((await request(all, 'PATCH', `${R}/check-runs/${check.body.id}`, done)).body.status).toBe(
      'completed',
    );
    expect((await request(all, 'POST', `${R}/statuses/${pull.headSha}`, { state: 'success' })).status).toBe(
      201,
    );
    expect((await request(all, 'PATCH', `${R}/issues/1`, { state: 'closed' })).body.state).toBe('closed');
    expect((await request(all, 'GET', '/rate_limit')).status).toBe(200);
    expect((await request(person('ann'), 'GET', '/user')).body.login).toBe('ann');
    expect((await request(all, 'GET', '/users/ann')).body.login).toBe('ann');
    expect((await request(all, 'GET', `${R}/actions/workflows`)).body.total_count).toBe(1);
    expect((await request(all, 'GET', `${R}/actions/workflows/build.yml`)).body.name).toBe('Build');
    expect((await request(all, 'GET', `${R}/actions/artifacts?name=x`)).body.total_count).toBe(0);
    await announcePush(github.platform, repo, [], ann);
  });

  it('checks the inputs of a dispatch', async () => {
    const dispatch = (inputs: JsonObject, ref = 'main') =>
      request(job({ actions: 'write' }), 'POST', `${R}/actions/workflows/build.yml/dispatches`, {
        ref,
        inputs,
      });
    expect((await dispatch({ name: 'n', extra: '1' })).body.message).toBe(
      'Unexpected inputs provided: ["extra"]',
    );
    expect((await dispatch({})).body.message).toBe("Required input 'name' not provided");
    expect((await dispatch({ name: 'n', level: 'mid' })).body.message).toContain(
      'not in the list of allowed values',
    );
    expect((await dispatch({ name: 'n' }, 'nowhere')).body.message).toBe('No ref found for: nowhere');
    const many = Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`i${n}`, 'x']));
    expect((await dispatch(many)).status).toBe(422);
    expect(github.platform.violations.splice(0)).toHaveLength(1);
    expect(
      (
        await request(job({ actions: 'read' }), 'POST', `${R}/actions/workflows/build.yml/dispatches`, {
          ref: 'main',
        })
      ).status,
    ).toBe(403);
  });

  it('answers a conditional request with 304 that costs nothing, and limits the rate', async () => {
    const token = job({ issues: 'read' });
    const first = await request(token, 'GET', `${R}/issues`);
    const etag = first.headers.get('etag') ?? '';
    const second = await request(token, 'GET', `${R}/issues`, undefined, { 'if-none-match': etag });
    expect(second.status).toBe(304);
    expect(second.headers.get('x-ratelimit-used')).toBe('1');
    github.platform.rateLimit = 1;
    const limited = await request(token, 'GET', `${R}/issues`);
    expect(limited).toMatchObject({
      status: 403,
      body: { message: 'API rate limit exceeded for installation.' },
    });
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
  });
});

describe('faults', () => {
  it('hits the n-th matching request only', async () => {
    const token = job({ issues: 'read' });
    const fault = github.platform.faults.add({
      class: 'rest',
      path: '/issues',
      nth: 2,
      times: 2,
      action: { status: 502 },
    });
    const seen = [];
    for (let n = 0; n < 4; n += 1) seen.push((await request(token, 'GET', `${R}/issues`)).status);
    expect(seen).toEqual([200, 502, 502, 200]);
    expect(fault.hits).toBe(2);
  });

  it('resets, truncates, delays and loses an answer after the effect', async () => {
    const token = job({ issues: 'write' });
    const order = github.platform.faults;
    order.add({ method: 'POST', phase: 'after', action: { reset: true } });
    await expect(
      request(token, 'POST', `${R}/issues`, { title: 'made, but nobody heard' }),
    ).rejects.toThrow();
    expect(repo.issues.size).toBe(1);
    order.clear();
    order.add({ method: 'GET', action: { truncate: 10 } });
    await expect(request(token, 'GET', `${R}/issues`)).rejects.toThrow();
    order.add({ method: 'GET', action: { delay: 150 } });
    const before = Date.now();
    await request(token, 'GET', `${R}/issues`);
    expect(Date.now() - before).toBeGreaterThanOrEqual(145);
    const hang = order.add({ method: 'GET', action: { hang: true } });
    const answered = request(token, 'GET', `${R}/issues`);
    expect(await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 100, 'silent'))])).toBe(
      'silent',
    );
    hang.release();
    expect((await answered).status).toBe(200);
    expect(github.platform.log.byClass().rest).toBe(4);
    expect(github.platform.log.count({ method: 'POST' })).toBe(1);
  });
});
