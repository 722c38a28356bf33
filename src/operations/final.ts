/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */
import type { RunJournal } from '../journal/writer.ts';
export function persistFinal(_journal: RunJournal, _workspace: string): void {}
export function announceEnd(_journal: RunJournal): void {}
