/** What the status comment tells of a run. */
import type { PendingFact, StatusFacts } from '../comments/facts.ts';
import type { RunStatus } from '../journal/events.ts';
import type { EffectState } from '../journal/state.ts';
import { stepRows } from '../report/steps.ts';
import type { Thread } from './thread.ts';

export function statusFacts(
  thread: Thread,
  status: RunStatus,
  lastSweep: string | null | undefined,
): Omit<StatusFacts, 'seq'> {
  const { state, options, seat } = thread;
  const commit = seat.commit?.();
  const { terminal } = state;
  const { redact } = options;
  const error = terminal?.error;
  return {
    runId: state.runId,
    processId: state.processId,
    status,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    attempt: state.attempt,
    ...(error === undefined ? {} : { error: redact(`${error.name}: ${error.message}`) }),
    ...(terminal?.reason === undefined ? {} : { reason: redact(terminal.reason) }),
    steps: stepRows(state).map((row) => ({ ...row, note: redact(row.note), label: redact(row.label) })),
    pending: [...state.pending.values()].map((effect) => pendingFact(thread, effect)),
    warnings: [...options.warnings],
    links: [
      ...options.links,
      ...(commit === undefined
        ? []
        : [{ text: 'journal', url: `${options.place.repositoryUrl}/tree/${commit}/journal` }]),
    ],
    ...(lastSweep === undefined ? {} : { lastSweep }),
  };
}

function pendingFact(thread: Thread, effect: EffectState): PendingFact {
  const { effectId, request } = effect;
  const { kind, deadline } = request;
  const url = thread.comments.breakpoints[effectId]?.url;
  return {
    effectId,
    ref: thread.refOf(effectId),
    kind,
    title: thread.titleOf(effect),
    ...(deadline === undefined ? {} : { wakeAt: deadline }),
    ...(url === undefined ? {} : { url }),
  };
}
