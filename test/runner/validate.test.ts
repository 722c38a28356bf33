import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validateActionFile, validateWorkflowFile } from './index.ts';
import { matrixCells } from './matrix.ts';
import { jobPermissions } from './permissions.ts';
import { matchesPatterns } from './triggers.ts';

const sample = resolve(import.meta.dirname, 'fixtures/sample-action');
const folder = mkdtempSync(join(tmpdir(), 'longhaul-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('validation by GitHub’s own packages', () => {
  it('accepts good files', async () => {
    expect(await validateActionFile(join(sample, 'action.yml'))).toEqual([]);
    const good = write(
      'good.yml',
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { uses: acme/sample@v1, with: { who: x } }\n',
    );
    expect(await validateWorkflowFile(good, { actions: { 'acme/sample': sample } })).toEqual([]);
  });

  it('names what is wrong', async () => {
    const on = 'on: { issue_comment: { types: [created] } }\n';
    const bad = async (jobs: string) =>
      (await validateWorkflowFile(write('bad.yml', on + jobs), { actions: { './': sample } })).join('\n');
    expect(
      await bad(
        'jobs: { a: { runs-on: ubuntu-latest, permissions: { issue: write }, steps: [{ run: x }] } }\n',
      ),
    ).toContain("Unexpected value 'issue'");
    expect(await bad('jobs: { a: { runs-on: ubuntu-latest, needs: b, steps: [{ run: x }] } }\n')).toContain(
      'no dependencies',
    );
    expect(
      await bad(`jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "\${{ nope.x }}" }] } }\n`),
    ).toContain('nope');
    expect(
      await bad('jobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: ./, with: { what: x } }] } }\n'),
    ).toContain('unexpected input "what"');
    expect(
      (
        await validateActionFile(
          write('action.yml', 'name: x\ndescription: y\nruns: { using: node24, main: nowhere.js }\n'),
        )
      ).join(),
    ).toContain('nowhere.js does not exist');
  });
});

describe('the parts', () => {
  it('combines axes, exclude and include as GitHub does', () => {
    const include = [
      { os: 'a', extra: 1 },
      { os: 'c', n: 9 },
    ];
    expect(matrixCells({ os: ['a', 'b'], n: [1, 2], exclude: [{ os: 'b', n: 2 }], include })).toEqual([
      { os: 'a', n: 1, extra: 1 },
      { os: 'a', n: 2, extra: 1 },
      { os: 'b', n: 1 },
      { os: 'c', n: 9 },
    ]);
    expect(() => matrixCells({ include: [] })).toThrow('at least one');
  });

  it('grants what the keys say and nothing beside them', () => {
    const context = { setting: 'read', fromFork: false, caller: null } as const;
    expect(jobPermissions({ job: undefined, workflow: undefined }, context)).toEqual({
      contents: 'read',
      packages: 'read',
    });
    expect(jobPermissions({ job: undefined, workflow: { issues: 'write' } }, context)).toEqual({
      issues: 'write',
    });
    expect(jobPermissions({ job: {}, workflow: { issues: 'write' } }, context)).toEqual({});
    const fork = { ...context, fromFork: true };
    expect(
      jobPermissions({ job: { issues: 'write', contents: 'write' }, workflow: undefined }, fork),
    ).toEqual({ issues: 'read', contents: 'read' });
  });

  it('matches branch patterns', () => {
    expect(matchesPatterns(['main', 'release/**'], 'release/1/x')).toBe(true);
    expect(matchesPatterns(['*'], 'a/b')).toBe(false);
    expect(matchesPatterns(['**', '!longhaul/**'], 'longhaul/x')).toBe(false);
  });
});
