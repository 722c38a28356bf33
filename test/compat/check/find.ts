/** Finds the process files below a directory: they use the SDK and export a process. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CODE = /\.(?:js|mjs|cjs|ts|mts|cts)$/;
const NO_PROCESS = /\.(?:test|spec|d)\.[cm]?[jt]s$/;
const SKIPPED = new Set(['node_modules', '.git', 'dist', '__tests__', 'tests']);
const SDK = /\bfrom\s*['"]@a5c-ai\/babysitter-sdk|(?:require|import)\(\s*['"]@a5c-ai\/babysitter-sdk/;
const PROCESS =
  /\bexport\s+(?:async\s+)?function\s*\*?\s*process\b|\bexport\s+(?:const|let)\s+process\b|\bexports\.process\b|\bmodule\.exports\s*=|\bexport\s*\{[^}]*\bprocess\b[^}]*\}|\bexport\s+default\b/;

/** Absolute paths, sorted. */
export function findProcessFiles(directory: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const name = path.join(at, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(name);
      else if (entry.isFile() && CODE.test(entry.name) && !NO_PROCESS.test(entry.name)) {
        const text = readFileSync(name, 'utf8');
        if (SDK.test(text) && PROCESS.test(text)) found.push(name);
      }
    }
  };
  walk(directory);
  return found.sort();
}
