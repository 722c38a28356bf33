import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const types = readFileSync(path.join(root, 'src/types.ts'), 'utf8');
const doc = readFileSync(path.join(root, 'docs/process.md'), 'utf8');

/** Names of the members of an interface of src/types.ts, those of what it extends among them. */
function members(name: string): string[] {
  const [, base, body = ''] =
    new RegExp(`^export interface ${name}(?:<[^{]*?>)?(?: extends (\\w+))? \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(
      types,
    ) ?? [];
  const own = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map((match) => match[1] ?? '');
  return [...(base === undefined ? [] : members(base)), ...own].sort();
}

/** First cells of the tables below a heading whose header says `column`. */
function rows(heading: string, column: string): string[] {
  const section = doc.split(/^##+ /m).find((one) => one.startsWith(heading)) ?? '';
  const table = new RegExp(`^\\| ${column} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(section)?.[1] ?? '';
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '').sort();
}

it.each([
  ['StepOptions', 'Steps', 'option'],
  ['TaskOptions', 'Tasks', 'option'],
  ['RetryOptions', '`retry`', 'member'],
  ['BreakpointPayload', 'Breakpoints', 'payload'],
  ['BreakpointOptions', 'Breakpoints', 'option'],
  ['BreakpointResult', 'Breakpoints', 'answer'],
])('docs/process.md has every member of %s, and no other', (name, heading, column) => {
  expect(members(name).length).toBeGreaterThan(2);
  expect(rows(heading, column)).toEqual(members(name));
});

it('docs/process.md names every variable that a command gets', () => {
  const source = readFileSync(path.join(root, 'src/executors/environment.ts'), 'utf8');
  const given = [...source.matchAll(/^ {4}(LONGHAUL_\w+):/gm)].map((match) => match[1] ?? '');
  expect(given.length).toBeGreaterThan(5);
  expect(given.filter((name) => !doc.includes(name))).toEqual([]);
});
