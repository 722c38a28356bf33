/** What the renderers make of one text, by itself. */
import { block, code, markdown, phrase } from '../../src/comments/neutralise.ts';

/** One paragraph of Markdown; line ends become spaces. `limit`: characters of the text. */
export const plain = (text: string, limit: number): string =>
  markdown({ type: 'root', children: [{ type: 'paragraph', children: phrase(text, limit) }] });

/** A fenced block. */
export const codeBlock = (text: string, limit: number): string =>
  markdown({ type: 'root', children: [block(text, limit)] });

/** A code span on one line. */
export const inlineCode = (text: string, limit = 200): string =>
  markdown({ type: 'root', children: [{ type: 'paragraph', children: [code(text, limit)] }] });
