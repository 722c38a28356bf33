import { HttpError, notFound } from './errors.ts';
import { resolveCommit } from './git-store.ts';
import { nodeId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Comment, Issue, Post, Reaction, Repository, Review, RunRecord, Token, User } from './model.ts';
import type { Platform, PlatformEvent } from './platform.ts';
import { renderComment, renderIssue, renderPull } from './render/issues.ts';
import { reactionContents, renderReview, renderUser } from './render/people.ts';
import { renderRepository } from './render/repository.ts';

/** Who does something, and with which token (null: a person in the browser). */
export interface Doer {
  user: User;
  token: Token | null;
}

/** GitHub's limit, named in its own error message. */
const maxBody = 65_536;

function checkBody(body: string): void {
  if ([...body].length > maxBody) {
    throw new HttpError(422, 'Validation Failed', {
      errors: [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ],
    });
  }
}

/** Events of issues run on the default branch. */
export async function issueEvent(
  platform: Platform,
  repo: Repository,
  name: string,
  action: string,
  sender: User,
  payload: JsonObject,
  title: string,
): Promise<PlatformEvent> {
  return {
    name,
    action,
    repo,
    headRepo: repo,
    sender,
    ref: `refs/heads/${repo.defaultBranch}`,
    sha: (await resolveCommit(repo.gitDir, `refs/heads/${repo.defaultBranch}`)) ?? '',
    title,
    payload: {
      action,
      ...payload,
      repository: renderRepository(repo, platform.urls),
      sender: renderUser(sender, platform.urls),
    },
  };
}

export function issueOf(repo: Repository, number: number): Issue {
  const issue = repo.issues.get(number);
  if (!issue) throw notFound();
  return issue;
}

export function commentOf(repo: Repository, id: number): Comment {
  const comment = repo.comments.get(id);
  if (!comment) throw notFound();
  return comment;
}

function newPost(platform: Platform, kind: 'issue' | 'comment', doer: Doer, body: string): Post {
  const id = platform.ids.next(kind);
  const now = platform.now();
  return {
    id,
    nodeId: nodeId(kind, id),
    author: doer.user,
    body,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    edits: [],
    reactions: [],
    viaApp: doer.token !== null && doer.token.kind !== 'user',
  };
}

export function addLabel(
  platform: Platform,
  repo: Repository,
  name: string,
  color = 'ededed',
  description: string | null = null,
) {
  const label = { id: platform.ids.next('label'), name, color, description };
  repo.labels.set(name.toLowerCase(), label);
  return label;
}

/** Labels that do not exist yet are made, as GitHub does for people who may write. */
export function labelIssue(platform: Platform, repo: Repository, issue: Issue, names: string[]): void {
  for (const name of names) {
    const label = repo.labels.get(name.toLowerCase()) ?? addLabel(platform, repo, name);
    if (!issue.labels.includes(label.name)) issue.labels.push(label.name);
  }
}

/** Issues and pull requests share one series of numbers. */
export function nextNumber(repo: Repository): number {
  return Math.max(0, ...repo.issues.keys()) + 1;
}

export async function createIssue(
  platform: Platform,
  repo: Repository,
  doer: Doer,
  parts: { title: string; body?: string; labels?: string[] },
): Promise<{ issue: Issue; runs: RunRecord[] }> {
  if (!repo.hasIssues) throw new HttpError(410, 'Issues has been disabled in this repository.');
  checkBody(parts.body ?? '');
  const issue: Issue = {
    ...newPost(platform, 'issue', doer, parts.body ?? ''),
    number: nextNumber(repo),
    title: parts.title,
    state: 'open',
    stateReason: null,
    labels: [],
    closedAt: null,
    locked: false,
    pull: null,
  };
  repo.issues.set(issue.number, issue);
  labelIssue(platform, repo, issue, parts.labels ?? []);
  const payload = { issue: renderIssue(issue, repo, platform.urls) };
  const event = await issueEvent(platform, repo, 'issues', 'opened', doer.user, payload, issue.title);
  return { issue, runs: await platform.emit(event, doer.token) };
}

async function commentEvent(
  platform: Platform,
  repo: Repository,
  action: string,
  doer: Doer,
  comment: Comment,
  more: JsonObject,
) {
  const issue = issueOf(repo, comment.issueNumber);
  const payload = {
    issue: renderIssue(issue, repo, platform.urls),
    comment: renderComment(comment, issue, repo, platform.urls),
    ...more,
  };
  const event = await issueEvent(platform, repo, 'issue_comment', action, doer.user, payload, issue.title);
  return platform.emit(event, doer.token);
}

