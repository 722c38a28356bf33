/** Which counted decisions stand, and in which order. */
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../src/journal/events.ts';
import { votesFrom } from '../../src/operations/votes.ts';

const recorded = (commentId: string, commentedAt: string, url = 'issuecomment'): JournalEvent => ({
  seq: 1,
  ulid: '',
  type: 'DECISION_RECORDED',
  recordedAt: '',
  data: {
    effectId: 'A',
    decision: 'approve',
    counted: true,
    actor: { login: 'ann', id: 1 },
    commentId,
    commentUrl: `https://github.com/acme/app/issues/7#${url}-${commentId}`,
    commentedAt,
    text: commentId,
  },
});
const [T0, T1] = ['2026-11-21T10:00:00Z', '2026-11-21T10:00:01Z'];
const order = (...events: JournalEvent[]): string[] => votesFrom(events).map(({ text }) => text);

describe('contract §3: the last word', () => {
  it('is the one that was written last, not the one that was delivered last', () => {
    expect(order(recorded('102', T1), recorded('99', T0))).toEqual(['99', '102']);
    expect(order(recorded('1000', T0), recorded('999', T0))).toEqual(['999', '1000']);
    expect(order(recorded('1000', T0), recorded('9', T0, 'pullrequestreview'))).toEqual(['1000', '9']);
  });
});
