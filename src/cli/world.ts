/** What a driver works with on a machine: the system's clock, this process's environment, the executors. */
import type { Effect } from '../executors/contract.ts';
import { executorFor } from '../executors/index.ts';
import { DEFAULT_LIMITS, type DriveLimits, type DriveWorld, systemClock } from '../operations/world.ts';
import type { Flags } from './flags.ts';

export interface CliWorldOptions {
  workspace: string;
  env: Readonly<Record<string, string | undefined>>;
  agentCommand?: string | undefined;
  ask?: DriveWorld['ask'];
  report: DriveWorld['report'];
}

export function cliWorld(options: CliWorldOptions): DriveWorld {
  const { workspace, env, agentCommand, ask, report } = options;
  const find = (effect: Pick<Effect, 'kind' | 'def'>) => executorFor(effect, { agentCommand });
  return {
    clock: systemClock,
    workspace,
    env,
    agentCommand,
    performer: {
      can: (effect) => find(effect) !== undefined,
      async perform(effect, world) {
        const executor = find(effect);
        if (executor === undefined) throw new Error(`Nothing here runs effects of the kind ${effect.kind}`);
        return executor.run(effect, world);
      },
    },
    ask,
    report,
    secrets: [],
  };
}

/** The longest that a timer may be asked for: a wait without limit. */
const FOR_EVER = Number.POSITIVE_INFINITY;

export function limitsOf(flags: Flags): DriveLimits {
  const number = (name: string, fallback: number): number => flags.number(name) ?? fallback;
  return {
    ...DEFAULT_LIMITS,
    maxParallel: Math.max(1, number('max-parallel', DEFAULT_LIMITS.maxParallel)),
    taskTimeoutMs: number('task-timeout', DEFAULT_LIMITS.taskTimeoutMs),
    breakpointTimeoutMs: number('breakpoint-timeout', DEFAULT_LIMITS.breakpointTimeoutMs),
    maxIterations: number('max-iterations', DEFAULT_LIMITS.maxIterations),
    waitInJobMs: flags.on('wait') ? FOR_EVER : number('wait-in-job', DEFAULT_LIMITS.waitInJobMs),
  };
}
