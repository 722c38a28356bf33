import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