export async function createComment(
  platform: Platform,
  repo: Repository,
  number: number,
  doer: Doer,
  body: string,
) {
  const issue = issueOf(repo, number);
  if (!body.trim()) {
    throw new HttpError(422, 'Validation Failed', {
      errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }],
    });
  }
  checkBody(body);
  if (issue.locked && doer.token?.kind === 'user') {
    throw new HttpError(403, 'Unable to create comment because issue is locked.');
  }
  const comment: Comment = {
    ...newPost(platform, 'comment', doer, body),
    issueNumber: number,
    minimizedReason: null,
  };
  repo.comments.set(comment.id, comment);
  issue.updatedAt = comment.createdAt;
  return { comment, runs: await commentEvent(platform, repo, 'created', doer, comment, {}) };
}

/** An edit is remembered: `lastEditedAt` tells it even within the same second. */
export function editPost(platform: Platform, post: Post, editor: User, body: string): void {
  checkBody(body);
  post.edits.push({ editor, at: platform.now(), body: post.body });
  post.body = body;
  post.updatedAt = platform.now();
  post.lastEditedAt = post.updatedAt;
}

export async function editComment(
  platform: Platform,
  repo: Repository,
  id: number,
  doer: Doer,
  body: string,
) {
  const comment = commentOf(repo, id);
  const before = comment.body;
  editPost(platform, comment, doer.user, body);
  return commentEvent(platform, repo, 'edited', doer, comment, { changes: { body: { from: before } } });
}

export async function deleteComment(platform: Platform, repo: Repository, id: number, doer: Doer) {
  const comment = commentOf(repo, id);
  repo.comments.delete(id);
  return commentEvent(platform, repo, 'deleted', doer, comment, {});
}

/** One reaction per person and content; the same one again gives back the first. */
export function react(
  platform: Platform,
  post: { reactions: Reaction[] },
  user: User,
  content: string,
): { reaction: Reaction; isNew: boolean } {
  if (!reactionContents.some((known) => known === content)) {
    throw new HttpError(422, 'Validation Failed', {
      errors: [{ resource: 'Reaction', field: 'content', code: 'invalid' }],
    });
  }
  const existing = post.reactions.find(
    (reaction) => reaction.user.id === user.id && reaction.content === content,
  );
  if (existing) return { reaction: existing, isNew: false };
  const id = platform.ids.next('reaction');
  const reaction = { id, nodeId: nodeId('reaction', id), user, content, createdAt: platform.now() };
  post.reactions.push(reaction);
  return { reaction, isNew: true };
}

export async function changeIssueState(
  platform: Platform,
  repo: Repository,
  issue: Issue,
  doer: Doer,
  state: 'open' | 'closed',
  reason: string | null,
) {
  if (issue.state === state) return [];
  issue.state = state;
  issue.stateReason = state === 'closed' ? (reason ?? 'completed') : 'reopened';
  issue.closedAt = state === 'closed' ? platform.now() : null;
  const payload = { issue: renderIssue(issue, repo, platform.urls) };
  const action = state === 'closed' ? 'closed' : 'reopened';
  return platform.emit(
    await issueEvent(platform, repo, 'issues', action, doer.user, payload, issue.title),
    doer.token,
  );
}

export async function submitReview(
  platform: Platform,
  repo: Repository,
  number: number,
  doer: Doer,
  parts: { state: Review['state']; body?: string; commitId?: string },
) {
  const issue = issueOf(repo, number);
  if (!issue.pull) throw notFound();
  const id = platform.ids.next('review');
  const review: Review = {
    id,
    nodeId: nodeId('review', id),
    issueNumber: number,
    author: doer.user,
    body: parts.body ?? '',
    state: parts.state,
    commitId: parts.commitId ?? issue.pull.headSha,
    submittedAt: platform.now(),
    lastEditedAt: null,
    reactions: [],
  };
  repo.reviews.set(id, review);
  // Payloads spell the state in lower case, the API in capitals.
  const rendered = { ...renderReview(review, repo, platform.urls), state: review.state.toLowerCase() };
  const payload = { review: rendered, pull_request: renderPull(issue, issue.pull, repo, platform.urls) };
  const event = await issueEvent(
    platform,
    repo,
    'pull_request_review',
    'submitted',
    doer.user,
    payload,
    issue.title,
  );
  event.ref = `refs/pull/${number}/merge`;
  event.sha = issue.pull.mergeSha ?? issue.pull.headSha;
  event.headRepo = issue.pull.headRepo;
  event.pullNumber = number;
  return { review, runs: await platform.emit(event, doer.token) };
}
