/** state/state.json in Babysitter's shape. A cache: nothing here ever reads more of it than its head. */
import { replaceFile } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import type { EffectStatus } from './events.ts';
import { jsonText } from './json.ts';
import { paths } from './layout.ts';
import { readIfThere } from './reader.ts';
import { pendingByKind, type RunState } from './state.ts';

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

export interface StateCache {
  schemaVersion: string;
  savedAt: string;
  journalHead: { seq: number; ulid: string } | null;
  stateVersion: number;
  effectsByInvocation: { [invocationKey: string]: EffectSummary };
  pendingEffectsByKind: { [kind: string]: number };
  rebuildReason: RebuildReason | null;
}

/** The cache of a state. `now` in milliseconds since 1970. */
export function stateCacheOf(
  state: RunState,
  reason: RebuildReason | null,
  now: number = Date.now(),
): StateCache {
  const effects: StateCache['effectsByInvocation'] = {};
  for (const effect of state.effects.values()) {
    const { invocationKey, kind, label, taskId, stepId } = effect.request;
    effects[invocationKey] = {
      effectId: effect.effectId,
      invocationKey,
      status: effect.status,
      kind,
      label: label ?? taskId,
      taskId,
      stepId,
      requestedAt: effect.requestedAt,
      ...(effect.settlement !== undefined && { resolvedAt: effect.settlement.at }),
    };
  }
  return {
    schemaVersion: STATE_CACHE_SCHEMA,
    savedAt: new Date(now).toISOString(),
    journalHead: state.head.seq === 0 ? null : { ...state.head },
    stateVersion: state.head.seq,
    effectsByInvocation: effects,
    pendingEffectsByKind: pendingByKind(state),
    rebuildReason: reason,
  };
}

/** Writes the cache anew; returns it. */
export function rebuildStateCache(
  runDir: string,
  state: RunState,
  reason: RebuildReason | null,
  now: number = Date.now(),
): StateCache {
  const cache = stateCacheOf(state, reason, now);
  replaceFile(paths.stateCache(runDir), jsonText(cache));
  return cache;
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
