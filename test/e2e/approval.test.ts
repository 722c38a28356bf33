/** People decide by comments, end to end: the committed bundle, a real git server, GitHub's API as it describes it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../run-directory-table.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { answers, asking, commentsOn, reactionsOf, say, sweep } from './people.ts';
import { eventsOnBranch, outputsOf, text, workflow, worldWith } from './world.ts';

// A workflow run takes a second on a quiet machine.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
afterEach(() => world.close());

const USERS = { ann: 'write', ben: 'maintain', sam: 'write', rob: 'read' } as const;
const PEOPLE =
  '{ workflow_dispatch: { inputs: { command: { default: start }, run-id: { default: "" }, issue: { default: "" } } }, issue_comment: { types: [created] }, schedule: [{ cron: "*/15 * * * *" }] }';
const PERMISSIONS = '{ contents: write, actions: write, issues: write, pull-requests: write }';

const asks = (more: string) => `export async function process(_, ctx) {
  ${more}
}
`;
const withPeople = (lines: string[], process: string) =>
  worldWith(
    {
      workflows: { 'w.yml': workflow({ on: PEOPLE, permissions: PERMISSIONS, with: lines }) },
      others: { 'process.mjs': process },
    },
    { users: USERS },
  );

async function startOn(issue: number): Promise<{ run: WorkflowRun; runId: string }> {
  const run = await world.dispatch('w.yml', { issue: String(issue) }, { actor: 'sam' });
  await world.settled();
  expect(run.conclusion, run.log).toBe('success');
  return { run, runId: outputsOf(run)['run-id'] ?? '' };
}

const green = (run: WorkflowRun): Record<string, string> => {
  expect(run.conclusion, run.log).toBe('success');
  return outputsOf(run);
};
async function decisionsOf(runId: string) {
  const events = await eventsOnBranch(world, runId);
  // req T9: what only such a run has is documented, too
  for (const { type, data } of events)
    expect(fieldsOf('Events').get(type), type).toEqual(expect.arrayContaining(Object.keys(data)));
  expect(await world.readFile('comments.json', `refs/heads/longhaul/${runId}`)).not.toBeNull();
  return events.filter(({ type }) => type === 'DECISION_RECORDED').map(({ data }) => data);
}

