/** The exact bytes of an event file, and the way back. */
import { DamageError } from '../errors.ts';
import { dataProblem, isObject, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import type { JournalEvent, JsonObject } from './events.ts';
import type { EventName } from './layout.ts';

const CHECKSUM = /,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;

export interface EventBody {
  type: string;
  recordedAt: string;
  data: object;
}

/**
 * The text of an event file. The checksum is the sha256 of the same text without its checksum line.
 * `harness`, when run.json has one, stands first in the data of every event but RUN_CREATED.
 */
export function encodeEvent(event: EventBody, harness?: string): string {
  const data =
    harness === undefined || event.type === 'RUN_CREATED' || 'harness' in event.data
      ? event.data
      : { harness, ...event.data };
  const text = JSON.stringify({ type: event.type, recordedAt: event.recordedAt, data }, null, 2);
  return `${text.slice(0, -2)},\n  "checksum": "${sha256(`${text}\n`)}"\n}\n`;
}

/** Why the text of an event file cannot be taken: what `run:verify` shows as the finding's code. */
export type EventFault = 'EVENT_TRUNCATED' | 'EVENT_CHECKSUM' | 'EVENT_SHAPE';

export class EventFaultError extends DamageError {
  readonly fault: EventFault;
  constructor(fault: EventFault, message: string, path: string) {
    super(message, path);
    this.fault = fault;
  }
}

/**
 * Reads an event file's text. `path` is for messages. Throws EventFaultError (a DamageError) when it is cut
 * off, its checksum does not hold or its data has not the shape of its type; unknown types and fields are kept.
 */
export function decodeEvent(text: string, name: EventName, path: string): JournalEvent {
  const body = parseJson(text);
  if (!isObject(body)) {
    throw new EventFaultError('EVENT_TRUNCATED', `The event file ${path} is cut off or no JSON`, path);
  }
  verifyChecksum(text, body, path);
  const { type, recordedAt, data, checksum: _checksum, ...extra } = body;
  if (typeof type !== 'string' || typeof recordedAt !== 'string' || !isObject(data)) {
    throw new EventFaultError(
      'EVENT_SHAPE',
      `The event file ${path} lacks type, recordedAt or data, or they are of another kind`,
      path,
    );
  }
  const problem = dataProblem(type, data);
  if (problem !== undefined) {
    throw new EventFaultError('EVENT_SHAPE', `The event file ${path} has another shape: ${problem}`, path);
  }
  const event: JournalEvent = { seq: name.seq, ulid: name.ulid, type, recordedAt, data };
  for (const _ in extra) {
    event.extra = extra;
    break;
  }
  return event;
}

function verifyChecksum(text: string, body: JsonObject, path: string): void {
  const found = CHECKSUM.exec(text.slice(-100));
  if (found !== null && sha256(`${text.slice(0, -found[0].length)}\n}\n`) === found[1]) return;
  // Another writer may lay out its text differently; the rule speaks of the value's pretty text.
  const { checksum, ...rest } = body;
  if (typeof checksum === 'string' && sha256(`${JSON.stringify(rest, null, 2)}\n`) === checksum) return;
  throw new EventFaultError(
    'EVENT_CHECKSUM',
    `The checksum of the event file ${path} does not hold: it was edited or damaged`,
    path,
  );
}
