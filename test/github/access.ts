import { HttpError, notAccessible, notFound } from './errors.ts';
import type { Access, Repository, Role, Scope, Token } from './model.ts';
import type { Platform } from './platform.ts';

const ranks: Record<Access, number> = { none: 0, read: 1, write: 2 };
const roleRanks: Record<Role, number> = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

export const roleAtLeast = (role: Role, least: Role): boolean => roleRanks[role] >= roleRanks[least];

/** What a person's role amounts to in the words of token permissions. */
function accessOfRole(role: Role, scope: Scope): Access {
  if (role === 'none') return 'none';
  if (scope === 'administration') return role === 'admin' ? 'write' : 'none';
  // Whoever may read may also open issues and comment on them.
  if (scope === 'issues' || scope === 'members') return scope === 'issues' ? 'write' : 'read';
  if (scope === 'pull-requests') return roleAtLeast(role, 'triage') ? 'write' : 'read';
  return roleAtLeast(role, 'write') ? 'write' : 'read';
}

export function accessOf(platform: Platform, token: Token, repo: Repository, scope: Scope): Access {
  if (token.kind === 'user') return accessOfRole(platform.roleOf(repo, token.user), scope);
  if (token.repository !== repo) return repo.visibility === 'public' ? 'read' : 'none';
  return token.permissions?.[scope] ?? 'none';
}

export const allows = (granted: Access, needed: Access): boolean => ranks[granted] >= ranks[needed];

/** A need such as `issues:write`; one of several is enough. */
export type Need = `${Scope}:${'read' | 'write'}`;

const parts = (need: Need): [Scope, Access] => need.split(':') as [Scope, Access];

/** Refuses a request as GitHub does: 401 without a token, 404 for what may not be seen, else 403. */
export function requireAccess(
  platform: Platform,
  token: Token | null,
  repo: Repository,
  needs: readonly Need[],
): void {
  if (token === null) {
    if (repo.visibility === 'public' && needs.every((need) => need.endsWith(':read'))) return;
    throw repo.visibility === 'public' ? new HttpError(401, 'Requires authentication') : notFound();
  }
  const visible = token.kind === 'user' ? platform.roleOf(repo, token.user) !== 'none' : true;
  if (!visible || (token.kind !== 'user' && token.repository !== repo && repo.visibility === 'private'))
    throw notFound();
  const granted = needs.some((need) => {
    const [scope, access] = parts(need);
    return allows(accessOf(platform, token, repo, scope), access);
  });
  if (granted || needs.length === 0) return;
  const [scope, access] = parts(needs[0] ?? 'contents:read');
  if (token.kind === 'user') throw new HttpError(403, 'Must have admin rights to Repository.');
  throw notAccessible(scope.replace('-', '_'), access);
}