it('req 5: on a pull request: refusals, a rejection that loops, and an approval by review', async () => {
  world = await worldWith(
    {
      workflows: { 'release.yml': text('examples/approval/release.yml') },
      others: { '.github/longhaul/release.mjs': text('examples/approval/release.mjs') },
    },
    { users: USERS, visibility: 'private' },
  );
  await world.pushFiles({ 'change.txt': 'x\n' }, { branch: 'feature' });
  const { issue, runs } = await world.openPullRequest('sam', { head: 'feature' });
  await world.settled();
  const { number } = issue;
  const first = green(runs[0] as WorkflowRun);
  expect(first).toMatchObject({ status: 'waiting', 'issue-url': expect.stringContaining(`/pull/${number}`) });
  const [question] = asking(world, number);
  expect(first['breakpoint-url']).toContain(`#issuecomment-${question?.id}`);
  const [pending] = JSON.parse(first.pending ?? '[]') as { ref: string; url: string }[];
  expect(question?.body).toContain(`/approve ${pending?.ref}`);
  expect(pending?.url).toBe(first['breakpoint-url']);

  // One short answer for each person, or none; every job is green, whichever of them drives the run.
  const refused: WorkflowRun[] = [];
  for (const comments of [
    [
      ['rob', '/approve'],
      ['sam', '/approve'],
      ['eve', '/approve'],
      ['ann', '/approve e-00000'],
    ],
    [
      ['rob', `/approve ${pending?.ref}`],
      ['ben', '/approve'],
    ],
  ]) {
    for (const [login = '', body = ''] of comments) {
      const { comment, runs: started } = await world.comment(number, login, body);
      if (login === 'ben') await world.editComment(comment.id, 'ben', '/approve\nnow');
      refused.push(...started);
    }
    await world.settled();
  }
  for (const run of refused) green(run);
  expect(answers(world, number).map((body) => body.split('\n')[0]?.slice(0, 60))).toHaveLength(4);
  expect(
    commentsOn(world, number)
      .filter(({ author }) => author.login === 'eve')
      .flatMap(reactionsOf),
  ).toEqual(['eyes', 'confused']);
  expect(asking(world, number)).toHaveLength(1);

  const rejection = await say(world, number, 'ann', '/reject please sign it');
  expect(green(rejection)).toMatchObject({ status: 'waiting' });
  expect(question?.body).toMatch(/Rejected.*`ann`/);
  const [second, ...others] = asking(world, number);
  expect(others).toEqual([]);
  expect(second?.body).toContain('built 1.0.0, with: please sign it');

  // A re-run of the job that a comment started brings no decision again.
  await world.rerun(rejection, { actor: 'ben' });
  await world.settled();
  expect(outputsOf(rejection)).toMatchObject({ status: 'waiting' });

  const { review, runs: reviewed } = await world.review(number, 'ben', 'APPROVED', '/approve well done');
  await world.settled();
  expect(review.reactions.map(({ content }) => content)).toEqual(['eyes']);
  const last = green(reviewed[0] as WorkflowRun);
  expect(last).toMatchObject({
    status: 'completed',
    output: '{"published":"published 1.0.0","by":"ben","round":2}',
  });
  expect(JSON.parse(last.decision ?? '')).toMatchObject({ approved: true, by: 'ben' });
  expect(asking(world, number)).toEqual([]);
  const recorded = await decisionsOf(first['run-id'] ?? '');
  const [one, two, three, ...rest] = recorded.map(({ actor, counted, why }) => [
    (actor as { login: string }).login,
    counted,
    why,
  ]);
  // Those who speak at the same time are heard in any order.
  expect([one, two, three].sort()).toEqual([
    ['ann', false, 'unknown-ref'],
    ['rob', false, 'no-permission'],
    ['sam', false, 'self'],
  ]);
  expect(rest).toEqual([
    ['ben', false, 'edited'],
    ['ann', true, undefined],
    ['ben', true, undefined],
  ]);
  expect(recorded.at(-1)).toMatchObject({
    decision: 'approve',
    permission: 'maintain',
    text: 'well done',
    actor: { login: 'ben', id: world.platform.user('ben').id },
    commentUrl: expect.stringContaining('pullrequestreview'),
  });
});

describe('req 5: a gate with no code', () => {
  it('what GitHub could not answer makes the job red and is lost to nobody; the next job goes on', async () => {
    world = await worldWith(
      { workflows: { 'deploy.yml': text('examples/gate/deploy.yml') } },
      { users: USERS },
    );
    const asked = await world.dispatch('deploy.yml', {}, { actor: 'sam' });
    await world.settled();
    const { status, 'issue-url': url = '' } = green(asked);
    expect(status).toBe('waiting');
    expect(asked.job('deploy').conclusion).toBe('skipped');
    const number = Number(/\/issues\/(\d+)$/.exec(url)?.[1]);
    expect(world.repo.issues.get(number)?.labels).toEqual(['longhaul']);
    expect(asked.job('approval').summary).toContain(`[Reports on issue ${number}](${url})`);
    const [question] = asking(world, number);
    expect(question?.body).toContain('Deploy to production?');

    const fault = world.platform.faults.add({
      path: '/collaborators/ann/permission',
      action: { status: 500 },
    });
    const failed = await say(world, number, 'ann', '/approve');
    fault.remove();
    expect(failed.conclusion).toBe('failure');
    expect(failed.log).toContain('stays in the mailbox');
    expect(asking(world, number)).toHaveLength(1);
    expect([...(await world.refs('refs/longhaul/mail/')).keys()]).toHaveLength(1);

    const decided = await say(world, number, 'rob', '/approve');
    expect(green(decided)).toMatchObject({ status: 'completed' });
    expect(JSON.parse(outputsOf(decided).decision ?? '')).toMatchObject({ approved: true, by: 'ann' });
    expect(decided.job('deploy').log).toContain('deploying');
    expect(question?.body).toMatch(/Approved.*`ann`/);
    expect(world.repo.issues.size).toBe(1);
  });
});

