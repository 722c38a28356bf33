/** What can go wrong between this job and the repository: each with the place to look and the setting to change. */
import { LonghaulError } from '../../errors.ts';

/**
 * GIT_MISSING, GIT_TOO_OLD: the machine's git. UNAUTHORISED, FORBIDDEN: the token. REJECTED_BY_RULE: a ruleset or
 * branch protection. REJECTED: refused for another reason. TIMEOUT, NETWORK: nothing is known of the outcome.
 * NOT_FOUND: repository or ref. GIT_FAILED: a local command.
 */
export type GitErrorCode =
  | 'GIT_MISSING'
  | 'GIT_TOO_OLD'
  | 'GIT_FAILED'
  | 'UNAUTHORISED'
  | 'FORBIDDEN'
  | 'REJECTED_BY_RULE'
  | 'REJECTED'
  | 'TIMEOUT'
  | 'NETWORK'
  | 'NOT_FOUND';

export class GitError extends LonghaulError {
  declare readonly code: GitErrorCode;

  constructor(code: GitErrorCode, message: string, hint = '') {
    super(code, message, { hint });
    this.name = 'GitError';
  }

  /** The request may have taken effect although it looks as if it had not. */
  get isUnknown(): boolean {
    return this.code === 'TIMEOUT' || this.code === 'NETWORK';
  }
}

/** Everything that git said, without the lines that say nothing. */
function said(stderr: string): string {
  return stderr
    .split('\n')
    .map((line) => line.replace(/^remote: ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('hint:') && !line.startsWith('error: failed to push'))
    .join('\n');
}

/** `what`: what was tried, for the message (`push to refs/heads/longhaul/x`). `where`: the repository's address. */
export function classify(stderr: string, what: string, where: string): GitError {
  const text = said(stderr);
  const short = text.split('\n').slice(-3).join(' | ').slice(0, 500);
  if (/GH013|GH006|repository rule violations|protected branch|pre-receive hook declined/i.test(stderr)) {
    return byRule(text, what, where);
  }
  if (
    /returned error: 401|Authentication failed|could not read Username|terminal prompts disabled/i.test(
      stderr,
    )
  ) {
    return new GitError(
      'UNAUTHORISED',
      `${where} did not accept the token for a ${what}`,
      'The token is missing, expired or revoked. In a workflow pass `token: ${{ github.token }}`; a job token dies with its job, at the latest after 24 hours.',
    );
  }
  if (/returned error: 403|Permission to .* denied|Write access to repository not granted/i.test(stderr)) {
    const needed = what.startsWith('read of') ? '`contents: read`' : '`contents: write`';
    return new GitError(
      'FORBIDDEN',
      `${where} refused a ${what}: the token has no ${needed} (${short})`,
      'Give the job `permissions: contents: write`; `contents: read` is enough where it only looks. If that is there: Settings → Actions → General → Workflow permissions, and no token of a fork’s pull request can write.',
    );
  }
  if (/couldn't find remote ref|repository .* not found|returned error: 404/i.test(stderr)) {
    return new GitError(
      'NOT_FOUND',
      `${where} has nothing for a ${what} (${short})`,
      'A token that may not see a private repository gets this answer, too.',
    );
  }
  if (/returned error: 4\d\d/.test(stderr))
    return new GitError('REJECTED', `${where} refused a ${what} (${short})`);
  return new GitError(
    'NETWORK',
    `${what} at ${where}: no usable answer (${short})`,
    'Try again; https://www.githubstatus.com says whether GitHub has a problem.',
  );
}

function byRule(text: string, what: string, where: string): GitError {
  const listed = text.split('\n').filter((line) => /^- /.test(line) || /^error: (?!GH0)/.test(line));
  const why = listed.map((line) => line.replace(/^(- |error: )/, '')).join(' ') || text.split('\n')[0] || '';
  if (/GH006|protected branch/i.test(text)) {
    return new GitError(
      'REJECTED_BY_RULE',
      `A branch protection rule of ${where} refuses a ${what}: ${why}`,
      'Settings → Branches → Branch protection rules: take the branches of runs out of the rule’s name pattern, or choose another `branch:` (a full ref such as refs/longhaul/runs/{run-id} is covered by no rule).',
    );
  }
  const url = /https?:\/\/\S*\/rules\S*/.exec(text)?.[0];
  return new GitError(
    'REJECTED_BY_RULE',
    `A ruleset of ${where} refuses a ${what}: ${why}`,
    `Settings → Rules → Rulesets${url === undefined ? '' : ` (${url})`}: exclude \`longhaul/**\` from its target branches or let GitHub Actions bypass it, or choose another \`branch:\` (a full ref such as refs/longhaul/runs/{run-id} is covered by no branch ruleset).`,
  );
}

/** The ref holds something that no store of ours has put there. */
export function noRun(ref: string, tip: string): LonghaulError {
  return new LonghaulError('NO_RUN', `${ref} is at ${tip.slice(0, 12)}, which is no save of a run`, {
    path: ref,
    hint: 'Somebody pushed to it. Move the branch back to the last commit whose message has a Status trailer.',
  });
}
