/** What both runners are given: this project's own (`npm test`) and act (`npm run test:act`). */
import { it, onTestFinished } from 'vitest';
import type { StartAttempt, World, WorldOptions } from '../../runner/index.ts';
import { type RepositoryFiles, worldWith } from '../world.ts';
import { branchStore, type StoreInUse } from './store.ts';

export interface Runner {
  /** A cancelled step gets no signal that it could act on: what is left to save is left to the post step. */
  killsAtOnce: boolean;
  /** Absent: the project's own runner. */
  startAttempt?: StartAttempt;
}

export const ownRunner: Runner = { killsAtOnce: false };

export interface Scene {
  runner: Runner;
  store: StoreInUse;
  /** A repository whose workflows, changed to use the store, the runner executes; it ends with the test. */
  world(files: RepositoryFiles, options?: WorldOptions): Promise<World>;
}

/** By the test's name. */
export type Scenarios = Record<string, (scene: Scene) => Promise<void>>;

/** Makes a test of every scenario. */
export function play(scenarios: Scenarios, runner: Runner, store: StoreInUse = branchStore): void {
  const { startAttempt } = runner;
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(`${name} (store: ${store.kind})`, { timeout: 120_000 }, () =>
      scenario({
        runner,
        store,
        async world({ workflows, others = {} }, options = {}) {
          const adapted = Object.entries(workflows).map(([file, text]) => [file, store.file(text)]);
          const files = { workflows: Object.fromEntries(adapted), others };
          const world = await worldWith(files, startAttempt ? { ...options, startAttempt } : options);
          onTestFinished(() => world.close());
          return world;
        },
      }),
    );
  }
}
