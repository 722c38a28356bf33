/** A run carries its code. */
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitBlobId } from '../../src/journal/digest.ts';
import { readManifest } from '../../src/operations/code.ts';
import { type Bench, bench, benchOf, project, write } from './support.ts';

const PARKED = (value: string, imports = ''): string => `import { defineTask } from 'longhaul';
${imports}
export async function process(inputs, ctx) {
  await ctx.run('first', () => 1);
  await ctx.signal('go');
  return ${value};
}
`;
async function go(b: Bench, options: Parameters<Bench['drive']>[0] = {}): Promise<unknown> {
  await b.mail({ kind: 'signal', name: 'go', value: null });
  return JSON.parse((await b.drive(options)).output ?? 'null');
}
const carried = (b: Bench): string[] => readManifest(b.run.runDir)?.files.map(({ path }) => path) ?? [];

describe.concurrent('a run carries its code', () => {
  for (const [how, change] of Object.entries({
    changed: (b: Bench) => write(b.directory, { 'p.mjs': 'export const process = () => "new";' }),
    moved: (b: Bench) => renameSync(join(b.directory, 'p.mjs'), join(b.directory, 'q.mjs')),
    deleted: (b: Bench) => rmSync(join(b.directory, 'p.mjs')),
  })) {
    test(`an entry that was ${how} after the start`, async () => {
      const b = await bench('', { files: { 'p.mjs': PARKED('"old"') } });
      await b.drive();
      change(b);
      expect(await go(b)).toBe('old');
    });
  }

  test('a relative import that was changed, and one that is imported first in a later process', async () => {
    const b = await bench('', {
      files: {
        'p.mjs': PARKED("[a, (await import('./late.mjs')).late]", "import { a } from './lib/a.mjs?v=1';"),
        'lib/a.mjs': 'export const a = 1;',
        'late.mjs': 'export const late = 1;',
      },
    });
    await b.drive();
    expect(carried(b)).toEqual(['lib/a.mjs', 'p.mjs']);
    write(b.directory, { 'lib/a.mjs': 'export const a = 2;', 'late.mjs': 'export const late = 2;' });
    expect(await go(b)).toEqual([1, 2]);
    expect(carried(b)).toEqual(['late.mjs', 'lib/a.mjs', 'p.mjs']);
  });

  test('TypeScript, CommonJS and JSON', async () => {
    const b = await bench('', {
      entry: 'p.ts',
      files: {
        'package.json': '{"type":"commonjs"}',
        'p.ts': PARKED(
          '[typed(2), cjs.value, cjs.inner, cjs.n, data.n, required.n]',
          "import { typed } from './typed.ts';\nimport cjs from './old.cjs';\nimport data from './data.json' with { type: 'json' };\nimport { createRequire } from 'node:module';\nconst required = createRequire(import.meta.url)('./data.json');",
        ),
        'typed.ts': 'interface N { n: number }\nexport const typed = (n: number): N => ({ n });',
        'old.cjs': "module.exports = { value: 'cjs', inner: require('./inner'), n: require('./data').n };",
        'inner/index.js': "exports.deep = require('../deep');",
        'deep.js': 'module.exports = true;',
        'data.json': '{"n":1}',
      },
    });
    await b.drive();
    for (const file of [
      'p.ts',
      'typed.ts',
      'old.cjs',
      'inner/index.js',
      'deep.js',
      'data.json',
      'package.json',
    ])
      rmSync(join(b.directory, file));
    expect(await go(b)).toEqual([{ n: 2 }, 'cjs', { deep: true }, 1, 1, 1]);
  });

  test('reads relative to import.meta.url point into the workspace, and so do call sites', async () => {
    const b = await bench('', {
      files: {
        'p.mjs': PARKED(
          "readFileSync(new URL('./data.txt', import.meta.url), 'utf8')",
          "import { readFileSync } from 'node:fs';",
        ),
        'data.txt': 'one',
      },
    });
    await b.drive();
    write(b.directory, { 'data.txt': 'two', 'p.mjs': '' });
    expect(await go(b)).toBe('two');
    expect(b.of('EFFECT_REQUESTED')[0]?.site).toMatch(/^p\.mjs:\d+:\d+$/);
  });

  test('paths with spaces, unicode and signs; node_modules is not carried', async () => {
    const b = await bench('', {
      entry: 'my flöws #1/p%20 ?.mjs',
      files: {
        'my flöws #1/p%20 ?.mjs': PARKED(
          '[a, dep]',
          "import { a } from './ä b.mjs';\nimport dep from 'dep';",
        ),
        'my flöws #1/ä b.mjs': 'export const a = "ä";',
        'my flöws #1/node_modules/dep/index.mjs': 'export default "dep";',
        'my flöws #1/node_modules/dep/package.json': '{"name":"dep","exports":"./index.mjs"}',
      },
    });
    await b.drive();
    expect(carried(b)).toEqual(['my flöws #1/p%20 ?.mjs', 'my flöws #1/ä b.mjs']);
    rmSync(join(b.directory, 'my flöws #1/ä b.mjs'));
    rmSync(join(b.directory, 'my flöws #1/p%20 ?.mjs'));
    expect(await go(b)).toEqual(['ä', 'dep']);
  });

  test('an entry and an import through symbolic links, also when the links are gone', async () => {
    const directory = project({
      'real/p.mjs': PARKED('a', "import { a } from './a.mjs';"),
      'elsewhere/a.mjs': 'export const a = "linked";',
    });
    symlinkSync('real/p.mjs', join(directory, 'link.mjs'));
    symlinkSync('../elsewhere/a.mjs', join(directory, 'real/a.mjs'));
    const b = await bench('', { directory, entry: 'link.mjs' });
    await b.drive();
    expect(carried(b)).toEqual(['elsewhere/a.mjs', 'real/p.mjs']);
    rmSync(join(directory, 'link.mjs'));
    expect(await go(b)).toBe('linked');
  });

  test('a workspace that is itself reached through a link', async () => {
    const real = project({ 'p.mjs': PARKED('"old"') });
    const link = `${real}-link`;
    symlinkSync(real, link);
    const b = await bench('', { directory: link });
    await b.drive();
    rmSync(join(real, 'p.mjs'));
    expect(await go(b)).toBe('old');
  });

  test('a source that is no UTF-8 is known to git by its own bytes', async () => {
    const bytes = Buffer.concat([Buffer.from(PARKED('"ok"')), Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x0a])]);
    const b = await bench('', { files: { 'p.mjs': bytes } });
    await b.drive();
    expect(readManifest(b.run.runDir)?.files[0]?.blob).toBe(gitBlobId(bytes));
    rmSync(join(b.directory, 'p.mjs'));
    expect(await go(b)).toBe('ok');
  });

  test('a tampered carried file is named', async () => {
    const b = await bench('', { files: { 'p.mjs': PARKED('1') } });
    await b.drive();
    write(b.run.runDir, { 'code/files/p.mjs': PARKED('2') });
    await expect(b.drive()).rejects.toThrow(/code.files.p\.mjs is not the one in the manifest/);
    const manifest = readFileSync(join(b.run.runDir, 'code/manifest.json'), 'utf8');
    for (const path of ['../p.mjs', '/p.mjs', 'a//p.mjs', ''])
      expect(() => {
        write(b.run.runDir, {
          'code/manifest.json': manifest.replace('"path": "p.mjs"', `"path": ${JSON.stringify(path)}`),
        });
        readManifest(b.run.runDir);
      }).toThrow(/holds an entry that is none/);
  });
});

