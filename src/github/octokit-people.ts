/** The port over comments, issues, reactions, reviews and people. */
import type { getOctokit } from '@actions/github';
import { z } from 'zod';
import { commentIn, historiesIn, issueIn, membersIn, pullIn, reviewIn, roleIn } from './answers.ts';
import { GitHubRefusal, GitHubUnavailable, type PeopleAndPostsPort } from './port.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface PeopleOptions {
  octokit(): Promise<Octokit>;
  owner: string;
  repo: string;
  /** After so many ms without an answer none is waited for. Default: 20 s. */
  timeoutMs?: number;
}

const PER_PAGE = 100;
const TIMEOUT_MS = 20_000;

const HISTORIES = `query($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { body lastEditedAt viewerDidAuthor author { login } editor { login } }
    ... on PullRequestReview { body lastEditedAt viewerDidAuthor author { login } editor { login } }
    ... on Issue { body lastEditedAt viewerDidAuthor author { login } editor { login } }
  }
}`;
const REACT = `mutation($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`;

export function peopleAndPosts({
  octokit,
  owner,
  repo,
  timeoutMs = TIMEOUT_MS,
}: PeopleOptions): PeopleAndPostsPort {
  const here = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;

  /** One request. Values for the path and the query are octokit's to encode. */
  const ask = async (what: string, route: string, values: Record<string, unknown> = {}): Promise<unknown> => {
    try {
      const { request } = await octokit();
      const { data } = await request(route, { ...values, request: { ...once(timeoutMs) } });
      return data;
    } catch (error) {
      throw faultOf(error, what, neededFor(route));
    }
  };
  const graph = async (
    what: string,
    query: string,
    values: Record<string, unknown>,
    needs: string,
  ): Promise<unknown> => {
    try {
      const { graphql } = await octokit();
      return await graphql(query, { ...values, request: { ...once(timeoutMs) } });
    } catch (error) {
      const { errors, data } = error as { errors?: { type?: string }[]; data?: unknown };
      // What is gone is a hole in the answer, and an error beside it.
      if (errors?.every(({ type }) => type === 'NOT_FOUND') && data) return data;
      throw faultOf(error, what, needs);
    }
  };
  async function* pages(what: string, route: string, values: Record<string, unknown>) {
    for (let page = 1; ; page += 1) {
      const found = read(
        z.array(z.unknown()).parse,
        await ask(what, route, { ...values, per_page: PER_PAGE, page }),
        what,
      );
      yield* found;
      if (found.length < PER_PAGE) return;
    }
  }

  return {
    async comment(id) {
      const what = `comment ${id} could not be read`;
      const found = await unlessMissing(() =>
        ask(what, `GET ${here}/issues/comments/{comment_id}`, { comment_id: id }),
      );
      return found === undefined ? undefined : read(commentIn, found, what);
    },
    async createComment(issue, body) {
      const what = `a comment on #${issue} could not be made`;
      const made = await ask(what, `POST ${here}/issues/{issue_number}/comments`, {
        issue_number: issue,
        body,
      });
      return read(commentIn, made, what);
    },
    async editComment(id, body) {
      const what = `comment ${id} could not be edited`;
      return read(
        commentIn,
        await ask(what, `PATCH ${here}/issues/comments/{comment_id}`, { comment_id: id, body }),
        what,
      );
    },
    async *commentsSince(issue, since) {
      const what = `the comments on #${issue} could not be read`;
      const route = `GET ${here}/issues/{issue_number}/comments`;
      for await (const one of pages(what, route, { issue_number: issue, since }))
        yield read(commentIn, one, what);
    },
    async createIssue(issue) {
      const what = 'an issue for the run could not be made';
      return read(issueIn, await ask(what, `POST ${here}/issues`, issue), what);
    },
    async *issuesSince(label, since) {
      const what = `the issues labelled ${label} could not be read`;
      const values = { labels: label, since, state: 'all' };
      for await (const one of pages(what, `GET ${here}/issues`, values)) yield read(issueIn, one, what);
    },
    async react(commentId, reaction) {
      const what = `comment ${commentId} could not be reacted to`;
      const route = `POST ${here}/issues/comments/{comment_id}/reactions`;
      await ask(what, route, { comment_id: commentId, content: reaction });
    },
    async reactToNode(nodeId, reaction) {
      const values = { id: nodeId, content: reaction.toUpperCase() };
      await graph('the review could not be reacted to', REACT, values, '`pull-requests: write`');
    },
    async review(pullRequest, id) {
      const what = `review ${id} of #${pullRequest} could not be read`;
      const route = `GET ${here}/pulls/{pull_number}/reviews/{review_id}`;
      const found = await unlessMissing(() => ask(what, route, { pull_number: pullRequest, review_id: id }));
      return found === undefined ? undefined : read((value) => reviewIn(value, pullRequest), found, what);
    },
    async role(login) {
      const what = `the permission of @${login} could not be read`;
      const route = `GET ${here}/collaborators/{username}/permission`;
      // Apps and accounts that are gone are answered with 404: they have no role.
      const found = await unlessMissing(() => ask(what, route, { username: login }));
      return found === undefined ? 'none' : read(roleIn, found, what);
    },
    async teamMembers(organisation, team) {
      const what = `the members of @${organisation}/${team} could not be read`;
      const members: unknown[] = [];
      try {
        const values = { org: organisation, team_slug: team };
        for await (const one of pages(what, 'GET /orgs/{org}/teams/{team_slug}/members', values))
          members.push(one);
      } catch (error) {
        if (!(error instanceof GitHubRefusal)) throw error;
        throw new GitHubRefusal(
          error.status,
          `${error.message}. \`approvers\` names this team: pass a \`token\` that may read the organisation's members (an App with \`members: read\`); GITHUB_TOKEN never may`,
        );
      }
      return read(membersIn, members, what);
    },
    async pull(number) {
      const what = `pull request #${number} could not be read`;
      const found = await unlessMissing(() =>
        ask(what, `GET ${here}/pulls/{pull_number}`, { pull_number: number }),
      );
      return found === undefined
        ? undefined
        : read((value) => pullIn(value, `${owner}/${repo}`), found, what);
    },
    async histories(nodeIds) {
      const what = 'the history of comments could not be read';
      return read(historiesIn, await graph(what, HISTORIES, { ids: nodeIds }, TO_READ), what);
    },
  };
}

