/** run:status: what a run's journal says now. Writes nothing. */
import type { ErrorClass, JournalEvent, Json, RunStatus } from '../journal/events.ts';
import { errorClassOf } from '../journal/final.ts';
import { eventFileName } from '../journal/layout.ts';
import type { LoadedRun } from '../journal/open-run.ts';
import { listJournal, readEvent } from '../journal/reader.ts';
import { attemptOf, pendingByKind, type RunState, statusOf, waitsForOthers } from '../journal/state.ts';
import { completionProofOf } from '../journal/task-files.ts';
import type { OpenRun } from '../stores/contract.ts';
import { describeOwner } from '../stores/owner.ts';
import { wakeTime } from '../stores/summary.ts';
import { asRecorded, pendingEffects } from './pending.ts';
import { type Retry, retryOf } from './reopen.ts';
import { sealedDespite } from './seal.ts';
import type { PendingEffect } from './world.ts';

/** An event as `run:events` and `run:status` show it. */
export interface EventDocument {
  seq: number;
  ulid: string;
  type: string;
  recordedAt: string;
  filename: string;
  /** Relative to the run directory. */
  path: string;
  data: { [key: string]: Json };
}

export interface PendingDocument extends PendingEffect {
  stepId: string;
  requestedAt: string;
  attempt: number;
  deadline?: string;
}

export interface RunFailure {
  name: string;
  message: string;
  /** `path:line:column` in the workspace, where it is known. */
  site?: string;
  /** transient: the same code may succeed; permanent: it would fail again; cancelled; diverged. */
  class: ErrorClass;
  effectId?: string;
  /** How it is tried again. */
  retry: Retry;
}

export interface StatusDocument {
  runId: string;
  state: RunStatus;
  lastEvent: EventDocument | null;
  pendingByKind: { [kind: string]: number };
  pendingEffectsSummary: {
    totalPending: number;
    countsByKind: { [kind: string]: number };
    autoRunnableCount: number;
  };
  needsMoreIterations: boolean;
  metadata: {
    processId: string;
    stateVersion: number;
    journalHead: { seq: number; ulid: string } | null;
    pendingEffectsByKind: { [kind: string]: number };
    attempt: number;
  };
  completionProof: string | null;
  pending: PendingDocument[];
  /** Who drives it just now. */
  driver?: string;
  wakeAt?: string;
  /** Why it was sealed or halted. */
  reason?: string;
  failure?: RunFailure;
}

/** @throws DamageError */
export async function runStatus(run: OpenRun, now: number = Date.now()): Promise<StatusDocument> {
  const { state, run: metadata } = await loadOrSealed(run);
  const owner = state.terminal === undefined ? await run.owner() : undefined;
  const status = owner === undefined ? statusOf(state, now) : 'running';
  const counts = pendingByKind(state);
  const pending = [...state.pending.values()];
  const autoRunnable = pending.filter((effect) => !waitsForOthers(effect, now)).length;
  const last = listJournal(run.runDir).events.at(-1);
  const wakeAt = state.terminal === undefined ? wakeTime(state) : undefined;
  const failure = failureOf(state);
  return {
    runId: run.runId,
    state: status,
    lastEvent: last === undefined ? null : eventDocument(readEvent(run.runDir, last)),
    pendingByKind: counts,
    pendingEffectsSummary: {
      totalPending: pending.length,
      countsByKind: counts,
      autoRunnableCount: autoRunnable,
    },
    needsMoreIterations: status === 'created' || status === 'running',
    metadata: {
      processId: state.processId,
      stateVersion: state.head.seq,
      journalHead: state.head.seq === 0 ? null : { ...state.head },
      pendingEffectsByKind: counts,
      attempt: state.attempt,
    },
    completionProof: status === 'completed' ? completionProofOf(metadata) : null,
    pending: pendingDocuments(run.runDir, state),
    ...(owner === undefined ? {} : { driver: describeOwner(owner) }),
    ...(wakeAt === undefined ? {} : { wakeAt }),
    ...(state.terminal?.reason === undefined ? {} : { reason: state.terminal.reason }),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** A damaged journal that was sealed says how the run ended. */
async function loadOrSealed(run: OpenRun): Promise<Pick<LoadedRun, 'state' | 'run'>> {
  try {
    return run.load();
  } catch (error) {
    return sealedDespite(run, error);
  }
}

export function eventDocument(event: JournalEvent): EventDocument {
  const { seq, ulid, type, recordedAt, data } = event;
  const filename = eventFileName(seq, ulid);
  return { seq, ulid, type, recordedAt, filename, path: `journal/${filename}`, data };
}

function pendingDocuments(runDir: string, state: RunState): PendingDocument[] {
  return pendingEffects(state, asRecorded(runDir)).flatMap((shown) => {
    const effect = state.pending.get(shown.effectId);
    if (effect === undefined) return [];
    const { stepId, deadline } = effect.request;
    return {
      ...shown,
      stepId,
      requestedAt: effect.requestedAt,
      attempt: attemptOf(effect),
      ...(deadline === undefined ? {} : { deadline }),
    };
  });
}

/** Why a run failed or was canceled, and whether it may be tried again. */
export function failureOf(state: RunState): RunFailure | undefined {
  const { terminal } = state;
  if (terminal?.error === undefined) return undefined;
  const { name, message, site } = terminal.error;
  return {
    name,
    message,
    ...(site === undefined ? {} : { site }),
    class: errorClassOf(terminal) ?? 'permanent',
    ...(terminal.effectId === undefined ? {} : { effectId: terminal.effectId }),
    retry: retryOf(state),
  };
}
