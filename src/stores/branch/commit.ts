/** Builds commits with fast-import: no index, no check-out, and a parent's tree is not read but for what changes in it. */
import type { Git } from './git.ts';

export interface CommitFile {
  path: string;
  content: Buffer | string;
  executable?: boolean;
}

export interface CommitPlan {
  message: string;
  /** ISO time; the same plan gives the same commit. */
  at: string;
  parent?: string | undefined;
  /** Further parents. */
  merge?: readonly string[];
  files?: readonly CommitFile[];
  /** Paths that the parent has and this commit has not. */
  remove?: readonly string[];
  /** Entries that point at commits. */
  links?: readonly { path: string; commit: string }[];
}

const WHO = 'longhaul <longhaul@localhost>';

/** fast-import unquotes C style; only these need it. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function streamOf(plan: CommitPlan): Buffer {
  const chunks: Buffer[] = [];
  const add = (text: string): void => void chunks.push(Buffer.from(text));
  const data = (content: Buffer | string): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    add(`data ${bytes.length}\n`);
    chunks.push(bytes);
    add('\n');
  };
  const date = `${Math.max(0, Math.floor((Date.parse(plan.at) || 0) / 1000))} +0000`;
  add(`commit refs/longhaul/built\nmark :1\nauthor ${WHO} ${date}\ncommitter ${WHO} ${date}\n`);
  data(plan.message);
  if (plan.parent !== undefined) add(`from ${plan.parent}\n`);
  for (const parent of plan.merge ?? []) add(`merge ${parent}\n`);
  for (const path of plan.remove ?? []) add(`D ${quoted(path)}\n`);
  for (const { path, content, executable } of plan.files ?? []) {
    add(`M ${executable === true ? '100755' : '100644'} inline ${quoted(path)}\n`);
    data(content);
  }
  for (const { path, commit } of plan.links ?? []) add(`M 160000 ${commit} ${quoted(path)}\n`);
  add('\nget-mark :1\n');
  return Buffer.concat(chunks);
}

/** Returns the commit's id; it is in the repository, no ref of ours points at it for long. Throws GIT_FAILED. */
export async function buildCommit(git: Git, plan: CommitPlan): Promise<string> {
  // A root commit must not continue the one built before it.
  const stream =
    plan.parent === undefined
      ? [Buffer.from('reset refs/longhaul/built\n\n'), streamOf(plan)]
      : [streamOf(plan)];
  const args = ['fast-import', '--quiet', '--force', '--date-format=raw'];
  const printed = await git.exclusive(() => git.read(args, Buffer.concat(stream)));
  return printed.toString().trim();
}
