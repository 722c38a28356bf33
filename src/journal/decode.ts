/**
 * Structural checks of what is read from a run directory. By hand: a schema library costs more start-up
 * time than replaying three thousand steps.
 */
import type {
  EffectCancelledData,
  EffectRequestedData,
  EffectResolvedData,
  EffectStartedData,
  JournalEvent,
  Json,
  JsonObject,
  ProcessLogData,
  RunCancelRequestedData,
  RunCompletedData,
  RunCreatedData,
  RunFailedData,
  RunHaltedData,
  RunRetriedData,
  SerializedError,
  SignalReceivedData,
} from './events.ts';

/** The data of the event types that the journal layer itself understands. */
export interface EventData {
  RUN_CREATED: RunCreatedData;
  EFFECT_REQUESTED: EffectRequestedData;
  EFFECT_STARTED: EffectStartedData;
  EFFECT_RESOLVED: EffectResolvedData;
  EFFECT_CANCELLED: EffectCancelledData;
  SIGNAL_RECEIVED: SignalReceivedData;
  RUN_CANCEL_REQUESTED: RunCancelRequestedData;
  RUN_RETRIED: RunRetriedData;
  RUN_COMPLETED: RunCompletedData;
  RUN_FAILED: RunFailedData;
  RUN_HALTED: RunHaltedData;
  PROCESS_LOG: ProcessLogData;
}

export type EventType = keyof EventData;
export type KnownEvent = { [T in EventType]: JournalEvent<T, EventData[T]> }[EventType];

type Check = 'string' | 'string?' | 'number' | 'number?' | 'object' | 'object?' | 'strings' | 'boolean?';

const SHAPES: { [T in EventType]: Partial<Record<keyof EventData[T] & string, Check>> } = {
  RUN_CREATED: { runId: 'string', processId: 'string', inputsRef: 'string?', deadline: 'string?' },
  EFFECT_REQUESTED: {
    effectId: 'string',
    stepId: 'string',
    taskId: 'string',
    kind: 'string',
    invocationKey: 'string',
    taskDefRef: 'string',
    argsDigest: 'string?',
    after: 'number?',
    waits: 'number?',
    deadline: 'string?',
    external: 'boolean?',
  },
  EFFECT_STARTED: { effectId: 'string', attempt: 'number', notBefore: 'string?', deadline: 'string?' },
  EFFECT_RESOLVED: { effectId: 'string', status: 'string', resultDigest: 'string?', error: 'object?' },
  EFFECT_CANCELLED: { effectId: 'string', resultDigest: 'string?' },
  SIGNAL_RECEIVED: { name: 'string' },
  RUN_CANCEL_REQUESTED: { reason: 'string', deadline: 'string' },
  RUN_RETRIED: { effects: 'strings', dropped: 'strings' },
  RUN_COMPLETED: { outputRef: 'string?', outputDigest: 'string?' },
  RUN_FAILED: { error: 'object' },
  RUN_HALTED: {},
  PROCESS_LOG: { logSeq: 'number' },
};

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(value: unknown, check: Check): boolean {
  if (value === undefined) return check.endsWith('?');
  switch (check) {
    case 'string':
    case 'string?':
      return typeof value === 'string';
    case 'number':
    case 'number?':
      return typeof value === 'number';
    case 'boolean?':
      return typeof value === 'boolean';
    case 'object':
    case 'object?':
      return isObject(value);
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
}

// As pairs, so that checking an event makes no garbage.
const CHECKS = new Map<string, [string, Check][]>(
  Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]),
);

/** What is wrong with the data of an event of this type; undefined when nothing is, or the type is unknown. */
export function dataProblem(type: string, data: JsonObject): string | undefined {
  const checks = CHECKS.get(type);
  if (checks === undefined) return undefined;
  for (const [key, check] of checks) {
    if (!fits(data[key], check)) return `data.${key} of ${type} is not a ${check.replace('?', '')}`;
  }
  if (type === 'EFFECT_RESOLVED' && data.status !== 'ok' && data.status !== 'error') {
    return 'data.status of EFFECT_RESOLVED is neither ok nor error';
  }
  return undefined;
}

/**
 * The event with the type of its data, or undefined for a type that this engine does not know. The data was
 * checked when the event was read (`dataProblem`), or built by typed code.
 */
export function asKnown(event: JournalEvent): KnownEvent | undefined {
  return CHECKS.has(event.type) ? (event as unknown as KnownEvent) : undefined;
}

/** Parses a JSON text; undefined when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A serialized error as it may stand in any journal; gaps are filled so that it can always be thrown. */
export function asError(value: Json | undefined): SerializedError {
  if (!isObject(value))
    return { name: 'Error', message: typeof value === 'string' ? value : 'Unknown error' };
  const error: SerializedError = {
    name: typeof value.name === 'string' ? value.name : 'Error',
    message: typeof value.message === 'string' ? value.message : '',
  };
  if (typeof value.stack === 'string') error.stack = value.stack;
  if (value.data !== undefined) error.data = value.data;
  if (value.cause !== undefined) error.cause = asError(value.cause);
  return error;
}
