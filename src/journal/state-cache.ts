/** state/state.json in Babysitter's shape. A cache: nothing here ever reads more of it than its head. */
import { replaceFile } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import type { EffectStatus } from './events.ts';
import { jsonText } from './json.ts';
import { paths } from './layout.ts';
import { readIfThere } from './reader.ts';
import { type EffectState, pendingByKind, type RunState } from './state.ts';

export const STATE_CACHE_SCHEMA = '2026.01.state-cache';

export type RebuildReason =
  | 'missing_cache'
  | 'corrupt_cache'
  | 'journal_mismatch'
  | 'post_completion'
  | 'post_failure'
  | 'post_effect_cancellation'
  | 'manual_halt'
  | 'cli_manual';

export interface EffectSummary {
  effectId: string;
  invocationKey: string;
  status: EffectStatus;
  kind: string;
  label: string;
  taskId: string;
  stepId: string;
  requestedAt: string;
  resolvedAt?: string;
}

/** So much is written at once, in characters. */
const PIECE = 64 * 1024;

/** The text of the cache, in pieces: of a long run it is too large to be held whole. `now` in milliseconds. */
export function* stateCacheText(
  state: RunState,
  reason: RebuildReason | null,
  now: number = Date.now(),
): Generator<string> {
  const head = {
    schemaVersion: STATE_CACHE_SCHEMA,
    savedAt: new Date(now).toISOString(),
    journalHead: state.head.seq === 0 ? null : { ...state.head },
    stateVersion: state.head.seq,
  };
  const tail = { pendingEffectsByKind: pendingByKind(state), rebuildReason: reason };
  const byInvocation = new Map<string, EffectState>();
  for (const effect of state.effects.values()) byInvocation.set(effect.request.invocationKey, effect);

  let piece = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "effectsByInvocation": {`;
  let separator = '';
  for (const [key, effect] of byInvocation) {
    const summary = JSON.stringify(summaryOf(effect), null, 2).replaceAll('\n', '\n    ');
    piece += `${separator}\n    ${JSON.stringify(key)}: ${summary}`;
    separator = ',';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${separator === '' ? '' : '\n  '}},\n${jsonText(tail).slice(2)}`;
}

function summaryOf({ effectId, status, request, requestedAt, settlement }: EffectState): EffectSummary {
  const { invocationKey, kind, label, taskId, stepId } = request;
  return {
    effectId,
    invocationKey,
    status,
    kind,
    label: label ?? taskId,
    taskId,
    stepId,
    requestedAt,
    ...(settlement !== undefined && { resolvedAt: settlement.at }),
  };
}

/** Writes the cache anew. */
export function rebuildStateCache(runDir: string, state: RunState, reason: RebuildReason | null): void {
  replaceFile(paths.stateCache(runDir), stateCacheText(state, reason));
}

/** Why the cache does not stand for a journal with this head; undefined when it does. */
export function staleReason(
  runDir: string,
  head: { seq: number; ulid: string },
): 'missing_cache' | 'corrupt_cache' | 'journal_mismatch' | undefined {
  const text = readIfThere(paths.stateCache(runDir));
  if (text === undefined) return 'missing_cache';
  const cache = parseJson(text);
  if (!isObject(cache) || cache.schemaVersion !== STATE_CACHE_SCHEMA) return 'corrupt_cache';
  const { journalHead } = cache;
  const agrees = isObject(journalHead) && journalHead.seq === head.seq && journalHead.ulid === head.ulid;
  return agrees ? undefined : 'journal_mismatch';
}

/** The reason that a driver gives when it rebuilds the cache at its end. */
export function reasonAfter(state: RunState): RebuildReason {
  if (state.terminal === undefined) return 'journal_mismatch';
  if (state.terminal.sealed) return 'manual_halt';
  return state.terminal.type === 'RUN_COMPLETED' ? 'post_completion' : 'post_failure';
}
