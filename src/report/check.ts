/** What a check of the open runs has found, for a job summary. */
import type { BlockContent, PhrasingContent, Root, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

export interface CheckRow {
  runId: string;
  processId: string;
  verdict: 'agrees' | 'diverges' | 'carried' | 'refused' | 'other' | 'unreadable';
  report: string;
}

export const VERDICTS: Record<CheckRow['verdict'], string> = {
  agrees: 'agrees',
  diverges: 'diverges',
  carried: 'not affected: finishes on the code that it carries; an upgrade would diverge',
  refused: 'agrees, but its code has changed: jobs refuse it with `on-code-change: refuse`',
  other: 'not checked: of another process',
  unreadable: 'could not be read',
};

/** GitHub drops a summary of more than 1 MiB: reports are cut, and what does not fit is counted. */
const MOST_ROWS = 500;
/** Characters. */
const REPORT_LENGTH = 8000;
/** Bytes. */
const REPORTS_LENGTH = 500_000;

const words = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const row = (...cells: PhrasingContent[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
});

export function checkMarkdown(rows: readonly CheckRow[]): string {
  const others = rows.filter(({ verdict }) => verdict !== 'agrees');
  const agreeing = rows.length - others.length;
  const children: BlockContent[] = [
    {
      type: 'heading',
      depth: 3,
      children: [words(`Longhaul check: ${agreeing} of ${rows.length} open runs agree`)],
    },
  ];
  if (rows.length > 0) {
    const body = [...others, ...rows.filter(({ verdict }) => verdict === 'agrees')].slice(0, MOST_ROWS);
    children.push({
      type: 'table',
      children: [
        row(words('Run'), words('Process'), words('With this code')),
        ...body.map(({ runId, processId, verdict }) =>
          row(code(runId), words(processId), words(VERDICTS[verdict])),
        ),
      ],
    });
  }
  let shown = 0;
  let length = 0;
  for (const { runId, verdict, report } of others) {
    const text = report.slice(0, REPORT_LENGTH);
    length += Buffer.byteLength(text);
    if (length > REPORTS_LENGTH || shown === MOST_ROWS) break;
    shown += 1;
    children.push(
      { type: 'heading', depth: 4, children: [code(runId), words(` ${VERDICTS[verdict]}`)] },
      { type: 'code', value: text },
    );
  }
  const left = Math.max(rows.length - MOST_ROWS, others.length - shown);
  if (left > 0)
    children.push({
      type: 'paragraph',
      children: [
        words(`Of ${left} more runs there is no room here: check them one by one, with `),
        code('run-id'),
        words('.'),
      ],
    });
  const root: Root = { type: 'root', children };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' });
}
