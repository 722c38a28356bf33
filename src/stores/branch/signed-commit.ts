/** The signature of a save: a last line of its commit's message, over tree, parents and the message above it (T3). */
import { demand, type Signed, type SigningPolicy, sign } from '../signature.ts';
import type { Git } from './git.ts';

const LINE = /\nSignature: ([^\n]*)\n$/;

/** What there is to sign in a commit, and the signature that it has. */
function read(
  raw: string,
  runId: string,
): { signed: Omit<Signed, 'repository'>; signature: string | undefined } {
  const end = raw.indexOf('\n\n');
  const headers = raw.slice(0, end).split('\n');
  const values = (key: string): string[] =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const text = raw.slice(end + 2);
  const signature = LINE.exec(text)?.[1];
  const message = signature === undefined ? text : text.replace(LINE, '\n');
  const parts = ['save', values('tree').join(' '), values('parent').join(' '), message];
  return { signed: { store: 'branch', runId, parts }, signature };
}

/** The same commit with a signature; without a key the commit itself. */
export async function signCommit(
  git: Pick<Git, 'read'>,
  commit: string,
  policy: SigningPolicy | undefined,
  runId: string,
): Promise<string> {
  if (policy === undefined) return commit;
  const raw = (await git.read(['cat-file', 'commit', commit])).toString();
  const { signed } = read(raw, runId);
  const signature = sign(policy.keys, { ...signed, repository: policy.repository });
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin'];
  return (await git.read(args, Buffer.from(`${raw}Signature: ${signature}\n`))).toString().trim();
}

/**
 * Demands the signature of the commit that a run is read from. What lies before it is vouched for by whoever signed
 * it: each commit names its parent. True when it was adopted without one. @throws what `demand` throws
 */
export async function demandSigned(
  git: Pick<Git, 'read'>,
  commit: string,
  policy: SigningPolicy | undefined,
  runId: string,
  ref: string,
): Promise<boolean> {
  if (policy === undefined) return false;
  const raw = (await git.read(['cat-file', 'commit', commit])).toString();
  const { signed, signature } = read(raw, runId);
  return demand(policy, signed, signature, `Commit ${commit.slice(0, 12)} of run ${runId}`, ref);
}
