/** What a decision asks of GitHub, counted: the bars of issue 5. */
import { afterEach, expect, it, vi } from 'vitest';
import type { World } from '../runner/index.ts';
import { addOpenRuns, asking, requestsOf, say } from './people.ts';
import { outputsOf, workflow, worldWith } from './world.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
afterEach(() => world.close());

const ON =
  '{ workflow_dispatch: { inputs: { command: { default: start }, issue: {} } }, issue_comment: { types: [created] }, schedule: [{ cron: "*/15 * * * *" }] }';
const PERMISSIONS = '{ contents: write, actions: write, issues: write, pull-requests: write }';
const GATE = "export const process = (_, ctx) => ctx.breakpoint({ question: 'Go?' });\n";
const FILE = '.github/workflows/w.yml';

/** Requests by what they are for. */
function counted() {
  const { log } = world.platform;
  const [head, team, compared, read] = ['/pulls/', '/teams/', '/compare/', '/contents/'].map((url) =>
    log.count({ class: 'rest', url }),
  );
  const { rest, graphql, git } = requestsOf(world);
  const code = (compared ?? 0) + (read ?? 0);
  // One push brings the message, one the decision; the others save the steps that follow.
  const pushes = log.count({ class: 'git', method: 'POST', url: 'git-receive-pack' });
  const following = pushes - 2;
  return {
    head,
    team,
    code,
    rest: rest - (head ?? 0) - (team ?? 0) - code,
    graphql,
    following,
    git: git - 2 * following,
  };
}

/** Two decisions, the second with 300 other runs that wait; what each of them cost. */
async function twoDecisions(issue: number) {
  const costs: ReturnType<typeof counted>[] = [];
  for (const [login, others] of [
    ['ann', 0],
    ['ben', 300],
  ] as const) {
    await addOpenRuns(world, FILE, others);
    world.platform.log.clear();
    const run = await say(world, issue, login, '/approve fine');
    expect(run.conclusion, run.log).toBe('success');
    expect(outputsOf(run).status).toBe(login === 'ann' ? 'waiting' : 'completed');
    costs.push(counted());
  }
  return costs;
}

it('req 5: 6 REST requests, 1 of GraphQL, 12 of git, and 2 for each save that follows, with 1 run and with 300 open', async () => {
  world = await worldWith(
    {
      workflows: { 'w.yml': workflow({ on: ON, permissions: PERMISSIONS, with: ['quorum: 2'] }) },
      others: { 'process.mjs': GATE },
    },
    { users: { ann: 'write', ben: 'write', sam: 'write' } },
  );
  const { issue } = await world.openIssue('sam', 'Release');
  await world.dispatch('w.yml', { issue: String(issue.number) }, { actor: 'sam' });
  await world.settled();
  for (const { rest, git, ...others } of await twoDecisions(issue.number)) {
    expect(rest).toBeLessThanOrEqual(6);
    expect(git).toBeLessThanOrEqual(12);
    // The run waits again, or has ended: one save.
    expect(others).toEqual({ head: 0, team: 0, code: 0, graphql: 1, following: 1 });
  }
});

it('req 5: one more for the head of a pull request, one for a team, two for changed code', async () => {
  const lines = [
    'quorum: 2',
    'require-head: true',
    'approvers: "@acme/release"',
    `token: \${{ secrets.APP }}`,
  ];
  const secrets: Record<string, string> = {};
  world = await worldWith(
    {
      workflows: { 'w.yml': workflow({ on: ON, permissions: PERMISSIONS, with: lines }) },
      others: { 'process.mjs': GATE },
    },
    { users: { ann: 'read', ben: 'read', sam: 'write' }, secrets },
  );
  world.platform.addTeam('acme', 'release', ['ann', 'ben']);
  secrets.APP = world.platform.mintAppToken(world.repo, 'helper[bot]', {
    contents: 'write',
    actions: 'write',
    issues: 'write',
    'pull-requests': 'write',
    members: 'read',
  }).value;
  await world.pushFiles({ 'change.txt': 'x\n' }, { branch: 'feature' });
  const { issue } = await world.openPullRequest('sam', { head: 'feature' });
  await world.dispatch('w.yml', { issue: String(issue.number) }, { actor: 'sam' });
  await world.settled();
  expect(asking(world, issue.number)).toHaveLength(1);
  await world.pushFiles({ 'process.mjs': `${GATE}// changed since\n` });
  for (const { rest, git, ...others } of await twoDecisions(issue.number)) {
    expect(rest).toBeLessThanOrEqual(6);
    expect(git).toBeLessThanOrEqual(12);
    expect(others).toEqual({ head: 1, team: 1, code: 2, graphql: 1, following: 1 });
  }
});
