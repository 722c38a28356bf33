import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../github/json.ts';

/** The fresh machine of one job: folders as a hosted runner has them. */
export interface Machine {
  folder: string;
  workspace: string;
  temp: string;
  home: string;
  eventPath: string;
  toolCache: string;
  trackingId: string;
}

export async function prepareMachine(
  folder: string,
  repoName: string,
  event: JsonObject,
  jobId: number,
): Promise<Machine> {
  const machine: Machine = {
    folder,
    workspace: join(folder, 'work', repoName, repoName),
    temp: join(folder, 'work', '_temp'),
    home: join(folder, 'home'),
    eventPath: join(folder, 'work', '_temp', '_github_workflow', 'event.json'),
    toolCache: join(folder, 'tools'),
    trackingId: `github_${jobId}_${Date.now().toString(36)}`,
  };
  for (const path of [machine.workspace, dirname(machine.eventPath), machine.home, machine.toolCache]) {
    await mkdir(path, { recursive: true });
  }
  await mkdir(join(machine.temp, '_runner_file_commands'), { recursive: true });
  await writeFile(machine.eventPath, JSON.stringify(event, null, 2));
  return machine;
}

export const discardMachine = (machine: Machine): Promise<void> =>
  rm(machine.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** What the runner's own process hands down, whatever the workflow says. */
export function systemEnvironment(machine: Machine, extra: Record<string, string>): Record<string, string> {
  return {
    // Children find the Node that runs the tests, not an older one of the system.
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
    HOME: machine.home,
    LANG: 'C.UTF-8',
    CI: 'true',
    RUNNER_TRACKING_ID: machine.trackingId,
    GIT_CONFIG_NOSYSTEM: '1',
    ...extra,
  };
}
