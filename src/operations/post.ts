/** task:post: settles an effect with what somebody outside says of it. */
import { LonghaulError, UsageError } from '../errors.ts';
import type { Json, JsonObject, SerializedError } from '../journal/events.ts';
import { refProblem, refs } from '../journal/layout.ts';
import { attemptOf, type EffectState, hasChild, waitsForOthers } from '../journal/state.ts';
import type { NewFile } from '../journal/task-files.ts';
import { redactor, redactValue } from '../redact.ts';
import { answerProblem } from './breakpoint-answer.ts';
import { defined, Recorder } from './recorder.ts';
import { titleOfEffect } from './tasks.ts';
import { type Change, change, envelope, pendingEffect, type Request } from './under-lease.ts';

/** Text to be kept in a file of the task, or the path of one in the run directory. */
export type Log = { text: string } | { ref: string };

export interface PostRequest extends Request {
  effectId: string;
  outcome: { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError };
  stdout?: Log | undefined;
  stderr?: Log | undefined;
  startedAt?: string | undefined;
  finishedAt?: string | undefined;
  metadata?: JsonObject | undefined;
  /** Refused unless the effect has it. */
  invocationKey?: string | undefined;
}

export interface Posted {
  resultRef: string;
  stdoutRef: string | null;
  stderrRef: string | null;
  startedAt: string | undefined;
  finishedAt: string;
}

/** @throws RunEndedError, UsageError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED, EFFECT_RUNNING, INVOCATION_KEY, LOG_REF) */
export async function postResult(said: PostRequest): Promise<Change<Posted | undefined>> {
  const request = withoutSecrets(said);
  checkPost(request);
  const driver = await request.run.owner();
  return change(
    request,
    (state) => ({
      ...envelope(request, state),
      kind: 'result',
      effectId: request.effectId,
      effectAttempt: Math.max(1, attemptOf(notRunning(effectOf(request, state), driver?.token))),
      outcome:
        request.outcome.status === 'ok'
          ? request.outcome
          : { status: 'error', error: request.outcome.error as unknown as JsonObject },
    }),
    ({ journal }) => {
      const effect = effectOf(request, journal.state);
      const { outcome, actor, metadata, startedAt } = request;
      const finishedAt = request.finishedAt ?? new Date().toISOString();
      const stdoutRef = logRef(request.stdout, refs.stdout(effect.effectId));
      const stderrRef = logRef(request.stderr, refs.stderr(effect.effectId));
      journal.append([], [...logFiles(request.stdout, stdoutRef), ...logFiles(request.stderr, stderrRef)]);
      const details = defined({ stdoutRef, stderrRef, startedAt, finishedAt, metadata });
      new Recorder(journal).resolved(effect, outcome, { ...details, actor });
      return {
        resultRef:
          journal.state.effects.get(effect.effectId)?.settlement?.resultRef ?? refs.result(effect.effectId),
        stdoutRef: stdoutRef ?? null,
        stderrRef: stderrRef ?? null,
        startedAt,
        finishedAt,
      };
    },
  );
}

/** A post is stored as it comes: as a message, in files, in the journal. */
function withoutSecrets(request: PostRequest): PostRequest {
  const { outcome, stdout, stderr, metadata } = request;
  return { ...request, ...redactValue({ outcome, stdout, stderr, metadata }, redactor([])) };
}

/** Everything that would refuse the post, without writing anything (--dry-run). */
export function checkPost(request: PostRequest): EffectState {
  const { run, outcome } = request;
  const effect = effectOf(request, run.load().state);
  const problem = outcome.status === 'ok' ? answerProblem(run.runDir, effect, outcome.value) : undefined;
  if (problem !== undefined) {
    throw new UsageError(
      `This does not decide the breakpoint ${JSON.stringify(titleOfEffect(run.runDir, effect))}: ${problem}`,
      {
        hint: 'Give e.g. {"approved":true} or {"approved":false,"feedback":"why"}; with options {"approved":true,"option":"…"}.',
      },
    );
  }
  for (const log of [request.stdout, request.stderr]) {
    if (log === undefined || !('ref' in log)) continue;
    const problem = refProblem(log.ref);
    if (problem !== undefined) {
      throw new LonghaulError('LOG_REF', `The ref ${JSON.stringify(log.ref)} cannot be used: ${problem}`, {
        hint: 'Name a file of the run directory, e.g. tasks/<effect>/stdout.log.',
      });
    }
  }
  return effect;
}

/** A driver that is at it takes nobody else's word. @throws LonghaulError EFFECT_RUNNING */
function notRunning(effect: EffectState, driver: string | undefined): EffectState {
  // What another driver has begun is lost with it: its result still counts.
  const isTheirs = driver !== undefined && effect.starts.at(-1)?.owner === driver;
  if (!isTheirs || waitsForOthers(effect) || hasChild(effect)) return effect;
  throw new LonghaulError(
    'EFFECT_RUNNING',
    `Effect ${effect.effectId} (${effect.request.label}) is being done by the driver of the run: it takes no result now`,
    { hint: `Wait for its end, or stop it with \`longhaul task:cancel <run> ${effect.effectId}\`.` },
  );
}

function effectOf(
  { effectId, invocationKey }: PostRequest,
  state: Parameters<typeof pendingEffect>[0],
): EffectState {
  const effect = pendingEffect(state, effectId, 'a result');
  const { invocationKey: key } = effect.request;
  if (invocationKey !== undefined && invocationKey !== key) {
    throw new LonghaulError(
      'INVOCATION_KEY',
      `Effect ${effectId} has the invocation key ${key}, not ${invocationKey}; nothing was written`,
    );
  }
  return effect;
}

function logRef(log: Log | undefined, ref: string): string | undefined {
  if (log === undefined) return undefined;
  return 'ref' in log ? log.ref : ref;
}

function logFiles(log: Log | undefined, ref: string | undefined): NewFile[] {
  return log !== undefined && ref !== undefined && 'text' in log
    ? [{ path: ref, text: log.text, replace: true }]
    : [];
}
