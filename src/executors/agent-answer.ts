/** Finds the JSON in what an agent printed. */
import type { Json } from '../journal/events.ts';

const FENCE = /^[ \t]*```[ \t]*(\w*)[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;

/**
 * All of the text; else the last fenced block marked `json`, else the last fenced block of any kind; else from the first
 * `{` to the last `}`, or the same with brackets, whichever begins first. undefined when none of them is JSON.
 */
export function answerIn(text: string): { value: Json } | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const blocks = [...text.matchAll(FENCE)].reverse();
  const marked = blocks.filter((block) => /^jsonc?$/i.test(block[1] ?? ''));
  for (const block of [...marked, ...blocks]) {
    const found = parsed(block[2] ?? '');
    if (found !== undefined) return found;
  }
  return outermost(text);
}

function outermost(text: string): { value: Json } | undefined {
  const spans = [
    { from: text.indexOf('{'), to: text.lastIndexOf('}') },
    { from: text.indexOf('['), to: text.lastIndexOf(']') },
  ];
  const present = spans.filter(({ from, to }) => from !== -1 && to > from).sort((a, b) => a.from - b.from);
  for (const { from, to } of present) {
    const found = parsed(text.slice(from, to + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsed(text: string): { value: Json } | undefined {
  const trimmed = text.trim(); // of a byte order mark, too
  if (trimmed === '') return undefined;
  try {
    return { value: JSON.parse(trimmed) as Json };
  } catch {
    return undefined;
  }
}