it('req 5: deadlines and reminders, by a sweep', async () => {
  world = await withPeople(
    ['wait-in-job: 0s', 'remind-after: 2s', 'approvers: "@ann"'],
    asks(`const late = ctx.breakpoint({ question: 'Quick?' }, { label: 'quick', timeout: '5s' });
  const slow = ctx.breakpoint({ question: 'Slow?' }, { label: 'slow' });
  const first = await late;
  return { first, second: await slow };`),
  );
  const { issue } = await world.openIssue('sam', 'Release');
  const { run } = await startOn(issue.number);
  expect(asking(world, issue.number)).toHaveLength(2);
  const [{ wakeAt } = { wakeAt: '' }] = JSON.parse(outputsOf(run).pending ?? '[]') as { wakeAt: string }[];
  await new Promise((resolve) => setTimeout(resolve, Date.parse(wakeAt) - Date.now()));
  for (const nth of ['first', 'second']) {
    green(await sweep(world, 'w.yml'));
    const [open, ...others] = asking(world, issue.number);
    expect(others, nth).toEqual([]);
    expect(open?.body).toContain('Slow?');
    const status = commentsOn(world, issue.number).find(({ body }) => body.includes('longhaul:status'));
    expect(status?.body).toMatch(/Last sweep \d{4}-/);
    // One reminder, which calls the approvers by name.
    expect(answers(world, issue.number).map((body) => body.split(' ')[0])).toEqual(['@ann']);
  }
  const last = green(await say(world, issue.number, 'ann', '/answer in a week'));
  expect(JSON.parse(last.output ?? '')).toMatchObject({
    first: { approved: false, timedOut: true },
    second: { approved: true, response: 'in a week', respondedBy: 'ann' },
  });
});

it('req 5: a driver that dies between comment and save makes no second comment', async () => {
  world = await withPeople([], asks("return ctx.breakpoint({ question: 'Go?' });"));
  const { issue } = await world.openIssue('sam', 'Release');
  const fault = world.platform.faults.add({
    method: 'POST',
    path: `/issues/${issue.number}/comments`,
    phase: 'after',
    action: { hang: true },
  });
  const run = await world.dispatch('w.yml', { issue: String(issue.number) }, { actor: 'sam' });
  await expect.poll(() => asking(world, issue.number).length, { timeout: 20_000 }).toBe(1);
  const [job] = run.jobs;
  if (job === undefined) throw new Error('no job');
  world.loseMachine(run, job);
  world.noticeLoss(run, job);
  fault.remove();
  await world.settled();
  // Somebody else's copy of our comment, older and newer, is not ours.
  await world.comment(issue.number, 'rob', asking(world, issue.number)[0]?.body ?? '');
  await world.settled();
  green(await sweep(world, 'w.yml'));
  expect(asking(world, issue.number)).toHaveLength(1);
  expect(green(await say(world, issue.number, 'ann', '/approve'))).toMatchObject({ status: 'completed' });
});

