/** The steps of a run as a table, in comments and in the job summary. */
import type { Table } from 'mdast';
import { durationText } from '../duration.ts';
import type { StepRow } from '../report/steps.ts';
import { phrase } from './neutralise.ts';
import { table } from './nodes.ts';

/** `now`: ms since the epoch, the end of what is not done. `note`: characters of a note that are shown. */
export function stepTable(rows: readonly StepRow[], now: number, note: number): Table {
  return table(
    ['Step', 'What', 'Kind', 'Status', 'Attempts', 'Time', 'Note'],
    rows.map((step) => [
      step.stepId,
      phrase(step.label, 120),
      phrase(step.kind, 40),
      step.status,
      step.attempts === 0 ? '' : String(step.attempts),
      durationText((step.to ?? now) - step.from),
      phrase(step.note, note),
    ]),
  );
}
