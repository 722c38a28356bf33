/** What changed in the code between the revision that a run carries and the one that an upgrade would take. */
import type { CodeFile, DivergenceFacts } from '../runtime/protocol.ts';
import { type Manifest, readCode, upgradedFiles } from './code.ts';

const MAX_FILES = 5;
const MAX_LINES = 60;

/** Unified diffs, those of the files that the diverging calls stand in first. */
export async function codeChanges(
  runDir: string,
  before: Manifest,
  now: readonly CodeFile[],
  facts: DivergenceFacts,
): Promise<string[]> {
  const sites = [...facts.journal, ...facts.code].map(({ site }) => site.replace(/:\d+:\d+$/, ''));
  const changed = upgradedFiles(before, now).map(({ path }) => path);
  const gone = before.files
    .map(({ path }) => path)
    .filter((path) => sites.includes(path) && !now.some((file) => file.path === path));
  const rank = (path: string): number => (sites.includes(path) ? 0 : 1);
  const paths = [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (paths.length === 0) return [];
  const { createTwoFilesPatch } = await import('diff');
  const old = new Map(readCode(runDir, before).map(({ path, source }) => [path, source]));
  const fresh = new Map(now.map(({ path, source }) => [path, source]));
  const lines = paths.slice(0, MAX_FILES).flatMap((path) => {
    const patch = createTwoFilesPatch(
      `${path} (the run)`,
      `${path} (now)`,
      old.get(path) ?? '',
      fresh.get(path) ?? '',
      undefined,
      undefined,
      { context: 2 },
    );
    const all = patch.split('\n').filter((line) => line !== '' && !line.startsWith('======'));
    return all.length > MAX_LINES
      ? [...all.slice(0, MAX_LINES), `… ${all.length - MAX_LINES} more lines`]
      : all;
  });
  if (paths.length > MAX_FILES)
    lines.push(`… and ${paths.length - MAX_FILES} more files: ${paths.slice(MAX_FILES).join(', ')}`);
  return lines;
}
