import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { withTables } from '../../scripts/docs.ts';
import { INPUTS, OUTPUTS } from '../../src/action/contract.ts';
import { validateWorkflowFile } from '../runner/index.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('req X4: the tables of the README are those of the contract', () => {
  expect(withTables(readme)).toBe(readme);
  for (const [name, spec] of Object.entries(INPUTS))
    expect(readme.includes(`| \`${name}\``)).toBe(!('hidden' in spec));
  for (const name of Object.keys(OUTPUTS)) expect(readme).toContain(`| \`${name}\` |`);
});

it('req X4: every workflow in the README passes GitHub’s own validation', async () => {
  const workflows = [...readme.matchAll(/<!-- workflow: (\S+) -->\n```yaml\n([\s\S]*?)```/g)];
  expect(workflows.length).toBeGreaterThan(0);
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [, name = '', text = ''] of workflows) {
    const file = join(folder, basename(name));
    writeFileSync(file, text);
    expect(await validateWorkflowFile(file, { actions: { 'longhaul/longhaul': root } })).toEqual([]);
  }
});

it('protocol M8, M6: no example puts jobs that deliver messages into a `concurrency` group; each has a sweep', () => {
  const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
  const shown = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(examples.length).toBeGreaterThan(0);
  for (const text of [...examples, ...shown]) {
    expect(text).not.toMatch(/^\s*concurrency:/m);
    expect(text).toMatch(/^\s*schedule:/m);
  }
});
