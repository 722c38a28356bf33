/** ctx.subprocess: a run of its own in the same store, linked both ways. */
import path from 'node:path';
import { LeaseHeldError, LonghaulError, UsageError } from '../errors.ts';
import type { Outcome, StopReason } from '../executors/contract.ts';
import { isObject } from '../journal/decode.ts';
import type { Json } from '../journal/events.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { serializeError } from '../runtime/worker/errors.ts';
import type { OpenRun } from '../stores/contract.ts';
import { parseEntry } from './code.ts';
import { childRunId } from './family.ts';
import type { SessionResult } from './run-result.ts';
import { driveRun, type SessionOptions } from './session.ts';
import { startRun } from './start.ts';

/** Starts the child, or carries it on. A child that waits leaves the effect pending. */
export async function runChild(
  options: SessionOptions,
  request: RequestMessage,
  failures: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const runId = childRunId(options.run.runId, request.effectId, failures);
  let child: OpenRun;
  try {
    const there = await options.store.exists(runId);
    if (signal.aborted && !there) return { status: 'stopped', exit: null };
    child = there ? await openChild(options, request, runId) : await startChild(options, request, runId);
  } catch (error) {
    // What the process asked for cannot be started: that is its failure, not the engine's.
    if (error instanceof UsageError) return { status: 'error', error: serializeError(error) };
    throw error;
  }
  return driveChild(options, request, child, signal);
}

/** Its branch is no more to be trusted than that of any run: it runs the entry that was asked for, in code that may run. */
async function openChild(options: SessionOptions, request: RequestMessage, runId: string): Promise<OpenRun> {
  const { store, world, vet } = options;
  const child = await store.open(runId);
  const recorded = path.resolve(store.importDir(runId), child.metadata().entrypoint.importPath);
  const asked = path.resolve(world.workspace, entryOf(request).replace(/#[^#]*$/, ''));
  if (recorded !== asked)
    throw new LonghaulError(
      'OTHER_ENTRY',
      `Run ${runId} was started for ${recorded}, and run ${options.run.runId} asks for ${asked}`,
      { hint: 'Somebody changed the run of the subprocess: halt it, and retry the run that asked for it.' },
    );
  await vet?.(child);
  return child;
}

function entryOf(request: RequestMessage): string {
  const asked = JSON.parse(request.args) as Json;
  return String(isObject(asked) ? asked.entry : undefined);
}

async function driveChild(
  options: SessionOptions,
  request: RequestMessage,
  child: OpenRun,
  signal: AbortSignal,
): Promise<Outcome> {
  const shutdown = new AbortController();
  const cancel = new AbortController();
  const onAbort = (): void => {
    const { kind, message } = signal.reason as StopReason;
    if (kind === 'shutdown') shutdown.abort();
    else {
      // Told at once, since it is driven here; the message stands for it should this driver be lost.
      cancel.abort(message);
      cancelChild(child, request, message).catch((error: Error) =>
        options.world.report({
          type: 'warning',
          message: `Run ${child.runId} is cancelled here, and no message says so: ${error.message}`,
        }),
      );
    }
  };
  if (signal.aborted) await cancelChild(child, request, (signal.reason as StopReason).message);
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { retry: _r, first: _f, drained: _d, passedOn: _p, leftOver: _l, ...inherited } = options;
    const result = await driveRun({
      ...inherited,
      run: child,
      cancel: cancel.signal,
      cancelMessage: cancelId(request),
      // When the driver must go, there is no time to tell one run after the other.
      shutdown: AbortSignal.any([shutdown.signal, ...(options.shutdown ? [options.shutdown] : [])]),
    });
    if (result.terminal !== undefined && !result.already) options.childEnded?.(child);
    return signal.aborted ? { status: 'stopped', exit: null } : outcomeOf(result);
  } catch (error) {
    // Somebody else drives the child: its end is found by whoever carries us on.
    if (error instanceof LeaseHeldError) return { status: 'stopped', exit: null };
    if (error instanceof LonghaulError && error.code === 'PROCESS_LOAD')
      return { status: 'error', error: serializeError(error) };
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The same message however often it is sent (M1). */
const cancelId = ({ effectId }: RequestMessage): string => `${effectId}.cancel`;

async function cancelChild(child: OpenRun, request: RequestMessage, reason: string): Promise<void> {
  const { state } = child.load();
  if (state.terminal !== undefined) return;
  await child.mailbox.deliver({
    id: cancelId(request),
    attempt: state.attempt,
    at: state.createdAt,
    kind: 'cancel',
    reason,
  });
}

function outcomeOf(result: SessionResult): Outcome {
  const { runId, status, error } = result;
  if (status === 'completed') return { status: 'ok', value: JSON.parse(result.output ?? 'null') as Json };
  if (status !== 'failed' && status !== 'canceled' && status !== 'halted')
    return { status: 'stopped', exit: null };
  const failed = error ?? { name: 'ChildRunError', message: `run ${runId} is ${status}` };
  return {
    status: 'error',
    error: { ...failed, data: { ...(isObject(failed.data) ? failed.data : {}), runId, status } },
  };
}

async function startChild(
  { store, run, world }: SessionOptions,
  request: RequestMessage,
  runId: string,
): Promise<OpenRun> {
  const asked = JSON.parse(request.args) as Json;
  const inputs = isObject(asked) ? asked.inputs : undefined;
  const entry = entryOf(request);
  return startRun({
    store,
    runId,
    entry: parseEntry(entry, world.workspace),
    inputs,
    processId: `${run.metadata().processId}.${path.basename(entry).replace(/[#.].*$/, '')}`,
    workspace: world.workspace,
    created: { parent: { runId: run.runId, effectId: request.effectId } },
  });
}
