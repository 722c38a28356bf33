/** Who sits at this terminal: recorded with everything a person does. */
import type { Actor } from '../journal/events.ts';

const LONGEST = 100;

/** The name that git commits under here, else the account's. */
export function localActor(cwd: string): Actor {
  return { login: (gitUser(cwd) || account()).slice(0, LONGEST) };
}

function gitUser(cwd: string): string {
  // Loaded when somebody is to be named, not on the way to a worker.
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  try {
    const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] } as const;
    return execFileSync('git', ['config', '--get', 'user.name'], {
      ...options,
      stdio: [...options.stdio],
    }).trim();
  } catch {
    return ''; // no git, or no name in it
  }
}

function account(): string {
  try {
    return process.getBuiltinModule('node:os').userInfo().username || 'unknown';
  } catch {
    return 'unknown'; // a container may run under a number without a name
  }
}
