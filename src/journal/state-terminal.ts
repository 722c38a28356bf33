/** How a run ended, from the event that ended it. */
import type { Actor, JournalEvent, JsonObject, SerializedError } from './events.ts';
import type { TerminalState } from './state-types.ts';

/** `event`: RUN_COMPLETED, RUN_FAILED or RUN_HALTED. */
export function terminalOf(event: JournalEvent<string, object>): TerminalState {
  const data = event.data as JsonObject;
  const type = event.type as TerminalState['type'];
  const seal = data.manual_seal_reason;
  const terminal: TerminalState = {
    type,
    status:
      type === 'RUN_COMPLETED'
        ? 'completed'
        : type === 'RUN_HALTED'
          ? 'halted'
          : data.canceled === true
            ? 'canceled'
            : 'failed',
    seq: event.seq,
    ulid: event.ulid,
    at: event.recordedAt,
    timedOut: data.timedOut === true,
    sealed: typeof seal === 'string',
  };
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? data[key] : undefined);
  const reason = text('manual_seal_reason') ?? text('reason');
  if (reason !== undefined) terminal.reason = reason;
  for (const key of ['outputRef', 'outputDigest', 'effectId', 'errorClass', 'completionProof'] as const) {
    const value = text(key);
    if (value !== undefined) terminal[key] = value;
  }
  if (data.error !== undefined) terminal.error = data.error as unknown as SerializedError;
  if (Array.isArray(data.cleanupErrors))
    terminal.cleanupErrors = data.cleanupErrors as unknown as SerializedError[];
  if (data.actor !== undefined) terminal.actor = data.actor as unknown as Actor;
  if (data.payload !== undefined) terminal.payload = data.payload;
  return terminal;
}
