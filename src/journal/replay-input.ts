/** What a replay needs of a journal: requests and settlements in order, nothing else. */

import { DamageError } from '../errors.ts';
import { asKnown } from './decode.ts';
import type { JournalEvent } from './events.ts';
import { parseEventName, paths, type RefResolver } from './layout.ts';
import { cancelledOutcome, readEvent, readOutcome, resolverOf, type SettlementOutcome } from './reader.ts';
import { readReplayRows, type SegmentRef } from './segments.ts';

/** Where a journal stands on disk: packed segments, then the names of the event files behind them. */
export interface JournalRefs {
  segments: Pick<SegmentRef, 'path' | 'digest'>[];
  tail: string[];
}

export interface JournaledRequest {
  effectId: string;
  seq: number;
  stepId: string;
  taskId: string;
  kind: string;
  label: string;
  /** undefined in a journal that Babysitter wrote: arguments are not compared. */
  argsDigest: string | undefined;
  /** Settlements handed over when it was asked (P3); where the journal does not say: all before it. */
  after: number;
  waits: number;
  site: string | undefined;
}

export interface Settlement {
  /** From 1, in journal order. */
  index: number;
  seq: number;
  effectId: string;
  recordedAt: string;
  outcome: SettlementOutcome;
}

export interface RetryPoint {
  seq: number;
  /** How many settlements and requests stand before it. */
  settlementsBefore: number;
  requestsBefore: number;
  effects: string[];
  dropped: string[];
}

export interface ReplayInput {
  runId: string;
  processId: string;
  /** recordedAt of RUN_CREATED. */
  createdAt: string;
  /** Seq of the last event; 0 for an empty journal. */
  head: number;
  requests: JournaledRequest[];
  settlements: Settlement[];
  retries: RetryPoint[];
  /** Highest logSeq of ctx.log lines. */
  logCount: number;
}

/**
 * Reads what a replay needs. Segments are believed (their digests are verified; that they agree with the
 * files is for `checkSegments` to say); tail events are read from their files, checksums and result digests
 * verified. Throws DamageError naming the file.
 */
export function loadReplayInput(runDir: string, refs: JournalRefs): ReplayInput {
  const input: ReplayInput = {
    runId: '',
    processId: '',
    createdAt: '',
    head: 0,
    requests: [],
    settlements: [],
    retries: [],
    logCount: 0,
  };
  const resolver = resolverOf(runDir);
  for (const segment of refs.segments) readReplayRows(runDir, segment, input, resolver);
  for (const name of refs.tail) {
    const parsed = parseEventName(name);
    const path = paths.event(runDir, name);
    if (parsed === undefined) throw new DamageError(`${path} is no event file`, path);
    if (parsed.seq !== input.head + 1) {
      throw new DamageError(`The journal has no event ${input.head + 1}: ${path} comes too early`, path);
    }
    takeEvent(input, readEvent(runDir, parsed), resolver, path);
  }
  return input;
}

/** Takes one more event, given in order. `path` names its file in messages. */
export function takeEvent(
  input: ReplayInput,
  event: JournalEvent,
  resolver: RefResolver,
  path: string,
): void {
  input.head = event.seq;
  const known = asKnown(event);
  switch (known?.type) {
    case 'RUN_CREATED':
      input.runId = known.data.runId;
      input.processId = known.data.processId;
      input.createdAt = known.recordedAt;
      return;
    case 'EFFECT_REQUESTED': {
      const { data } = known;
      const after = data.after ?? input.settlements.length;
      input.requests.push({
        effectId: data.effectId,
        seq: known.seq,
        stepId: data.stepId,
        taskId: data.taskId,
        kind: data.kind,
        label: data.label ?? data.taskId,
        argsDigest: data.argsDigest,
        after,
        waits: data.waits ?? after,
        site: data.site,
      });
      return;
    }
    case 'EFFECT_RESOLVED':
    case 'EFFECT_CANCELLED':
      input.settlements.push({
        index: input.settlements.length + 1,
        seq: known.seq,
        effectId: known.data.effectId,
        recordedAt: known.recordedAt,
        outcome:
          known.type === 'EFFECT_RESOLVED'
            ? readOutcome(resolver, known.data, path)
            : cancelledOutcome(known.data),
      });
      return;
    case 'RUN_RETRIED':
      input.retries.push({
        seq: known.seq,
        settlementsBefore: input.settlements.length,
        requestsBefore: input.requests.length,
        effects: known.data.effects,
        dropped: known.data.dropped,
      });
      return;
    case 'PROCESS_LOG':
      input.logCount = Math.max(input.logCount, known.data.logSeq);
      return;
    default:
  }
}
