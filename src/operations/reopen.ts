/** Whether and how a run that failed by itself is opened again (contract §1). */
import { LonghaulError } from '../errors.ts';
import type { Actor, NewEvent } from '../journal/events.ts';
import type { EffectState, RunState } from '../journal/state.ts';
import type { OnCodeChange } from './code.ts';
import { defined } from './recorder.ts';

/** Its definition was refused, and will be whenever it is asked for. */
export function isMisdefined({ starts }: EffectState, errorName: string | undefined): boolean {
  return errorName === 'TaskDefinitionError' || (errorName === 'UsageError' && starts.length === 0);
}

/** True: the run has failed and is opened again. @throws LonghaulError RETRY_REFUSED, saying what it takes */
export function mayRetry(state: RunState, onCodeChange: OnCodeChange): boolean {
  const { terminal } = state;
  if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed) return false;
  if (terminal.effectId === undefined && !terminal.timedOut && onCodeChange !== 'upgrade') {
    throw new LonghaulError(
      'RETRY_REFUSED',
      `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`,
      {
        hint: 'The same code would fail again: mend it, then `longhaul resume <run> --on-code-change upgrade`.',
      },
    );
  }
  return true;
}

/**
 * How a run that has failed is tried again: as it is (`anew`: its time starts anew, too), with other code, with
 * whichever mends the cause, or not at all.
 */
export type Retry = 'as-is' | 'anew' | 'upgrade' | 'either' | 'no';

export function retryOf({ terminal, effects }: Pick<RunState, 'terminal' | 'effects'>): Retry {
  if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed) return 'no';
  if (terminal.timedOut) return 'anew';
  const effect = effects.get(terminal.effectId ?? '');
  if (effect === undefined || isMisdefined(effect, terminal.error?.name)) return 'upgrade';
  // A step is code that the run carries, and what it met may lie outside.
  return effect.request.kind === 'step' ? 'either' : 'as-is';
}

/** RUN_FAILED's effect, every effect that failed after it was settled, and what was withdrawn when the run ended. */
export function effectsToReopen(state: RunState): string[] {
  const { terminal } = state;
  const first = terminal?.effectId === undefined ? undefined : state.effects.get(terminal.effectId);
  const from = first?.settlement?.index ?? Number.POSITIVE_INFINITY;
  const reopened = (effect: EffectState): boolean => {
    const { settlement, status, dropped } = effect;
    if (settlement === undefined || dropped || status === 'resolved_ok') return false;
    return settlement.index >= from || settlement.withdrawn === true;
  };
  return [...state.effects.values()].filter(reopened).map((effect) => effect.effectId);
}

/** ms that each attempt of the run may take; undefined: no limit. */
export function runTimeoutOf(state: RunState): number | undefined {
  const deadline = state.created?.deadline;
  if (deadline === undefined) return undefined;
  // Said in seconds, and fixed some milliseconds before the run was made.
  return Math.ceil((Date.parse(deadline) - Date.parse(state.createdAt)) / 1000) * 1000;
}

/** RUN_RETRIED; the run's time starts anew. */
export function retriedEvent(
  state: RunState,
  by: Actor,
  effects: string[],
  dropped: string[],
  now: number,
): NewEvent {
  const timeout = runTimeoutOf(state);
  const deadline = timeout === undefined ? undefined : new Date(now + timeout).toISOString();
  return { type: 'RUN_RETRIED', data: { actor: by, effects, dropped, ...defined({ deadline }) } };
}
