import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/version.ts';

const root = path.resolve(import.meta.dirname, '..');
const src = path.join(root, 'src');

/** Rooms from the ground up: a file may import from its own room and from those below. */
const FLOORS = [
  ['errors.ts', 'duration.ts', 'version.ts', 'types.ts', 'redact.ts', 'secret-shapes.ts'],
  ['journal'],
  ['define-task.ts', 'index.ts', 'runtime', 'executors', 'stores', 'github'],
  ['report', 'comments'],
  ['decisions'],
  ['operations'],
  ['testing', 'cli', 'action'],
];

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string): string => file.split(path.sep)[0] ?? '';

function imports(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((target) => path.relative(src, path.resolve(path.dirname(path.join(src, file)), target)));
}

describe('the house', () => {
  it('has a floor for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  it('imports point downwards only', () => {
    const upwards = files.flatMap((file) =>
      imports(file)
        .filter((target) => floorOf(roomOf(target)) > floorOf(roomOf(file)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  it('the journal knows nothing of processes, stores or GitHub', () => {
    const strangers = files
      .filter((file) => roomOf(file) === 'journal')
      .flatMap((file) =>
        imports(file).filter((target) => !['journal', 'errors.ts', 'duration.ts'].includes(roomOf(target))),
      );
    expect(strangers).toEqual([]);
  });

  it('no file does so much that it takes more than 300 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(src, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('the engine has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(version);
  });

  it('every path that the documents link to exists', () => {
    const documents = [
      'README.md',
      ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
    ].filter((name) => name.endsWith('.md'));
    const broken = documents.flatMap((document) => {
      const text = readFileSync(path.join(root, document), 'utf8');
      return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => !fileExists(path.resolve(root, path.dirname(document), link)))
        .map((link) => `${document} → ${link}`);
    });
    expect(broken).toEqual([]);
  });
});

function fileExists(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
