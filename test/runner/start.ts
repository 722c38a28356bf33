import { join } from 'node:path';
import { commitFiles } from '../github/git-store.ts';
import { type Role, startStandIn } from '../github/index.ts';
import { type ActionSource, ActionStore } from './actions.ts';
import { Attempt } from './attempt.ts';
import { type CancelTimings, platformTimings } from './child.ts';
import type { StartAttempt } from './running.ts';
import { Slots } from './slots.ts';
import { World } from './world.ts';

export interface WorldOptions {
  /** `owner/name`; the owner is an organisation unless it stands in `users`. */
  repo?: string;
  visibility?: 'public' | 'private';
  hasIssues?: boolean;
  /** People and their roles in the repository. */
  users?: Record<string, Role>;
  /** The repository's setting for workflows without a `permissions:` key. */
  defaultWorkflowPermissions?: 'read' | 'write';
  /** Folders of actions: `longhaul/longhaul`, or `./` for `uses: ./` of every repository. */
  actions?: Record<string, ActionSource>;
  secrets?: Record<string, string>;
  vars?: Record<string, string>;
  /** Variables of the runner's own environment. */
  env?: Record<string, string>;
  cancelTimings?: CancelTimings;
  /** Jobs that run at the same time; the others are queued. */
  runners?: number;
  /** Keeps the folders of jobs until the world ends. */
  keepWorkspaces?: boolean;
  /** Another runner than this one. */
  startAttempt?: StartAttempt;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const standIn = await startStandIn();
  const { platform, folder } = standIn;
  const users = options.users ?? { ann: 'admin' };
  for (const login of Object.keys(users)) platform.addUser(login);
  const repo = await platform.addRepository(options.repo ?? 'acme/app', {
    roles: users,
    ...(options.visibility === undefined ? {} : { visibility: options.visibility }),
    ...(options.hasIssues === undefined ? {} : { hasIssues: options.hasIssues }),
    ...(options.defaultWorkflowPermissions === undefined
      ? {}
      : { defaultWorkflowPermissions: options.defaultWorkflowPermissions }),
  });
  await commitFiles(
    repo.gitDir,
    `refs/heads/${repo.defaultBranch}`,
    { 'README.md': `# ${repo.name}\n` },
    'Initial commit',
  );
  return new World(standIn, repo, {
    platform,
    folder,
    actions: new ActionStore(join(folder, '_actions'), options.actions ?? {}),
    secrets: options.secrets ?? {},
    vars: options.vars ?? {},
    env: options.env ?? {},
    timings: options.cancelTimings ?? platformTimings,
    slots: new Slots(options.runners ?? 20),
    keepWorkspaces: options.keepWorkspaces ?? false,
    startAttempt: options.startAttempt ?? ((...parts) => new Attempt(...parts)),
  });
}
