import { defineConfig } from 'vitest/config';
import base, { shared } from '../../vitest.config.ts';

export default defineConfig({
  test: {
    ...shared,
    include: ['test/act/**/*.act.ts'],
    hookTimeout: 60_000,
    ...(base.test?.server && { server: base.test.server }),
  },
});
