/** The job summary: what the run did, a picture of it, and how it goes on. Markdown by mdast, so that nothing breaks out. */

import type { BlockContent } from 'mdast';
import { code, markdown, phrase } from '../comments/neutralise.ts';
import { heading, link, quote, say } from '../comments/nodes.ts';
import { stepTable } from '../comments/step-table.ts';
import { errorText } from '../journal/endings.ts';
import type { RunStatus } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import { type StepRow, stepRows } from './steps.ts';
import { timeline } from './timeline.ts';

/** GitHub drops what a step has written when it is more than 1 MiB, without a word; a line more must fit. */
export const SUMMARY_LIMIT = 1024 * 1024 - 1024;

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
    heading(3, 'Longhaul run ', code(state.runId), `: ${status}`),
    ...options.warnings.map((warning) => quote(warning, 1000)),
  ];
  const error = state.terminal?.error;
  if (error !== undefined) children.push(say(code(errorText(error), 1000)));
  if (options.next.length > 0) children.push(...nextSteps(options.next));
  if (tier.picture > 0 && rows.length > 0) {
    children.push({ type: 'code', lang: 'mermaid', value: timeline(rows.slice(-tier.picture), now) });
  }
  if (tier.rows > 0 && rows.length > 0) children.push(stepTable(rows.slice(-tier.rows), now, tier.note));
  const hidden = rows.length - Math.min(rows.length, tier.rows);
  if (hidden > 0) children.push(say(`${hidden} earlier steps are not shown; the journal has them all.`));
  children.push(...options.links.map((each) => say(link(each))));
  return markdown({ type: 'root', children });
}

function nextSteps(next: SummaryOptions['next']): BlockContent[] {
  return next
    .slice(0, 20)
    .flatMap(({ what, command }): BlockContent[] => [
      say(phrase(what, 300)),
      { type: 'code', lang: 'sh', value: command },
    ]);
}
