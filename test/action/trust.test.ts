/** Protocol T1: which carried code a job runs. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseUntrustedCode } from '../../src/action/trust.ts';
import type { CodePort } from '../../src/github/port.ts';
import { gitBlobId, sha256 } from '../../src/journal/digest.ts';
import { CODE_SCHEMA } from '../../src/operations/code.ts';
import { write } from '../engine/support.ts';

const COMMIT = 'c'.repeat(40);
const GOOD = 'export const process = () => "good";\n';
const idOf = (source: string): string => gitBlobId(Buffer.from(source));

/** The job of a workspace that has other code than the run; git has `GOOD` at the recorded commit. */
function judge(source: string, blob: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'trust-'));
  const file = { path: 'p.mjs', format: 'module', blob, digest: sha256(source) };
  write(directory, {
    'work/p.mjs': '// changed',
    'work/.git/HEAD': '',
    'run/code/files/p.mjs': source,
    'run/code/manifest.json': JSON.stringify({ schemaVersion: CODE_SCHEMA, commit: COMMIT, files: [file] }),
  });
  const port: CodePort = {
    blobAt: (commit, path) => Promise.resolve(commit === COMMIT && path === 'p.mjs' ? idOf(GOOD) : undefined),
    isAncestor: () => Promise.resolve(true),
    defaultBranch: () => Promise.resolve('main'),
    pullRequestHead: () => Promise.resolve(undefined),
  };
  const workspace = join(directory, 'work');
  const facts = { runId: 'r', runDir: join(directory, 'run'), workspace, sha: COMMIT, issue: undefined };
  return refuseUntrustedCode({ ...facts, entry: join(workspace, 'p.mjs') }, port);
}

describe('protocol T1: carried code is judged by the bytes that will run', () => {
  it('what git has at the commit runs, also with the line ends of a Windows check-out', async () => {
    await judge(GOOD, idOf(GOOD));
    await judge(GOOD.replaceAll('\n', '\r\n'), idOf(GOOD));
  });

  it('another source under the blob that git has is refused, and so is one under its own', async () => {
    const evil = 'export const process = () => "evil";\n';
    for (const blob of [idOf(GOOD), idOf(evil)])
      await expect(judge(evil, blob)).rejects.toMatchObject({ code: 'CODE_UNTRUSTED' });
  });
});
