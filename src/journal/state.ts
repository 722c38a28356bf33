/** What a run's events add up to. Pure, and O(1) for each event. */
import { asKnown, type KnownEvent } from './decode.ts';
import { equalityKey } from './digest.ts';
import type {
  EffectCancelledData,
  EffectRequestedData,
  EffectResolvedData,
  JournalEvent,
  RunDispatchedData,
  RunStatus,
} from './events.ts';
import { stepNumber } from './ids.ts';
import { applyRetried } from './state-retry.ts';
import { terminalOf } from './state-terminal.ts';
import type { EffectState, RunState, SettlementState, StateProblem } from './state-types.ts';

export type * from './state-types.ts';

export function emptyState(): RunState {
  return {
    runId: '',
    processId: '',
    created: undefined,
    createdAt: '',
    updatedAt: '',
    head: { seq: 0, ulid: '' },
    effects: new Map(),
    pending: new Map(),
    maxEffectId: '',
    lastStep: 0,
    settlements: 0,
    attempt: 1,
    retries: [],
    signals: new Map(),
    cancel: undefined,
    equals: new Map(),
    logCount: 0,
    deadline: undefined,
    codeRevision: undefined,
    workspaceCommit: undefined,
    dispatched: undefined,
    messages: new Set(),
    decisions: new Map(),
    terminal: undefined,
    problems: [],
  };
}

export function stateOf(events: Iterable<JournalEvent>): RunState {
  const state = emptyState();
  for (const event of events) applyEvent(state, event);
  return state;
}

/** Takes the next event into the state. Never throws: what does not fit is noted in `problems`. */
export function applyEvent(state: RunState, event: JournalEvent): void {
  const known = asKnown(event);
  if (state.terminal !== undefined && known !== undefined && known.type !== 'RUN_RETRIED') {
    note(state, event, 'AFTER_END', `${event.type} comes after the run ended with ${state.terminal.type}`);
  }
  if (state.head.seq === 0 && event.type !== 'RUN_CREATED') {
    note(state, event, 'NOT_CREATED', `The first event is ${event.type}, not RUN_CREATED`);
  }
  state.head = { seq: event.seq, ulid: event.ulid };
  state.updatedAt = event.recordedAt;
  if (typeof event.data.messageId === 'string') state.messages.add(event.data.messageId);
  if (known === undefined) applyOther(state, event);
  else applyKnown(state, known);
}

function note(state: RunState, event: { seq: number }, code: StateProblem, message: string): void {
  state.problems.push({ seq: event.seq, code, message });
}

function applyKnown(state: RunState, event: KnownEvent): void {
  switch (event.type) {
    case 'RUN_CREATED':
      if (state.created !== undefined) note(state, event, 'DUPLICATE_CREATED', 'A second RUN_CREATED');
      else {
        state.created = event.data;
        state.runId = event.data.runId;
        state.processId = event.data.processId;
        state.createdAt = event.recordedAt;
        state.deadline = event.data.deadline;
        state.codeRevision = event.data.commit ?? event.data.processRevision;
        state.workspaceCommit = event.data.commit;
      }
      return;
    case 'EFFECT_REQUESTED':
      if (!state.effects.has(event.data.effectId)) {
        applyRequested(state, event.data, event.seq, event.recordedAt);
      } else {
        note(state, event, 'DUPLICATE_REQUEST', `Effect ${event.data.effectId} is requested a second time`);
      }
      return;
    case 'EFFECT_STARTED': {
      const effect = effectOf(state, event);
      if (effect === undefined) return;
      const { effectId: _, ...start } = event.data;
      effect.starts.push({ ...start, seq: event.seq, at: event.recordedAt });
      if (start.because === 'failure') effect.failures++;
      if (start.because === 'loss') effect.losses++;
      return;
    }
    case 'EFFECT_RESOLVED':
    case 'EFFECT_CANCELLED': {
      // Its number in the order is taken whatever it settles: a replay counts the events alone.
      state.settlements++;
      const effect = effectOf(state, event);
      if (effect === undefined) return;
      if (effect.status !== 'requested') {
        note(state, event, 'DUPLICATE_SETTLEMENT', `Effect ${effect.effectId} is settled a second time`);
        return;
      }
      if (event.type === 'EFFECT_RESOLVED') applyResolved(state, effect, event.data);
      else effect.status = 'cancelled';
      effect.settlement = settlementOf(state.settlements, event);
      state.pending.delete(effect.effectId);
      return;
    }
    case 'SIGNAL_RECEIVED': {
      const list = state.signals.get(event.data.name) ?? [];
      const { value, actor } = event.data;
      list.push({ seq: event.seq, at: event.recordedAt, value: value ?? null, ...(actor && { actor }) });
      state.signals.set(event.data.name, list);
      return;
    }
    case 'RUN_CANCEL_REQUESTED':
      state.cancel ??= { ...event.data, seq: event.seq, at: event.recordedAt };
      return;
    case 'RUN_RETRIED':
      if (state.terminal?.type !== 'RUN_FAILED') {
        note(state, event, 'MISPLACED_RETRY', 'RUN_RETRIED of a run that had not failed');
      }
      applyRetried(state, event.data, event.seq);
      return;
    case 'RUN_COMPLETED':
    case 'RUN_FAILED':
    case 'RUN_HALTED':
      // A forced seal stands behind another end, and is the one that counts.
      if (state.terminal === undefined || 'manual_seal_reason' in event.data)
        state.terminal = terminalOf(event);
      return;
    case 'PROCESS_LOG':
      state.logCount = Math.max(state.logCount, event.data.logSeq);
  }
}

