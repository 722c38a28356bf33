/** What both runners are given: this project's own (`npm test`) and act (`npm run test:act`). */
import { it, onTestFinished } from 'vitest';
import type { StartAttempt, World, WorldOptions } from '../../runner/index.ts';
import { type RepositoryFiles, worldWith } from '../world.ts';

export interface Runner {
  /** A cancelled step gets no signal that it could act on: what is left to save is left to the post step. */
  killsAtOnce: boolean;
  /** Absent: the project's own runner. */
  startAttempt?: StartAttempt;
}

export const ownRunner: Runner = { killsAtOnce: false };

export interface Scene {
  runner: Runner;
  /** A repository whose workflows the runner executes; it ends with the test. */
  world(files: RepositoryFiles, options?: WorldOptions): Promise<World>;
}

/** By the test's name. */
export type Scenarios = Record<string, (scene: Scene) => Promise<void>>;

/** Makes a test of every scenario. */
export function play(scenarios: Scenarios, runner: Runner): void {
  const { startAttempt } = runner;
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(name, { timeout: 120_000 }, () =>
      scenario({
        runner,
        async world(files, options = {}) {
          const world = await worldWith(files, startAttempt ? { ...options, startAttempt } : options);
          onTestFinished(() => world.close());
          return world;
        },
      }),
    );
  }
}
