/** Which files of a run directory a store keeps. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT_REF } from '../journal/layout.ts';
import { isMissing } from '../journal/reader.ts';

/** Caches, and what another store keeps in the directory: they would only be in the way on another machine. */
const LOCAL_ROOTS = new Set(['state', 'lease', 'mailbox']);
const LOCAL_FILES = new Set(['progress.ndjson']);

/** `path`: relative to the run directory, with `/`. */
export function isSaved(path: string): boolean {
  if (path === OUTPUT_REF) return true;
  const parts = path.split('/');
  if (LOCAL_ROOTS.has(parts[0] ?? '') || LOCAL_FILES.has(path)) return false;
  return parts.every(
    (part) =>
      part !== '' &&
      part !== '.' &&
      part !== '..' &&
      part.toLowerCase() !== '.git' &&
      !part.startsWith('tmp-'),
  );
}

/** Safe to write below a run directory; what a store holds may have any name. */
export function isSafePath(path: string): boolean {
  return isSaved(path) && !/[\\\0]/.test(path) && !/^[A-Za-z]:/.test(path);
}

export interface Scanned {
  path: string;
  mtimeMs: number;
}

/** Regular files below `root` (`''`: everything), never through a symbolic link. */
export function scanFiles(runDir: string, root: string): Scanned[] {
  const found: Scanned[] = [];
  const walk = (directory: string): void => {
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(join(runDir, directory), { withFileTypes: true });
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path === 'state' || isSaved(path)) walk(path);
      } else if (entry.isFile() && isSaved(path)) {
        const stat = lstatSync(join(runDir, path), { throwIfNoEntry: false });
        if (stat !== undefined) found.push({ path, mtimeMs: stat.mtimeMs });
      }
    }
  };
  walk(root);
  return found;
}
