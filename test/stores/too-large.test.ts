/** What no store takes, by sizes alone: the files here are holes. */
import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { sealParcel } from '../../src/stores/artifact/parcel.ts';
import { Changes } from '../../src/stores/changes.ts';
import { tempDir } from '../journal/helpers.ts';

const MiB = 1024 * 1024;

/** What a save would carry of a directory with one file of this size. */
function saveOf(path: string, size: number, end = '') {
  const runDir = tempDir();
  const file = join(runDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  truncateSync(file, size);
  appendFileSync(file, end);
  const warnings: string[] = [];
  const changes = new Changes({ runDir, blobs: new Map(), savedUntil: 0 }, (text) => warnings.push(text));
  return { take: () => changes.take(true).files, warnings };
}

it('req R18: a file over GitHub’s limit is refused by its name, before anything is read; an artifact is left out with a warning', () => {
  expect(saveOf('blobs/x.json', 96 * MiB).take).toThrow(
    expect.objectContaining({
      code: 'TOO_LARGE',
      message: expect.stringMatching(/^blobs\/x\.json has 96 MB/),
    }),
  );
  const artifact = saveOf('artifacts/x.bin', 96 * MiB);
  expect(artifact.take()).toEqual([]);
  expect(artifact.warnings).toEqual([expect.stringContaining('actions/upload-artifact')]);
});

it('req R18: of a log only the end is read and saved, however long it is', () => {
  const [log] = saveOf('tasks/E/stdout.log', 3000 * MiB, 'the end\n').take();
  const text = String(log?.content);
  expect(text).toMatch(/^\[longhaul: the first \d+ bytes are not saved\]\n/);
  expect(text.endsWith('\0the end\n')).toBe(true);
  expect(text.length).toBeLessThan(1.1 * MiB);
});

it('protocol A1: an artifact that could not be read again is not made', () => {
  const seal = (size: number) =>
    sealParcel({ kind: 'run', repository: 'o/r', runId: 'r' }, {}, Buffer.alloc(size), undefined, MiB);
  expect(seal(MiB - 500).length).toBeGreaterThan(0);
  expect(() => seal(MiB)).toThrow(
    expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringMatching(/^Run r has 1 MB/) }),
  );
});
