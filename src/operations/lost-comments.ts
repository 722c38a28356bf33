/**
 * Comments of breakpoints whose note was never saved: whoever sealed the run over its driver's head (M9) came between
 * a comment and the save behind it. They are found by their markers and our own identity, so that they can be closed.
 */
import { readMarker } from '../comments/markers.ts';
import { nonceOf } from './announced.ts';
import type { Thread } from './thread.ts';

/** GitHub's clock is its own. */
const EARLIER_MS = 60_000;

/** The thread knows of them from now on. Nothing is asked where each open breakpoint has its note, or the run has no place. @throws what the port throws */
export async function findLost(thread: Thread): Promise<void> {
  const { comments, home, state, options } = thread;
  const place = comments.issue ?? home;
  const lost = [...state.pending.values()].filter(
    ({ effectId, request }) => request.kind === 'breakpoint' && comments.breakpoints[effectId] === undefined,
  );
  const [first] = lost;
  if (first === undefined || place === undefined) return;
  const since = new Date(Date.parse(first.requestedAt) - EARLIER_MS).toISOString();
  for await (const post of options.port.commentsSince(place.number, since)) {
    const marker = readMarker(post.body);
    if (marker?.kind !== 'breakpoint') continue;
    const { effect: effectId, digest, nonce } = marker;
    if (nonce !== nonceOf(state.runId, effectId) || !lost.some((one) => one.effectId === effectId)) continue;
    // Anybody can copy a marker.
    const [history] = await options.port.histories([post.nodeId]);
    if (history?.isOwn !== true) continue;
    thread.found(effectId, {
      issue: place.number,
      commentId: post.id,
      nodeId: post.nodeId,
      url: post.url,
      at: post.createdAt,
      digest,
      nonce,
      files: [],
      named: [],
      attempt: state.attempt,
    });
  }
}
