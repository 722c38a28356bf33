// Fills the rendered parts of docs/comments.md, each between `<!-- made: name -->` and `<!-- end -->`, from what the
// renderers make of the facts of the tests. A test compares the file with it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakpointComment, decidedComment } from '../src/comments/breakpoint.ts';
import { replyComment } from '../src/comments/replies.ts';
import { statusComment } from '../src/comments/status.ts';
import { BREAKPOINT, CLOSED, replies, SAID, STATUS } from '../test/comments/facts.ts';

const FILE = join(import.meta.dirname, '../docs/comments.md');

export function commentsDocument(current: string = readFileSync(FILE, 'utf8')): string {
  const [approved] = CLOSED;
  if (approved === undefined) throw new Error('The facts of the tests have no decision');
  const ann = { ...SAID, login: 'ann', at: '2026-05-01T10:58:00.000Z', text: 'ship it' };
  const at = { to: '42', run: BREAKPOINT.runId };
  const shown = (markdown: string): string => `~~~~~~markdown\n${markdown.trimEnd()}\n~~~~~~`;
  const cell = (markdown: string): string =>
    markdown
      .replace(/<!--.*?-->/g, '')
      .trim()
      .replaceAll('|', '\\|')
      .replace(/\[([^\]]+)\]\([^)]+\)/g, '*$1*')
      .replace(/\s*\n+\s*/g, ' ');
  const rows = replies('…')
    .filter(({ code }) => code !== 'help')
    .map((reply) => `| \`${reply.code}\` | ${cell(replyComment(reply, at))} |`);
  const made: Record<string, string> = {
    breakpoint: shown(breakpointComment({ ...BREAKPOINT, said: [] })),
    decided: shown(
      decidedComment({ ...BREAKPOINT, said: [SAID, ann], closed: approved, next: 'The run goes on.' }),
    ),
    status: shown(statusComment(STATUS)),
    help: shown(replyComment({ code: 'help' }, at)),
    replies: `| reason | reply |\n|---|---|\n${rows.join('\n')}`,
  };
  return current.replace(/(<!-- made: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, begin, name, end) =>
    made[name] === undefined ? whole : `${begin}\n${made[name]}\n\n${end}`,
  );
}

if (import.meta.main) writeFileSync(FILE, commentsDocument());
