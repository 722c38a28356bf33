import { listEvents } from '../journal/reader.ts';
import type { JournalRefs } from '../journal/replay-input.ts';
import { listSegments } from '../journal/segments.ts';

/** Where a run's journal stands on disk just now: what a worker reads. */
export function journalRefs(runDir: string): JournalRefs {
  const names = listEvents(runDir);
  const segments = listSegments(runDir).filter((segment) => segment.to <= names.length);
  return { segments, tail: names.slice(segments.at(-1)?.to ?? 0).map((event) => event.name) };
}
