import { type Access, type Permissions, scopes } from '../github/index.ts';
import { isObject } from '../github/json.ts';

/** What a `permissions:` key may name; Apps have more. */
const jobScopes = scopes.filter((scope) => scope !== 'members' && scope !== 'administration');

const all = (access: Access): Permissions =>
  Object.fromEntries(
    jobScopes.map((scope) => [scope, scope === 'id-token' && access === 'read' ? 'none' : access]),
  );

/** The repository's setting: "read repository contents and packages", or everything. */
export function defaultPermissions(setting: 'read' | 'write'): Permissions {
  if (setting === 'write') return { ...all('write'), 'id-token': 'none' };
  return { contents: 'read', packages: 'read' };
}

function read(declared: unknown): Permissions | null {
  if (declared === undefined || declared === null) return null;
  if (declared === 'read-all') return all('read');
  if (declared === 'write-all') return all('write');
  const granted: Permissions = {};
  if (!isObject(declared)) return granted;
  for (const scope of jobScopes) {
    const access = declared[scope];
    if (access === 'read' || access === 'write') granted[scope] = access;
  }
  return granted;
}

const ranks: Record<Access, number> = { none: 0, read: 1, write: 2 };

/** The lower of two grants, scope by scope. */
export function cap(wanted: Permissions, limit: Permissions): Permissions {
  const result: Permissions = {};
  for (const scope of jobScopes) {
    const [a, b] = [wanted[scope] ?? 'none', limit[scope] ?? 'none'];
    const lower = ranks[a] <= ranks[b] ? a : b;
    if (lower !== 'none') result[scope] = lower;
  }
  return result;
}

/**
 * A job's token: the job's key wins over the workflow's, that over the repository's setting; where a key is
 * present, scopes that it does not list get nothing. Pull requests from forks get reading only.
 */
export function jobPermissions(
  declared: { job: unknown; workflow: unknown },
  context: { setting: 'read' | 'write'; fromFork: boolean; caller: Permissions | null },
): Permissions {
  const own = read(declared.job) ?? read(declared.workflow);
  let granted = own ?? context.caller ?? defaultPermissions(context.setting);
  if (context.caller) granted = cap(granted, context.caller);
  return context.fromFork ? cap(granted, all('read')) : granted;
}
