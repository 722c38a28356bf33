import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { octokitPort } from '../../src/github/octokit.ts';
import { GitHubRefusal, GitHubUnavailable, type Post } from '../../src/github/port.ts';
import { commitFiles } from './git-store.ts';
import {
  createComment,
  createIssue,
  deleteComment,
  editComment,
  openPull,
  type Permissions,
  type Repository,
  type StandIn,
  startStandIn,
  submitReview,
} from './index.ts';

let github: StandIn;
let repo: Repository;

beforeEach(async () => {
  github = await startStandIn();
  repo = await github.platform.addRepository('acme/app', {
    roles: { ann: 'write', max: 'maintain', tom: 'triage', rob: 'read' },
  });
  await commitFiles(repo.gitDir, 'refs/heads/main', { 'README.md': 'x\n' }, 'first');
});
afterEach(() => github.close());

const JOB: Permissions = { issues: 'write', 'pull-requests': 'write', contents: 'read' };
const portOf = (token: string, timeoutMs?: number) =>
  octokitPort({
    token,
    repository: 'acme/app',
    apiUrl: github.platform.urls.api,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
const jobPort = (permissions: Permissions = JOB, timeoutMs?: number) =>
  portOf(github.platform.mintJobToken(repo, permissions).value, timeoutMs);
const person = (login: string) => ({ user: github.platform.user(login), token: null });
const anIssue = async () => (await createIssue(github.platform, repo, person('ann'), { title: 'T' })).issue;

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('comments', () => {
  it('req C13: are made, read, edited, deleted and listed beyond the first page, and their history is known', async () => {
    const { number } = await anIssue();
    const port = jobPort();
    const made = await port.createComment(number, 'hello');
    expect(Number(made.id)).toBeGreaterThan(2 ** 31);
    expect(made).toMatchObject({
      body: 'hello',
      issue: number,
      author: { login: 'github-actions[bot]', isBot: true },
    });
    expect(await port.comment(made.id)).toEqual(made);

    const others: Post[] = [];
    for (let i = 0; i < 120; i++) {
      const { comment } = await createComment(github.platform, repo, number, person('rob'), `comment ${i}`);
      others.push((await port.comment(String(comment.id))) as Post);
    }
    github.platform.log.clear();
    const listed = await collect(port.commentsSince(number, '2020-01-01T00:00:00Z'));
    expect(listed.map(({ body }) => body).at(-1)).toBe('comment 119');
    expect(github.platform.log.count()).toBe(2);

    const [first, second, third] = others as [Post, Post, Post];
    await editComment(github.platform, repo, Number(first.id), person('max'), 'forged');
    await deleteComment(github.platform, repo, Number(second.id), person('ann'));
    expect(await port.comment(second.id)).toBeUndefined();
    const edited = await port.editComment(made.id, 'new text');
    expect(edited.body).toBe('new text');
    github.platform.log.clear();
    expect(await port.histories([first, second, third, made].map(({ nodeId }) => nodeId))).toEqual([
      { isEdited: true, isForeign: true, isOwn: false, body: 'forged' },
      undefined,
      { isEdited: false, isForeign: false, isOwn: false, body: 'comment 2' },
      { isEdited: true, isForeign: false, isOwn: true, body: 'new text' },
    ]);
    expect(github.platform.log.byClass()).toMatchObject({ rest: 0, graphql: 1 });
  });

  it('an account that is gone is nobody', async () => {
    const { number } = await anIssue();
    const { comment } = await createComment(github.platform, repo, number, person('ghost'), '/approve');
    expect((await jobPort().comment(String(comment.id)))?.author).toBeUndefined();
  });

  it('protocol M: creating one is never repeated by itself, and no answer is no refusal', async () => {
    const { number } = await anIssue();
    github.platform.faults.add({
      method: 'POST',
      path: '/comments',
      phase: 'after',
      action: { status: 502 },
    });
    await expect(jobPort().createComment(number, 'once')).rejects.toBeInstanceOf(GitHubUnavailable);
    expect([...repo.comments.values()].map(({ body }) => body)).toEqual(['once']);
    await expect(jobPort({ issues: 'read' }).createComment(number, 'x')).rejects.toMatchObject({
      name: 'GitHubRefusal',
      status: 403,
      needs: '`issues: write`, on a pull request `pull-requests: write`',
    });
    await expect(jobPort({ issues: 'write' }).pull(number)).rejects.toMatchObject({
      status: 403,
      needs: '`pull-requests: read`',
    });
  });

  it('are reacted to, reviews through the GraphQL API', async () => {
    const { number } = await anIssue();
    const { comment } = await createComment(github.platform, repo, number, person('ann'), '/approve');
    await jobPort().react(String(comment.id), 'eyes');
    await jobPort().react(String(comment.id), 'eyes');
    expect(comment.reactions.map(({ content }) => content)).toEqual(['eyes']);

    await commitFiles(repo.gitDir, 'refs/heads/feature', { 'a.txt': 'a\n' }, 'change', 'refs/heads/main');
    const pull = await openPull(github.platform, repo, person('ann'), {
      title: 'P',
      head: 'feature',
      body: '',
    });
    const { review } = await submitReview(github.platform, repo, pull.issue.number, person('max'), {
      state: 'APPROVED',
      body: '/approve',
    });
    const port = jobPort();
    const read = await port.review(pull.issue.number, String(review.id));
    expect(read).toMatchObject({ body: '/approve', author: { login: 'max' }, issue: pull.issue.number });
    await port.reactToNode(read?.nodeId ?? '', 'confused');
    expect(review.reactions.map(({ content }) => content)).toEqual(['confused']);
    expect(await port.histories([review.nodeId])).toEqual([
      { isEdited: false, isForeign: false, isOwn: false, body: '/approve' },
    ]);
    expect(await port.pull(pull.issue.number)).toMatchObject({
      head: pull.pull.headSha,
      author: { login: 'ann' },
      isFork: false,
    });
    expect(await port.pull(999)).toBeUndefined();
  });
});

describe('issues', () => {
  it('a tracking issue is made once, with its label, and found again', async () => {
    const port = jobPort();
    const made = await port.createIssue({ title: 'Run', body: 'marker', labels: ['longhaul'] });
    await anIssue();
    const found = await collect(port.issuesSince('longhaul', '2020-01-01T00:00:00Z'));
    expect(found).toEqual([made]);
    repo.hasIssues = false;
    await expect(port.createIssue({ title: 'Run', body: '', labels: [] })).rejects.toMatchObject({
      status: 410,
    });
  });
});

describe('people', () => {
  it('req C13: the exact role counts; who has none, Apps and unknown accounts have `none`', async () => {
    const port = jobPort();
    expect(await Promise.all(['ann', 'max', 'tom', 'rob', 'acme'].map((login) => port.role(login)))).toEqual([
      'write',
      'maintain',
      'triage',
      'read',
      'admin',
    ]);
    expect(await port.role('github-actions[bot]')).toBe('none');
    expect(await port.role('nobody-at-all')).toBe('none');
  });

  it.each([
    ['a refusal of the token', { status: 403 }, GitHubRefusal],
    ['a rate limit', { status: 403, headers: { 'retry-after': '60' } }, GitHubUnavailable],
    ['an error of the server', { status: 500 }, GitHubUnavailable],
    ['silence', { hang: true as const }, GitHubUnavailable],
    ['a cut connection', { reset: true as const }, GitHubUnavailable],
  ])('%s says nothing about a person', async (_, action, kind) => {
    const port = jobPort(JOB, 'hang' in action ? 100 : 20_000);
    const fault = github.platform.faults.add({ path: '/permission', action });
    await expect(port.role('ann')).rejects.toBeInstanceOf(kind);
    fault.release();
  });

  it('req C13: members of a team are read beyond the first 30, and only with a token that may', async () => {
    const members = Array.from({ length: 130 }, (_, i) => `member-${i}`);
    github.platform.addTeam('acme', 'ops', members);
    await expect(jobPort().teamMembers('acme', 'ops')).rejects.toThrow(/members: read/);
    const app = github.platform.mintAppToken(repo, 'helper[bot]', { ...JOB, members: 'read' });
    const found = await portOf(app.value).teamMembers('acme', 'ops');
    expect(found.map(({ login }) => login)).toEqual(members);
    await expect(portOf(app.value).teamMembers('acme', 'missing')).rejects.toMatchObject({ status: 404 });
  });
});
