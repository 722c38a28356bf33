/** A run begun by one engine is carried on by the other, from every point between two moves. */
import { afterAll, describe, expect, test } from 'vitest';
import { babysitter, type Cli, longhaul, resident } from './cli.ts';
import {
  type Answers,
  copyWorkspace,
  eventsOf,
  finish,
  makeWorkspace,
  readJson,
  removeWorkspaces,
  runDirOf,
} from './workspace.ts';

afterAll(removeWorkspaces);

const answers: Answers = (taskId, label, inputs) => {
  if (taskId === '__sdk.breakpoint') return { value: { approved: true, respondedBy: 'ann', response: 'go' } };
  if (label === 'first try')
    return { error: { name: 'BuildError', message: 'exit code 2', data: { exitCode: 2 } } };
  return { value: { id: `${taskId}:${String(inputs.name ?? inputs.part ?? label)}`, inputs } };
};

const shapes = [
  { entry: 'sequential.mjs', inputs: { name: 'alpha' }, effects: 5 },
  { entry: 'flat-parallel.mjs', inputs: { parts: ['a', 'b', 'c'] }, effects: 6 },
];

/** The run made by one engine alone, with a copy of the workspace after each move. */
async function record(
  cli: Cli,
  { entry, inputs }: (typeof shapes)[number],
): Promise<{ points: string[]; output: unknown }> {
  const workspace = makeWorkspace(entry, inputs);
  await cli.create(workspace, 'r1', entry, '--inputs', 'inputs.json');
  const points = [copyWorkspace(workspace)];
  expect(
    await finish(
      () => cli,
      workspace,
      'r1',
      answers,
      () => points.push(copyWorkspace(workspace)),
    ),
  ).toBe('completed');
  return { points, output: readJson(runDirOf(workspace, 'r1'), 'state/output.json') };
}

function proveOnce(workspace: string, effects: number): void {
  const events = eventsOf(runDirOf(workspace, 'r1'));
  expect(events.map(({ name }) => Number(name.split('.')[0]))).toEqual(events.map((_, i) => i + 1));
  const requested = events.filter(({ type }) => type === 'EFFECT_REQUESTED');
  expect(requested).toHaveLength(effects);
  expect(new Set(requested.map(({ data }) => data.invocationKey))).toHaveLength(effects);
  expect(events.filter(({ type }) => type === 'EFFECT_RESOLVED')).toHaveLength(effects);
  expect(events.at(-1)?.type).toBe('RUN_COMPLETED');
}

describe.each(shapes)('$entry', (shape) => {
  test.each([
    [babysitter, longhaul],
    [longhaul, babysitter],
  ])('begun by $name, carried on at every point by the other', async (first, second) => {
    const { points, output } = await record(first, shape);
    expect(points).toHaveLength(1 + 2 * shape.effects + (shape.entry === 'flat-parallel.mjs' ? -3 : 0));
    const carried = points.map(async (workspace) => {
      const status = await resident(second, (cli) => finish(() => cli, workspace, 'r1', answers));
      expect(status).toBe('completed');
      expect(readJson(runDirOf(workspace, 'r1'), 'state/output.json')).toEqual(output);
      proveOnce(workspace, shape.effects);
    });
    await Promise.all(carried);
  });

  test.each([0, 1, 2])('taken in turns of the two engines (%i)', async (phase) => {
    const workspace = makeWorkspace(shape.entry, shape.inputs);
    await (phase === 0 ? longhaul : babysitter).create(
      workspace,
      'r1',
      shape.entry,
      '--inputs',
      'inputs.json',
    );
    const turn = (move: number): Cli =>
      Math.floor((move + phase) / (phase === 2 ? 2 : 1)) % 2 === 0 ? babysitter : longhaul;
    expect(await finish(turn, workspace, 'r1', answers)).toBe('completed');
    proveOnce(workspace, shape.effects);
    const { ok } = await longhaul.json<{ ok: boolean }>(workspace, 'run:verify', 'r1');
    expect(ok).toBe(true);
  });
});
