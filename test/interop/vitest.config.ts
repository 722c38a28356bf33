import { defineConfig } from 'vitest/config';
import { shared } from '../../vitest.config.ts';

export default defineConfig({
  test: {
    ...shared,
    include: ['test/interop/**/*.interop.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
