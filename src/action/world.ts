/** The driver's world and limits in a job, from the action inputs. */
import { localPerformer } from '../operations/performer.ts';
import {
  DEFAULT_LIMITS,
  type DriveEvent,
  type DriveLimits,
  type DriveWorld,
  systemClock,
} from '../operations/world.ts';
import type { ActionInputs } from './inputs.ts';

export function actionWorld(
  inputs: ActionInputs,
  workspace: string,
  env: DriveWorld['env'],
  report: (event: DriveEvent) => void,
): DriveWorld {
  const agentCommand = inputs['agent-command'].trim() === '' ? undefined : inputs['agent-command'];
  return {
    clock: systemClock,
    workspace,
    env,
    agentCommand,
    performer: localPerformer(agentCommand),
    ask: undefined,
    report,
    secrets: secretsOf(inputs),
  };
}

/** Values that must not reach the journal, a comment or a message. */
export function secretsOf(inputs: ActionInputs): string[] {
  return [inputs.token, ...inputs.redact];
}

export function actionLimits(inputs: ActionInputs): DriveLimits {
  return {
    ...DEFAULT_LIMITS,
    maxParallel: inputs['max-parallel'],
    taskTimeoutMs: inputs['task-timeout'],
    breakpointTimeoutMs: inputs['breakpoint-timeout'],
    graceMs: inputs['cancel-grace'],
    cancelGraceMs: inputs['cancel-grace'],
    waitInJobMs: inputs['wait-in-job'],
    maxIterations: inputs['max-iterations'],
  };
}
