/** A dispatched command as a message: dropped first, so that it arrives whoever drives the run. */
import { LonghaulError, RunEndedError, UsageError } from '../errors.ts';
import type { Json, JsonObject } from '../journal/events.ts';
import { attemptOf, type EffectState, type RunState, statusOf } from '../journal/state.ts';
import { effectCalled } from '../operations/refs.ts';
import type { Message } from '../stores/contract.ts';
import { hashedId, type JobEvent } from './event.ts';
import { actorOf, type Job } from './job.ts';

export type MessageCommand = 'result' | 'signal' | 'cancel' | 'halt' | 'resume';

/** What is so already is green, with a notice; undefined: it is to be done. @throws RunEndedError */
export function alreadySo(
  { inputs }: Job,
  state: RunState,
  command: Exclude<MessageCommand, 'halt'>,
): string | undefined {
  const { terminal } = state;
  if (command === 'cancel' && terminal?.status === 'canceled')
    return `Run ${state.runId} is canceled already`;
  const effect = command === 'cancel' ? effectCalled(state, inputs['effect-id']) : undefined;
  if (effect?.status === 'cancelled') return `Effect ${effect.effectId} is cancelled already`;
  if (terminal !== undefined) throw new RunEndedError(state.runId, statusOf(state), `\`${command}\``);
  return undefined;
}

/** M1: by workflow run, job, step and matrix index, without the workflow attempt. */
export const messageId = (
  { event, inputs }: Pick<Job, 'event' | 'inputs'>,
  command: MessageCommand,
): string => hashedId([event.workflowRunId, event.job, event.step, inputs['job-index'], command], 128);

export const sourceOf = (event: JobEvent): string =>
  `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`;

/** A result is known by effect and attempt, whoever brings it. @throws UsageError, LonghaulError, RunEndedError */
export function messageOf(job: Job, state: RunState, command: 'result' | 'signal' | 'cancel'): Message {
  const { event, inputs } = job;
  const base = {
    id: messageId(job, command),
    attempt: state.attempt,
    at: new Date().toISOString(),
    actor: actorOf(event),
    source: sourceOf(event),
  };
  switch (command) {
    case 'signal':
      if (inputs.signal === '')
        throw new UsageError('`signal` needs the name of a signal', { hint: 'Set the input `signal`.' });
      return { ...base, kind: 'signal', name: inputs.signal, value: valueFrom(inputs.value) };
    case 'cancel': {
      const reason = inputs.reason || `cancelled by ${event.actor}`;
      if (inputs['effect-id'] === '') return { ...base, kind: 'cancel', reason };
      return { ...base, kind: 'cancel', effectId: pending(state, inputs['effect-id']).effectId, reason };
    }
    case 'result': {
      const effect = pending(state, inputs['effect-id']);
      if (effect.request.kind === 'breakpoint') {
        throw new LonghaulError(
          'BREAKPOINT_RESULT',
          `${effect.request.label} is a breakpoint: only a person decides it, by a comment`,
        );
      }
      const attempt = Math.max(1, attemptOf(effect));
      const error: JsonObject = {
        name: 'Error',
        message: inputs.reason || 'the result was reported as failed',
      };
      const outcome =
        inputs['final-status'] === 'failed'
          ? ({ status: 'error', error } as const)
          : ({ status: 'ok', value: valueFrom(inputs.value) } as const);
      return {
        ...base,
        id: `${effect.effectId}-${attempt}`,
        kind: 'result',
        effectId: effect.effectId,
        effectAttempt: attempt,
        outcome,
      };
    }
  }
}

function pending(state: RunState, named: string): EffectState {
  if (named === '')
    throw new UsageError('`effect-id` is missing', {
      hint: 'Take it from the output `pending` or from the summary.',
    });
  const effect = effectCalled(state, named);
  if (effect === undefined)
    throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${named} was not found in run ${state.runId}`);
  if (effect.status !== 'requested')
    throw new LonghaulError('EFFECT_SETTLED', `Effect ${named} is already settled; nothing was written`);
  return effect;
}

/** JSON, else the text itself. */
function valueFrom(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
