/** One push, and what is known of its outcome. */
import { classify, GitError } from './errors.ts';
import type { Git, GitResult } from './git.ts';
import { REMOTE } from './git-environment.ts';

export interface RefUpdate {
  ref: string;
  /** undefined: delete it. */
  to: string | undefined;
  /** The commit that the ref must be at; `null`: it must not exist. Left out: whatever it is at (mail, L4). */
  expected?: string | null;
}

/**
 * `done`: every ref is where it should be. `rejected`: the server, or git before it, said no to at least one and
 * so to all. `unknown`: it may have happened. `refused`: it cannot have happened, and would not the next time.
 */
export type PushOutcome =
  | { kind: 'done'; fresh: boolean }
  | { kind: 'rejected' | 'unknown' | 'refused'; error: GitError };

export async function push(git: Git, updates: readonly RefUpdate[], what: string): Promise<PushOutcome> {
  const leases = updates.flatMap(({ ref, expected }) =>
    expected === undefined ? [] : [`--force-with-lease=${ref}:${expected ?? ''}`],
  );
  const result = await git.call([
    'push',
    '--porcelain',
    '--no-verify',
    // One ref is moved whole or not at all.
    ...(updates.length > 1 ? ['--atomic'] : []),
    ...leases,
    REMOTE,
    ...updates.map(({ ref, to }) => `${to ?? ''}:${ref}`),
  ]);
  return outcomeOf(git, result, what);
}

function outcomeOf(git: Git, result: GitResult, what: string): PushOutcome {
  const lines = result.stdout.toString().split('\n');
  if (result.code === 0) return { kind: 'done', fresh: !lines.some((line) => line.startsWith('=\t')) };
  if (result.timedOut) return { kind: 'unknown', error: git.failure(result, what) };
  const refused = lines.filter((line) => line.startsWith('!\t'));
  // The server went silent after it had everything.
  const noReport = refused.some((line) => line.includes('[remote failure]'));
  if (refused.length > 0 && !noReport) {
    const rule = classify(`${result.stderr}\n${refused.join('\n')}`, what, git.url);
    if (rule.code === 'REJECTED_BY_RULE') return { kind: 'rejected', error: rule };
    const why = refused.map((line) => line.split('\t').at(-1)).join('; ');
    return { kind: 'rejected', error: new GitError('REJECTED', `${git.url} refused a ${what}: ${why}`) };
  }
  if (noReport)
    return { kind: 'unknown', error: new GitError('NETWORK', `${what} at ${git.url}: its answer broke off`) };
  const error = git.failure(result, what);
  if (error.isUnknown) return { kind: 'unknown', error };
  return { kind: 'refused', error };
}
