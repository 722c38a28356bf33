/** Babysitter's readers understand runs made by ours, whatever is in them that they do not know. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { babysitter, longhaul } from './cli.ts';
import {
  eventsOf,
  makeWorkspace,
  pendingOf,
  post,
  readJson,
  removeWorkspaces,
  runDirOf,
} from './workspace.ts';

afterAll(removeWorkspaces);

interface Status {
  state: string;
  lastEvent: { type: string; seq: number };
  pendingByKind: Record<string, number>;
  completionProof: string | null;
}

/** Driven by ours until it waits for a person, then decided, then driven to its end. */
async function made(fail: boolean): Promise<{ workspace: string; waiting: string }> {
  const workspace = makeWorkspace('eventful.mjs', { fail });
  await longhaul.create(workspace, 'r1', 'eventful.mjs', '--inputs', 'inputs.json');
  await longhaul.call(workspace, 'resume', 'r1', '--wait-in-job', '2s');
  await longhaul.call(workspace, 'run:signal', 'r1', 'go', '--value', '{"by":"test"}');
  await longhaul.call(workspace, 'resume', 'r1');
  const waiting = JSON.stringify(await babysitter.json<Status>(workspace, 'run:status', 'r1'));
  const asked = eventsOf(runDirOf(workspace, 'r1')).find(({ data }) => data.kind === 'breakpoint');
  await post(longhaul, workspace, 'r1', String(asked?.data.effectId), () => ({
    value: { approved: true },
  }));
  await longhaul.call(workspace, 'resume', 'r1');
  return { workspace, waiting };
}

describe.each([
  [false, 'completed', 'RUN_COMPLETED'],
  [true, 'failed', 'RUN_FAILED'],
])('fail: %s', (fail, state, last) => {
  let workspace = '';
  let waiting: Status;
  beforeAll(async () => {
    const run = await made(fail);
    workspace = run.workspace;
    waiting = JSON.parse(run.waiting) as Status;
  }, 120_000);

  test('run:status while it waits', () => {
    expect(waiting).toMatchObject({ state: 'waiting', completionProof: null });
    expect(waiting.pendingByKind).toMatchObject({ breakpoint: 1, agent: 1 });
  });

  test('run:status at the end', async () => {
    const status = await babysitter.json<Status>(workspace, 'run:status', 'r1');
    expect(status).toMatchObject({ state, lastEvent: { type: last } });
    const { completionProof } = readJson(runDirOf(workspace, 'r1'), 'run.json');
    expect(status.completionProof).toBe(fail ? null : completionProof);
  });

  test('run:events shows every event, also those that Babysitter does not know', async () => {
    const { events } = await babysitter.json<{
      events: { seq: number; type: string; filename: string; data: unknown }[];
    }>(workspace, 'run:events', 'r1');
    const written = eventsOf(runDirOf(workspace, 'r1'));
    expect(events.map(({ filename, type, data }) => ({ name: filename, type, data }))).toEqual(
      written.map(({ name, type, data }) => ({ name, type, data })),
    );
    const types = new Set(events.map(({ type }) => type));
    for (const type of ['EFFECT_STARTED', 'EFFECT_CANCELLED', 'SIGNAL_RECEIVED', 'PROCESS_LOG'])
      expect(types).toContain(type);
  });

  test('task:list has every effect with its result', async () => {
    const { tasks } = await babysitter.json<{
      tasks: { effectId: string; taskId: string; status: string; resultRef: string | null }[];
    }>(workspace, 'task:list', 'r1');
    const requested = eventsOf(runDirOf(workspace, 'r1')).filter(({ type }) => type === 'EFFECT_REQUESTED');
    expect(tasks.map(({ effectId }) => effectId).sort()).toEqual(
      requested.map(({ data }) => String(data.effectId)).sort(),
    );
    for (const { taskId, status, resultRef } of tasks) {
      // 0.0.187 knows no cancelled effects: to it they are still asked for.
      const cancelled = taskId === 'outside' || taskId === '__sdk.signal';
      if (!cancelled)
        expect({ taskId, status, result: typeof resultRef }).toEqual({
          taskId,
          status: 'resolved_ok',
          result: 'string',
        });
    }
  });

  test('task:show gives the definition and the result', async () => {
    const [first] = eventsOf(runDirOf(workspace, 'r1')).filter(({ data }) => data.taskId === 'work');
    const { effect } = await babysitter.json<{ effect: { status: string; kind: string } }>(
      workspace,
      'task:show',
      'r1',
      String(first?.data.effectId),
    );
    expect(effect).toMatchObject({ status: 'resolved_ok', kind: 'shell' });
  });

  test('run:rebuild-state writes a cache that ours accepts, and nothing else', async () => {
    const before = eventsOf(runDirOf(workspace, 'r1'));
    const { metadata } = await babysitter.json<{ metadata: { journalHead: { seq: number } } }>(
      workspace,
      'run:rebuild-state',
      'r1',
    );
    expect(metadata.journalHead.seq).toBe(before.length);
    expect(eventsOf(runDirOf(workspace, 'r1'))).toEqual(before);
    expect((await longhaul.json<{ ok: boolean }>(workspace, 'run:verify', 'r1')).ok).toBe(true);
    expect(await longhaul.json(workspace, 'run:status', 'r1')).toMatchObject({ state });
  });
});

test('a state cache of another engine or none at all changes nothing', async () => {
  const workspace = makeWorkspace('flat-parallel.mjs', { parts: ['a', 'b'] });
  await longhaul.create(workspace, 'r1', 'flat-parallel.mjs', '--inputs', 'inputs.json');
  await longhaul.iterate(workspace, 'r1');
  const cache = path.join(runDirOf(workspace, 'r1'), 'state/state.json');
  for (const text of ['{"schemaVersion":"other"}', '{']) {
    writeFileSync(cache, text);
    expect(await babysitter.json(workspace, 'run:status', 'r1')).toMatchObject({
      state: 'waiting',
      pendingByKind: { agent: 2 },
    });
    writeFileSync(cache, text);
    expect((await longhaul.iterate(workspace, 'r1')).nextActions).toHaveLength(2);
  }
  expect(pendingOf(runDirOf(workspace, 'r1'))).toHaveLength(2);
});
