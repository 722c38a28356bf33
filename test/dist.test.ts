import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('dist/ is what the sources make, with nothing missing and nothing besides', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-dist.mjs'], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toMatch(/^dist\/ is up to date/);
  expect(status).toBe(0);
});

test('contract §3: the bundles of the driver and of its worker know the shapes of tokens', () => {
  const directory = mkdtempSync(join(tmpdir(), 'longhaul-dist-'));
  try {
    const file = join(directory, 'p.mjs');
    writeFileSync(
      file,
      `const token = 'ghp_' + 'a1B2'.repeat(9);
       export const process = async (inputs, ctx) => [token, await ctx.run(token, () => token)];`,
    );
    const args = ['dist/cli/index.js', 'run', file, '--run-id', 'r', '--runs-dir', directory];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout + stderr).not.toContain('ghp_a1B2');
    expect(JSON.parse(readFileSync(join(directory, 'r/state/output.json'), 'utf8'))).toEqual(['***', '***']);
    expect(spawnSync('grep', ['-r', 'ghp_a1B2', join(directory, 'r')], { encoding: 'utf8' }).stdout).toBe('');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a resume loads no zod: neither the driver nor its worker', () => {
  const directory = mkdtempSync(join(tmpdir(), 'longhaul-loads-'));
  const longhaul = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/cli/index.js', ...args, '--runs-dir', directory], {
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: join(directory, 'loaded') },
    });
  try {
    const file = join(directory, 'p.mjs');
    writeFileSync(
      file,
      `export const process = async (inputs, ctx) => {
         await ctx.run('one', () => 1);
         await ctx.signal('go');
       };`,
    );
    expect(longhaul('run', file, '--run-id', 'r').stdout).toContain('longhaul run:signal');
    expect(longhaul('resume', 'r').stdout).toContain('longhaul run:signal');
    const loaded = readdirSync(join(directory, 'loaded')).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(directory, 'loaded', name), 'utf8'));
      return (result as { url: string }[]).map(({ url }) => url).filter((url) => url.includes('/dist/'));
    });
    expect(loaded.some((url) => url.endsWith('/worker/index.js'))).toBe(true);
    const withZod = loaded.filter((url) => readFileSync(new URL(url), 'utf8').includes('/zod/v4/core/'));
    expect(withZod).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the package as it is packed needs no other: its program and longhaul/testing run from it alone', () => {
  const directory = mkdtempSync(join(tmpdir(), 'longhaul-pack-'));
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: directory, encoding: 'utf8' });
  try {
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', directory]);
    mkdirSync(join(directory, 'node_modules/longhaul'), { recursive: true });
    const [archive = ''] = readdirSync(directory).filter((name) => name.endsWith('.tgz'));
    run('tar', '-xzf', archive, '-C', 'node_modules/longhaul', '--strip-components=1');
    const packed = JSON.parse(readFileSync(join(directory, 'node_modules/longhaul/package.json'), 'utf8'));
    expect(packed.dependencies).toBeUndefined();
    writeFileSync(
      join(directory, 'p.mjs'),
      `import { z } from 'zod';
       export const inputSchema = z.object({ n: z.number() });
       export const process = ({ n }, ctx) => ctx.run('one more', () => n + 1);`,
    );
    writeFileSync(
      join(directory, 'p.test.mjs'),
      `import { runProcess } from 'longhaul/testing';
       console.log((await runProcess('p.mjs', { inputs: { n: 1 } })).output);`,
    );
    expect(run(process.execPath, 'p.test.mjs')).toBe('2\n');
    const program = 'node_modules/longhaul/dist/cli/index.js';
    const said = run(process.execPath, program, 'run', 'p.mjs', '--inputs-inline', '{"n":2}', '--json');
    expect(JSON.parse(said)).toMatchObject({ status: 'completed', output: 3 });
  } finally {
    rmSync(directory, { recursive: true });
  }
});
