/** The first line of a run's commit: what this save brought. */
import type { JournalEvent } from '../../journal/events.ts';
import type { RunState } from '../../journal/state.ts';

const MAX = 72;

const PLAIN: { [type: string]: string } = {
  RUN_CREATED: 'created',
  RUN_COMPLETED: 'completed ✓',
  RUN_FAILED: 'failed ✗',
  RUN_HALTED: 'halted',
  RUN_RETRIED: 'retried',
  RUN_CANCEL_REQUESTED: 'cancel requested',
  CODE_UPGRADED: 'code upgraded',
};

/** Text of the process: one line, no mention and no issue number that GitHub would act on, no control characters. */
function plain(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/[@#]/g, '')
    .replace(/\bGH-/gi, '')
    .trim()
    .slice(0, 48);
}

function describe(event: JournalEvent, state: RunState): string | undefined {
  const { effectId } = event.data;
  const effect = typeof effectId === 'string' ? state.effects.get(effectId) : undefined;
  const step =
    effect === undefined
      ? ''
      : `${effect.request.stepId} ${plain(effect.request.label || effect.request.taskId)}`;
  switch (event.type) {
    case 'EFFECT_RESOLVED':
      return `${step} ${event.data.status === 'error' ? '✗' : '✓'}`;
    case 'EFFECT_CANCELLED':
      return `${step} cancelled`;
    case 'EFFECT_STARTED':
      return `${step} …`;
    case 'EFFECT_REQUESTED':
      return `${step} requested`;
    case 'DECISION_RECORDED':
      return `${step} decision`;
    case 'SIGNAL_RECEIVED':
      return 'signal';
    default:
      return PLAIN[event.type];
  }
}

const RANK = [
  'RUN_COMPLETED',
  'RUN_FAILED',
  'RUN_HALTED',
  'RUN_RETRIED',
  'EFFECT_RESOLVED',
  'EFFECT_CANCELLED',
  'DECISION_RECORDED',
  'RUN_CANCEL_REQUESTED',
  'SIGNAL_RECEIVED',
  'CODE_UPGRADED',
  'EFFECT_STARTED',
  'EFFECT_REQUESTED',
  'RUN_CREATED',
];

/** `longhaul(<run>): S000003 build ✓`. `events`: those that were saved; `otherwise`: when there is nothing to say of them. */
export function subjectOf(
  runId: string,
  state: RunState,
  events: readonly JournalEvent[],
  otherwise: string,
): string {
  const kind = RANK.find((type) => events.some((event) => event.type === type));
  const told = events.filter((event) => event.type === kind).flatMap((event) => describe(event, state) ?? []);
  const last = told.at(-1) ?? otherwise;
  const text = `longhaul(${runId}): ${last}${told.length > 1 ? ` (+${told.length - 1})` : ''}`;
  return [...text].slice(0, MAX + runId.length).join('');
}
