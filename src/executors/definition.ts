/** Reads members of a task definition: made by the process's author, so anything may stand there. */
import { durationMs } from '../duration.ts';
import type { Json, JsonObject } from '../journal/events.ts';
import { TaskDefinitionError } from './failure.ts';

/** The value as an object, or undefined. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The value as a text that says something, or undefined. */
export function asText(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Words of a command line; numbers and booleans become text. `where` is named when it is anything else. */
export function argumentList(value: Json | undefined, where: string): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(where, value, 'an array of strings');
  return value.map((item, i) => {
    if (typeof item === 'string') return item;
    if (typeof item === 'number' || typeof item === 'boolean') return String(item);
    throw wrong(`${where}[${i}]`, item, 'a string');
  });
}

/** Fails with what stands there and what may. */
export function wrong(where: string, value: Json | undefined, wanted: string): TaskDefinitionError {
  const shown = value === undefined ? 'missing' : `${(JSON.stringify(value) ?? '').slice(0, 120)}`;
  return new TaskDefinitionError(`The task definition's ${where} is ${shown}; it must be ${wanted}.`);
}

/** The output schema of a definition: its own, or the one of its kind (`agent.outputSchema`); undefined when none. */
export function outputSchemaOf(def: JsonObject, kind: string): JsonObject | undefined {
  return asObject(def.outputSchema) ?? asObject(asObject(def[kind])?.outputSchema);
}

/**
 * The timeout that a definition declares, in ms: `timeout` or `timeoutMs`, its own or that of its kind
 * (`shell.timeout`, as Babysitter's process files write it). undefined when it declares none, 0 for "no limit".
 *
 * @throws UsageError for a value that is no duration
 */
export function declaredTimeout(def: JsonObject, kind: string): number | undefined {
  const own = asObject(def[kind]);
  const places: [Json | undefined, string][] = [
    [def.timeout, 'timeout'],
    [def.timeoutMs, 'timeoutMs'],
    [own?.timeout, `${kind}.timeout`],
    [own?.timeoutMs, `${kind}.timeoutMs`],
  ];
  const found = places.find(([value]) => value !== undefined && value !== null);
  return found === undefined ? undefined : durationMs(found[0], found[1]);
}
