/** Who is self, and which counted decisions still stand: what a retry or an upgrade of the code does to both (contract §3). */
import type { SelfReason } from '../decisions/judge.ts';
import type { Vote } from '../decisions/tally.ts';
import type { DecisionRecordedData, JournalEvent } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';

export interface Self {
  login: string;
  id?: number;
  because: SelfReason;
}

export interface Turns {
  /** Who may not approve, as the journal knows them; a pull request's author is asked for. */
  selves: readonly Self[];
  /** Seq of the last retry or upgrade: what was decided before was about something else. 0: there was none. */
  seq: number;
  /** When the run was retried last. */
  retriedAt: string | undefined;
  /** When its code was upgraded last. */
  upgradedAt: string | undefined;
}

export function turnsOf({ created }: Pick<RunState, 'created'>, events: Iterable<JournalEvent>): Turns {
  const selves: Self[] = created?.actor === undefined ? [] : [{ ...created.actor, because: 'starter' }];
  const turns: Turns = { selves, seq: 0, retriedAt: undefined, upgradedAt: undefined };
  for (const { seq, type, data, recordedAt } of events) {
    if (type !== 'RUN_RETRIED' && type !== 'CODE_UPGRADED') continue;
    turns.seq = seq;
    turns[type === 'RUN_RETRIED' ? 'retriedAt' : 'upgradedAt'] = recordedAt;
    const { actor } = data as { actor?: { login: string; id?: number } };
    const because = type === 'RUN_RETRIED' ? 'retried' : 'upgraded';
    if (actor !== undefined) selves.push({ ...actor, because });
  }
  return turns;
}

/** Counted decisions, by the time of their comments: those delivered last need not be the last words. */
export function votesFrom(decisions: readonly JournalEvent[]): Vote[] {
  return decisions
    .map(({ data }) => data as unknown as DecisionRecordedData)
    .filter(({ counted }) => counted)
    .sort(byComment)
    .map((data) => ({
      decision: data.decision,
      login: data.actor.login,
      id: data.actor.id ?? 0,
      option: data.option,
      text: data.text ?? '',
      at: data.commentedAt ?? '',
      url: data.commentUrl ?? '',
      permission: data.permission ?? '',
      head: data.head,
    }));
}

function byComment(a: DecisionRecordedData, b: DecisionRecordedData): number {
  const apart = Date.parse(a.commentedAt ?? '') - Date.parse(b.commentedAt ?? '');
  if (apart !== 0 && !Number.isNaN(apart)) return apart;
  // Reviews are not numbered with comments.
  const [one, other] = [a, b].map(({ commentId = '', commentUrl = '' }) =>
    commentUrl.includes('#issuecomment-') ? Number(commentId) : Number.NaN,
  );
  return (one ?? 0) - (other ?? 0) || 0;
}

/** Who has become self since has approved nothing. */
export const isBySelf = ({ selves }: Turns, { decision, login, id }: Vote): boolean =>
  decision !== 'reject' &&
  selves.some((self) =>
    self.id === undefined ? self.login.toLowerCase() === login.toLowerCase() : self.id === id,
  );
