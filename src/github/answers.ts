/** What GitHub answers, as far as it is used. Everything that comes from there is parsed here. */
import { z } from 'zod';
import { type History, type Person, type Post, ROLES, type Role, type TrackingIssue } from './port.ts';

const user = z.object({ login: z.string(), id: z.number(), type: z.string() });
const id = z.union([z.number().int(), z.bigint()]).transform(String);

const comment = z.object({
  id,
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: user.nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  issue_url: z.string(),
});
const review = z.object({
  id,
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: user.nullish(),
  submitted_at: z.string(),
});
const issue = z.object({
  number: z.number().int(),
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
});
const permission = z.object({ permission: z.string(), role_name: z.string().optional() });
const pull = z.object({
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  user: user.nullish(),
});
const histories = z.object({
  nodes: z.array(
    z
      .object({
        body: z.string().optional(),
        lastEditedAt: z.string().nullish(),
        viewerDidAuthor: z.boolean().optional(),
        author: z.object({ login: z.string() }).nullish(),
        editor: z.object({ login: z.string() }).nullish(),
      })
      .nullable(),
  ),
});

/** GitHub's stand-in for an account that is gone. */
const GHOST = 'ghost';

export function personIn(value: z.infer<typeof user> | null | undefined): Person | undefined {
  if (value === null || value === undefined || value.login === GHOST) return undefined;
  const isBot = value.type !== 'User' || value.login.endsWith('[bot]');
  return { login: value.login, id: value.id, isBot };
}

export function commentIn(value: unknown): Post {
  const found = comment.parse(value);
  return {
    id: found.id,
    nodeId: found.node_id,
    url: found.html_url,
    body: found.body ?? '',
    author: personIn(found.user),
    createdAt: found.created_at,
    updatedAt: found.updated_at,
    issue: Number(/\/(\d+)$/.exec(found.issue_url)?.[1] ?? 0),
  };
}

export function reviewIn(value: unknown, pullRequest: number): Post {
  const found = review.parse(value);
  return {
    id: found.id,
    nodeId: found.node_id,
    url: found.html_url,
    body: found.body ?? '',
    author: personIn(found.user),
    createdAt: found.submitted_at,
    updatedAt: found.submitted_at,
    issue: pullRequest,
  };
}

export function issueIn(value: unknown): TrackingIssue {
  const found = issue.parse(value);
  return { number: found.number, nodeId: found.node_id, url: found.html_url, body: found.body ?? '' };
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** The exact role; of an organisation's own roles only the old level that it is built on is known. */
export function roleIn(value: unknown): Role {
  const found = permission.parse(value);
  if (found.role_name !== undefined && isRole(found.role_name)) return found.role_name;
  return isRole(found.permission) ? found.permission : 'none';
}

export function pullIn(
  value: unknown,
  repository: string,
): { head: string; author: Person | undefined; isFork: boolean } {
  const found = pull.parse(value);
  const isFork = found.head.repo?.full_name.toLowerCase() !== repository.toLowerCase();
  return { head: found.head.sha, author: personIn(found.user), isFork };
}

export const membersIn = (value: unknown): Person[] =>
  z
    .array(user)
    .parse(value)
    .map(personIn)
    .filter((person) => person !== undefined);

/** What does not say that it was never edited counts as edited. */
export function historiesIn(value: unknown): (History | undefined)[] {
  return histories.parse(value).nodes.map((node) =>
    node === null
      ? undefined
      : {
          isEdited: node.lastEditedAt !== null,
          isForeign: node.lastEditedAt !== null && node.editor?.login !== node.author?.login,
          isOwn: node.viewerDidAuthor === true,
          body: node.body ?? '',
        },
  );
}
