import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('dist/ is what the sources make, with nothing missing and nothing besides', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-dist.mjs'], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toMatch(/^dist\/ is up to date/);
  expect(status).toBe(0);
});
