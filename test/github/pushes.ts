import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doer } from './conversation.ts';
import type { RefChange } from './git-http.ts';
import { readCommit } from './git-store.ts';
import type { PushRule, Repository, RunRecord } from './model.ts';
import type { Platform } from './platform.ts';
import { synchronizePulls } from './pulls.ts';
import { renderUser } from './render/people.ts';
import { renderRepository } from './render/repository.ts';

const zero = '0'.repeat(40);

/** Tells the runner and open pull requests what a push changed. */
export async function announcePush(
  platform: Platform,
  repo: Repository,
  changes: RefChange[],
  doer: Doer,
): Promise<RunRecord[]> {
  const runs: RunRecord[] = [];
  for (const { ref, before, after } of changes) {
    const branch = ref.slice('refs/heads/'.length);
    if (after !== null) runs.push(...(await synchronizePulls(platform, repo, branch, doer)));
    const commit = after === null ? null : await readCommit(repo.gitDir, after);
    if (!commit) continue;
    const payload = {
      ref,
      before: before ?? zero,
      after: commit.sha,
      created: before === null,
      deleted: false,
      forced: false,
      head_commit: {
        id: commit.sha,
        tree_id: commit.tree,
        message: commit.message,
        timestamp: commit.committer.date,
      },
      repository: renderRepository(repo, platform.urls),
      sender: renderUser(doer.user, platform.urls),
    };
    const event = {
      name: 'push',
      action: null,
      repo,
      headRepo: repo,
      sender: doer.user,
      ref,
      sha: commit.sha,
      payload,
    };
    runs.push(...(await platform.emit({ ...event, title: commit.message.split('\n')[0] ?? '' }, doer.token)));
  }
  return runs;
}

/** Puts rules in force: the repository's pre-receive hook reads them at the next push. */
export async function setPushRules(repo: Repository, rules: PushRule[]): Promise<void> {
  repo.rules = rules;
  const lines = rules.map(
    ({ refuses, kind, prefix, message }) => `${refuses.join(',')} ${kind} ${prefix} ${message}\n`,
  );
  await writeFile(join(repo.gitDir, 'push-rules'), lines.join(''));
}
