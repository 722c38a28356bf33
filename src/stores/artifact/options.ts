/** What an artifact store is made of. */
import type { IsAlive } from '../liveness.ts';
import type { Machine } from '../owner.ts';
import type { SigningPolicy } from '../signature.ts';
import type { WatchPace } from '../watch.ts';
import type { Runtime } from './client.ts';
import type { ThisJob } from './place.ts';

export interface ArtifactOptions {
  /** `owner/name` */
  repository: string;
  apiUrl: string;
  /** Reading needs `actions: read`; deleting mail and ended runs `actions: write`. */
  token: string;
  /** What the runner gives to steps for uploads; undefined: this process can only read. */
  runtime: Runtime | undefined;
  job: ThisJob;
  /** Absolute path: working copies as `<workDir>/<runId>`. Never the workspace. */
  workDir: string;
  /** The workspace: run.json's importPath is kept as if the run lay in its `.a5c/runs`. */
  workspace: string;
  signing?: SigningPolicy | undefined;
  isAlive?: IsAlive;
  machine?: Machine;
  now?: () => number;
  warn?: (message: string) => void;
  retry?: { attempts: number; delayMs: number };
  mailPace?: WatchPace;
}
