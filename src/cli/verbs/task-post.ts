/** longhaul task:post: a result, or a person's decision about a breakpoint in a local directory. */
import { UsageError } from '../../errors.ts';
import { asError, isObject } from '../../journal/decode.ts';
import type { JsonObject, RunStatus } from '../../journal/events.ts';
import { statusOf } from '../../journal/state.ts';
import { checkPost, type Log, type PostRequest, postResult } from '../../operations/post.ts';
import { requestFor } from '../change.ts';
import { jsonOf, readNamed } from '../files.ts';
import { findRun } from '../runs.ts';
import type { Invocation, Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, args } = invocation;
  const { run, reference } = await findRun(invocation);
  const effectId = args[1] ?? '';
  const request: PostRequest = {
    ...requestFor(invocation, run),
    effectId,
    outcome: outcomeOf(invocation),
    stdout: logOf(invocation, 'stdout'),
    stderr: logOf(invocation, 'stderr'),
    startedAt: timeOf(invocation, 'started-at'),
    finishedAt: timeOf(invocation, 'finished-at'),
    metadata: metadataOf(invocation),
    invocationKey: flags.text('invocation-key'),
  };
  const status = (): RunStatus => statusOf(run.load().state);
  if (flags.on('dry-run')) {
    const { request: asked } = checkPost(request);
    out.document(
      {
        dryRun: true,
        plan: 'post_result',
        status: request.outcome.status,
        effectId,
        invocationKey: asked.invocationKey,
      },
      { compact: true },
    );
    out.line(`Effect ${effectId} (${asked.label}) would be settled: ${request.outcome.status}`);
    return { status };
  }
  const posted = await postResult(request);
  if (posted.by === 'driver') {
    out.document(
      { status: request.outcome.status, delivered: true, driver: posted.driver, messageId: posted.messageId },
      { compact: true },
    );
    out.line(`Delivered: ${posted.driver} drives the run and will act on it`);
    return { status: 'running' };
  }
  const {
    stdoutRef = null,
    stderrRef = null,
    resultRef = `tasks/${effectId}/result.json`,
    startedAt,
    finishedAt,
  } = posted.value ?? {};
  const committed = {
    resultRef,
    ...(stdoutRef === null ? {} : { stdoutRef }),
    ...(stderrRef === null ? {} : { stderrRef }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  };
  out.document(
    { status: request.outcome.status, committed, stdoutRef, stderrRef, resultRef },
    { compact: true },
  );
  out.line(`Effect ${effectId} is settled: ${request.outcome.status}`);
  out.line(`Next: carry the run on: longhaul resume ${reference}`);
  return { status };
};

function outcomeOf(invocation: Invocation): PostRequest['outcome'] {
  const { flags } = invocation;
  const value = jsonOf(invocation, 'value', 'value-inline');
  const error = jsonOf(invocation, 'error');
  if (flags.need('status') === 'ok') {
    if (error !== undefined) throw new UsageError('--error does not go with --status ok');
    if (value === undefined) {
      throw new UsageError('--status ok needs a result', {
        hint: "Give --value <file>, or --value-inline '<json>' (null where there is nothing to say).",
      });
    }
    return { status: 'ok', value };
  }
  if (value !== undefined)
    throw new UsageError('A value does not go with --status error', {
      hint: 'Give --error <file>; - for standard input.',
    });
  if (error === undefined)
    throw new UsageError('--status error needs --error <file>', {
      hint: 'The file holds {"name": …, "message": …}; - for standard input.',
    });
  return { status: 'error', error: asError(error) };
}

function logOf(invocation: Invocation, name: 'stdout' | 'stderr'): Log | undefined {
  const { flags } = invocation;
  const file = flags.text(`${name}-file`);
  const ref = flags.text(`${name}-ref`);
  if (file !== undefined && ref !== undefined)
    throw new UsageError(`--${name}-file and --${name}-ref are both given`, { hint: 'Give one of them.' });
  if (file !== undefined) return { text: readNamed(invocation, `${name}-file`, file) };
  return ref === undefined ? undefined : { ref };
}

function timeOf({ flags }: Invocation, name: string): string | undefined {
  const text = flags.text(name);
  if (text === undefined) return undefined;
  if (Number.isNaN(Date.parse(text)))
    throw new UsageError(`--${name}: ${JSON.stringify(text)} is no time`, {
      hint: 'Give an ISO time, e.g. 2026-01-31T12:00:00Z.',
    });
  return new Date(text).toISOString();
}

function metadataOf(invocation: Invocation): JsonObject | undefined {
  const metadata = jsonOf(invocation, 'metadata');
  if (metadata === undefined || isObject(metadata)) return metadata;
  throw new UsageError('--metadata: the file does not hold an object');
}
