/** People and webhooks that do other than meant, end to end: the built bundle, whole workflows. */
import { afterEach, expect, it, vi } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { answers, asking, commentsOn, reactionsOf, say } from './people.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
afterEach(() => world.close());

const ON =
  '{ workflow_dispatch: { inputs: { command: { default: start }, run-id: {}, issue: {} } }, issue_comment: { types: [created] }, schedule: [{ cron: "*/15 * * * *" }] }';
const PERMISSIONS = '{ contents: write, actions: write, issues: write, pull-requests: write }';
const gate = (lines: string[] = []) => workflow({ on: ON, permissions: PERMISSIONS, with: lines });
const GATE = "export const process = (_, ctx) => ctx.breakpoint({ question: 'Go?' });\n";
const USERS = { ann: 'write', ben: 'write', sam: 'write' } as const;

const green = (run: WorkflowRun): Record<string, string> => {
  expect(run.conclusion, run.log).toBe('success');
  return outputsOf(run);
};

async function start(file: string, runId: string, issue: number, actor = 'sam'): Promise<string> {
  const run = await world.dispatch(file, { 'run-id': runId, issue: String(issue) }, { actor });
  await world.settled();
  const [pending] = JSON.parse(green(run).pending ?? '[]') as { ref: string }[];
  return pending?.ref ?? '';
}

/** What a run’s breakpoints were told. */
async function decisionsOf(runId: string): Promise<unknown[]> {
  const events = await eventsOnBranch(world, runId);
  return events
    .filter(({ type, data }) => type === 'DECISION_RECORDED' && data.effectId !== undefined)
    .map(({ data }) => [
      (data.actor as { login: string }).login,
      data.counted === true ? 'counted' : data.why,
    ]);
}

it('req 5: two workflows and three runs on one issue: one answers, one goes on; a webhook that comes twice decides once', async () => {
  world = await worldWith(
    { workflows: { 'a.yml': gate(), 'b.yml': gate() }, others: { 'process.mjs': GATE } },
    { users: USERS },
  );
  const { number } = (await world.openIssue('sam', 'Release')).issue;
  const refs = {
    first: await start('a.yml', 'first', number),
    second: await start('a.yml', 'second', number),
    third: await start('b.yml', 'third', number),
  };
  expect(asking(world, number)).toHaveLength(3);
  /** Both workflows hear it; what was answered. */
  const all = async (login: string, body: string): Promise<string[]> => {
    const before = answers(world, number).length;
    const { runs } = await world.comment(number, login, body);
    await world.settled();
    expect(runs).toHaveLength(2);
    for (const run of runs) green(run);
    return answers(world, number).slice(before);
  };
  const [which, ...others] = await all('ann', '/approve');
  expect(others).toEqual([]);
  for (const ref of Object.values(refs)) expect(which).toContain(ref);
  expect(await all('ann', `/approve ${refs.third.toUpperCase()}`)).toEqual([]);
  expect(asking(world, number)).toHaveLength(2);
  expect([await decisionsOf('first'), await decisionsOf('second'), await decisionsOf('third')]).toEqual([
    [],
    [],
    [['ann', 'counted']],
  ]);

  // The webhook of an approval comes again, while the other run of the same workflow waits.
  const { runs } = await world.comment(number, 'ann', `/approve ${refs.first}`);
  await world.settled();
  const [again] = runs;
  if (again === undefined) throw new Error('nothing started');
  const before = commentsOn(world, number).length;
  await world.platform.emit(again.event, null);
  await world.settled();
  for (const run of world.runs) green(run);
  expect(await decisionsOf('first')).toEqual([['ann', 'counted']]);
  expect(await decisionsOf('second')).toEqual([]);
  expect(asking(world, number)).toHaveLength(1);
  expect(commentsOn(world, number).length - before).toBeLessThanOrEqual(1);
});

it('req 5: neither an app that started the run nor who upgraded its code approves it; who only comments is no upgrader, and says nothing of code that came later', async () => {
  world = await worldWith(
    {
      workflows: { 'w.yml': gate(['approvers: "role:write, ship[bot]"', 'on-code-change: upgrade']) },
      others: { 'process.mjs': GATE },
    },
    { users: USERS },
  );
  world.platform.addUser('ship[bot]', { type: 'Bot' });
  const { number } = (await world.openIssue('sam', 'Release')).issue;
  await start('w.yml', 'by-app', number, 'ship[bot]');
  for (const login of ['ship[bot]', 'ann']) green(await say(world, number, login, '/approve'));
  expect(await decisionsOf('by-app')).toEqual([
    ['ship[bot]', 'self'],
    ['ann', 'counted'],
  ]);
  const own = commentsOn(world, number).filter(({ author }) => author.login === 'ship[bot]');
  expect(own.flatMap(reactionsOf)).toEqual(['eyes']);

  const other = (await world.openIssue('sam', 'Another')).issue.number;
  await start('w.yml', 'upgraded', other);
  await world.pushFiles({ 'process.mjs': `${GATE}// mended\n` });
  const resume = { command: 'resume', 'run-id': 'upgraded' };
  const upgraded = await world.dispatch('w.yml', resume, { actor: 'ben' });
  await world.settled();
  green(upgraded);
  // protocol T5: commands would run in another commit, and people read so where they decide.
  const status = commentsOn(world, other).find(({ body }) => body.includes('longhaul:status'));
  expect(status?.body).toMatch(/last driven in commit.*this job has/);
  const approves = async (login: string) => green(await say(world, other, login, '/approve')).status;
  expect(await approves('ben')).toBe('waiting');
  await world.pushFiles({ 'process.mjs': `${GATE}// mended again\n` });
  // Her first word is about code that the run no longer has.
  expect(await approves('ann')).toBe('waiting');
  expect(answers(world, other).at(-1)).toContain(
    'The code of this run was upgraded after this comment was written',
  );
  expect(await approves('ann')).toBe('completed');
  expect(await decisionsOf('upgraded')).toEqual([
    ['ben', 'self'],
    ['ann', 'earlier-code'],
    ['ann', 'counted'],
  ]);
});
