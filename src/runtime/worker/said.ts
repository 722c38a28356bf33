/** Reads what a process says in a call: options, definitions, times, lines of log. */
import { durationMs } from '../../duration.ts';
import type { JsonObject } from '../../journal/events.ts';
import { toJson } from '../../journal/json.ts';
import type { Duration, TaskDefinition, WaitOptions } from '../../types.ts';
import { RealDate } from './determinism.ts';

const TASK_KIND = /^[A-Za-z][A-Za-z0-9_.:-]*$/;

export interface Options extends WaitOptions {
  label?: string;
  labels?: unknown;
  [key: string]: unknown;
}

export const textList = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string').map((item) => item.trim())
    : [];

/** Label first, then the definition's labels, each once (as Babysitter writes them). */
export function labelsOf(
  taskId: string,
  options: Options,
  def: JsonObject,
): { label: string; labels: string[] } {
  const own = typeof options.label === 'string' ? [options.label.trim()] : [];
  const labels = [...new Set([...own, ...textList(def['labels'])])].filter((label) => label !== '');
  const title = typeof def['title'] === 'string' ? def['title'] : undefined;
  return { label: labels[0] ?? title ?? taskId, labels };
}

const NO_OPTIONS: JsonObject = Object.freeze({});

/** The options that the driver acts on, as JSON. @throws when one of them is not a duration */
export function driverOptions(options: Options): JsonObject {
  if (options.timeout === undefined && options['retry'] === undefined && options['onLost'] === undefined)
    return NO_OPTIONS;
  const chosen: Record<string, unknown> = {};
  for (const key of ['timeout', 'retry', 'onLost'] as const) {
    if (options[key] !== undefined) chosen[key] = options[key];
  }
  if (chosen['timeout'] !== undefined)
    chosen['timeout'] = durationMs(chosen['timeout'] as Duration, 'timeout');
  return toJson(chosen, 'options').json as JsonObject;
}

export function checkedDefinition(taskId: string, made: unknown): JsonObject {
  if (made === null || typeof made !== 'object' || Array.isArray(made)) {
    throw new TypeError(
      `task "${taskId}": its builder must return a definition object with a kind, and returned ${made === null ? 'null' : typeof made}`,
    );
  }
  const kind = (made as TaskDefinition).kind;
  if (typeof kind !== 'string' || !TASK_KIND.test(kind)) {
    throw new TypeError(
      `task "${taskId}": the definition has no kind (got ${JSON.stringify(kind)}); say e.g. kind: "shell"`,
    );
  }
  return toJson(made, 'def').json as JsonObject;
}

export function timeOf(when: unknown): number {
  const time =
    when instanceof RealDate
      ? when.getTime()
      : typeof when === 'number'
        ? when
        : RealDate.parse(String(when));
  if (Number.isFinite(time)) return time;
  throw new RangeError(
    `ctx.sleepUntil(${JSON.stringify(when)}): give a Date, an ISO time or milliseconds since the epoch`,
  );
}

export function logText(parts: unknown[]): { label: string | undefined; message: string } {
  const text = parts.map((part) =>
    typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part)),
  );
  return parts.length > 1 && typeof parts[0] === 'string'
    ? { label: text[0], message: text.slice(1).join(' ') }
    : { label: undefined, message: text.join(' ') };
}
