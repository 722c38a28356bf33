import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/journal/events.ts';
import { filesOf, shownOf } from '../../src/operations/breakpoint-shown.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'shown-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const workspace = path.join(dir, 'workspace');
mkdirSync(path.join(workspace, '.git'), { recursive: true });
mkdirSync(path.join(workspace, 'docs'));
writeFileSync(path.join(workspace, 'docs/a b.md'), `token-123456 ${'x'.repeat(10_000)}`);
writeFileSync(path.join(workspace, 'binary'), 'a\0b');
writeFileSync(path.join(workspace, '.git/config'), 'extraheader = AUTHORIZATION');
writeFileSync(path.join(dir, 'outside.txt'), 'secret');
symlinkSync(path.join(dir, 'outside.txt'), path.join(workspace, 'link.txt'));

const redact = (text: string): string => text.replaceAll('token-123456', '***');
const place = { workspace, repositoryUrl: 'https://github.com/acme/app', commit: 'abc' };
const def = (payload: JsonObject, options: JsonObject = {}): JsonObject => ({
  title: 'label',
  metadata: { ...options, payload },
});
const files = (...names: (string | JsonObject)[]) =>
  filesOf(def({ context: { files: names } }), place, redact);

describe('req 5: files of a breakpoint’s context', () => {
  it('are shown as excerpts without secrets, with a link at the exact commit', () => {
    const [file] = files({ path: 'docs/a b.md', format: 'markdown' });
    expect(file).toMatchObject({
      path: 'docs/a b.md',
      url: 'https://github.com/acme/app/blob/abc/docs/a%20b.md',
    });
    expect(file?.excerpt).toMatch(/^\*\*\* x+$/);
    expect(file?.excerpt?.length).toBe(4000);
  });

  it.each([
    '../outside.txt',
    path.join(dir, 'outside.txt'),
    'link.txt',
    '.git/config',
    'docs/../.git/config',
    '.',
    '',
  ])('%j is not', (name) => {
    expect(files(name).filter(({ excerpt }) => excerpt !== undefined)).toEqual([]);
  });

  it('what is no text, and what is not there, is only named', () => {
    expect(files('binary', 'missing.md').map(({ note }) => note)).toEqual([
      'it is not text',
      'it does not lie in the workspace',
    ]);
    expect(files(...Array.from({ length: 50 }, () => 'binary'))).toHaveLength(10);
  });
});

it('req 5: title, question, context and options come from the process, as text', () => {
  const shown = shownOf(
    def(
      { title: 'T', question: 'Use token-123456?', context: { a: 1, files: ['x'] }, options: ['A', 2, 'B'] },
      { expert: 'owner', tags: ['x', 'y'] },
    ),
    [],
    redact,
  );
  expect(shown).toEqual({
    title: 'T',
    question: 'Use ***?',
    context: '{\n  "a": 1\n}',
    files: [],
    options: ['A', 'B'],
    expert: ['owner'],
    tags: ['x', 'y'],
  });
  expect(shownOf(def({}), [], redact)).toMatchObject({ title: 'label', question: '', options: [] });
  expect(shownOf({}, [], redact).title).toBe('Breakpoint');
  const secret = ['token-123456'];
  expect(shownOf(def({ options: secret }, { expert: secret, tags: secret }), [], redact)).toMatchObject({
    options: ['***'],
    expert: ['***'],
    tags: ['***'],
  });
});
