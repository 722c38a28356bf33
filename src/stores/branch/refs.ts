/** Names of refs: the branch of a run, its mail, the archive. */
import { LonghaulError, UsageError } from '../../errors.ts';
import { sha256 } from '../../journal/digest.ts';
import { isRunId } from '../../journal/ids.ts';

export const DEFAULT_TEMPLATE = 'longhaul/{run-id}';
export const ARCHIVE_REF = 'refs/longhaul/archive';
export const MAIL_ROOT = 'refs/longhaul/mail/';
const HOLE = '{run-id}';

/** A ref name that git takes, less its more unusual liberties. */
const PART = /^(?!\.)(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9._-]+(?<!\.)$/;

function isRef(ref: string): boolean {
  return ref.split('/').every((part) => PART.test(part));
}

/** Where runs live: the action input `branch`. */
export class RunRefs {
  readonly #before: string;
  readonly #after: string;
  readonly template: string;

  /** `template`: a branch name, or a full ref, with `{run-id}` in it. Throws UsageError. */
  constructor(template: string = DEFAULT_TEMPLATE) {
    this.template = template;
    const full = template.startsWith('refs/') ? template : `refs/heads/${template}`;
    const parts = full.split(HOLE);
    const [before = '', after = ''] = parts;
    if (parts.length !== 2 || !isRef(full.replace(HOLE, 'x'))) {
      throw new UsageError(`branch: ${JSON.stringify(template)} cannot name the branches of runs`, {
        hint: 'Use a branch name or a full ref with {run-id} in it once, such as longhaul/{run-id} or refs/longhaul/runs/{run-id}.',
      });
    }
    const reserved = [MAIL_ROOT, `${ARCHIVE_REF}/`].some(
      (root) => before.startsWith(root) || root.startsWith(before),
    );
    if (reserved || before === 'refs/heads/' || before.split('/').length < 3) {
      throw new UsageError(`branch: ${JSON.stringify(template)} would mix the branches of runs with others`, {
        hint: 'Give them a prefix of their own, such as longhaul/{run-id}.',
      });
    }
    this.#before = before;
    this.#after = after;
  }

  run(runId: string): string {
    return `${this.#before}${runId}${this.#after}`;
  }

  /** Matches the refs of all runs, and perhaps others. */
  get pattern(): string {
    return `${this.#before}*${this.#after}`;
  }

  /** The run of a ref, or undefined: somebody's own branch. */
  runOf(ref: string): string | undefined {
    if (!ref.startsWith(this.#before) || !ref.endsWith(this.#after)) return undefined;
    const runId = ref.slice(this.#before.length, ref.length - this.#after.length);
    return isRunId(runId) ? runId : undefined;
  }

  /** Refs that cannot exist beside those of the runs: `refs/heads/longhaul`. */
  obstacles(): string[] {
    const parts = this.#before.split('/').slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter((ref) => ref.split('/').length > 2);
  }
}

export function mailPrefix(runId: string): string {
  return `${MAIL_ROOT}${runId}/`;
}

/** Throws UsageError for a message id that no ref can carry. */
export function mailRef(runId: string, name: string): string {
  if (!PART.test(name)) {
    throw new UsageError(`The message ${JSON.stringify(name)} cannot be sent: its id may not hold ".."`);
  }
  return `${mailPrefix(runId)}${name}`;
}

/** Where the archive's tree has a run: 256 folders, so that none gets too long; ids are one regardless of case. */
export function archivePath(runId: string): string {
  return `${sha256(runId.toLowerCase()).slice(0, 2)}/${runId}`;
}

/** A branch that makes all branches below it impossible. */
export function inTheWay(ref: string, url: string): LonghaulError {
  const name = ref.replace(/^refs\/heads\//, '');
  return new LonghaulError(
    'BRANCH_IN_THE_WAY',
    `${url} has a branch named \`${name}\`, so no run can have a branch \`${name}/…\``,
    {
      hint: `Rename or delete the branch \`${name}\`, or set the action input \`branch\` to another template (\`runs/{run-id}\`).`,
    },
  );
}
