/**
 * Makes text that others wrote safe to stand in our comments: it is seen as it is, and does nothing. Markdown and
 * HTML are escaped, what GitHub makes live after that (mentions, references, formulas) becomes code, invisible
 * characters are named, and what a program could take for a command or a marker is broken by a space.
 */
import type { Code, InlineCode, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { madeVisible } from './invisible.ts';

/** Characters of a line in a code block. */
const LONGEST_LINE = 400;
/** A command by itself, and a decision with its reference wherever it stands. */
const COMMAND =
  /(?<![\w.~/-])\/(?=(?:approve|reject|answer|cancel|halt|retry|status|help)(?![\w/.-]))|\/(?=(?:approve|reject|answer|cancel)\s+e-)/gi;
/** A word that GitHub would do something with: @name, #12, o/r#12, GH-12, a commit, an address, a formula. */
const LIVE = /@|#\d|GH-\d|\$|:\/\/|www\.|(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/i;
/** Nothing in it looks like something else, and nobody's name stands in it. */
const HONEST_URL = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]*)?$/;
/** A link to one of these would leave a note there. */
const BACKLINK = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:issues|pull|pulls|discussions|commit|commits)\//i;

export function markdown(root: Root): string {
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' }).trimEnd();
}

/** The text as nodes of a paragraph. */
export function phrase(text: string, limit: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let words = '';
  const flush = (): void => {
    if (words !== '') nodes.push({ type: 'text', value: words });
    words = '';
  };
  for (const [i, word] of oneLine(text, limit).split(' ').entries()) {
    if (i > 0) words += ' ';
    if (!LIVE.test(word)) {
      words += word;
      continue;
    }
    const [, url = '', after = ''] = /^(.*?)([.,;:!?)]{0,3})$/.exec(word) ?? [];
    flush();
    if (isHonest(url)) {
      nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
      words = after;
    } else nodes.push({ type: 'inlineCode', value: word });
  }
  flush();
  return nodes;
}

export function code(text: string, limit = 200): InlineCode {
  return { type: 'inlineCode', value: oneLine(text, limit) || ' ' };
}

export function block(text: string, limit: number): Code {
  const { shown, left } = begun(text, limit);
  const lines = shown
    .split('\n')
    .map((line) => cut(line, LONGEST_LINE))
    .join('\n')
    .trimEnd();
  return { type: 'code', value: left === 0 ? lines : `${lines}\n… (${left} more characters)` };
}

/** The text with line ends as spaces. */
export function oneLine(text: string, limit: number): string {
  const { shown, left } = begun(text, limit);
  const line = shown.replace(/\s+/g, ' ').trim();
  return left === 0 ? line : `${line}…`;
}

/** The beginning of a text, made safe; `left`: characters that are not shown. */
function begun(text: string, limit: number): { shown: string; left: number } {
  // What is named gets longer; what is cut away is not looked at.
  const safe = defused(madeVisible(text.slice(0, 2 * limit).toWellFormed()));
  const characters = [...safe];
  const shown = characters.slice(0, limit).join('');
  return { shown, left: Math.max(0, characters.length - limit) + Math.max(0, text.length - 2 * limit) };
}

/** Nothing left in it is a command or the beginning of a marker, wherever it stands and whoever reads it. */
function defused(text: string): string {
  return text.replace(COMMAND, '/ ').replaceAll('<!--', '<! --');
}

function isHonest(url: string): boolean {
  if (!HONEST_URL.test(url) || BACKLINK.test(url) || url.length > 500) return false;
  return !/\/\/(?:[^/]*\.)?xn--/.test(url) && URL.canParse(url);
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit).join('')}…`;
}
