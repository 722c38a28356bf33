import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { type RunProcessResult, replayRun, runProcess, type TestEffect } from '../../src/testing/index.ts';
import { callId, INTERPRETER, PROCESS, type Program, plainly, programs } from './programs.ts';
import { project } from './support.ts';

const directory = project({ 'interpret.mjs': INTERPRETER, 'p.mjs': PROCESS });
const entry = join(directory, 'p.mjs');
const { interpret } = (await import(pathToFileURL(join(directory, 'interpret.mjs')).href)) as {
  interpret: (program: Program, api: object) => Promise<unknown>;
};
const hash = (text: string): number =>
  [...text].reduce((all, c) => (all * 31 + c.charCodeAt(0)) % 1_000_003, 7);
const wakes = (id: string): number => 1_800_000_000_000 + hash(id) * 1000;

/** Answers come one at a time, in an order drawn from `seed`. */
function shuffled(seed: number): (effect: TestEffect) => unknown {
  let state = seed;
  const draw = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const open: (() => void)[] = [];
  const release = (): void => open.splice(draw(open.length), 1)[0]?.();
  return async (effect) => {
    if (effect.kind === 'sleep' || effect.kind === 'step') return undefined;
    await new Promise<void>((resolve) => {
      open.push(resolve);
      setTimeout(release, draw(4));
    });
    const { fails } = (effect.args ?? {}) as { fails?: boolean };
    if (fails === true) throw new Error(callId(effect));
    return `${callId(effect)}!`;
  };
}

/** More programs than a suite has time for: LONGHAUL_RUNS=500 npx vitest run test/runtime/properties.test.ts */
const many = process.env['LONGHAUL_RUNS'];
const budget = many === undefined ? 120_000 : 7_200_000;
const settings = (few: number): fc.Parameters<unknown> => ({
  numRuns: Number(many ?? few),
  endOnFailure: many === undefined,
});

/** What was settled in the order of the journal. */
function settlementsOf(run: RunProcessResult): { id: string; value: unknown; error: string | undefined }[] {
  const names = readdirSync(join(run.runDir, 'journal')).sort();
  const input = loadReplayInput(run.runDir, { segments: [], tail: names });
  const calls = new Map(run.effects.map((effect) => [effect.effectId, callId(effect)]));
  return input.settlements.map(({ effectId, outcome }) => ({
    id: calls.get(effectId) ?? '',
    value: outcome.status === 'ok' ? (JSON.parse(outcome.value) as unknown) : undefined,
    error: outcome.status === 'error' ? outcome.error.message : undefined,
  }));
}

async function expectAsPlain(run: RunProcessResult, program: Program): Promise<void> {
  expect(run.status).toBe('completed');
  const plain = await plainly(program, interpret, wakes, settlementsOf(run));
  expect(run.output).toEqual(plain.output);
  expect(run.effects.map(callId).sort()).toEqual(plain.calls.sort());
}

test('protocol P8: a result that arrives with the one that ends the process is journaled, and given to nobody', async () => {
  const job = (id: string): Program => ({ op: 'job', id, fails: false });
  const race: Program = { op: 'race', id: 'r', parts: [job('a'), job('b')] };
  const part: Program = { op: 'sequence', id: 's', parts: [job('first'), race] };
  const both = Promise.withResolvers<void>();
  let racing = 0;
  const program: Program = { op: 'stray', id: 't', part };
  const run = await runProcess(entry, {
    inputs: { program, slow: false },
    async respond(effect) {
      if (callId(effect) === 'first') return null;
      racing += 1;
      if (racing === 2) both.resolve();
      await both.promise;
      return null;
    },
    runsDir: join(directory, 'runs'),
  });
  expect(run.output).toEqual({ output: null, trace: ['first', 'a'] });
  expect(settlementsOf(run).map(({ id }) => id)).toEqual(['first', 'a', 'b']);
  await expectAsPlain(run, program);
});

test(
  'a program comes to what it comes to with plain promises, however its results arrive and it is restarted',
  async () => {
    await fc.assert(
      fc.asyncProperty(programs(false), fc.nat(), fc.boolean(), async (program, seed, restartAfterEach) => {
        const run = await runProcess(entry, {
          inputs: { program, slow: false },
          respond: shuffled(seed),
          restartAfterEach,
          runsDir: join(directory, 'runs'),
        });
        await expectAsPlain(run, program);
        rmSync(run.runDir, { recursive: true });
      }),
      settings(30),
    );
  },
  budget,
);

/** Copies of a run, each cut off behind another settlement, as if its driver had been killed there. */
function* cuts(run: RunProcessResult): Generator<string> {
  const names = readdirSync(join(run.runDir, 'journal')).sort();
  const input = loadReplayInput(run.runDir, { segments: [], tail: names });
  for (const { seq } of input.settlements) {
    const copy = join(dirname(run.runDir), `${basename(run.runDir)}-${seq}`);
    mkdirSync(copy);
    for (const name of ['run.json', 'inputs.json', 'tasks', 'journal'])
      cpSync(join(run.runDir, name), join(copy, name), { recursive: true });
    for (const name of names.slice(seq)) rmSync(join(copy, 'journal', name));
    yield copy;
  }
}

test(
  'live equals replay: cut off behind any settlement, the journal agrees with the code',
  async () => {
    await fc.assert(
      fc.asyncProperty(programs(true), fc.nat(), async (program, seed) => {
        const run = await runProcess(entry, {
          inputs: { program, slow: true },
          respond: shuffled(seed),
          runsDir: join(directory, 'runs'),
        });
        expect(run.status).toBe('completed');
        for (const cut of cuts(run)) {
          const { clean, divergence } = await replayRun(cut, { entry });
          expect(divergence?.message).toBeUndefined();
          expect(clean).toBe(true);
          rmSync(cut, { recursive: true });
        }
        rmSync(run.runDir, { recursive: true });
      }),
      settings(10),
    );
  },
  budget,
);
