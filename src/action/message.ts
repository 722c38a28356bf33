/** A dispatched command as a message: dropped first, so that it arrives whoever drives the run. */
import { isDeepStrictEqual } from 'node:util';
import { LonghaulError, RunEndedError, UsageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import { paths, refs } from '../journal/layout.ts';
import { readOutcome, resolverOf } from '../journal/reader.ts';
import { attemptOf, type EffectState, type RunState, statusOf } from '../journal/state.ts';
import { effectCalled } from '../operations/refs.ts';
import { redactor, redactValue } from '../redact.ts';
import type { Message, OpenRun } from '../stores/contract.ts';
import { hashedId, type JobEvent } from './event.ts';
import { actorOf, type Job } from './job.ts';
import { secretsOf } from './world.ts';

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

/**
 * M1: a job that is run again sends no second message; nor is a result news that says what another one has said.
 * undefined: nothing of it is recorded.
 */
export function alreadyRecorded(
  job: Job,
  run: Pick<OpenRun, 'runDir'>,
  state: RunState,
  command: Exclude<MessageCommand, 'halt'>,
): string | undefined {
  if (command !== 'result')
    return state.messages.has(messageId(job, command))
      ? `Run ${state.runId} has recorded this \`${command}\` already`
      : undefined;
  const effect = effectCalled(state, job.inputs['effect-id']);
  if (effect === undefined || !state.messages.has(resultId(effect))) return undefined;
  const isSame = isDeepStrictEqual(
    recordedOutcome(run.runDir, effect),
    redactValue(meantOutcome(job), redactor(secretsOf(job.inputs))),
  );
  return isSame ? `Effect ${effect.effectId} has this result already` : undefined;
}

type Outcome = Extract<Message, { kind: 'result' }>['outcome'];

const resultId = (effect: EffectState): string => `${effect.effectId}-${Math.max(1, attemptOf(effect))}`;

function meantOutcome({ inputs }: Job): Outcome {
  const message = inputs.reason || 'the result was reported as failed';
  return inputs['final-status'] === 'failed'
    ? { status: 'error', error: { name: 'Error', message } }
    : { status: 'ok', value: valueFrom(inputs.value) };
}

function recordedOutcome(runDir: string, { effectId, status, settlement }: EffectState): Outcome | undefined {
  if (settlement === undefined || status === 'cancelled') return undefined;
  const { resultRef = refs.result(effectId), resultDigest, error } = settlement;
  if (status === 'resolved_error')
    return { status: 'error', error: { name: error?.name ?? '', message: error?.message ?? '' } };
  const data = {
    effectId,
    status: 'ok' as const,
    resultRef,
    ...(resultDigest === undefined ? {} : { resultDigest }),
  };
  const read = readOutcome(resolverOf(runDir), data, paths.journal(runDir));
  return read.status === 'ok' ? { status: 'ok', value: JSON.parse(read.value) as Json } : undefined;
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
          `Effect ${inputs['effect-id']} (${effect.request.label}) is a breakpoint: only a person decides it, by a comment or a review`,
          { hint: 'The output `breakpoint-url` of `command: status` says where.' },
        );
      }
      return {
        ...base,
        id: resultId(effect),
        kind: 'result',
        effectId: effect.effectId,
        effectAttempt: Math.max(1, attemptOf(effect)),
        outcome: meantOutcome(job),
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
