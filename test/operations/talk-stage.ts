/** A run that is driven here, an issue on the stand-in for GitHub, and people who comment there. */
import { afterEach, beforeEach } from 'vitest';
import { octokitPort } from '../../src/github/octokit.ts';
import type { Actor } from '../../src/journal/events.ts';
import { rulesOf, Talk, type TalkOptions } from '../../src/operations/talk.ts';
import type { Bench } from '../engine/support.ts';
import { commitFiles } from '../github/git-store.ts';
import {
  type Comment,
  createComment,
  createIssue,
  type Permissions,
  type Repository,
  type StandIn,
  startStandIn,
} from '../github/index.ts';

export let github: StandIn;
export let repo: Repository;
export let issue: number;

beforeEach(async () => {
  github = await startStandIn();
  repo = await github.platform.addRepository('acme/app', {
    roles: { ann: 'write', ben: 'write', cem: 'write', rob: 'read' },
  });
  await commitFiles(repo.gitDir, 'refs/heads/main', { 'README.md': 'x\n' }, 'first');
  issue = (await createIssue(github.platform, repo, person('ann'), { title: 'T' })).issue.number;
});
afterEach(() => github.close());

export const person = (login: string) => ({ user: github.platform.user(login), token: null });
export const JOB: Permissions = { issues: 'write', 'pull-requests': 'read' };

/** `token`: another one than the job's; `timeoutMs`: of each request. */
export type Change = Partial<TalkOptions> & { permissions?: Permissions; token?: string; timeoutMs?: number };

export function optionsOf(change: Change = {}): TalkOptions {
  const { permissions = JOB, token, timeoutMs, ...rest } = change;
  return {
    port: octokitPort({
      token: token ?? github.platform.mintJobToken(repo, permissions).value,
      repository: 'acme/app',
      apiUrl: github.platform.urls.api,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    }),
    rules: { approvers: [], minimum: 1, quorum: 0, allowSelf: false, requireHead: false },
    issue: { number: issue, isPull: false },
    remindAfterMs: 0,
    redact: (text) => text,
    place: { workspace: '/nowhere', repositoryUrl: 'https://github.com/acme/app', commit: '' },
    links: [],
    warnings: ['commands run in another commit'],
    ...rest,
  };
}

/** Drives a run in a job of its own. */
export function job(run: Bench, change: Change & { retry?: { by: Actor }; upgrade?: Actor } = {}) {
  const { retry: by, upgrade, ...rest } = change;
  const options = optionsOf(rest);
  return run.drive({
    world: { ...run.world, rulesOf: rulesOf(options) },
    talk: (seat) => new Talk(options, seat),
    ...(by === undefined ? {} : { retry: by }),
    ...(upgrade === undefined ? {} : { actor: upgrade, onCodeChange: 'upgrade' }),
  });
}

export const comments = (on = issue): Comment[] =>
  [...repo.comments.values()].filter(({ issueNumber }) => issueNumber === on);
export const asking = (on = issue): Comment[] =>
  comments(on).filter(({ author, body }) => author.type === 'Bot' && /^\/approve e-/m.test(body));
export const replies = (on = issue): string[] =>
  comments(on)
    .filter(({ body }) => body.includes('<!-- longhaul:reply'))
    .map(({ body }) => body);

/** Tells the run of a comment: its message lies in the mailbox. */
export function deliver(run: Bench, { id }: Comment, attempt = 1): Promise<void> {
  const message = { kind: 'decide', commentId: String(id), issue } as const;
  return run.mail({ ...message, id: `comment-${id}`, attempt });
}

export async function says(login: string, body: string): Promise<Comment> {
  return (await createComment(github.platform, repo, issue, person(login), body)).comment;
}

/** Somebody comments, and the message of it lies in the mailbox. */
export async function comment(run: Bench, login: string, body: string, attempt = 1): Promise<Comment> {
  const made = await says(login, body);
  await deliver(run, made, attempt);
  return made;
}

export const ASK = "return ctx.breakpoint({ question: 'Go?' });";
