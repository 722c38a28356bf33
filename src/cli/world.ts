/** What a driver works with on a machine: the system's clock, this process's environment, the executors. */
import { localPerformer } from '../operations/performer.ts';
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
  return {
    clock: systemClock,
    workspace,
    env,
    agentCommand,
    performer: localPerformer(agentCommand),
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
    maxParallel: number('max-parallel', DEFAULT_LIMITS.maxParallel),
    taskTimeoutMs: number('task-timeout', DEFAULT_LIMITS.taskTimeoutMs),
    graceMs: number('cancel-grace', DEFAULT_LIMITS.graceMs),
    cancelGraceMs: number('cancel-grace', DEFAULT_LIMITS.cancelGraceMs),
    breakpointTimeoutMs: number('breakpoint-timeout', DEFAULT_LIMITS.breakpointTimeoutMs),
    maxIterations: number('max-iterations', DEFAULT_LIMITS.maxIterations),
    waitInJobMs: flags.on('wait') ? FOR_EVER : number('wait-in-job', DEFAULT_LIMITS.waitInJobMs),
  };
}
