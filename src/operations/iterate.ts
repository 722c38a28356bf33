/** run:iterate: replay once, record what the process asks for, run nothing. */
import { createHash } from 'node:crypto';
import type { Json, JsonObject, Owner } from '../journal/events.ts';
import { RefResolver } from '../journal/layout.ts';
import type { LoadedRun } from '../journal/open-run.ts';
import { listJournal } from '../journal/reader.ts';
import type { EffectState } from '../journal/state.ts';
import { completionProofOf } from '../journal/task-files.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import type { OnCodeChange } from './code.ts';
import { sealedDespite } from './seal.ts';
import { driveRun } from './session.ts';
import { failureOf, type RunFailure } from './status.ts';
import { readObject } from './tasks.ts';
import { DEFAULT_LIMITS, type DriveWorld } from './world.ts';

export interface NextAction {
  effectId: string;
  invocationKey: string;
  kind: string;
  label: string;
  labels?: string[];
  taskDef: JsonObject | null;
  taskId: string;
  stepId: string;
  taskDefRef: string;
  inputsRef?: string;
  requestedAt: string;
  schedulerHints?: { parallelGroupId?: string; pendingCount?: number; sleepUntilEpochMs?: number };
}

export interface IterateDocument {
  iteration: number;
  iterationCount: number;
  status: 'waiting' | 'completed' | 'failed' | 'canceled' | 'halted';
  action: 'none';
  reason: string;
  /** ms since the epoch, where only time is waited for. */
  until?: number;
  nextActions?: NextAction[];
  completionProof?: string;
  failure?: RunFailure;
  metadata: { runId: string; processId: string; hookStatus: string };
}

export interface IterateRequest {
  store: RunStore;
  run: OpenRun;
  owner: Owner;
  world: DriveWorld;
  onCodeChange: OnCodeChange;
  iteration?: number | undefined;
}

/** Appends nothing to an ended run. @throws what driveRun throws */
export async function iterateRun(request: IterateRequest): Promise<IterateDocument> {
  const { store, run, owner, world, onCodeChange } = request;
  const iteration =
    request.iteration ?? Math.floor((listJournal(run.runDir).events.at(-1)?.seq ?? 0) / 2) + 1;
  // What is due is taken; nothing is waited for.
  const limits = { ...DEFAULT_LIMITS, waitInJobMs: 0 };
  let loaded: LoadedRun;
  try {
    await driveRun({
      store,
      run,
      owner,
      world: { ...world, ask: undefined },
      limits,
      onCodeChange,
      execute: false,
    });
    loaded = run.load();
  } catch (error) {
    loaded = await sealedDespite(run, error);
  }
  const { state } = loaded;
  const status = state.terminal?.status ?? 'waiting';
  const actions = status === 'waiting' ? nextActions(run.runDir, [...state.pending.values()]) : [];
  const until = sleepUntil(actions);
  const failure = failureOf(state);
  return {
    iteration,
    iterationCount: iteration - 1,
    status,
    action: 'none',
    reason: status === 'waiting' ? reasonOf(actions.map(({ kind }) => kind)) : status,
    ...(until === undefined ? {} : { until }),
    ...(status === 'waiting' ? { nextActions: actions } : {}),
    ...(status === 'completed' ? { completionProof: completionProofOf(loaded.run) } : {}),
    ...(failure === undefined ? {} : { failure }),
    metadata: { runId: run.runId, processId: state.processId, hookStatus: 'no-hooks-configured' },
  };
}

function nextActions(runDir: string, effects: readonly EffectState[]): NextAction[] {
  const resolver = new RefResolver(runDir);
  const group = createHash('sha1')
    .update(effects.map(({ request }) => request.invocationKey).join('|'))
    .digest('hex')
    .slice(0, 16);
  return effects.map(({ request, requestedAt }) => {
    const { effectId, invocationKey, kind, label, labels, taskId, stepId, taskDefRef, inputsRef } = request;
    const taskDef = readObject(resolver, taskDefRef);
    const sleep = (taskDef?.sleep as { targetEpochMs?: Json } | undefined)?.targetEpochMs;
    const hints = {
      ...(effects.length > 1 ? { parallelGroupId: group, pendingCount: effects.length } : {}),
      ...(typeof sleep === 'number' ? { sleepUntilEpochMs: sleep } : {}),
    };
    return {
      effectId,
      invocationKey,
      kind,
      label,
      ...(labels === undefined ? {} : { labels }),
      taskDef,
      taskId,
      stepId,
      taskDefRef,
      ...(inputsRef === undefined ? {} : { inputsRef }),
      requestedAt,
      ...(Object.keys(hints).length === 0 ? {} : { schedulerHints: hints }),
    };
  });
}

function sleepUntil(actions: readonly NextAction[]): number | undefined {
  const times = actions.map(({ schedulerHints }) => schedulerHints?.sleepUntilEpochMs);
  const sleeps = times.filter((time) => time !== undefined);
  return sleeps.length === 0 || sleeps.length < times.length ? undefined : Math.min(...sleeps);
}

function reasonOf(kinds: readonly string[]): string {
  const [kind, ...others] = [...new Set(kinds)].sort();
  if (kind === undefined) return 'none';
  if (others.length > 0) return `mixed-pending:${[kind, ...others].join(',')}`;
  return kind === 'breakpoint' || kind === 'sleep' ? `${kind}-waiting` : `${kind}-pending`;
}
