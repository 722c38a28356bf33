/** A decision that no comment's job carried through reaches the jobs behind the gate, once: the committed bundle, end to end. */
import { afterEach, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { answers, commentsOn, reactionsOf, sweep } from './people.ts';
import { eventsOnBranch, outputsOf, text, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const GATE = text('examples/gate/deploy.yml');
const UNREAD = '/collaborators/ann/permission';

/** Somebody approves while GitHub does not say who that is: the message stays in the mailbox. */
async function approveUnheard(file: string): Promise<{ asked: WorkflowRun; runId: string }> {
  const asked = await world.dispatch(file, {}, { actor: 'sam' });
  await world.settled();
  const { 'run-id': runId = '', 'issue-url': url = '' } = outputsOf(asked);
  expect(outputsOf(asked).status, asked.log).toBe('waiting');
  const fault = world.platform.faults.add({ path: UNREAD, action: { status: 500 } });
  const number = Number(url.split('/').at(-1));
  const { runs } = await world.comment(number, 'ann', '/approve');
  await world.settled();
  fault.remove();
  // The other workflow has a run, too, but not there: it says nothing.
  const [heard, silent, ...more] = [...runs].sort((a) => (a.conclusion === 'failure' ? -1 : 1));
  expect([heard?.conclusion, silent?.conclusion, more]).toEqual(['failure', 'success', []]);
  expect(silent?.log).toContain('No run of this workflow is meant');
  expect(answers(world, number)).toEqual([]);
  expect(commentsOn(world, number).flatMap(reactionsOf)).toEqual(['eyes']);
  return { asked, runId };
}

const deployed = (run: WorkflowRun | undefined): boolean =>
  run?.job('deploy').log.includes('deploying') === true;

it('req 5: an approval that a sweep takes reaches the next job of the gate, in a workflow run that is dispatched once; other workflows keep silent', async () => {
  world = await worldWith(
    {
      workflows: {
        'deploy.yml': GATE,
        'mute.yml': GATE.replace('actions: write', 'actions: read'),
      },
    },
    { users: { ann: 'write', sam: 'write' } },
  );
  const { asked, runId } = await approveUnheard('deploy.yml');
  const before = world.runs.length;
  const swept = await sweep(world, 'deploy.yml');
  expect(swept.conclusion, swept.log).toBe('success');
  expect(swept.log).toContain(`${runId}: completed`);
  expect(deployed(swept)).toBe(false);
  const [, dispatched, ...others] = world.runs.slice(before);
  expect(others).toEqual([]);
  expect(dispatched?.event.name).toBe('workflow_dispatch');
  expect(outputsOf(dispatched as WorkflowRun)).toMatchObject({ 'run-id': runId, status: 'completed' });
  expect(JSON.parse(outputsOf(dispatched as WorkflowRun).decision ?? '')).toMatchObject({
    approved: true,
    by: 'ann',
  });
  expect(deployed(dispatched)).toBe(true);
  // The journal ends as ever, and says that it was done; nothing does it again.
  const types = (await eventsOnBranch(world, runId)).map(({ type }) => type);
  expect(types.slice(-2)).toEqual(['RUN_DISPATCHED', 'RUN_COMPLETED']);
  await sweep(world, 'deploy.yml');
  expect(world.runs).toHaveLength(before + 3);
  // Nor does whoever runs a job again deploy again, be it the one that asked or the one that was told.
  for (const run of [asked, dispatched as WorkflowRun]) {
    await world.rerun(run, { actor: 'sam' });
    await world.settled();
    expect(outputsOf(run), run.log).toMatchObject({ 'run-id': runId, status: 'completed' });
    expect(JSON.parse(outputsOf(run).decision ?? '')).toMatchObject({ approved: false });
    expect(run.log).toContain('was decided before this job');
    expect(deployed(run)).toBe(false);
  }

  // Who may not dispatch says what is to be dispatched.
  const { runId: silent } = await approveUnheard('mute.yml');
  const told = await sweep(world, 'mute.yml');
  expect(told.conclusion, told.log).toBe('success');
  expect(told.log).toMatch(
    new RegExp(`\\[warning\\]Run ${silent}.*mute\\.yml.*command: resume.*run-id: ${silent}`),
  );
  expect(told.log).toContain('actions: write');
  expect(world.runs.at(-1)).toBe(told);
});
