/** Comments that come too late, come again, or are taken by a job that is run again: answered once, and nothing changes. */
import { afterEach, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { answers, say, sweep } from './people.ts';
import { eventsOnBranch, outputsOf, text, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

/** What the Action answered to all that `act` brings about; every job of it is green. */
async function answersTo(issue: number, act: () => Promise<unknown>): Promise<string[]> {
  const [before, ran] = [answers(world, issue).length, world.runs.length];
  await act();
  await world.settled();
  for (const run of world.runs.slice(ran)) expect(run.conclusion, run.log).toBe('success');
  return answers(world, issue).slice(before);
}

it('req 5: a late approval gets one answer, whichever way it came; a replayed event and a job that is run again none or one', async () => {
  world = await worldWith(
    { workflows: { 'deploy.yml': text('examples/gate/deploy.yml') } },
    { users: { ann: 'write', ben: 'write', cem: 'write', sam: 'write', eve: 'read' } },
  );
  const { issue } = await world.openIssue('sam', 'Release');
  const { number } = issue;
  await world.pushFiles({
    '.github/workflows/deploy.yml': text('examples/gate/deploy.yml').replace(
      'question: Deploy to production?',
      `question: Deploy to production?\n          issue: ${number}`,
    ),
  });
  const asked = await world.dispatch('deploy.yml', {}, { actor: 'sam' });
  await world.settled();
  const { 'run-id': runId = '', status } = outputsOf(asked);
  expect(status, asked.log).toBe('waiting');
  const replay = ({ event }: WorkflowRun) => world.platform.emit(event, null);
  const rerun = (run: WorkflowRun) => world.rerun(run, { actor: 'ben' });

  // A refusal about nothing that is open is answered once, too.
  let first: WorkflowRun | undefined;
  const unknown = async () => {
    first = await say(world, number, 'cem', '/approve e-00000');
  };
  expect(await answersTo(number, unknown)).toHaveLength(1);
  expect(await answersTo(number, () => replay(first as WorkflowRun))).toEqual([]);

  // What could not be left for the run is lost: whoever runs its job again is told to say it again.
  const noPush = world.platform.faults.add({
    path: 'service=git-receive-pack',
    times: 99,
    action: { status: 403 },
  });
  const unsent = await say(world, number, 'cem', '/approve');
  noPush.remove();
  expect(unsent.conclusion, unsent.log).toBe('failure');
  expect(await answersTo(number, () => rerun(unsent))).toEqual([expect.stringContaining('write a new one')]);
  expect(outputsOf(unsent).status).toBe('waiting');

  // One approval is on its way when another one decides: nobody can say yet whose it is.
  const fault = world.platform.faults.add({
    path: '/collaborators/ann/permission',
    times: 99,
    action: { status: 500 },
  });
  const [early, decisive] = [
    await say(world, number, 'ann', '/approve'),
    await say(world, number, 'ben', '/approve'),
  ];
  expect([early.conclusion, decisive.conclusion]).toEqual(['failure', 'failure']);
  expect(decisive.log).toContain('came too late and could not be answered');
  expect(outputsOf(decisive).status).toBe('completed');
  fault.remove();
  const [answer, ...more] = await answersTo(number, () => sweep(world, 'deploy.yml'));
  expect(answer).toMatch(new RegExp(`Run \`${runId}\` is over`));
  expect(more).toEqual([]);
  for (const run of [early, decisive]) expect(await answersTo(number, () => replay(run))).toEqual([]);
  expect(await answersTo(number, () => rerun(early))).toEqual([]);
  // The job of the comment that decided is run again: it says once that this decides nothing.
  expect(await answersTo(number, () => rerun(decisive))).toEqual([expect.stringContaining('run again')]);
  expect(await answersTo(number, () => rerun(decisive))).toEqual([]);
  expect(decisive.job('deploy').conclusion).toBe('skipped');

  let late: WorkflowRun | undefined;
  const comment = async () => {
    late = await say(world, number, 'eve', '/approve');
  };
  expect(await answersTo(number, comment)).toHaveLength(1);
  expect(await answersTo(number, () => replay(late as WorkflowRun))).toEqual([]);
  const decisions = (await eventsOnBranch(world, runId)).filter(({ type }) => type === 'DECISION_RECORDED');
  expect(decisions.map(({ data }) => [data.counted, data.why])).toEqual([
    [false, 'unknown-ref'],
    [true, undefined],
  ]);
  expect([...(await world.refs('refs/longhaul/mail/')).keys()]).toEqual([]);
});
