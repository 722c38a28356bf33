/** A repository on the stand-in for GitHub that uses the Action, as it is committed. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { gitText } from '../github/git-store.ts';
import { startWorld, type WorkflowRun, type World, type WorldOptions } from '../runner/index.ts';

// Whole workflows on a machine that may have other things to do.
vi.setConfig({ testTimeout: 120_000 });

export const ROOT = resolve(import.meta.dirname, '../..');

export const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What a user's repository has: workflow files by name, and any other files by path. */
export interface RepositoryFiles {
  workflows: Record<string, string>;
  others?: Record<string, string>;
}

export async function worldWith(files: RepositoryFiles, options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({
    users: { ann: 'admin', bob: 'write' },
    actions: { 'longhaul/longhaul': ROOT },
    ...options,
  });
  const workflows = Object.entries(files.workflows).map(([name, body]) => [
    `.github/workflows/${name}`,
    body,
  ]);
  await world.pushFiles({ ...Object.fromEntries(workflows), ...files.others });
  return world;
}

/** Outputs of the step of a job that used the Action. */
export function outputsOf(run: WorkflowRun, job?: string): Record<string, string> {
  const jobs = job === undefined ? run.jobs : [run.job(job)];
  const step = jobs.flatMap((one) => one.steps).find(({ outputs }) => 'run-id' in outputs);
  return step?.outputs ?? {};
}

/** Workflow with one job that uses the Action on `process.mjs`, checked out; `more`: further lines of `with:`. */
export function workflow(options: {
  on?: string;
  permissions?: string;
  with?: string[];
  job?: string[];
  before?: string[];
}): string {
  const inputs = ['command', 'run-id', 'effect-id', 'signal', 'value', 'reason', 'final-status', 'inputs'];
  return [
    `on: ${options.on ?? `{ workflow_dispatch: { inputs: { ${inputs.map((name) => `${name}: { default: '' }`).join(', ')} } }, schedule: [{ cron: '*/15 * * * *' }] }`}`,
    `permissions: ${options.permissions ?? '{ contents: write, actions: read }'}`,
    'jobs:',
    '  main:',
    '    runs-on: ubuntu-latest',
    ...(options.job ?? []).map((line) => `    ${line}`),
    '    steps:',
    ...(options.before ?? ['- uses: actions/checkout@v7']).map((line) => `      ${line}`),
    '      - uses: longhaul/longhaul@v1',
    '        with:',
    ...['process: process.mjs', ...(options.with ?? [])].map((line) => `          ${line}`),
    '',
  ].join('\n');
}

/** Events of a run, as its branch has them. */
export async function eventsOnBranch(
  world: World,
  runId: string,
): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const ref = `refs/heads/longhaul/${runId}`;
  const names = (await gitText(world.repo.gitDir, ['ls-tree', '--name-only', ref, 'journal/']))
    .split('\n')
    .filter((name) => name.endsWith('.json'))
    .sort();
  const events = await Promise.all(names.map((name) => world.readFile(name, ref)));
  return events.map((event) => JSON.parse(event ?? '{}'));
}
