import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../src/errors.ts';
import { eventFileName, parseEventName, RefResolver } from '../../src/journal/layout.ts';
import { listEvents, listJournal } from '../../src/journal/reader.ts';
import { tempDir } from './helpers.ts';

const ULID = '01M7WE021BZC756KNVSW1WH7WM';

describe('event file names', () => {
  it.each([
    `1.${ULID}.json`,
    `000000.${ULID}.json`,
    `0000001.${ULID}.json`,
    `000001.${ULID.toLowerCase()}.json`,
    `000001.${ULID}.json.tmp-12-34`,
    `000001.${ULID}.JSON`,
    `000001.${ULID.slice(1)}.json`,
    `000001.${ULID}X.json`,
    `000001.8${ULID.slice(1)}.json`,
    `000001.json`,
    `999.d`,
    ` 000001.${ULID}.json`,
  ])('%s is none', (name) => expect(parseEventName(name)).toBeUndefined());

  it('hold seqs of six and more digits, which sort by number', () => {
    expect(parseEventName(eventFileName(7, ULID))).toEqual({
      seq: 7,
      ulid: ULID,
      name: `000007.${ULID}.json`,
    });
    expect(parseEventName(`1000000.${ULID}.json`)?.seq).toBe(1_000_000);
  });

  it('a million comes after 999,999', () => {
    const runDir = tempDir();
    mkdirSync(join(runDir, 'journal'));
    for (const seq of [1_000_000, 999_999, 2])
      writeFileSync(join(runDir, 'journal', eventFileName(seq, ULID)), '');
    expect(listJournal(runDir).events.map((name) => name.seq)).toEqual([2, 999_999, 1_000_000]);
  });

  it('left-over temp files and directories with numbers are never counted', () => {
    const runDir = tempDir();
    mkdirSync(join(runDir, 'journal', '999.d'), { recursive: true });
    for (const name of [eventFileName(1, ULID), `000002.${ULID}.json.tmp-1-2`, 'notes.json']) {
      writeFileSync(join(runDir, 'journal', name), '');
    }
    expect(listEvents(runDir)).toHaveLength(1);
    expect(listJournal(runDir).others.sort()).toEqual([`000002.${ULID}.json.tmp-1-2`, '999.d', 'notes.json']);
  });

  it('a gap and a duplicate are named', () => {
    const runDir = tempDir();
    mkdirSync(join(runDir, 'journal'));
    const put = (seq: number, ulid = ULID) =>
      writeFileSync(join(runDir, 'journal', eventFileName(seq, ulid)), '');
    put(1);
    put(3);
    expect(() => listEvents(runDir)).toThrow(/has no event 2: .*000003/);
    put(2);
    put(2, ULID.replace('M7', 'M8'));
    expect(() => listEvents(runDir)).toThrow(/Two events of the journal have the seq 2/);
  });
});

describe('refs', () => {
  it.each([
    '/etc/passwd',
    '../../secret.json',
    'tasks/../../x.json',
    'tasks//x.json',
    'tasks/./x.json',
    'C:/x.json',
    'tasks\\x.json',
    'run.json',
    'journal/x.json',
    '',
    'tasks/\0',
    7,
  ])('a tampered one (%j) is not followed and named', (ref) => {
    const resolver = new RefResolver(tempDir());
    expect(() => resolver.resolve(ref, 'journal/000003.json')).toThrow(DamageError);
    expect(() => resolver.resolve(ref, 'journal/000003.json')).toThrow(/journal\/000003\.json/);
  });

  it('a symbolic link on the way is not followed, be it a directory or the file', () => {
    const runDir = tempDir();
    const outside = tempDir();
    writeFileSync(join(outside, 'result.json'), '{}');
    mkdirSync(join(runDir, 'tasks', 'b'), { recursive: true });
    symlinkSync(outside, join(runDir, 'tasks', 'a'));
    symlinkSync(join(outside, 'result.json'), join(runDir, 'tasks', 'b', 'result.json'));
    const resolver = new RefResolver(runDir);
    expect(() => resolver.resolve('tasks/a/result.json', 'x')).toThrow(/tasks\/a is a symbolic link/);
    expect(() => resolver.resolve('tasks/b/result.json', 'x')).toThrow(/result\.json is a symbolic link/);
    expect(resolver.resolve('tasks/b/other.json', 'x')).toBe(join(runDir, 'tasks/b/other.json'));
  });
});