describe.concurrent('req R11: on-code-change', () => {
  test('pin goes on with the old code, refuse names the files, upgrade takes the new and says so', async () => {
    const b = await bench('', { files: { 'p.mjs': PARKED('"old"') } });
    await b.drive();
    write(b.directory, { 'p.mjs': PARKED('"new"') });
    expect(await b.drive({ onCodeChange: 'pin' })).toMatchObject({ status: 'waiting' });
    await expect(b.drive({ onCodeChange: 'refuse' })).rejects.toThrow(/p\.mjs/);
    expect(b.of('CODE_UPGRADED')).toEqual([]);
    expect(await b.drive({ onCodeChange: 'upgrade' })).toMatchObject({ status: 'waiting' });
    expect(b.of('CODE_UPGRADED')).toMatchObject([{ files: [{ path: 'p.mjs' }] }]);
    rmSync(join(b.directory, 'p.mjs'));
    expect(await go(b)).toBe('new');
    expect(b.of('CODE_UPGRADED')).toHaveLength(1);
  });

  test('an upgrade that diverges writes nothing, and its report shows both call sites and the change', async () => {
    const b = await bench('', { files: { 'p.mjs': PARKED('"old"') } });
    await b.drive();
    const before = b.journal().length;
    const manifest = readFileSync(join(b.run.runDir, 'code/manifest.json'), 'utf8');
    write(b.directory, { 'p.mjs': `// moved down\n\n${PARKED('"new"').replace("'first'", "'renamed'")}` });
    const error: Error = await b.drive({ onCodeChange: 'upgrade' }).then(
      () => expect.unreachable(),
      (thrown: Error) => thrown,
    );
    expect(error.message).toMatch(/first/);
    expect(error.message).toMatch(/asked at p\.mjs:4:/);
    expect(error.message).toMatch(/asked at p\.mjs:6:/);
    expect(error.message).toContain("-  await ctx.run('first', () => 1);");
    expect(error.message).toContain("+  await ctx.run('renamed', () => 1);");
    expect(b.journal().length).toBe(before);
    expect(readFileSync(join(b.run.runDir, 'code/manifest.json'), 'utf8')).toBe(manifest);
    expect(await go(b, { onCodeChange: 'pin' })).toBe('old');
  });

  test('after an upgrade, what the new code loads later is the new code too', async () => {
    const late = "(await import('./late.mjs')).late";
    const b = await bench('', {
      files: {
        'p.mjs': PARKED(`[1, ${late}]`, 'const early = await import("./late.mjs");'),
        'late.mjs': 'export const late = 1;',
      },
    });
    await b.drive();
    write(b.directory, { 'p.mjs': PARKED(`[2, ${late}]`), 'late.mjs': 'export const late = 2;' });
    await b.drive({ onCodeChange: 'upgrade' });
    expect(carried(b)).toEqual(['p.mjs']);
    expect(await go(b)).toEqual([2, 2]);
  });

  test('an entry outside the repository is carried from its own directory', async () => {
    const other = project({ 'out.mjs': PARKED('"out"') });
    const b = await bench('', { files: { 'x.mjs': '' }, entry: `../${other.split('/').at(-1)}/out.mjs` });
    await b.drive();
    expect(carried(b)).toEqual(['out.mjs']);
    rmSync(join(other, 'out.mjs'));
    expect(await go(benchOf(b.directory, b.store, b.run))).toBe('out');
  });
});
