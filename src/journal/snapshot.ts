/**
 * state/segments/state.ndjson: the state of a run as of the end of its segments, without the effects that are
 * settled. A cache that belongs to exactly one last segment; whoever believes that segment may believe it.
 */
import { join } from 'node:path';
import { DamageError } from '../errors.ts';
import { replaceFile } from './atomic.ts';
import { isObject, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import { EffectsMap } from './effects-map.ts';
import { isMissing, listEvents, readEvent, readIfThere } from './reader.ts';
import { readSegmentEvents, type SegmentRef } from './segments.ts';
import { emptyState, stateOf } from './state.ts';
import type { EffectState, RunState } from './state-types.ts';

const SCHEMA = 'longhaul.state.v1';
export const SNAPSHOT_NAME = 'state.ndjson';
const PATH = `state/segments/${SNAPSHOT_NAME}`;

/** Members of the state that are maps or sets, and so need a form of their own in JSON. */
interface Parts {
  pending: EffectState[];
  signals: [string, unknown][];
  equals: [string, number][];
  messages: string[];
  decisions: [string, unknown][];
  maxId: string;
}

/** Writes the snapshot of a state that stands at the end of `last`. Not for states with problems. */
export function writeSnapshot(runDir: string, state: RunState, last: SegmentRef): void {
  if (state.problems.length > 0 || state.head.seq !== last.to) return;
  const { effects: _, pending, signals, equals, messages, decisions, ...plain } = state;
  const parts: Parts = {
    pending: [...pending.values()],
    signals: [...signals],
    equals: [...equals],
    messages: [...messages],
    decisions: [...decisions],
    maxId: state.maxEffectId,
  };
  const body = JSON.stringify({ plain, parts });
  const header = JSON.stringify({ schema: SCHEMA, segment: last.digest, digest: sha256(body) });
  replaceFile(join(runDir, PATH), `${header}\n${body}\n`);
}

/** The state at the end of `segments`, or undefined when no snapshot stands for exactly these. */
export function readSnapshot(runDir: string, segments: readonly SegmentRef[]): RunState | undefined {
  const last = segments.at(-1);
  const text = last === undefined ? undefined : readIfThere(join(runDir, PATH));
  if (last === undefined || text === undefined) return undefined;
  const end = text.indexOf('\n');
  const header = parseJson(text.slice(0, Math.max(0, end)));
  if (!isObject(header) || header.schema !== SCHEMA || header.segment !== last.digest) return undefined;
  const body = text.slice(end + 1, -1);
  if (sha256(body) !== header.digest) return undefined;
  const { plain, parts } = JSON.parse(body) as { plain: Partial<RunState>; parts: Parts };
  const state: RunState = {
    ...emptyState(),
    ...plain,
    signals: new Map(parts.signals as [string, never][]),
    equals: new Map(parts.equals),
    messages: new Set(parts.messages),
    decisions: new Map(parts.decisions as [string, never][]),
  };
  const effects = new EffectsMap();
  for (const effect of parts.pending) {
    const whole: EffectState = { ...effect, settlement: effect.settlement ?? undefined };
    effects.set(effect.effectId, whole);
    state.pending.set(effect.effectId, whole);
  }
  effects.expect({ maxId: parts.maxId, load: () => allEffects(runDir, segments) });
  state.effects = effects;
  return state;
}

/** From the segments, or, when they were packed anew or deleted since, from the events themselves. */
function allEffects(runDir: string, segments: readonly SegmentRef[]): Iterable<EffectState> {
  try {
    return stateOf(segments.flatMap((ref) => readSegmentEvents(runDir, ref))).effects.values();
  } catch (error) {
    if (!(error instanceof DamageError) && !isMissing(error)) throw error;
    const names = listEvents(runDir).slice(0, segments.at(-1)?.to);
    return stateOf(names.map((name) => readEvent(runDir, name))).effects.values();
  }
}
