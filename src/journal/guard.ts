import type { EventName } from './layout.ts';

/** Keeps a driver that lost its lease from writing; a store supplies it. */
export interface AppendGuard {
  /** The ULID that the event with this seq must take, because a former owner reserved it (L5). */
  adopted(seq: number): string | undefined;
  /** Called before anything of a batch is written. Throws LeaseLostError. */
  reserve(names: readonly EventName[]): void;
  /** Called once every event of the batch stands in the journal. */
  done(): void;
  /** The error to throw when an event's name was taken by somebody else. */
  lost(): Error;
}
