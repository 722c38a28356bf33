/** What is known of the workspace's git, without a check-out being needed and without starting git. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const OID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

function gitDirectory(dir: string): string | undefined {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    const candidate = path.join(at, '.git');
    const found = statSync(candidate, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) return candidate;
    if (found?.isFile() === true) {
      const link = /^gitdir: (.+)$/m.exec(readFileSync(candidate, 'utf8'));
      return link?.[1] === undefined ? undefined : path.resolve(at, link[1]);
    }
    if (at === path.dirname(at)) return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Commit of the work tree that holds `dir`; '' outside git, and before the first commit. */
export function commitOf(dir: string): string {
  const git = gitDirectory(dir);
  if (git === undefined) return '';
  const head = readText(path.join(git, 'HEAD'));
  if (OID.test(head)) return head;
  const ref = head.replace(/^ref: /, '');
  if (ref === '' || ref.includes('..') || path.isAbsolute(ref)) return '';
  const common = readText(path.join(git, 'commondir'));
  const roots = common === '' ? [git] : [git, path.resolve(git, common)];
  for (const root of roots) {
    const loose = readText(path.join(root, ref));
    if (OID.test(loose)) return loose;
    const packed = readText(path.join(root, 'packed-refs'))
      .split('\n')
      .find((line) => line.endsWith(` ${ref}`));
    const oid = packed?.slice(0, packed.indexOf(' ')) ?? '';
    if (OID.test(oid)) return oid;
  }
  return '';
}
