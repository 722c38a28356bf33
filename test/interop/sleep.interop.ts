/** Where 0.0.187 asks for no step, our replay of its journal must not miss one. */
import { afterAll, expect, test } from 'vitest';
import { babysitter, longhaul } from './cli.ts';
import {
  type Answers,
  copyWorkspace,
  eventsOf,
  finish,
  makeWorkspace,
  pendingOf,
  post,
  readJson,
  removeWorkspaces,
  runDirOf,
} from './workspace.ts';

afterAll(removeWorkspaces);

const answers: Answers = (taskId, _label, inputs) => ({
  value: { done: inputs.text ?? inputs.n ?? taskId },
});
const runDir = (workspace: string): string => runDirOf(workspace, 'r1');
const output = (workspace: string): unknown => readJson(runDir(workspace), 'state/output.json');
const steps = (workspace: string): string[] =>
  eventsOf(runDir(workspace))
    .filter(({ type }) => type === 'EFFECT_REQUESTED')
    .map(({ data }) => `${String(data.stepId)} ${String(data.taskId)}`);

/** Babysitter's next move, with every pending task posted; sleeps are left to time. */
async function move(workspace: string): Promise<string> {
  const { status, nextActions = [] } = await babysitter.iterate(workspace, 'r1');
  for (const { effectId, kind } of nextActions)
    if (kind !== 'sleep') await post(babysitter, workspace, 'r1', effectId, answers);
  return status;
}

async function begin(until: string): Promise<string> {
  const workspace = makeWorkspace('sleeping.mjs', { until });
  await babysitter.create(workspace, 'r1', 'sleeping.mjs', '--inputs', 'inputs.json');
  return workspace;
}

const all = [{ done: 'before' }, { done: 'between' }, { done: 'after' }];

test('a sleep that had passed when it was reached left no trace', async () => {
  const workspace = await begin('2020-01-01T00:00:00.000Z');
  const points: string[] = [];
  while ((await move(workspace)) === 'waiting') points.push(copyWorkspace(workspace));
  expect(output(workspace)).toEqual(all);
  expect(points).toHaveLength(3);
  for (const point of points) {
    expect(await finish(() => longhaul, point, 'r1', answers)).toBe('completed');
    expect(output(point)).toEqual(all);
    expect(steps(point).filter((step) => step.endsWith('note'))).toHaveLength(3);
  }
});

test('a sleep that was asked for and passed while the run lay there stays unsettled', async () => {
  const workspace = await begin(new Date(Date.now() + 3_600_000).toISOString());
  await move(workspace);
  await babysitter.iterate(workspace, 'r1');
  expect(steps(workspace)).toEqual(['S000001 note', 'S000002 __sdk.sleep']);
  const asleep = copyWorkspace(workspace);
  // Babysitter goes on without a settlement, and gives the sleep's number away a second time.
  const later = 7_200_000;
  await babysitter.later(later).iterate(workspace, 'r1');
  expect(steps(workspace)).toEqual(['S000001 note', 'S000002 __sdk.sleep', 'S000002 note']);
  const asked = copyWorkspace(workspace);
  const [, note = ''] = pendingOf(runDir(workspace));
  await post(babysitter.later(later), workspace, 'r1', note, answers);
  const posted = copyWorkspace(workspace);
  await babysitter.later(later).iterate(workspace, 'r1');
  for (const point of [asleep, asked, posted, workspace]) {
    await finishAwake(point, later);
    expect(output(point)).toEqual(all);
    expect(steps(point).filter((step) => step.endsWith('note'))).toHaveLength(3);
  }
});

/** Ours, on a machine where the time of the sleep has come; nobody posts a sleep. */
async function finishAwake(workspace: string, later: number): Promise<void> {
  const cli = longhaul.later(later);
  for (let i = 0; i < 6 && (await cli.iterate(workspace, 'r1')).status === 'waiting'; i += 1) {
    const pending = new Set(pendingOf(runDir(workspace)));
    for (const { type, data } of eventsOf(runDir(workspace))) {
      const effectId = String(data.effectId);
      if (type === 'EFFECT_REQUESTED' && data.kind !== 'sleep' && pending.has(effectId))
        await post(cli, workspace, 'r1', effectId, answers);
    }
  }
}

test('in a run created to ask nobody a breakpoint takes no step with either engine', async () => {
  const workspace = makeWorkspace('unattended.mjs', {});
  await babysitter.create(workspace, 'r1', 'unattended.mjs', '--non-interactive');
  const points: string[] = [copyWorkspace(workspace)];
  while ((await move(workspace)) === 'waiting') points.push(copyWorkspace(workspace));
  const ours = makeWorkspace('unattended.mjs', {});
  await longhaul.create(ours, 'r1', 'unattended.mjs', '--non-interactive');
  for (const point of [...points, ours]) {
    expect(await finish(() => longhaul, point, 'r1', answers)).toBe('completed');
    expect(output(point)).toEqual(output(workspace));
    expect(steps(point)).toEqual(['S000001 work', 'S000002 work']);
  }
});
