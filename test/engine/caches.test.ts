/** A packed segment is a cache: whatever became of it, a driver reads the files instead, and the run goes on. */
import { appendFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSegments } from '../../src/journal/segments.ts';
import { type Bench, bench } from './support.ts';

/** Flips a bit at the end of a section of the one segment. */
function damage({ run }: Bench, section: string): void {
  const path = join(run.runDir, listSegments(run.runDir)[0]?.path ?? '');
  const bytes = readFileSync(path);
  const line = bytes.toString('utf8').split('\n', 1)[0] ?? '';
  let end = Buffer.byteLength(line) + 1;
  for (const [name, size] of (JSON.parse(line) as { sections: [string, number][] }).sections) {
    end += size;
    if (name === section) bytes[end - 4] = (bytes[end - 4] ?? 0) ^ 1;
  }
  writeFileSync(path, bytes);
}

const touch = ({ run }: Bench): void => {
  const [first] = run.load().names;
  utimesSync(join(run.runDir, 'journal', first?.name ?? ''), 1, 1);
};

describe.concurrent('req R17: a cache that a driver cannot use costs it time alone', () => {
  test.each([
    ['its requests damaged', (b: Bench) => damage(b, 'replay')],
    ['its results damaged', (b: Bench) => damage(b, 'results')],
    ['its stamps damaged', (b: Bench) => damage(b, 'stamps')],
    ['a file touched behind it', touch],
  ])('%s', async (_, harm) => {
    const b = await bench(`
      const done = [];
      for (const n of [1, 2, 3]) done.push(await ctx.run('s' + n, () => n));
      return [...done, await ctx.signal('go')];
    `);
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    harm(b);
    await b.mail({ kind: 'signal', name: 'go', value: 4 });
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '[1,2,3,4]' });
  });

  test('what is said of a run that has ended is what its files say', async () => {
    const b = await bench("return ctx.run('one', () => 1);");
    expect(await b.drive()).toMatchObject({ status: 'completed', already: false });
    expect(await b.drive()).toMatchObject({ status: 'completed', already: true });
    const last = b.run.load().names.at(-1)?.name ?? '';
    appendFileSync(join(b.run.runDir, 'journal', last), 'x');
    await expect(b.drive()).rejects.toMatchObject({ code: 'DAMAGED', path: expect.stringContaining(last) });
  });
});
