/** run:events. Writes nothing. */
import { pendingByKind } from '../journal/state.ts';
import type { OpenRun } from '../stores/contract.ts';
import { type EventDocument, eventDocument } from './status.ts';

export interface EventsFilter {
  limit?: number | undefined;
  reverse?: boolean;
  type?: string | undefined;
}

export interface EventsDocument {
  events: EventDocument[];
  metadata: {
    processId: string;
    stateVersion: number;
    journalHead: { seq: number; ulid: string } | null;
    pendingEffectsByKind: { [kind: string]: number };
  };
}

/** @throws DamageError */
export function runEvents(run: OpenRun, filter: EventsFilter = {}): EventsDocument {
  const { state } = run.load();
  const chosen = [...run.events()].filter((event) => filter.type === undefined || event.type === filter.type);
  if (filter.reverse === true) chosen.reverse();
  return {
    events: chosen.slice(0, filter.limit ?? chosen.length).map(eventDocument),
    metadata: {
      processId: state.processId,
      stateVersion: state.head.seq,
      journalHead: state.head.seq === 0 ? null : { ...state.head },
      pendingEffectsByKind: pendingByKind(state),
    },
  };
}
