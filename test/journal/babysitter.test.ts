/** Byte compatibility with run directories that @a5c-ai/babysitter-sdk 0.0.187 wrote (fixtures). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../src/errors.ts';
import { decodeEvent, encodeEvent } from '../../src/journal/codec.ts';
import { sha256 as sha } from '../../src/journal/digest.ts';
import type { Json, JsonObject, SerializedError } from '../../src/journal/events.ts';
import { jsonText } from '../../src/journal/json.ts';
import { parseEventName } from '../../src/journal/layout.ts';
import { loadRun } from '../../src/journal/open-run.ts';
import { readEvents, readRun } from '../../src/journal/reader.ts';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { pendingByKind, statusOf } from '../../src/journal/state.ts';
import { stateCacheText } from '../../src/journal/state-cache.ts';
import {
  completionProofOf,
  decodeRun,
  encodeResult,
  encodeRun,
  encodeTask,
  type RunMetadata,
} from '../../src/journal/task-files.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { newRunFiles } from '../../src/stores/new-run.ts';
import { babysitterRun, eventFiles, readJson } from './helpers.ts';

const RUNS = ['demo-run-1', 'failed-run', 'harness-run'] as const;

describe.each(RUNS)('%s', (name) => {
  it('every event is read, its checksum holds, and it is written again in the same bytes', () => {
    const runDir = babysitterRun(name);
    for (const file of eventFiles(runDir)) {
      const text = readFileSync(join(runDir, 'journal', file), 'utf8');
      const event = decodeEvent(text, parseEventName(file)!, file);
      expect(encodeEvent(event)).toBe(text);
    }
  });

  it('task.json is written again in the same bytes from the definition that its process made', () => {
    const runDir = babysitterRun(name);
    for (const effectId of readdirSync(join(runDir, 'tasks'))) {
      const path = join(runDir, 'tasks', effectId, 'task.json');
      const {
        schemaVersion: _,
        effectId: id,
        taskId,
        invocationKey,
        stepId,
        inputs,
        ...def
      } = readJson(path);
      const task = {
        effectId: String(id),
        taskId: String(taskId),
        invocationKey: String(invocationKey),
        stepId: String(stepId),
      };
      // The definition and the arguments in any order: the file has them sorted.
      const shuffled = Object.fromEntries(Object.entries(def).reverse());
      const encoded = encodeTask(task, shuffled, inputs);
      expect(encoded.files).toEqual([
        { path: `tasks/${effectId}/task.json`, text: readFileSync(path, 'utf8') },
      ]);
    }
  });

  it('result.json is written again in the same bytes', () => {
    const runDir = babysitterRun(name);
    for (const effectId of readdirSync(join(runDir, 'tasks'))) {
      const path = join(runDir, 'tasks', effectId, 'result.json');
      if (!readdirSync(join(runDir, 'tasks', effectId)).includes('result.json')) continue;
      const file = readJson(path);
      const of = {
        effectId,
        taskId: String(file.taskId),
        invocationKey: String(file.invocationKey),
        startedAt: String(file.startedAt),
        finishedAt: String(file.finishedAt),
      };
      const encoded =
        file.status === 'ok'
          ? encodeResult(of, { status: 'ok', value: file.result as Json })
          : encodeResult(of, { status: 'error', error: file.error as unknown as SerializedError });
      expect(encoded.files.at(-1)?.text).toBe(readFileSync(path, 'utf8'));
    }
  });

  it('run.json is written again in the same bytes', () => {
    const path = join(babysitterRun(name), 'run.json');
    const text = readFileSync(path, 'utf8');
    expect(encodeRun(decodeRun(text) as RunMetadata)).toBe(text);
  });

  it('is whole', () => {
    // Of demo-run-1 Babysitter completed the run although a step was pending: that is not damage.
    expect(verifyRun(babysitterRun(name))).toEqual([]);
  });

  it('the state cache has the same effects as its own', () => {
    const runDir = babysitterRun(name);
    const own = readJson(join(runDir, 'state', 'state.json'));
    const text = [...stateCacheText(loadRun(runDir).state, null)].join('');
    const cache = JSON.parse(text) as JsonObject;
    expect(text).toBe(jsonText(cache));
    const head = own.journalHead as JsonObject;
    const ours = cache.journalHead as JsonObject;
    expect(Object.keys(cache)).toEqual(Object.keys(own));
    // Its cache may be an event behind.
    if (head.seq === ours.seq) expect(cache.effectsByInvocation).toEqual(own.effectsByInvocation);
    if (head.seq === ours.seq) expect(cache.pendingEffectsByKind).toEqual(own.pendingEffectsByKind);
  });
});

it('what its runs amount to', () => {
  const states = RUNS.map((name) => loadRun(babysitterRun(name)).state);
  expect(states.map((state) => statusOf(state))).toEqual(['completed', 'failed', 'running']);
  expect(states.map((state) => state.settlements)).toEqual([2, 1, 0]);
  expect(pendingByKind(states[0]!)).toEqual({ shell: 1 });
  expect(states[1]!.terminal?.error).toMatchObject({ name: 'BuildError', message: 'exit code 2' });
});

it('protocol P3: where a journal does not say `after`, it is all settlements before the request', () => {
  const runDir = babysitterRun('demo-run-1');
  const input = loadReplayInput(runDir, { segments: [], tail: eventFiles(runDir) });
  expect(
    input.requests.map(({ taskId, after, waits, argsDigest }) => [taskId, after, waits, argsDigest]),
  ).toEqual([
    ['fetch', 0, 0, undefined],
    ['__sdk.breakpoint', 1, 1, undefined],
    ['build', 2, 2, undefined],
  ]);
  expect(input.settlements.map(({ outcome }) => outcome)).toEqual([
    { status: 'ok', value: '{"abc":{"x":[{"p":2,"q":1}],"y":1},"text":"hello alpha","Zed":1}' },
    { status: 'ok', value: '{"approved":true,"response":"go"}' },
  ]);
  expect(input).toMatchObject({ runId: 'demo-run-1', processId: 'demo', head: 7, logCount: 0, retries: [] });
});

it('harness stands first in the data of every event but RUN_CREATED', () => {
  const runDir = babysitterRun('harness-run');
  const { harness } = readRun(runDir);
  expect(harness).toBe('codex');
  const [, request] = readEvents(runDir);
  const { harness: _, ...data } = request!.data;
  const text = readFileSync(join(runDir, 'journal', eventFiles(runDir)[1]!), 'utf8');
  expect(encodeEvent({ type: request!.type, recordedAt: request!.recordedAt, data }, harness)).toBe(text);
});

it('a new run has its files, in its bytes', () => {
  const runDir = babysitterRun('demo-run-1');
  const run = readRun(runDir);
  const files = newRunFiles(
    { ...run, prompt: 'do the demo', processRevision: 'rev-1', inputs: { name: 'alpha' } },
    () => Date.parse(run.createdAt),
  );
  expect(files.map((file) => file.path.replace(/\d{6}\.\w{26}/, 'EVENT'))).toEqual([
    '.gitignore',
    'run.json',
    'inputs.json',
    'journal/EVENT.json',
  ]);
  expect(files[0]?.text).toBe('state/\ntasks/*/artifacts/\nblobs/\norphaned/\n');
  const proof = /"completionProof": "[0-9a-f]{32}"/;
  const own = readFileSync(join(runDir, 'run.json'), 'utf8').replace(proof, 'PROOF');
  expect(files[1]?.text.replace(proof, 'PROOF')).toBe(own);
  expect(files[2]?.text).toBe(readFileSync(join(runDir, 'inputs.json'), 'utf8'));
  const created = JSON.parse(files[3]!.text) as JsonObject;
  expect(Object.keys(created.data as JsonObject)).toEqual(Object.keys(readEvents(runDir)[0]!.data));
});

