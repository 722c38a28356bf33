/** Where heads matter (`require-head`), a push voids what was decided before it: the comment that asks says so. */
import { pullOf, show } from './announce.ts';
import { announcedOf } from './decide.ts';
import type { Thread } from './thread.ts';

/** Brings the comments of open breakpoints up to date whose head has moved. @throws GitHubRefusal, GitHubUnavailable */
export async function showMoved(thread: Thread): Promise<void> {
  for (const { effect, announced } of announcedOf(thread)) {
    const isOpen = effect.status === 'requested' && thread.closedOf(effect) === undefined;
    if (!isOpen || announced.head === undefined || !thread.policyOf(effect).requireHead) continue;
    thread.headNow ??= (await pullOf(thread.options.port, announced.issue)).head;
    if (thread.headNow !== announced.head.sha) await show(thread, effect, thread.headNow);
  }
}
