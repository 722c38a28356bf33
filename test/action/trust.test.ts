/** Protocol T1: which entry and which carried code a job runs. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Gatekeeper, openOurs } from '../../src/action/job.ts';
import type { Comparer } from '../../src/action/newest.ts';
import { refuseOtherCarriedEntry, refuseUntrustedCode, type TrustFacts } from '../../src/action/trust.ts';
import { unnamedEntry } from '../../src/action/workspace-checks.ts';
import type { CodePort } from '../../src/github/port.ts';
import { gitBlobId, sha256 } from '../../src/journal/digest.ts';
import { CODE_SCHEMA } from '../../src/operations/code.ts';
import { GATE_ENTRY, gateFiles } from '../../src/operations/gate.ts';
import { startRun } from '../../src/operations/start.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { project, write } from '../engine/support.ts';

const COMMIT = 'c'.repeat(40);
const GOOD = 'export const process = () => "good";\n';
const idOf = (source: string): string => gitBlobId(Buffer.from(source));

/** The job of a workspace that has other code than the run; git has `GOOD` at the recorded commit. */
function judge(source: string, blob: string): Promise<void> {
  const file = { path: 'p.mjs', format: 'module', blob, digest: sha256(source) };
  const directory = project({
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

describe('protocol T1: the entry is a line of `process:`', () => {
  const workspace = project({ 'p.mjs': GOOD });
  const store = new DirectoryStore(join(workspace, '.a5c/runs'));
  const nobody = () => Promise.reject(new Error('nothing is asked without a signing-key'));
  const github = { comment: nobody, histories: nobody, commentsSince: () => new ReadableStream() };
  const job = (...process: string[]): Gatekeeper & Comparer => ({
    event: { repository: 'acme/app', workflow: 'a.yml', workspace },
    inputs: { process, 'signing-key': '' },
    store,
    github,
    io: { warning: () => {} },
  });
  const start = async (runId: string, entry: string, exportName?: string, gate = false): Promise<string> => {
    const files = gate ? gateFiles() : [];
    const path = join(workspace, entry);
    const to = { store, runId, workspace, inputs: {}, files, entry: { path, exportName } };
    return (await startRun(to)).runId;
  };

  it('with its export; a line without one stands for `process`', async () => {
    const [plain, other] = [await start('plain', 'p.mjs'), await start('other', 'p.mjs', 'other')];
    for (const line of ['p.mjs', './p.mjs#process'])
      expect((await openOurs(job('x.mjs', line), plain))?.runId).toBe(plain);
    expect((await openOurs(job('p.mjs#other'), other))?.runId).toBe(other);
    await expect(openOurs(job('p.mjs'), other)).rejects.toThrow('started for p.mjs#other');
    await expect(openOurs(job('p.mjs#other'), plain)).rejects.toMatchObject({ code: 'OTHER_ENTRY' });
  });

  it('without `process:` the built-in gate is executed, and no other entry or code', async () => {
    const judged = async (runId: string) => unnamedEntry(job(), await store.open(runId), false)?.code;
    expect(await judged(await start('gate', GATE_ENTRY, undefined, true))).toBeUndefined();
    expect(await judged(await start('named', 'p.mjs'))).toBe('ENTRY_UNNAMED');
    expect(await judged(await start('artifact', '.a5c/runs/artifact/artifacts/p.mjs'))).toBe('ENTRY_UNNAMED');
    expect(await judged(await start('elsewhere', 'p.mjs', undefined, true))).toBe('ENTRY_UNNAMED');
    expect(await judged(await start('codeless', GATE_ENTRY))).toBe('ENTRY_UNNAMED');
  });

  it('and carried code begins there, or where a link that is gone led to', () => {
    const directory = project({ '.git/HEAD': '', 'p.mjs': GOOD, 'real.mjs': GOOD });
    const facts = (entry: string): TrustFacts => {
      const runDir = project();
      const files = [{ path: 'real.mjs', format: 'module', blob: '', digest: '' }];
      const manifest = { schemaVersion: CODE_SCHEMA, commit: COMMIT, entry, files };
      write(runDir, { 'code/manifest.json': JSON.stringify(manifest) });
      const at = { workspace: directory, entry: join(directory, 'p.mjs') };
      return { runId: 'r', runDir, sha: COMMIT, issue: undefined, ...at };
    };
    refuseOtherCarriedEntry(facts('p.mjs'));
    expect(() => refuseOtherCarriedEntry(facts('real.mjs'))).toThrow('begins at real.mjs');
    rmSync(join(directory, 'p.mjs'));
    refuseOtherCarriedEntry(facts('p.mjs'));
    refuseOtherCarriedEntry(facts('real.mjs'));
    expect(() => refuseOtherCarriedEntry(facts('evil.mjs'))).toThrow('begins at evil.mjs');
  });
});
