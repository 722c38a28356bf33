import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // GitHub's own parsers import JSON without import attributes; Vite can load that, plain Node cannot.
    server: { deps: { inline: [/@actions\//] } },
  },
});
