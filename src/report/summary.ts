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

/** What to do next: a command to type or paste, a line that says what it does, and the page to do it on. */
export interface NextStep {
  what: string;
  command: string;
  url?: string;
}

export interface SummaryOptions {
  state: RunState;
  status: RunStatus;
  /** ms since the epoch. */
  now: number;
  next: NextStep[];
  /** Said before anything else. */
  warnings: string[];
  /** Who halted it, and why; undefined: it was not halted. */
  halt?: string | undefined;
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
  if (options.halt !== undefined) children.push(say(phrase(`It was ${options.halt}`, 1000)));
  else if (error !== undefined) children.push(say(code(errorText(error), 1000)));
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
    .flatMap(({ what, command, url }): BlockContent[] => [
      url === undefined ? say(phrase(what, 300)) : say(link({ text: what, url })),
      { type: 'code', lang: 'sh', value: command },
    ]);
}
