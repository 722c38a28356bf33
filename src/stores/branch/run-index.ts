/** All runs of a repository in one fetch: the tips' commits alone, whose trailers say how each run is (B3). */
import type { RunSummary } from '../contract.ts';
import type { Git } from './git.ts';
import { REMOTE } from './git-environment.ts';
import { ARCHIVE_REF, MAIL_ROOT, type RunRefs } from './refs.ts';
import { parseTrailers, type RunTrailers } from './trailers.ts';

/** One run, as its last save describes it. */
export interface IndexRow extends RunTrailers {
  runId: string;
  ref: string;
  /** The tip. */
  commit: string;
  /** Messages lie in its mailbox; false unless the index was read with mail. */
  hasMail: boolean;
}

export interface Index {
  rows: IndexRow[];
  /** Commit of the archive, where there is one. */
  archive: string | undefined;
}

const RUNS = 'refs/runs/';
const ARCHIVE = 'refs/archive/';
const MAIL = 'refs/mail/';

/** `git`: a repository for this alone; 3 requests whatever the number of runs and the length of their journals. */
export async function readIndex(
  git: Git,
  refs: RunRefs,
  { withMail = false }: { withMail?: boolean } = {},
): Promise<Index> {
  const patterns = [`+${refs.pattern}:${RUNS}*`, `+${ARCHIVE_REF}*:${ARCHIVE}archive*`];
  if (withMail) patterns.push(`+${MAIL_ROOT}*:${MAIL}*`);
  const index: Index = { rows: [], archive: undefined };
  try {
    const found = await git.fetch(
      ['--depth=1', '--filter=tree:0', '--prune', REMOTE, ...patterns],
      `read of ${refs.pattern}`,
    );
    if (!found) return index;
  } finally {
    git.forgetFilter();
  }
  const format = '--format=%(objectname) %(refname)%00%(contents)%00';
  const fields = (await git.read(['for-each-ref', format, RUNS, ARCHIVE])).toString().split('\0');
  const mail = withMail ? await runsWithMail(git) : new Set<string>();
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [commit = '', local = ''] = (fields[i] ?? '').trim().split(' ');
    if (local === `${ARCHIVE}archive`) index.archive = commit;
    if (!local.startsWith(RUNS)) continue;
    const ref = refs.pattern.replace('*', local.slice(RUNS.length));
    const runId = refs.runOf(ref);
    const trailers = parseTrailers(fields[i + 1] ?? '', git.url);
    if (runId !== undefined && trailers !== undefined)
      index.rows.push({ ...trailers, runId, ref, commit, hasMail: mail.has(runId) });
  }
  return index;
}

async function runsWithMail(git: Git): Promise<Set<string>> {
  const names = (await git.read(['for-each-ref', '--format=%(refname)', MAIL])).toString().split('\n');
  return new Set(names.map((name) => name.slice(MAIL.length).split('/')[0] ?? ''));
}

export function summaryOfRow(row: IndexRow): RunSummary {
  return {
    runId: row.runId,
    processId: row.process ?? '',
    state: row.status,
    createdAt: row.created,
    updatedAt: row.updated,
    ...(row.wakeAt !== undefined && { wakeAt: row.wakeAt }),
    ...(row.waitingOn.length > 0 && { waitingOn: row.waitingOn.map(({ ref }) => ref) }),
  };
}
