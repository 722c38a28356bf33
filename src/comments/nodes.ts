/** The pieces that our comments are made of. Text given to `say` is ours; what others wrote goes through neutralise.ts. */
import type {
  BlockContent,
  InlineCode,
  Link,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import type { Approver, Link as LinkFact } from './facts.ts';
import { formatMarker, type Marker } from './markers.ts';
import { code, markdown, phrase } from './neutralise.ts';

/** Text of ours, or nodes. */
export type Piece = string | PhrasingContent | readonly PhrasingContent[];

/** A login or the name of a team. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;

export const words = (value: string): Text => ({ type: 'text', value });

const nodesOf = (pieces: readonly Piece[]): PhrasingContent[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? [words(piece)] : piece));

/** A paragraph. */
export const say = (...pieces: Piece[]): BlockContent => ({ type: 'paragraph', children: nodesOf(pieces) });

export const strong = (...pieces: Piece[]): PhrasingContent => ({
  type: 'strong',
  children: nodesOf(pieces),
});

export const heading = (depth: 3 | 4, ...pieces: Piece[]): BlockContent => ({
  type: 'heading',
  depth,
  children: nodesOf(pieces),
});

/** A word of ours in a sentence, as it is. */
export const typed = (value: string): InlineCode => ({ type: 'inlineCode', value });

/** Words to type, alone in their block: GitHub's button then copies just them. */
export const command = (words: string): BlockContent => ({ type: 'code', value: words });

export function link({ text, url }: LinkFact): Link | PhrasingContent {
  if (!/^https?:\/\//.test(url)) return code(text);
  // A link cannot hold another one.
  const children = phrase(text, 200).map((node) => (node.type === 'link' ? code(node.url) : node));
  return { type: 'link', url, children };
}

/** Separated by a dot in the middle; undefined when there is none. */
export function links(all: readonly LinkFact[]): BlockContent | undefined {
  if (all.length === 0) return undefined;
  return say(
    ...all.slice(0, 20).flatMap((each, i): Piece[] => (i === 0 ? [link(each)] : [' · ', link(each)])),
  );
}

/** What others wrote, line by line, marked as theirs. */
export function quote(text: string, limit: number): BlockContent {
  const lines = text.slice(0, 2 * limit).split(/\r\n?|\n/);
  const paragraphs: PhrasingContent[][] = [[]];
  let left = limit;
  for (const line of lines) {
    const last = paragraphs.at(-1) ?? [];
    if (line.trim() === '') {
      if (last.length > 0) paragraphs.push([]);
      continue;
    }
    if (left <= 0) {
      last.push(words(' …'));
      break;
    }
    if (last.length > 0) last.push({ type: 'break' });
    last.push(...phrase(line, left));
    left -= line.length;
  }
  const children = paragraphs.filter((each) => each.length > 0);
  return { type: 'blockquote', children: children.map((each) => say(each)) };
}

export function table(head: readonly string[], body: readonly (readonly Piece[])[]): Table {
  const row = (cells: readonly Piece[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: nodesOf([cell]) })),
  });
  return { type: 'table', children: [row(head), ...body.map(row)] };
}

export function list(items: readonly (readonly BlockContent[])[]): BlockContent {
  const children = items.map((item): ListItem => ({ type: 'listItem', spread: false, children: [...item] }));
  return { type: 'list', ordered: false, spread: false, children };
}

/** Who may decide: people and teams are really mentioned, so that they are told. */
export function mention({ kind, name }: Approver): PhrasingContent[] {
  const parts = name.split('/');
  const isMention = (kind === 'user' && parts.length === 1) || (kind === 'team' && parts.length === 2);
  if (isMention && parts.every((part) => LOGIN.test(part))) return [words(`@${name}`)];
  return kind === 'role'
    ? [words('people with the permission '), code(name), words(' or more')]
    : [code(name)];
}

/** `2026-05-01 10:00 UTC`; what is no time is shown as it is. */
export function when(iso: string): Text | InlineCode {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return code(iso);
  return words(`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
}

/** A whole comment: its marker is its last line, after everything that others wrote. */
export function comment(children: readonly (RootContent | undefined)[], marker: Marker): string {
  const root: Root = { type: 'root', children: children.filter((child) => child !== undefined) };
  return `${markdown(root)}\n\n${formatMarker(marker)}\n`;
}

/** `a, b and c` */
export function enumerate(nodes: readonly Piece[], last = 'and'): PhrasingContent[] {
  return nodesOf(
    nodes.flatMap((node, i) => (i === 0 ? [node] : [i === nodes.length - 1 ? ` ${last} ` : ', ', node])),
  );
}
