import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Platform, type PlatformEvent, runtimeToken, type Token } from '../github/index.ts';
import type { JsonObject } from '../github/json.ts';
import type { ActionStore } from './actions.ts';
import type { CancelTimings } from './child.ts';
import { runnerContext } from './contexts.ts';
import { Job } from './job.ts';
import type { Level } from './level.ts';
import { type Machine, prepareMachine } from './machine.ts';
import type { JobRun } from './records.ts';
import type { StartAttempt } from './running.ts';
import type { Slots } from './slots.ts';
import type { JobDefinition } from './workflow-file.ts';

/** What all runs of a world share. */
export interface Workshop {
  platform: Platform;
  folder: string;
  actions: ActionStore;
  secrets: Record<string, string>;
  vars: Record<string, string>;
  env: Record<string, string>;
  timings: CancelTimings;
  slots: Slots;
  keepWorkspaces: boolean;
  startAttempt: StartAttempt;
}

export interface Launch {
  run: JobRun;
  level: Level;
  definition: JobDefinition;
  event: PlatformEvent;
  backendId: string;
  /** needs, matrix, strategy, inputs, vars. */
  contexts: JsonObject;
  github: (token: Token, machine: Machine) => JsonObject;
}

/** A fresh machine, a token of its own, and the job on it. */
export async function launch(
  workshop: Workshop,
  parts: Launch,
): Promise<{ job: Job; machine: Machine; token: Token }> {
  const { platform } = workshop;
  const { run, level, event } = parts;
  const folder = join(workshop.folder, 'jobs', String(run.id));
  const machine = await prepareMachine(folder, event.repo.name, event.payload, run.id);
  const token = platform.mintJobToken(event.repo, run.permissions);
  const identity = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${platform.urls.api}/id-token?`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'id-token',
  };
  run.workspace = machine.workspace;
  const job = new Job({
    run,
    definition: parts.definition,
    workflow: level.workflow,
    machine,
    actions: workshop.actions,
    timings: workshop.timings,
    contexts: {
      ...parts.contexts,
      github: parts.github(token, machine),
      secrets: { ...level.secrets, GITHUB_TOKEN: token.value },
      runner: runnerContext(machine, run.id),
    },
    systemEnv: workshop.env,
    runtimeEnv: {
      ACTIONS_RESULTS_URL: `${platform.urls.api}/`,
      ACTIONS_RUNTIME_URL: `${platform.urls.api}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(parts.backendId, randomUUID()),
      ...(run.permissions['id-token'] === 'write' ? identity : {}),
    },
    masked: [token.value, ...Object.values(level.secrets)],
  });
  return { job, machine, token };
}