it('contract §3: status, help, cancel, halt and retry by comment, each with its permission', async () => {
  world = await withPeople(
    [],
    asks(`const pause = ctx.sleep('5h').catch((error) => error.name);
  return { paused: await pause, asked: await ctx.breakpoint({ question: 'Go?' }) };`),
  );
  const { issue } = await world.openIssue('sam', 'Release');
  const { run, runId } = await startOn(issue.number);
  const [{ ref } = { ref: '' }] = JSON.parse(outputsOf(run).pending ?? '[]') as { ref: string }[];
  const answerTo = async (login: string, body: string): Promise<string> => {
    const before = answers(world, issue.number).length;
    green(await say(world, issue.number, login, body));
    return answers(world, issue.number).slice(before).join();
  };
  expect(await answerTo('rob', '/help')).toMatch(/triage/);
  expect(await answerTo('ann', '/help')).toContain('/approve');
  expect(await answerTo('ann', '/status')).toContain('#issuecomment-');
  expect(await answerTo('rob', `/cancel ${ref}`)).toMatch(/write/);
  expect(await answerTo('ann', '/cancel')).not.toBe('');
  expect(await answerTo('ann', `/cancel ${ref} not needed`)).toBe('');
  const [question] = asking(world, issue.number);
  expect(question?.body).toContain('Go?');
  const events = await eventsOnBranch(world, runId);
  expect(events.find(({ type }) => type === 'EFFECT_CANCELLED')?.data).toMatchObject({
    reason: 'not needed',
    actor: { login: 'ann' },
  });
  expect(await answerTo('ann', '/retry')).toMatch(/retr/i);
  expect(await answerTo('ann', '/halt nobody needs it')).toBe('');
  expect(question?.body).toContain('nobody needs it');
  expect(asking(world, issue.number)).toEqual([]);
  const [pending] = JSON.parse(outputsOf(run).pending ?? '[]') as { ref: string }[];
  expect(await answerTo('ben', `/approve ${pending?.ref}`)).toMatch(/over|ended/i);
  expect(await answerTo('ben', '/halt again')).toMatch(
    /halted already by `ann`, \d{4}-[^:]*:\d\d UTC: nobody needs it/,
  );
});

it('req 5: a push voids open decisions where heads matter; forks decide nothing by reviews', async () => {
  world = await worldWith(
    {
      workflows: {
        'w.yml': workflow({
          on: PEOPLE.replace('schedule', 'pull_request_review: { types: [submitted] }, schedule'),
          permissions: PERMISSIONS,
          with: ['require-head: true', 'minimum-approvals: 2'],
        }),
      },
      others: { 'process.mjs': asks("return ctx.breakpoint({ question: 'Go?' });") },
    },
    { users: { ...USERS, max: 'admin' } },
  );
  const fork = await world.fork('eve');
  await world.pushFiles({ 'a.txt': 'a\n' }, { branch: 'feature', repo: fork });
  const { issue } = await world.openPullRequest('eve', { head: 'feature', from: fork });
  const { runId } = await startOn(issue.number);
  const { number } = issue;
  const heads = () => asking(world, number)[0]?.body.match(/commit `([0-9a-f]+)`/)?.[1];
  const before = heads();
  green(await say(world, number, 'ann', '/approve'));
  await world.review(number, 'ben', 'APPROVED', '/approve');
  await world.settled();
  expect(asking(world, number)[0]?.body).toContain('`ann`');
  expect(asking(world, number)[0]?.body).not.toContain('`ben`');
  const { sha } = await world.pushFiles({ 'a.txt': 'b\n' }, { branch: 'feature', repo: fork });
  if (issue.pull) issue.pull.headSha = sha;
  green(await say(world, number, 'ben', '/approve'));
  expect(answers(world, number)).toHaveLength(1);
  expect(heads()).not.toBe(before);
  expect(asking(world, number)[0]?.body).not.toContain('`ann`');
  const movedTo = (to: string) => `to \`${to.slice(0, 12)}\`: earlier decisions are void`;
  expect(asking(world, number)[0]?.body).toContain(`from \`${before}\` ${movedTo(sha)}`);
  // Whatever job sees a push next says so, not only one that refuses a decision.
  const { sha: third } = await world.pushFiles({ 'a.txt': 'c\n' }, { branch: 'feature', repo: fork });
  if (issue.pull) issue.pull.headSha = third;
  await world.dispatch('w.yml', { command: 'resume', 'run-id': runId }, { actor: 'sam' });
  await world.settled();
  expect(asking(world, number)[0]?.body).toContain(movedTo(third));
  const journal = /\[journal\]\(.*\/acme\/app\/tree\/[0-9a-f]{40}\/journal\)/;
  expect(commentsOn(world, number).find(({ body }) => body.includes('longhaul:status'))?.body).toMatch(
    journal,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000)); // GitHub's times have whole seconds
  expect(green(await say(world, number, 'ben', '/approve'))).toMatchObject({ status: 'waiting' });
  expect(green(await say(world, number, 'max', '/approve'))).toMatchObject({ status: 'completed' });
});
