/** Carries effects out with the executors of this machine. */
import { executorFor } from '../executors/index.ts';
import type { Performer } from './world.ts';

/** `agentCommand` undefined: agent work stays pending for others. */
export function localPerformer(agentCommand: string | undefined): Performer {
  return {
    can: (effect) => executorFor(effect, { agentCommand }) !== undefined,
    async perform(effect, world) {
      const executor = executorFor(effect, { agentCommand });
      if (executor === undefined) throw new Error(`Nothing here runs effects of the kind ${effect.kind}`);
      return executor.run(effect, world);
    },
  };
}
