/** task:list and task:show. Write nothing. */
import { readFileSync } from 'node:fs';
import { DamageError, LonghaulError } from '../errors.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import type { EffectStatus, JsonObject } from '../journal/events.ts';
import { RefResolver } from '../journal/layout.ts';
import { isMissing, resolverOf } from '../journal/reader.ts';
import type { EffectState } from '../journal/state.ts';
import type { OpenRun } from '../stores/contract.ts';
import { titleOf } from './breakpoint-shown.ts';

export interface TaskDocument {
  effectId: string;
  taskId: string;
  stepId: string;
  status: EffectStatus;
  kind: string;
  label: string;
  title: string;
  labels?: string[];
  taskDefRef: string;
  inputsRef: string | null;
  resultRef: string | null;
  stdoutRef: string | null;
  stderrRef: string | null;
  requestedAt: string;
  resolvedAt?: string;
}

export interface TaskFilter {
  pending?: boolean;
  kind?: string | undefined;
}

/**
 * Sorted by effect id. The title stands in no event, as with Babysitter: each costs one small file, 0.2 s for 5,000
 * tasks, which is cheaper than to carry it in every event of every run.
 */
export function listTasks(run: OpenRun, filter: TaskFilter = {}): TaskDocument[] {
  const { state } = run.load();
  const effects = [...(filter.pending === true ? state.pending : state.effects).values()];
  return effects
    .filter(({ request }) => filter.kind === undefined || request.kind === filter.kind)
    .map((effect) => taskDocument(run.runDir, effect))
    .sort((a, b) => (a.effectId < b.effectId ? -1 : 1));
}

export interface TaskDetails {
  effect: TaskDocument;
  /** task.json and result.json as they stand; null where there is none. */
  task: JsonObject | null;
  result: JsonObject | null;
  /** The blob that holds a value too long for result.json. */
  largeResult: string | null;
}

/** @throws LonghaulError (EFFECT_NOT_FOUND), DamageError */
export function showTask(run: OpenRun, effectId: string): TaskDetails {
  const effect = run.load().state.effects.get(effectId);
  if (effect === undefined) {
    throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${run.runId}`, {
      hint: `See its effects with \`longhaul task:list ${run.runId}\`.`,
    });
  }
  const resolver = new RefResolver(run.runDir);
  const document = taskDocument(run.runDir, effect);
  const result = readObject(resolver, document.resultRef);
  const blob = result?.resultRef;
  return {
    effect: document,
    task: readObject(resolver, document.taskDefRef),
    result,
    largeResult: typeof blob === 'string' ? blob : null,
  };
}

function taskDocument(runDir: string, effect: EffectState): TaskDocument {
  const { request, settlement, status, requestedAt } = effect;
  const { effectId, taskId, stepId, kind, label, labels, taskDefRef, inputsRef } = request;
  return {
    effectId,
    taskId,
    stepId,
    status,
    kind,
    label: label ?? taskId,
    title: titleOfEffect(runDir, effect),
    ...(labels === undefined ? {} : { labels }),
    taskDefRef,
    inputsRef: inputsRef ?? null,
    resultRef: settlement?.resultRef ?? null,
    stdoutRef: settlement?.stdoutRef ?? null,
    stderrRef: settlement?.stderrRef ?? null,
    requestedAt,
    ...(settlement === undefined ? {} : { resolvedAt: settlement.at }),
  };
}

/** What people call an effect by. */
export function titleOfEffect(runDir: string, { request }: EffectState): string {
  const { kind, taskDefRef, label, taskId } = request;
  return titleOf(kind, definitionOf(runDir, taskDefRef)) ?? label ?? taskId;
}

/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
export function definitionOf(runDir: string, ref: string): JsonObject {
  try {
    return readObject(resolverOf(runDir), ref) ?? {};
  } catch (error) {
    if (error instanceof DamageError) return {};
    throw error;
  }
}

/** A JSON object that the journal refers to; null when there is no such file. @throws DamageError */
export function readObject(resolver: RefResolver, ref: string | null): JsonObject | null {
  if (ref === null) return null;
  const file = resolver.resolve(ref, 'the journal');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const value = parseJson(text);
  if (!isObject(value)) throw new DamageError(`${file} is cut off or holds no object`, file);
  return value;
}
