/** People who write comments in a world, and what came of it. */
import { git } from '../github/git-store.ts';
import type { Comment } from '../github/index.ts';
import type { WorkflowRun, World } from '../runner/index.ts';

/** Writes a comment and waits for everything that comes of it. */
export async function say(world: World, issue: number, login: string, body: string): Promise<WorkflowRun> {
  const { runs } = await world.comment(issue, login, body);
  await world.settled();
  const [run] = runs;
  if (run === undefined) throw new Error('the comment started no workflow run');
  return run;
}

/** Fires the schedule and waits for what comes of it. */
export async function sweep(world: World, workflow: string): Promise<WorkflowRun> {
  const run = await world.fireSchedule(workflow);
  await world.settled();
  return run;
}

export const commentsOn = (world: World, issue: number): Comment[] =>
  [...world.repo.comments.values()].filter(({ issueNumber }) => issueNumber === issue);

/** Comments of the Action that ask: one for each open breakpoint. */
export const asking = (world: World, issue: number): Comment[] =>
  commentsOn(world, issue).filter(({ author, body }) => author.type === 'Bot' && /^\/approve e-/m.test(body));

/** What the Action answered since then; its other comments are no answers. */
export const answers = (world: World, issue: number): string[] =>
  commentsOn(world, issue)
    .filter(({ body }) => body.includes('<!-- longhaul:reply'))
    .map(({ body }) => body);

export const reactionsOf = ({ reactions }: Comment): string[] => reactions.map(({ content }) => content);

/** Further runs of the repository, each waiting on an issue of its own. */
export async function addOpenRuns({ repo }: World, workflow: string, count: number): Promise<void> {
  const commits = Array.from({ length: count }, (_, i) => {
    const message = `longhaul(other-${i}): saved\n\nStatus: waiting\nSeq: 3\nAttempt: 1\nIssue: ${1000 + i}\nWaiting-On: ${1000 + i} e-00000\nWorkflow: ${workflow}\n`;
    return `commit refs/heads/longhaul/other-${i}\ncommitter Test <test@example.com> 1700000000 +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
  });
  await git(repo.gitDir, ['fast-import', '--quiet'], commits.join('\n'));
}

/** Requests since the log was cleared, those of the check-out left out. */
export function requestsOf(world: World): { rest: number; graphql: number; git: number } {
  const CHECKOUT = 2;
  const { rest, graphql, git } = world.platform.log.byClass();
  return { rest, graphql, git: git - CHECKOUT };
}
