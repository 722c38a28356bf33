/** What a divergence report is made of, from the worker's side. */
import type { DivergenceFacts, RequestMessage } from '../protocol.ts';
import type { Pending } from './call.ts';
import type { Expected, History } from './history.ts';

/** Of each list so many: the rest follows from them. */
const MOST = 5;

const named = (r: Expected) => ({ stepId: r.stepId, taskId: r.taskId, kind: r.kind, site: r.site ?? '' });

export function factsOf(
  because: DivergenceFacts['because'],
  ended: string | undefined,
  seen: {
    history: History;
    handed: number;
    /** Requests of the journal that were asked again, in that order. */
    agreed: readonly Expected[];
    pending: ReadonlyMap<string, Pending>;
    /** Calls that the journal does not hold. */
    held: readonly RequestMessage[];
  },
): DivergenceFacts {
  const { history, handed, agreed, pending, held } = seen;
  const missing = because === 'missing' ? history.overdue() : history.unmatched();
  // What was asked before its time: the journal has it further on.
  const early = because === 'missing' ? agreed.filter((request) => request.after > handed) : [];
  const ahead = early.flatMap((request) => {
    const message = pending.get(request.effectId)?.message?.();
    return message === undefined ? [] : [{ ...named(request), args: message.args, early: request.stepId }];
  });
  const unknown = held.map(({ taskId, kind, site, args }) => ({ taskId, kind, site, args }));
  return {
    because,
    lastAgreed: agreed
      .filter((request) => !early.includes(request))
      .slice(-MOST)
      .map(named),
    journal: missing
      .slice(0, MOST)
      .map((r) => ({ ...named(r), effectId: r.effectId, argsDigest: r.argsDigest ?? '' })),
    code: [...unknown, ...ahead].slice(0, MOST),
    ended,
  };
}
