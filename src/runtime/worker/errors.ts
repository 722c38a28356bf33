/** Errors on their way into the journal and back into a process (live and replay give the same object). */
import type { Json, SerializedError } from '../../journal/events.ts';
import { toJson } from '../../journal/json.ts';

const KNOWN = new Set(['name', 'message', 'stack', 'cause']);
const MAX_CAUSES = 8;

/** Thrown at the place of an effect that was cancelled, timed out or withdrawn; the same on every replay. */
export class EffectCancelledError extends Error {
  readonly effectId: string;
  readonly reason: string;
  readonly timedOut: boolean;

  constructor(effectId: string, reason: string, timedOut = false) {
    super(reason === '' ? `Effect ${effectId} was cancelled` : `Effect ${effectId} was cancelled: ${reason}`);
    this.name = 'EffectCancelledError';
    this.effectId = effectId;
    this.reason = reason;
    this.timedOut = timedOut;
  }
}

/** An attempt was lost with its job too often (or once, with `onLost: 'fail'`). */
export class LostEffectError extends Error {
  readonly effectId: string;
  readonly losses: number;

  constructor(effectId: string, losses: number, message?: string) {
    super(message ?? `Effect ${effectId} was lost with its job ${losses} time(s)`);
    this.name = 'LostEffectError';
    this.effectId = effectId;
    this.losses = losses;
  }
}

/** The code asks for other steps than the journal holds. The report is in `message`. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
}

function ownFields(error: object): Json | undefined {
  const fields: Record<string, Json> = {};
  for (const [key, value] of Object.entries(error)) {
    if (KNOWN.has(key)) continue;
    try {
      fields[key] = toJson(value, key).json;
    } catch {
      fields[key] = String(value); // an error must never fail to be reported for a field of its own
    }
  }
  return Object.keys(fields).length === 0 ? undefined : fields;
}

/** Whatever was thrown, as data: `name`, `message`, `stack`, `cause` and own fields. Never throws. */
export function serializeError(thrown: unknown, depth = 0): SerializedError {
  try {
    if (thrown === null || typeof thrown !== 'object') {
      return { name: 'Error', message: typeof thrown === 'string' ? thrown : String(thrown) };
    }
    const error = thrown as { name?: unknown; message?: unknown; stack?: unknown; cause?: unknown };
    const isError = thrown instanceof Error || typeof error.message === 'string';
    const result: SerializedError = {
      name: typeof error.name === 'string' ? error.name : (thrown.constructor?.name ?? 'Object'),
      message: isError ? String(error.message) : (JSON.stringify(thrown) ?? String(thrown)),
    };
    if (typeof error.stack === 'string') result.stack = error.stack;
    const data = ownFields(thrown);
    if (data !== undefined) result.data = data;
    if (error.cause !== undefined && depth < MAX_CAUSES)
      result.cause = serializeError(error.cause, depth + 1);
    return result;
  } catch (failure) {
    return { name: 'Error', message: `an error that cannot be read (${String(failure)})` };
  }
}

/** The error that a process catches: live as after a replay it is made from the journal's words. */
export function rehydrateError(serialized: SerializedError): Error {
  const { data } = serialized;
  const fields = data !== null && typeof data === 'object' && !Array.isArray(data) ? data : {};
  if (serialized.name === 'LostEffectError') {
    return new LostEffectError(
      String(fields['effectId'] ?? ''),
      Number(fields['losses'] ?? 1),
      serialized.message,
    );
  }
  const error = new Error(serialized.message);
  Object.defineProperty(error, 'name', { value: serialized.name, configurable: true, writable: true });
  if (serialized.stack !== undefined) error.stack = serialized.stack;
  else error.stack = `${serialized.name}: ${serialized.message}`;
  if (serialized.cause !== undefined) error.cause = rehydrateError(serialized.cause);
  for (const [key, value] of Object.entries(fields)) {
    if (!KNOWN.has(key) && key !== '__proto__') Reflect.set(error, key, value);
  }
  if (data !== undefined && Object.keys(fields).length === 0) Reflect.set(error, 'data', data);
  return error;
}
