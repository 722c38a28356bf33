/** All files of a run that say something to people: what a store keeps of it, and what its driver said on the way. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../journal/layout.ts';
import { scanFiles } from '../stores/saved-files.ts';

/** Absolute paths; caches, leases and mail are left out. */
export function runFilePaths(runDir: string): string[] {
  const kept = scanFiles(runDir, '').map(({ path }) => join(runDir, path));
  const progress = paths.progress(runDir);
  return existsSync(progress) ? [...kept, progress] : kept;
}