function effectOf(
  state: RunState,
  event: { seq: number; type: string; data: { effectId: string } },
): EffectState | undefined {
  const effect = state.effects.get(event.data.effectId);
  if (effect === undefined) {
    note(state, event, 'UNKNOWN_EFFECT', `${event.type} of the unknown effect ${event.data.effectId}`);
  }
  return effect;
}

function applyOther(state: RunState, event: JournalEvent): void {
  if (event.type === 'CODE_UPGRADED' && typeof event.data.revision === 'string') {
    state.codeRevision = event.data.revision;
  }
  if (event.type === 'WORKSPACE_CHANGED' && typeof event.data.commit === 'string') {
    state.workspaceCommit = event.data.commit;
  }
  if (event.type === 'RUN_DISPATCHED' && typeof event.data.hop === 'number') {
    state.dispatched = { ...(event.data as unknown as RunDispatchedData), seq: event.seq };
  }
  if (event.type === 'DECISION_RECORDED' && typeof event.data.effectId === 'string') {
    const list = state.decisions.get(event.data.effectId);
    if (list === undefined) state.decisions.set(event.data.effectId, [event]);
    else list.push(event);
  }
}

function applyRequested(state: RunState, request: EffectRequestedData, seq: number, at: string): void {
  const key = equalityKey(request.kind, request.taskId, request.argsDigest);
  const occurrence = (state.equals.get(key) ?? 0) + 1;
  state.equals.set(key, occurrence);
  if (request.effectId > state.maxEffectId) state.maxEffectId = request.effectId;
  state.lastStep = Math.max(state.lastStep, stepNumber(request.stepId));
  const effect: EffectState = {
    effectId: request.effectId,
    seq,
    requestedAt: at,
    request,
    status: 'requested',
    occurrence,
    starts: [],
    failures: 0,
    losses: 0,
    settlement: undefined,
    dropped: false,
  };
  state.effects.set(request.effectId, effect);
  state.pending.set(request.effectId, effect);
}

function applyResolved(state: RunState, effect: EffectState, data: EffectResolvedData): void {
  effect.status = data.status === 'ok' ? 'resolved_ok' : 'resolved_error';
  if (data.signalSeq === undefined) return;
  for (const [name, list] of state.signals) {
    const at = list.findIndex((signal) => signal.seq === data.signalSeq);
    if (at < 0) continue;
    list.splice(at, 1);
    if (list.length === 0) state.signals.delete(name);
    return;
  }
}

function settlementOf(
  index: number,
  event: { seq: number; recordedAt: string; data: EffectResolvedData | EffectCancelledData },
): SettlementState {
  const settlement: SettlementState = { index, seq: event.seq, at: event.recordedAt };
  const { data } = event;
  if (data.resultRef !== undefined) settlement.resultRef = data.resultRef;
  if (data.resultDigest !== undefined) settlement.resultDigest = data.resultDigest;
  if ('status' in data) {
    if (data.error !== undefined) settlement.error = data.error;
    if (data.stdoutRef !== undefined) settlement.stdoutRef = data.stdoutRef;
    if (data.stderrRef !== undefined) settlement.stderrRef = data.stderrRef;
  } else {
    settlement.reason = data.reason ?? '';
    if (data.timedOut === true) settlement.timedOut = true;
    if (data.withdrawn === true) settlement.withdrawn = true;
  }
  return settlement;
}

/** Number of the last attempt of an effect; 0 before its first start. */
export function attemptOf(effect: EffectState): number {
  return effect.starts.at(-1)?.attempt ?? 0;
}

// Kinds that the engine does by itself; everything else waits for a person, for time, or for somebody else.
const DONE_HERE = new Set([
  'shell',
  'node',
  'agent',
  'skill',
  'orchestrator_task',
  'subprocess',
  'step',
  'hook',
]);

/** True when nothing that a driver does now brings this pending effect on. */
export function waitsForOthers(effect: EffectState, now: number = Date.now()): boolean {
  if (effect.request.external === true || !DONE_HERE.has(effect.request.kind)) return true;
  const last = effect.starts.at(-1);
  // The run that it has started waits for somebody, too, or is driven: whoever drives it to its end comes back.
  if (last?.notBefore === undefined) return hasChild(effect);
  return Date.parse(last.notBefore) > now;
}

/** It has started a run of its own, which may be going on without us. */
export function hasChild(effect: EffectState): boolean {
  return effect.request.kind === 'subprocess' && effect.starts.length > 0;
}

/** The state that contract §1 gives a run whose lease nobody asks about. */
export function statusOf(state: RunState, now: number = Date.now()): RunStatus {
  if (state.terminal !== undefined) return state.terminal.status;
  if (state.head.seq <= 1) return 'created';
  if (state.pending.size === 0 || state.cancel !== undefined) return 'running';
  for (const effect of state.pending.values()) if (!waitsForOthers(effect, now)) return 'running';
  return 'waiting';
}

/** Number of pending effects of each kind, keys sorted. */
export function pendingByKind(state: RunState): { [kind: string]: number } {
  const counts = new Map<string, number>();
  for (const effect of state.pending.values()) {
    counts.set(effect.request.kind, (counts.get(effect.request.kind) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
