/** How a line of shell is run. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ShellLine {
  file: string;
  args: string[];
  shell: boolean;
}

/**
 * `bash -c` where there is bash, `/bin/sh -c` elsewhere, cmd.exe on Windows. No -e and no pipefail, as with
 * child_process.exec: the status is that of the last command. Not plain sh, because many public process files
 * begin with `set -euo pipefail`, which the sh of Debian and Ubuntu refuses.
 */
export function shellLine(line: string, env: Readonly<Record<string, string>>): ShellLine {
  if (process.platform === 'win32') return { file: line, args: [], shell: true };
  const bash = bashIn(env.PATH ?? '');
  // --norc: reached over ssh, bash would read ~/.bashrc even for -c.
  return bash === undefined
    ? { file: '/bin/sh', args: ['-c', line], shell: false }
    : { file: bash, args: ['--norc', '-c', line], shell: false };
}

const found = new Map<string, string | undefined>();

function bashIn(path: string): string | undefined {
  if (!found.has(path))
    found.set(
      path,
      path
        .split(delimiter)
        .map((dir) => join(dir, 'bash'))
        .find(isExecutable),
    );
  return found.get(path);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
