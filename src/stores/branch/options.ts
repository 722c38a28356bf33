/** What a branch store is made of. */

import type { IsAlive } from '../liveness.ts';
import type { Machine } from '../owner.ts';
import type { SigningPolicy } from '../signature.ts';
import type { WatchPace } from '../watch.ts';
import type { GitOptions } from './git.ts';
import type { RetryPolicy } from './remote.ts';

export interface BranchOptions extends GitOptions {
  /** Absolute path: working copies as `<workDir>/<runId>`, and our git repositories. Never the workspace. */
  workDir: string;
  /** The workspace: run.json's importPath is kept as if the run lay in its `.a5c/runs`. */
  workspace: string;
  /** Template of the runs' branches; default `longhaul/{run-id}`. */
  branch?: string;
  isAlive?: IsAlive;
  machine?: Machine;
  now?: () => number;
  warn?: (message: string) => void;
  retry?: RetryPolicy;
  mailPace?: WatchPace;
  /** Signs every save and message, and demands the signature of what is read (T3). */
  signing?: SigningPolicy | undefined;
}
