/** What became of a run's effects, read from its journal. */
import { readFileSync } from 'node:fs';
import { isObject, parseJson } from '../journal/decode.ts';
import type { Json, JsonObject, SerializedError } from '../journal/events.ts';
import { refs } from '../journal/layout.ts';
import { readIfThere, type SettlementOutcome } from '../journal/reader.ts';
import { loadReplayInput } from '../journal/replay-input.ts';
import { attemptOf, type EffectState, type RunState } from '../journal/state.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { TestEffect } from './answers.ts';

export interface EffectResult extends TestEffect {
  status: 'pending' | 'ok' | 'error' | 'cancelled';
  /** What its call gave, when it is ok. */
  value?: Json;
  /** What its call threw, otherwise. */
  error?: SerializedError;
}

/** Keys of task.json that are not the definition's. */
const FIXED = new Set([
  'schemaVersion',
  'effectId',
  'taskId',
  'invocationKey',
  'stepId',
  'inputs',
  'inputsRef',
]);

export function readResults(run: OpenRun): { state: RunState; effects: EffectResult[] } {
  const { state, names } = run.load({ segments: 'ignore' });
  const input = loadReplayInput(run.runDir, { segments: [], tail: names.map(({ name }) => name) });
  const outcomes = new Map(input.settlements.map(({ effectId, outcome }) => [effectId, outcome]));
  const effects = [...state.effects.values()].map((effect): EffectResult => {
    const outcome = effect.status === 'requested' ? undefined : outcomes.get(effect.effectId);
    return { ...describe(run.runDir, effect), ...ended(effect.effectId, outcome) };
  });
  return { state, effects };
}

function describe(runDir: string, effect: EffectState): TestEffect {
  const { effectId, stepId, kind, taskId, label, inputsRef, taskDefRef } = effect.request;
  const stored = parseJson(readFileSync(`${runDir}/${taskDefRef ?? refs.task(effectId)}`, 'utf8'));
  const task: JsonObject = isObject(stored) ? stored : {};
  const def = Object.fromEntries(Object.entries(task).filter(([key]) => !FIXED.has(key)));
  const spilled =
    inputsRef === undefined ? undefined : parseJson(readIfThere(`${runDir}/${inputsRef}`) ?? 'null');
  const args = spilled ?? task['inputs'] ?? null;
  return {
    effectId,
    stepId,
    kind,
    taskId,
    label: label ?? taskId,
    args,
    def,
    attempt: Math.max(1, attemptOf(effect)),
  };
}

function ended(
  effectId: string,
  outcome: SettlementOutcome | undefined,
): Pick<EffectResult, 'status' | 'value' | 'error'> {
  if (outcome === undefined) return { status: 'pending' };
  if (outcome.status === 'ok') return { status: 'ok', value: JSON.parse(outcome.value) as Json };
  if (outcome.status === 'error') return { status: 'error', error: outcome.error };
  const error = { name: 'EffectCancelledError', message: outcome.reason, data: { effectId } };
  return { status: 'cancelled', error };
}
