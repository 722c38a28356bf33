/** One worker process of the corpus check: takes files one by one, says what came of each. */
import { mkdirSync } from 'node:fs';
import { PROFILES } from './check/answers.ts';
import { checkFile, type Restarts } from './check/check.ts';

export interface BatchOrder {
  file: string;
  profile: string;
  restarts: Restarts;
  seed: string;
  scratch: string;
  workspace: string;
}

process.on('message', (order: BatchOrder) => {
  const profile = PROFILES.find((known) => known.name === order.profile);
  if (profile === undefined) throw new Error(`there is no profile ${order.profile}`);
  mkdirSync(order.scratch, { recursive: true });
  process.chdir(order.scratch); // what a process writes of its own lands there
  checkFile({ ...order, profile, scratch: `${order.scratch}/runs` }).then(
    ({ ours: _ours, ...result }) => process.send?.(result),
    (error: unknown) =>
      process.send?.({
        ...order,
        status: 'engine-error',
        effects: 0,
        sessions: 0,
        misused: false,
        difference: `check: ${(error as Error).stack}`,
      }),
  );
});
