/** The same inputs make the same files with both engines, but for ids, times and the fields that are ours alone. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { babysitter, type Cli, longhaul } from './cli.ts';
import { type Answers, eventsOf, finish, makeWorkspace, removeWorkspaces, runDirOf } from './workspace.ts';

afterAll(removeWorkspaces);

/** What only ours writes into events, by contract; readers keep unknown fields. */
const OUR_FIELDS = new Set([
  'engine',
  'actor',
  'argsDigest',
  'after',
  'waits',
  'site',
  'external',
  'resultDigest',
  'outputDigest',
]);
const OUR_EVENTS = new Set(['EFFECT_STARTED', 'PROCESS_LOG']);

const answers: Answers = (taskId, label, inputs) => {
  if (taskId === '__sdk.breakpoint')
    return { value: { respondedBy: 'ann', approved: inputs.label === 'ship' && label === 'ship' } };
  if (label === 'first try')
    return {
      error: {
        name: 'BuildError',
        message: 'exit code 2',
        stack: 'BuildError: exit code 2\n    at remote',
        data: { exitCode: 2 },
      },
    };
  if (label === 'work' && inputs.name === 'notes') return { value: 'x'.repeat(1024 * 1024) };
  return { value: { zeta: 1, id: `${taskId}-ü`, alpha: { Beta: [1, { y: null, x: true }], beta: 2 } } };
};

/** Ids, times, proofs and checksums by what they are; the same id gets the same name throughout a run. */
function normalized(text: string, names: Map<string, string>): string {
  return text
    .replace(/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g, (id) => {
      const name = names.get(id) ?? `<id ${names.size + 1}>`;
      names.set(id, name);
      return name;
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>')
    .replace(/"(completionProof|checksum)": "[0-9a-f]+"/g, '"$1": "<digest>"');
}

function withoutOurs(text: string): string {
  const event = JSON.parse(text) as { type: string; data: Record<string, unknown> };
  for (const key of Object.keys(event.data)) {
    if (OUR_FIELDS.has(key)) delete event.data[key];
  }
  return `${JSON.stringify(event, null, 2)}\n`;
}

interface Made {
  runDir: string;
  names: Map<string, string>;
  events: string[];
  /** Ids of the effects in order of request. */
  effects: string[];
}

async function make(cli: Cli, entry: string, inputs: unknown, flags: string[]): Promise<Made> {
  const workspace = makeWorkspace(entry, inputs);
  await cli.create(workspace, 'r1', entry, '--inputs', 'inputs.json', ...flags);
  await finish(() => cli, workspace, 'r1', answers);
  const runDir = runDirOf(workspace, 'r1');
  const names = new Map<string, string>();
  const kept = eventsOf(runDir).filter(({ type }) => !OUR_EVENTS.has(type));
  const effects = kept
    .filter(({ type }) => type === 'EFFECT_REQUESTED')
    .map(({ data }) => String(data.effectId));
  return { runDir, names, events: kept.map(({ text }) => normalized(withoutOurs(text), names)), effects };
}

describe.each([
  [
    'sequential.mjs',
    { name: 'alpha' },
    ['--process-revision', 'rev-1', '--request', 'req-1', '--prompt', 'do the demo', '--harness', 'tester'],
  ],
  ['sequential.mjs', { name: 'notes' }, []],
  ['flat-parallel.mjs', { parts: ['a', 'b'] }, ['--prompt', 'go']],
] as const)('%s %j', (entry, inputs, flags) => {
  let real: Made;
  let ours: Made;
  beforeAll(async () => {
    [real, ours] = await Promise.all([
      make(babysitter, entry, inputs, [...flags]),
      make(longhaul, entry, inputs, [...flags]),
    ]);
  }, 240_000);

  const both = (...parts: string[]): [string, string] => {
    const [a, b] = [real, ours].map(({ runDir, names }) =>
      normalized(readFileSync(path.join(runDir, ...parts), 'utf8'), names),
    );
    return [a ?? '', b ?? ''];
  };

  test('event bodies, in order', () => {
    expect(ours.events).toEqual(real.events);
  });

  test('every checksum follows the rule', () => {
    for (const { text } of eventsOf(ours.runDir)) {
      const [, body, checksum] = /^([\s\S]*),\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/.exec(text) ?? [];
      expect(hash('sha256', `${body}\n}\n`, 'hex')).toBe(checksum);
    }
  });

  test.each(['run.json', 'inputs.json', '.gitignore', 'state/output.json'])('%s', (file) => {
    const [a, b] = both(file);
    expect(b).toBe(a);
  });

  test('task.json, result.json and blobs of every effect', () => {
    expect(ours.effects).toHaveLength(real.effects.length);
    for (const [i, effect] of real.effects.entries()) {
      const mine = ours.effects[i] ?? '';
      for (const file of ['task.json', 'result.json']) {
        const a = normalized(readFileSync(path.join(real.runDir, 'tasks', effect, file), 'utf8'), real.names);
        const b = normalized(readFileSync(path.join(ours.runDir, 'tasks', mine, file), 'utf8'), ours.names);
        expect(b).toBe(a);
      }
      const blobs = (runDir: string, id: string): string[] => {
        const directory = path.join(runDir, 'tasks', id, 'blobs');
        return existsSync(directory) ? readdirSync(directory).sort() : [];
      };
      expect(blobs(ours.runDir, mine)).toEqual(blobs(real.runDir, effect));
    }
  });

  test('state.json, but for why and when it was built', () => {
    const [a, b] = both('state/state.json').map((text) => {
      const state = JSON.parse(text) as Record<string, unknown>;
      // Ours counts its own events, too.
      for (const key of ['journalHead', 'stateVersion', 'rebuildReason']) expect(state[key]).toBeDefined();
      return JSON.stringify({ ...state, journalHead: '', stateVersion: '', rebuildReason: '' }, null, 2);
    });
    expect(b).toBe(a);
  });

  test('the directories that Babysitter makes', () => {
    const directories = readdirSync(real.runDir, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of directories) expect(existsSync(path.join(ours.runDir, name))).toBe(true);
  });
});
