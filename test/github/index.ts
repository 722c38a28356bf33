import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Platform } from './platform.ts';
import { listen } from './server.ts';

export { expireArtifact, runtimeToken } from './artifacts.ts';
export {
  changeIssueState,
  createComment,
  createIssue,
  deleteComment,
  editComment,
  submitReview,
} from './conversation.ts';
export type { Fault, FaultAction, FaultOrder, RequestClass } from './faults.ts';
export * from './model.ts';
export { type Automation, Platform, type PlatformEvent } from './platform.ts';
export { forkRepository, openPull } from './pulls.ts';
export { announcePush, setPushRules } from './pushes.ts';
export type { RequestFilter, RequestRecord } from './request-log.ts';

export interface StandIn {
  platform: Platform;
  /** Where everything of this stand-in lies on disk. */
  folder: string;
  /** Stops the server and removes its files; throws if anything broke GitHub's description. */
  close(): Promise<void>;
}

/** Starts a GitHub for one test: an empty world behind one loopback server. */
export async function startStandIn(): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'longhaul-github-'));
  const platform = new Platform(join(folder, 'git'));
  const server = await listen(platform);
  const close = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    if (platform.violations.length > 0)
      throw new Error(`Not as GitHub describes it:\n${platform.violations.join('\n')}`);
  };
  return { platform, folder, close };
}
