/** From a commit to a run directory, without a check-out. */
import { DamageError } from '../../errors.ts';
import { writeFiles } from '../copy.ts';
import { isSafePath } from '../saved-files.ts';
import type { Git } from './git.ts';

export interface TreeFile {
  path: string;
  oid: string;
  size: number;
  executable: boolean;
}

/** The files of a commit. Throws DamageError for an entry that no run has: a link, a submodule, a path that climbs. */
export async function listTree(git: Git, commit: string, runId: string): Promise<TreeFile[]> {
  const text = (await git.read(['ls-tree', '-r', '-z', '-l', commit])).toString();
  return text
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', oid = '', size = ''] = line.slice(0, tab).split(/ +/);
      const path = line.slice(tab + 1);
      const isFile = type === 'blob' && (mode === '100644' || mode === '100755');
      if (!isFile || !isSafePath(path)) {
        throw new DamageError(
          `Commit ${commit} of run ${runId} holds ${JSON.stringify(path)} (mode ${mode}), which no run has; nothing was read`,
          path,
        );
      }
      return { path, oid, size: Number(size), executable: mode === '100755' };
    });
}

/** Contents by object id. */
export async function readBlobs(git: Git, oids: readonly string[]): Promise<Map<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return blobs;
  const out = await git.read(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  let at = 0;
  for (const name of wanted) {
    const end = out.indexOf(10, at);
    const [, type, size] = out.subarray(at, end).toString().split(' ');
    if (type !== 'blob') {
      at = end + 1;
      continue;
    }
    const from = end + 1;
    blobs.set(name, out.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return blobs;
}

/** Makes `runDir` what the commit says; see `writeFiles`. */
export async function writeRun(git: Git, files: readonly TreeFile[], runDir: string): Promise<void> {
  const blobs = await readBlobs(
    git,
    files.map((file) => file.oid),
  );
  writeFiles(
    files.map(({ path, oid, executable }) => ({ path, content: blobs.get(oid) ?? '', executable })),
    runDir,
  );
}
