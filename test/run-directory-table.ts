/** The tables of docs/run-directory.md, for tests that hold real runs against them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const document = readFileSync(resolve(import.meta.dirname, '../docs/run-directory.md'), 'utf8');

/** Rows of the table under a heading, each cell as its words in backticks. */
export function table(heading: string): string[][][] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`No section ${heading}`);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .slice(2)
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')));
}

/** Fields by event, or by line; a row may be that of several. */
export const fieldsOf = (heading: string): Map<string, string[]> =>
  new Map(table(heading).flatMap(([names = [], ...fields]) => names.map((name) => [name, fields.flat()])));
