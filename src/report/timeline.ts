/** A run as a Mermaid Gantt chart. Labels are cut down to what cannot be taken for syntax. */
import type { StepRow } from './steps.ts';

const MARKS: Record<StepRow['status'], string> = {
  ok: 'done',
  failed: 'crit',
  'timed out': 'crit',
  cancelled: 'crit',
  'not done': 'crit',
  running: 'active',
  waiting: 'active',
};

/** Letters, digits and a few signs: Mermaid reads `:`, `;`, `#` and `%%` as its own, and has no way to escape them. */
export function mermaidLabel(text: string): string {
  const clean = text
    .replace(/[^\p{L}\p{N} ._/()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...clean].slice(0, 40).join('');
  return short === '' || /^(section|title|dateFormat|axisFormat|click|end)\b/i.test(short)
    ? `step ${short}`.trim()
    : short;
}

/** `now`: ms since the epoch, the end of what is not done. */
export function timeline(rows: readonly StepRow[], now: number): string {
  const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
  for (const row of rows) {
    const to = Math.max(row.to ?? now, row.from + 1);
    lines.push(`  ${mermaidLabel(`${row.stepId} ${row.label}`)} :${MARKS[row.status]}, ${row.from}, ${to}`);
  }
  return lines.join('\n');
}
