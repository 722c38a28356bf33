/** ctx.subprocess: a run of its own in the same store, linked both ways. */
import path from 'node:path';
import type { Outcome } from '../executors/contract.ts';
import { isObject } from '../journal/decode.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { serializeError } from '../runtime/worker/errors.ts';
import { parseEntry } from './code.ts';
import { driveRun, type SessionOptions } from './session.ts';
import { startRun } from './start.ts';

/** The child of an effect has one id, whoever starts it: a run id is at most 64 characters, a ULID 26. */
export const childRunId = (parent: string, effectId: string): string => `${parent.slice(0, 37).replace(/[.]+$/, '')}.${effectId}`;

/** Starts the child, or carries it on. A child that waits leaves the effect pending. */
export async function runChild(options: SessionOptions, request: RequestMessage, signal: AbortSignal): Promise<Outcome> {
  const { store, run, world } = options;
  const asked: unknown = JSON.parse(request.args);
  const { entry, inputs } = (isObject(asked as never) ? asked : {}) as { entry?: unknown; inputs?: unknown };
  try {
    const runId = childRunId(run.runId, request.effectId);
    const child = (await store.exists(runId))
      ? await store.open(runId)
      : await startRun({
          store,
          runId,
          entry: parseEntry(String(entry), world.workspace),
          inputs: inputs as never,
          processId: `${run.metadata().processId}.${path.basename(String(entry)).replace(/[#.].*$/, '')}`,
          workspace: world.workspace,
          created: { parent: { runId: run.runId, effectId: request.effectId } },
        });
    const { retry: _retry, first: _first, ...inherited } = options;
    const result = await driveRun({ ...inherited, run: child, shutdown: signal });
    if (result.status === 'completed') return { status: 'ok', value: JSON.parse(result.output ?? 'null') };
    if (result.status === 'failed' || result.status === 'canceled' || result.status === 'halted') {
      const error = result.error ?? { name: 'ChildRunError', message: `run ${runId} is ${result.status}` };
      return { status: 'error', error: { ...error, data: { runId, status: result.status } } };
    }
    return { status: 'stopped', exit: null };
  } catch (error) {
    return { status: 'error', error: serializeError(error) };
  }
}
