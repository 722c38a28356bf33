/** People decide by comments, end to end: the committed bundle, a real git server, GitHub's API as it describes it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { text, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const open = (workflow = text('examples/approval/release.yml')) =>
  worldWith(
    {
      workflows: { 'release.yml': workflow },
      others: { '.github/longhaul/release.mjs': text('examples/approval/release.mjs') },
    },
    { users: { ann: 'write', ben: 'maintain', sam: 'write', rob: 'read' } },
  );

const outputsOf = (run: WorkflowRun) =>
  run.jobs.flatMap((job) => job.steps).find((step) => 'run-id' in step.outputs)?.outputs ?? {};
const commentsOn = (issue: number) =>
  [...world.repo.comments.values()].filter(({ issueNumber }) => issueNumber === issue);
async function say(issue: number, login: string, body: string): Promise<WorkflowRun> {
  const { runs } = await world.comment(issue, login, body);
  await world.settled();
  const [run] = runs;
  if (run === undefined) throw new Error('no workflow run was started');
  return run;
}

describe('req 5: a pull request', () => {
  it('a rejection loops once, then a comment approves and the run completes', async () => {
    world = await open();
    await world.pushFiles({ 'change.txt': 'x\n' }, { branch: 'feature' });
    const { issue, runs } = await world.openPullRequest('sam', { head: 'feature' });
    await world.settled();
    const [started] = runs as [WorkflowRun];
    expect(started.conclusion, started.log).toBe('success');
    console.log(
      started.log,
      commentsOn(issue.number).map(({ body }) => body),
    );
    expect(outputsOf(started)).toMatchObject({ status: 'waiting' });
    const rejected = await say(issue.number, 'ann', '/reject please sign it');
    console.log(rejected.log);
    expect(rejected.conclusion, rejected.log).toBe('success');
    world.platform.log.clear();
    const approved = await say(issue.number, 'ben', '/approve');
    console.log(
      approved.log,
      world.platform.log.byClass(),
      world.platform.log.list().map((r) => `${r.class} ${r.method} ${r.url} ${r.status}`),
    );
    expect(outputsOf(approved)).toMatchObject({ status: 'completed' });
    console.log(
      commentsOn(issue.number).map(({ body }) => body),
      outputsOf(approved),
    );
  });
});