/** Nothing here is asked twice by itself: what happens after no answer is the caller's decision. */
const once = (timeoutMs: number) => ({ retries: 0, signal: AbortSignal.timeout(timeoutMs) });

function read<T>(parse: (value: unknown) => T, value: unknown, what: string): T {
  try {
    return parse(value);
  } catch (error) {
    throw new GitHubUnavailable(200, `${what}: the answer has another shape`, error);
  }
}

async function unlessMissing<T>(request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 404) return undefined;
    throw error;
  }
}

const TO_READ = '`issues: read`, on a pull request `pull-requests: read`';
const TO_WRITE = '`issues: write`, on a pull request `pull-requests: write`';

/** Roles take what every token has, teams what no job's token has. */
function neededFor(route: string): string | undefined {
  if (/\/(?:collaborators|orgs)\//.test(route)) return undefined;
  if (route.includes('/pulls/')) return '`pull-requests: read`';
  return route.startsWith('GET ') ? TO_READ : TO_WRITE;
}

const REFUSALS = new Set([401, 403, 404, 410, 422, 451]);

interface RequestFault {
  status?: number;
  message?: string;
  response?: { headers?: Record<string, string | undefined> };
}

/** A no is a GitHubRefusal; no answer, or a limit on how often one may ask, is not. */
function faultOf(error: unknown, what: string, needs: string | undefined): Error {
  const { status = 0, message = '', response } = error as RequestFault;
  const text = `${what}: ${message}`;
  const isLimit =
    response?.headers?.['x-ratelimit-remaining'] === '0' ||
    response?.headers?.['retry-after'] !== undefined ||
    /rate limit/i.test(message);
  return REFUSALS.has(status) && !isLimit
    ? new GitHubRefusal(status, text, needs)
    : new GitHubUnavailable(status, text, error);
}
