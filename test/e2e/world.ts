/** A repository on the stand-in for GitHub that uses the Action, as it is committed. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startWorld, type World, type WorldOptions } from '../runner/index.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What a user's repository has: workflow files by name, and any other files by path. */
export async function worldWith(
  files: { workflows: Record<string, string>; others?: Record<string, string> },
  options: WorldOptions = {},
): Promise<World> {
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
