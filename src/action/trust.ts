/**
 * Protocol T1: the code that a run carries runs in a job, with its secrets. Where it is not the workspace's, it must be
 * code that this repository had: the blob of its path at the recorded commit, and that commit in the history of the
 * default branch, of the branch that this job runs on, or of the run's own pull request.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import { type CodePort, GitHubRefusal } from '../github/port.ts';
import { gitBlobId } from '../journal/digest.ts';
import {
  changedFiles,
  type Manifest,
  type ManifestFile,
  readCode,
  readManifest,
  realPath,
  repositoryOf,
} from '../operations/code.ts';

const HINT =
  'Check out the code that the run was started with, or resume with `on-code-change: upgrade` to take the workspace’s code after a replay has agreed.';

export interface TrustFacts {
  runId: string;
  runDir: string;
  /** Absolute path of the process file that was recorded. */
  entry: string;
  workspace: string;
  /** Commit that this job runs on. */
  sha: string;
  /** Issue or pull request that the run was started from. */
  issue: number | undefined;
}

/**
 * The manifest must not send the process to another file than the recorded one. Where a link led to that and is gone, what
 * it led to is carried, and judged like all carried code. @throws LonghaulError CODE_UNTRUSTED
 */
export function refuseOtherCarriedEntry(facts: TrustFacts): void {
  const { entry, files = [] } = readManifest(facts.runDir) ?? {};
  if (entry === undefined) return;
  const recorded = realPath(facts.entry);
  const repository = repositoryOf(recorded, realPath(facts.workspace));
  if (path.join(repository, entry) === recorded) return;
  if (!existsSync(facts.entry) && files.some((file) => file.path === entry)) return;
  const named = path.relative(facts.workspace, facts.entry);
  throw new LonghaulError(
    'CODE_UNTRUSTED',
    `Run ${facts.runId} was started for ${named}, and the code that it carries begins at ${entry}`,
    { hint: HINT },
  );
}

/** Costs nothing while the workspace has the same code. @throws LonghaulError (CODE_UNTRUSTED); the port's errors */
export async function refuseUntrustedCode(facts: TrustFacts, port: CodePort): Promise<void> {
  const manifest = readManifest(facts.runDir);
  if (manifest === undefined) return;
  const repository = repositoryOf(realPath(facts.entry), realPath(facts.workspace));
  const changed = new Set(changedFiles(manifest, repository));
  if (changed.size === 0) return;
  const files = manifest.files.filter((file) => changed.has(file.path));
  for (const commit of new Set(files.map((file) => commitOf(file, manifest)))) {
    if (commit === '') throw refusal(facts, files, 'no commit was recorded for it');
    if (!(await isKnown(facts, commit, port)))
      throw refusal(
        facts,
        files,
        `commit ${commit} is in the history of neither the default branch nor this job’s branch nor the run’s pull request (which takes \`pull-requests: read\` to see)`,
      );
  }
  const sources = new Map(readCode(facts.runDir, manifest).map(({ path: name, source }) => [name, source]));
  for (const file of files) {
    const commit = commitOf(file, manifest);
    const blob = await port.blobAt(commit, file.path);
    if (blob === undefined || !idsOf(sources.get(file.path) ?? '').includes(blob))
      throw refusal(facts, [file], `it is not what commit ${commit} has there`);
  }
}

/** Of what will run, never of what the manifest says that it is. A check-out may have turned line ends around. */
const idsOf = (source: string): string[] =>
  [source, source.replaceAll('\r\n', '\n')].map((text) => gitBlobId(Buffer.from(text)));

const commitOf = (file: ManifestFile, manifest: Manifest): string => file.commit ?? manifest.commit;

async function isKnown({ sha, issue }: TrustFacts, commit: string, port: CodePort): Promise<boolean> {
  if (commit === sha || (sha !== '' && (await port.isAncestor(commit, sha)))) return true;
  if (await port.isAncestor(commit, await port.defaultBranch())) return true;
  const head = issue === undefined ? undefined : await headOf(issue, port);
  return head !== undefined && (commit === head.sha || (await port.isAncestor(commit, head.sha)));
}

/** Nobody's, when the token may not read pull requests. */
async function headOf(pullRequest: number, port: CodePort): Promise<{ sha: string } | undefined> {
  try {
    return await port.pullRequestHead(pullRequest);
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 403) return undefined;
    throw error;
  }
}

function refusal({ runId }: TrustFacts, files: readonly ManifestFile[], why: string): LonghaulError {
  const names = files
    .slice(0, 5)
    .map((file) => path.posix.normalize(file.path))
    .join(', ');
  const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
  return new LonghaulError(
    'CODE_UNTRUSTED',
    `Run ${runId} carries code that the workspace does not have (${names}${more}), and ${why}`,
    { hint: HINT },
  );
}
