/** The verbs that Babysitter has, with its flags and its JSON. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journal, pendingOf, place, readJson, readText } from './support.ts';

const PARALLEL = `import { defineTask } from 'longhaul';
const lint = defineTask('lint', (args) => ({ kind: 'shell', title: 'Lint', shell: { command: 'echo lint ' + args.dir } }));
const think = defineTask('think', () => ({ kind: 'agent', title: 'Think', labels: ['custom label'], agent: { prompt: 'p' } }));
export async function process(inputs, ctx) {
  const both = await ctx.parallel.all([() => ctx.task(lint, { dir: 'src' }), () => ctx.task(think, {})]);
  await ctx.sleepUntil(Date.UTC(2100, 0, 1));
  return both;
}
`;

interface Iterated {
  status: string;
  reason: string;
  nextActions: { effectId: string; kind: string; taskId: string; taskDef: Record<string, unknown> }[];
}

describe('the verbs of Babysitter', () => {
  it('req R4, R10: create, iterate, list, show, post, iterate: a whole run by hand', async () => {
    const at = place();
    at.write('process.mjs', PARALLEL);
    at.write('inputs.json', '{"a":1}');
    const create = [
      'run:create',
      '--process-id',
      'demo',
      '--entry',
      './process.mjs#process',
      '--inputs',
      'inputs.json',
      '--run-id',
      'demo-run-1',
    ];
    expect(await at.json([...create, '--dry-run'])).toMatchObject({
      dryRun: true,
      plan: 'create_run',
      runId: 'demo-run-1',
    });
    expect(
      await at.json([
        ...create,
        '--process-revision',
        'rev-1',
        '--request',
        'req-1',
        '--prompt',
        'do the demo',
      ]),
    ).toEqual({
      runId: 'demo-run-1',
      runDir: at.runDir('demo-run-1'),
      entry: '../../../process.mjs#process',
    });
    expect(Object.keys(readJson(at.runDir('demo-run-1'), 'run.json'))).toEqual([
      'runId',
      'request',
      'processId',
      'entrypoint',
      'processPath',
      'processRevision',
      'layoutVersion',
      'createdAt',
      'prompt',
      'completionProof',
    ]);
    expect(await at.json(create, 1)).toMatchObject({ error: 'RUN_EXISTS' });

    const first = await at.json<Iterated>(['run:iterate', 'demo-run-1']);
    expect(first).toMatchObject({
      iteration: 1,
      iterationCount: 0,
      status: 'waiting',
      action: 'none',
      reason: 'mixed-pending:agent,shell',
      metadata: { runId: 'demo-run-1', processId: 'demo', hookStatus: 'no-hooks-configured' },
    });
    const [lint, think] = first.nextActions;
    expect(lint).toEqual({
      effectId: expect.stringMatching(/^[0-9A-Z]{26}$/),
      invocationKey: 'demo:S000001:lint',
      kind: 'shell',
      label: 'Lint',
      taskDef: expect.objectContaining({ kind: 'shell', title: 'Lint', shell: { command: 'echo lint src' } }),
      taskId: 'lint',
      stepId: 'S000001',
      taskDefRef: `tasks/${lint?.effectId}/task.json`,
      requestedAt: expect.stringMatching(/Z$/),
      schedulerHints: { parallelGroupId: expect.stringMatching(/^[0-9a-f]{16}$/), pendingCount: 2 },
    });
    expect(think).toMatchObject({ label: 'custom label', labels: ['custom label'], kind: 'agent' });
    const events = at.events('demo-run-1');
    expect(await at.json<Iterated>(['run:iterate', 'demo-run-1'])).toMatchObject({ status: 'waiting' });
    expect(at.events('demo-run-1')).toEqual(events);

    const status = await at.json<Record<string, unknown>>(['run:status', 'demo-run-1']);
    expect(status).toMatchObject({
      runId: 'demo-run-1',
      lastEvent: { seq: 3, type: 'EFFECT_REQUESTED', filename: events[2], path: `journal/${events[2]}` },
      pendingByKind: { agent: 1, shell: 1 },
      pendingEffectsSummary: { totalPending: 2, countsByKind: { agent: 1, shell: 1 } },
      metadata: { processId: 'demo', stateVersion: 3, pendingEffectsByKind: { agent: 1, shell: 1 } },
      completionProof: null,
    });

    const post = [
      'task:post',
      'demo-run-1',
      lint?.effectId ?? '',
      '--status',
      'ok',
      '--value',
      'v.json',
      '--stdout-file',
      'o.txt',
      '--started-at',
      '2026-11-20T12:00:00.000Z',
    ];
    at.write('v.json', '{"text":"ok"}');
    at.write('o.txt', 'out\n');
    expect(await at.json([...post, '--dry-run'])).toMatchObject({
      dryRun: true,
      status: 'ok',
      effectId: lint?.effectId,
    });
    const resultRef = `tasks/${lint?.effectId}/result.json`;
    const stdoutRef = `tasks/${lint?.effectId}/stdout.log`;
    expect(await at.json(post)).toEqual({
      status: 'ok',
      committed: {
        resultRef,
        stdoutRef,
        startedAt: '2026-11-20T12:00:00.000Z',
        finishedAt: expect.stringMatching(/Z$/),
      },
      stdoutRef,
      stderrRef: null,
      resultRef,
    });
    expect(await at.json(post, 1)).toMatchObject({ error: 'EFFECT_SETTLED' });
    const other = ['task:post', 'demo-run-1', think?.effectId ?? ''];
    expect(await at.json([...other, '--status', 'ok'], 2)).toMatchObject({ error: 'USAGE' });
    expect(await at.json([...other, '--status', 'error'], 2)).toMatchObject({ error: 'USAGE' });
    expect(
      await at.json([...other, '--status', 'ok', '--value', '-'], 0, { input: '{"thought":1}' }),
    ).toMatchObject({ status: 'ok' });

    const { tasks } = await at.json<{ tasks: Record<string, unknown>[] }>(['task:list', 'demo-run-1']);
    expect(tasks[0]).toEqual({
      effectId: lint?.effectId,
      taskId: 'lint',
      title: 'Lint',
      stepId: 'S000001',
      status: 'resolved_ok',
      kind: 'shell',
      label: 'Lint',
      taskDefRef: `tasks/${lint?.effectId}/task.json`,
      inputsRef: null,
      resultRef,
      stdoutRef,
      stderrRef: null,
      requestedAt: expect.any(String),
      resolvedAt: expect.any(String),
    });
    expect(await at.json(['task:list', 'demo-run-1', '--pending'])).toEqual({ tasks: [] });
    expect(await at.json<{ tasks: unknown[] }>(['task:list', 'demo-run-1', '--kind', 'agent'])).toMatchObject(
      { tasks: [{ taskId: 'think' }] },
    );
    expect(await at.json(['task:show', 'demo-run-1', lint?.effectId ?? ''])).toMatchObject({
      effect: { taskId: 'lint' },
      task: { taskId: 'lint', inputs: { dir: 'src' } },
      result: { status: 'ok', value: { text: 'ok' } },
      largeResult: null,
    });
    expect(await at.json(['task:show', 'demo-run-1', 'NOPE'], 1)).toMatchObject({
      error: 'EFFECT_NOT_FOUND',
    });

    const second = await at.json<Iterated & { until: number }>([
      'run:iterate',
      'demo-run-1',
      '--iteration',
      '7',
    ]);
    expect(second).toMatchObject({
      iteration: 7,
      iterationCount: 6,
      status: 'waiting',
      reason: 'sleep-waiting',
      until: Date.UTC(2100, 0, 1),
    });
    const sleep = await pendingOf(at, 'demo-run-1');
    await at.json(['task:post', 'demo-run-1', sleep, '--status', 'ok', '--value-inline', 'null']);
    expect(await at.json(['run:iterate', 'demo-run-1'])).toMatchObject({
      status: 'completed',
      action: 'none',
      reason: 'completed',
      completionProof: readJson(at.runDir('demo-run-1'), 'run.json').completionProof,
    });
    expect(readJson(at.runDir('demo-run-1'), 'state/output.json')).toEqual([{ text: 'ok' }, { thought: 1 }]);
    expect(await at.json(['run:status', 'demo-run-1'])).toMatchObject({
      state: 'completed',
      completionProof: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('req R15: run:events with its filters, and run:list', async () => {
    const at = place();
    at.write(
      'a.mjs',
      'export const process = async (inputs, ctx) => { await ctx.run("x", () => 1); return 1; };\n',
    );
    at.write('b.mjs', "export const process = async (inputs, ctx) => ctx.signal('go');\n");
    await at.json(['run', 'a.mjs', '--run-id', 'a']);
    await at.json(['run', 'b.mjs', '--run-id', 'b']);
    type Events = { events: { seq: number; type: string; data: object }[] };
    const all = await at.json<Events>(['run:events', 'a']);
    expect(all.events.map(({ type }) => type)).toEqual(journal(at, 'a').map(({ type }) => type));
    expect(Object.keys(all.events[0] ?? {})).toEqual([
      'seq',
      'ulid',
      'type',
      'recordedAt',
      'filename',
      'path',
      'data',
    ]);
    const last = await at.json<Events>(['run:events', 'a', '--reverse', '--limit', '1']);
    expect(last.events).toEqual(all.events.slice(-1));
    const chosen = await at.json<Events>(['run:events', 'a', '--filter-type', 'EFFECT_STARTED']);
    expect(chosen.events.map(({ type }) => type)).toEqual(['EFFECT_STARTED']);
    const { runs } = await at.json<{ runs: { runId: string }[] }>(['run:list']);
    expect(runs).toEqual([
      {
        runId: 'b',
        processId: 'b',
        state: 'waiting',
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
        waitingOn: ['go'],
      },
      {
        runId: 'a',
        processId: 'a',
        state: 'completed',
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ]);
    expect(await at.json(['run:list', '--status', 'waiting'])).toMatchObject({ runs: [{ runId: 'b' }] });
    expect(await at.json(['run:list', '--process', 'a'])).toMatchObject({ runs: [{ runId: 'a' }] });
    expect(await at.json<{ runs: unknown[] }>(['run:list', '--limit', '1'])).toMatchObject({
      runs: [{ runId: 'b' }],
    });
    expect(await at.json(['run:list', '--runs-dir', 'nothing'])).toEqual({ runs: [] });
  });

  it('req R2: state/ is written anew from the journal', async () => {
    const at = place();
    at.write('p.mjs', "export const process = async (inputs, ctx) => ctx.signal('go');\n");
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const before = await at.json(['run:status', 'r']);
    at.write('.a5c/runs/r/state/state.json', 'nonsense');
    expect(await at.json(['run:status', 'r'])).toEqual(before);
    expect(await at.json(['run:rebuild-state', 'r', '--dry-run'])).toMatchObject({
      dryRun: true,
      metadata: { stateRebuilt: false },
    });
    expect(readText(at.runDir('r'), 'state/state.json')).toBe('nonsense');
    const rebuilt = await at.json(['run:rebuild-state', 'r']);
    const { metadata } = before as { metadata: { journalHead: object } };
    expect(rebuilt).toEqual({
      runDir: at.runDir('r'),
      metadata: expect.objectContaining({
        stateVersion: 2,
        journalHead: metadata.journalHead,
        stateRebuildReason: 'cli_manual',
      }),
    });
    expect(readJson(at.runDir('r'), 'state/state.json')).toMatchObject({
      journalHead: metadata.journalHead,
      rebuildReason: 'cli_manual',
    });
  });

  it('halt, cancel, signal and fork from the command line', async () => {
    const at = place();
    at.write(
      'p.mjs',
      "export const process = async (inputs, ctx) => { try { await ctx.breakpoint({}, { label: 'gate' }); } catch (e) { ctx.log(e.name); } return ctx.signal('go'); };\n",
    );
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const effectId = await pendingOf(at, 'r');
    expect(await at.json(['task:cancel', 'r', effectId, '--reason', 'no'])).toEqual({
      effectId,
      status: 'cancelled',
      resultRef: `tasks/${effectId}/result.json`,
    });
    expect(await at.json(['task:cancel', 'r', effectId], 1)).toMatchObject({ error: 'EFFECT_SETTLED' });
    expect(await at.json(['resume', 'r'])).toMatchObject({ status: 'waiting' });
    expect(await at.json(['run:signal', 'r', 'go', '--value', 'plain text'])).toEqual({
      name: 'go',
      delivered: false,
      recorded: true,
      taken: true,
    });
    expect(await at.json(['run:fork', 'r', '--at', 'S000002', '--run-id', 'f'])).toMatchObject({
      runId: 'f',
      runDir: join(at.dir, '.a5c/runs/f'),
    });
    expect(await at.json(['run:halt', 'f', '--dry-run'])).toMatchObject({
      dryRun: true,
      plan: 'halt_run',
      reason: 'manual_halt',
    });
    expect(await at.json(['run:halt', 'f', '--reason', 'enough', '--final-status', 'failed'])).toMatchObject({
      halted: true,
      finalStatus: 'failed',
      reason: 'enough',
    });
    expect(await at.json(['resume', 'r'])).toMatchObject({ status: 'completed', output: 'plain text' });
    expect(await at.json(['run:halt', 'r'], 1)).toMatchObject({ error: 'RUN_ENDED' });
  });
});
