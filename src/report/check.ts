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

/** GitHub drops a summary of more than 1 MiB: reports are cut, and of many only the first are shown. */
const MOST_ROWS = 500;
const MOST_REPORTS = 50;
const REPORT_LENGTH = 8000;

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
  for (const { runId, verdict, report } of others.slice(0, MOST_REPORTS)) {
    children.push(
      { type: 'heading', depth: 4, children: [code(runId), words(` ${VERDICTS[verdict]}`)] },
      { type: 'code', value: report.slice(0, REPORT_LENGTH) },
    );
  }
  const root: Root = { type: 'root', children };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' });
}
