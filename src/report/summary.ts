/** The job summary: what the run did, a picture of it, and how it goes on. Markdown by mdast, so that nothing breaks out. */

import type { BlockContent, PhrasingContent, Root, Table, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { durationText } from '../duration.ts';
import type { RunStatus } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import { type StepRow, stepRows } from './steps.ts';
import { timeline } from './timeline.ts';

/** GitHub drops a summary of more than 1 MiB, without a word. */
export const SUMMARY_LIMIT = 1024 * 1024;

export interface SummaryOptions {
  state: RunState;
  status: RunStatus;
  /** ms since the epoch. */
  now: number;
  /** What to do next, as commands to type or paste; each with a line that says what it does. */
  next: { what: string; command: string }[];
  /** Said before anything else. */
  warnings: string[];
  links: { text: string; url: string }[];
}

/** How much is shown, the fullest first; the first that fits is taken. */
const TIERS = [
  { rows: 1000, picture: 200, note: 300 },
  { rows: 300, picture: 60, note: 120 },
  { rows: 50, picture: 0, note: 60 },
  { rows: 0, picture: 0, note: 0 },
] as const;

const words = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const row = (cells: (PhrasingContent | PhrasingContent[])[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: [cell].flat() })),
});

/** Markdown, at most SUMMARY_LIMIT bytes. */
export function summaryMarkdown(options: SummaryOptions): string {
  const rows = stepRows(options.state);
  let text = '';
  for (const tier of TIERS) {
    text = render(options, rows, tier);
    if (Buffer.byteLength(text) <= SUMMARY_LIMIT) return text;
  }
  return text.slice(0, SUMMARY_LIMIT / 4);
}

function render(options: SummaryOptions, rows: readonly StepRow[], tier: (typeof TIERS)[number]): string {
  const { state, status, now } = options;
  const children: BlockContent[] = [
    {
      type: 'heading',
      depth: 3,
      children: [words('Longhaul run '), code(state.runId), words(`: ${status}`)],
    },
  ];
  for (const warning of options.warnings)
    children.push({ type: 'blockquote', children: [paragraph(words(warning))] });
  const error = state.terminal?.error;
  if (error !== undefined) children.push(paragraph(code(cut(`${error.name}: ${error.message}`, 1000))));
  if (options.next.length > 0) children.push(...nextSteps(options.next));
  if (tier.picture > 0 && rows.length > 0) {
    children.push({ type: 'code', lang: 'mermaid', value: timeline(rows.slice(-tier.picture), now) });
  }
  if (tier.rows > 0 && rows.length > 0) children.push(stepTable(rows.slice(-tier.rows), now, tier.note));
  const hidden = rows.length - Math.min(rows.length, tier.rows);
  if (hidden > 0)
    children.push(paragraph(words(`${hidden} earlier steps are not shown; the journal has them all.`)));
  for (const link of options.links)
    children.push(paragraph({ type: 'link', url: link.url, children: [words(link.text)] }));
  const root: Root = { type: 'root', children };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' });
}

function nextSteps(next: SummaryOptions['next']): BlockContent[] {
  return next
    .slice(0, 20)
    .flatMap(({ what, command }): BlockContent[] => [
      paragraph(words(what)),
      { type: 'code', lang: 'sh', value: command },
    ]);
}

/** `say` makes nodes of what others wrote. */
export function stepTable(
  rows: readonly StepRow[],
  now: number,
  note: number,
  say: (text: string, limit: number) => PhrasingContent[] = (text, limit) => [words(cut(text, limit))],
): Table {
  const head = row(['Step', 'What', 'Kind', 'Status', 'Attempts', 'Time', 'Note'].map(words));
  const body = rows.map((step) =>
    row([
      words(step.stepId),
      say(step.label, 120),
      say(step.kind, 40),
      words(step.status),
      words(step.attempts === 0 ? '' : String(step.attempts)),
      words(durationText((step.to ?? now) - step.from)),
      say(step.note, note),
    ]),
  );
  return { type: 'table', children: [head, ...body] };
}

const cut = (value: string, length: number): string =>
  value.length > length ? `${value.slice(0, length)}…` : value;
