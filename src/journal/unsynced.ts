/** What a driver before this one may have left in the page cache alone. */
import { dirname, join } from 'node:path';
import type { JournalEvent } from './events.ts';
import { ulidTime } from './ids.ts';
import { eventFileName, paths, refs } from './layout.ts';
import type { SyncQueue } from './sync-queue.ts';

// A kill leaves what it had written in the page cache; the next driver makes it durable with its own first save.
const UNSYNCED_MS = 10 * 60_000;

/** Has the files of the last events synced with the next round. `now`: ms since 1970. */
export function queueUnsynced(
  queue: SyncQueue,
  runDir: string,
  tail: readonly JournalEvent[],
  now: number,
): void {
  for (const event of tail) {
    if (ulidTime(event.ulid) < now - UNSYNCED_MS) continue;
    queue.path(paths.event(runDir, eventFileName(event.seq, event.ulid)));
    queue.directory(paths.journal(runDir));
    if (event.seq === 1) for (const path of [paths.run, paths.inputs]) queue.path(path(runDir));
    const { effectId, resultRef } = event.data;
    if (typeof effectId !== 'string') continue;
    const ref = typeof resultRef === 'string' ? resultRef : refs.task(effectId);
    queue.path(join(runDir, ref));
    queue.directory(dirname(join(runDir, ref)));
    queue.directory(paths.tasks(runDir));
  }
}
