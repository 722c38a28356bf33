/** A decision that no comment's job carried through reaches the jobs behind the gate, once: the committed bundle, end to end. */
import { afterEach, expect, it } from 'vitest';
import type { WorkflowRun, World } from '../runner/index.ts';
import { sweep } from './people.ts';
import { eventsOnBranch, outputsOf, text, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const GATE = text('examples/gate/deploy.yml');
const UNREAD = '/collaborators/ann/permission';

/** Somebody approves while GitHub does not say who that is: the message stays in the mailbox. */
async function approveUnheard(file: string): Promise<string> {
  const asked = await world.dispatch(file, {}, { actor: 'sam' });
  await world.settled();
  const { 'run-id': runId = '', 'issue-url': url = '' } = outputsOf(asked);
  expect(outputsOf(asked).status, asked.log).toBe('waiting');
  const fault = world.platform.faults.add({ path: UNREAD, action: { status: 500 } });
  const { runs } = await world.comment(Number(url.split('/').at(-1)), 'ann', '/approve');
  await world.settled();
  fault.remove();
  expect(runs.map(({ conclusion }) => conclusion)).toContain('failure');
  return runId;
}

const deployed = (run: WorkflowRun | undefined): boolean =>
  run?.job('deploy').log.includes('deploying') === true;

it('req 5: an approval that a sweep takes reaches the next job of the gate, in a workflow run that is dispatched once', async () => {
  world = await worldWith(
    {
      workflows: {
        'deploy.yml': GATE,
        'mute.yml': GATE.replace('actions: write', 'actions: read'),
      },
    },
    { users: { ann: 'write', sam: 'write' } },
  );
  const runId = await approveUnheard('deploy.yml');
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
  await world.rerun(dispatched as WorkflowRun, { actor: 'sam' });
  await world.settled();
  expect(deployed(dispatched)).toBe(false);

  // Who may not dispatch says what is to be dispatched.
  const silent = await approveUnheard('mute.yml');
  const told = await sweep(world, 'mute.yml');
  expect(told.conclusion, told.log).toBe('success');
  expect(told.log).toMatch(
    new RegExp(`\\[warning\\]Run ${silent}.*mute\\.yml.*command: resume.*run-id: ${silent}`),
  );
  expect(told.log).toContain('actions: write');
  expect(world.runs.at(-1)).toBe(told);
});
