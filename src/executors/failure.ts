/** The errors that a task can end in, in the form that the journal keeps. */
import type { Json, JsonObject, SerializedError } from '../journal/events.ts';

/** A definition that cannot be run as it stands. Another attempt would meet it again, so it is never retried. */
export class TaskDefinitionError extends Error {
  override readonly name = 'TaskDefinitionError';
}

/** What a worker gave as its result is not JSON, too large, or not what the output schema asks for. */
export class TaskOutputError extends Error {
  override readonly name = 'TaskOutputError';
  readonly data: JsonObject;

  constructor(message: string, data: JsonObject) {
    super(message);
    this.data = data;
  }
}

/** `name`, `message` and `data` as they go into EFFECT_RESOLVED; without a stack, which would only show the engine. */
export function failure(name: string, message: string, data?: Json): SerializedError {
  return data === undefined ? { name, message } : { name, message, data };
}

/** The failure in an error of ours; undefined for anything else, which is a fault of the engine. */
export function failureOf(error: unknown): SerializedError | undefined {
  if (error instanceof TaskOutputError) return failure(error.name, error.message, error.data);
  if (error instanceof TaskDefinitionError) return failure(error.name, error.message);
  return undefined;
}

/** At most `length` characters of a text, marked where it was cut. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** The first line of a text that says something, shortened. */
export function firstLine(text: string, length = 160): string {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? '';
  return shorten(line.trim(), length);
}

/** The last line of a text that says something, shortened. */
export function lastLine(text: string, length = 300): string {
  const line = text.split(/[\r\n]/).findLast((part) => part.trim() !== '') ?? '';
  return shorten(line.trim(), length);
}
