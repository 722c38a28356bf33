import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { withTables } from '../../scripts/docs.ts';
import { INPUTS, OUTPUTS } from '../../src/action/contract.ts';
import { validateWorkflowFile } from '../runner/index.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const workflows = readFileSync(join(root, 'docs/workflows.md'), 'utf8');

it('req X4: the tables of the README are those of the contract', () => {
  expect(withTables(readme)).toBe(readme);
  for (const [name, spec] of Object.entries(INPUTS))
    expect(readme.includes(`| \`${name}\``)).toBe(!('hidden' in spec));
  for (const name of Object.keys(OUTPUTS)) expect(readme).toContain(`| \`${name}\` |`);
});

it('docs/workflows.md shows examples word for word', () => {
  const shown = [...workflows.matchAll(/<!-- example: (\S+) -->\n```\w+\n([\s\S]*?)```/g)];
  expect(shown.length).toBe(2);
  for (const [, path = '', text] of shown) expect(text).toBe(readFileSync(join(root, path), 'utf8'));
});

it('req X4: every workflow in the README and in docs/workflows.md passes GitHub’s own validation', async () => {
  const shown = [...`${readme}\n${workflows}`.matchAll(/<!-- workflow: (\S+) -->\n```yaml\n([\s\S]*?)```/g)];
  expect(shown.length).toBeGreaterThan(1);
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [, name = '', text = ''] of shown) {
    const file = join(folder, basename(name));
    writeFileSync(file, text);
    expect(await validateWorkflowFile(file, { actions: { 'longhaul/longhaul': root } })).toEqual([]);
  }
});

describe('workflows that people copy', () => {
  const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
  const shown = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const own = readFileSync(join(root, '.github/workflows/longhaul.yml'), 'utf8');

  it('protocol M8, M6: none puts jobs that deliver messages into a `concurrency` group; each has a sweep', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const text of [...examples, ...shown]) {
      expect(text).not.toMatch(/^\s*concurrency:/m);
      expect(text).toMatch(/^\s*schedule:/m);
    }
  });

  it('contract §2, time limit: each may dispatch its own continuation, and takes what is dispatched', () => {
    for (const text of [...examples, ...shown, own]) {
      const { on, permissions } = parse(text) as Copied;
      expect(permissions.actions, text).toBe('write');
      const { command, 'run-id': runId } = on.workflow_dispatch.inputs;
      expect(command?.options ?? ['auto'], text).toContain('auto');
      expect(command?.options ?? ['resume'], text).toContain('resume');
      expect(runId, text).toBeDefined();
    }
  });

  it('what the README says that a dispatch does, its workflow has inputs for', () => {
    const quick = shown.map((text) => parse(text) as Copied).find(({ jobs }) => 'release' in jobs);
    const dispatched = Object.entries(INPUTS).filter(
      ([name, spec]) => 'fromDispatch' in spec && name !== 'issue',
    );
    for (const [name, spec] of dispatched) {
      const given = quick?.on.workflow_dispatch.inputs[name];
      expect([spec.default, '{}'], name).toContain(given?.default);
    }
  });
});

interface Copied {
  on: { workflow_dispatch: { inputs: Record<string, { default?: string; options?: string[] }> } };
  permissions: Record<string, string>;
  jobs: object;
}

it('protocol T2: what a writer can do without a signing key is said in these words', () => {
  const security = readFileSync(join(root, 'docs/security.md'), 'utf8').replaceAll('**', '');
  expect(security).toMatch(
    /`contents: write`[\s\S]{0,200}without a signing key: forge results, and choose an older revision of the entry, or one in the run's own pull request/,
  );
});
