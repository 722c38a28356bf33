import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** For every suite. */
export const shared = {
  pool: 'forks',
  // One file more than there are cores: most of them wait for processes, servers and timers now and then.
  maxWorkers: availableParallelism() + 1,
  // Programs and workers of the tests load the engine from its sources: compiled once, they start three times as fast.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
} as const;

export default defineConfig({
  test: {
    ...shared,
    include: ['test/**/*.test.ts'],
    // A limit for what hangs, not for what is slow on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's own parsers import JSON without import attributes; Vite can load that, plain Node cannot.
    server: { deps: { inline: [/@actions\//] } },
  },
});