it('req H4: a run without a proof has the one that Babysitter derives', () => {
  expect(completionProofOf({ runId: 'r', completionProof: 'p' })).toBe('p');
  expect(completionProofOf({ runId: 'demo-run-1' })).toMatch(/^[0-9a-f]{64}$/);
});

describe('req R17: an edited event is detected and named', () => {
  it.each([
    [
      'a value',
      (text: string) => text.replace('"hello', '"h3llo').replace('"status": "ok"', '"status": "error"'),
    ],
    ['the checksum', (text: string) => text.replace(/"checksum": "./, '"checksum": "0')],
    ['no checksum', (text: string) => text.replace(/,\n {2}"checksum": "[0-9a-f]+"/, '')],
    ['cut off', (text: string) => text.slice(0, -40)],
    ['empty', () => ''],
  ])('%s', (_, edit) => {
    const runDir = babysitterRun('demo-run-1');
    const file = eventFiles(runDir)[2]!;
    const path = join(runDir, 'journal', file);
    const text = readFileSync(path, 'utf8');
    const edited = edit(text);
    writeFileSync(path, edited === text ? text.replace('"ok"', '"ko"') : edited);
    expect(() => readEvents(runDir)).toThrow(DamageError);
    expect(() => readEvents(runDir)).toThrow(file);
    expect(verifyRun(runDir)[0]).toMatchObject({ seq: 3, path: `journal/${file}` });
  });
});

it('unknown event types and fields are kept, a later version’s field outside of data included', () => {
  const body = {
    type: 'STOP_HOOK_INVOKED',
    recordedAt: '2026-01-01T00:00:00.000Z',
    data: { a: 1 },
    sdkVersion: '6.0.0',
  };
  const plain = `${JSON.stringify(body, null, 2)}\n`;
  const checksum = createChecksum(plain);
  const text = `${JSON.stringify({ ...body, checksum }, null, 2)}\n`;
  const event = decodeEvent(text, { seq: 1, ulid: '0'.repeat(26), name: 'x' }, 'x');
  expect(event).toMatchObject({ type: 'STOP_HOOK_INVOKED', data: { a: 1 }, extra: { sdkVersion: '6.0.0' } });
  // The rule speaks of the value: another layout of the same text passes.
  expect(
    decodeEvent(JSON.stringify({ ...body, checksum }), { seq: 1, ulid: '0'.repeat(26), name: 'x' }, 'x').data,
  ).toEqual({ a: 1 });
});

function createChecksum(text: string): string {
  const probe = encodeEvent({ type: 'X', recordedAt: 'x', data: {} });
  expect(probe).toContain('"checksum"');
  return sha(text);
}
