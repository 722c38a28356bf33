/** Random process programs for property tests, and the same programs run by plain promises. */
import fc from 'fast-check';
import { parallelAll, parallelMap } from '../../src/runtime/worker/parallel.ts';
import type { EffectResult } from '../../src/testing/index.ts';

/** A program; `id` is unique in it. */
export type Program =
  | { op: 'job' | 'step' | 'signal' | 'sleep'; id: string; fails: boolean }
  | { op: 'io'; id: string; ms: number }
  | { op: 'sequence' | 'all' | 'settled' | 'race' | 'parallel'; id: string; parts: Program[] }
  | { op: 'map'; id: string; part: Program; limit: number }
  | { op: 'try'; id: string; part: Program; otherwise: Program; last: Program }
  | { op: 'retry'; id: string; part: Program; times: number }
  | { op: 'stray'; id: string; part: Program };

/** Runs a program against \`api\`; pushes to \`trace\` what happens in which order. The source of a module. */
export const INTERPRETER = `
export async function interpret(program, api) {
  const trace = [];
  const strays = [];
  const run = async (p, path) => {
    const id = path + p.id;
    switch (p.op) {
      case 'job': case 'step': case 'signal': case 'sleep': {
        try { const value = await api[p.op](id, p.fails); trace.push(id); return value; }
        catch (error) { trace.push(id + ' failed'); throw error; }
      }
      case 'io': await api.io(p.ms); return null;
      case 'sequence': { const out = []; for (const part of p.parts) out.push(await run(part, path)); return out; }
      case 'all': { const parts = p.parts.map((part) => run(part, path)); strays.push(...parts); return Promise.all(parts); }
      case 'settled': return (await Promise.allSettled(p.parts.map((part) => run(part, path)))).map((r) => r.status === 'fulfilled' ? r.value : r.reason.message);
      case 'race': { const parts = p.parts.map((part) => run(part, path)); strays.push(...parts); return Promise.race(parts); }
      case 'parallel': return api.parallel.all(p.parts.map((part, i) => i % 2 === 0 ? () => run(part, path) : run(part, path)));
      case 'map': return api.parallel.map([0, 1, 2], (i) => run(p.part, id + '.' + i + '/'), { maxConcurrency: p.limit });
      case 'try':
        try { return await run(p.part, path); } catch { return await run(p.otherwise, path); } finally { await run(p.last, path); }
      case 'retry':
        for (let n = 1; ; n += 1) { try { return await run(p.part, id + '#' + n + '/'); } catch (error) { if (n >= p.times) throw error; } }
      case 'stray': { const stray = run(p.part, path); stray.catch(() => {}); strays.push(stray); return null; }
    }
  };
  let output;
  try { output = await run(program, ''); } catch (error) { output = 'failed: ' + error.message; }
  await Promise.allSettled(strays);
  return { output, trace };
}
`;

/** The process that runs the program in its inputs. Sleeps end at a moment of their own, so that each can be told. */
export const PROCESS = `import { defineTask } from 'longhaul';
import { setTimeout as delay } from 'node:timers/promises';
import { interpret } from './interpret.mjs';
const task = defineTask('job', ({ id }) => ({ kind: 'shell', title: id, shell: { command: 'true' } }));
const hash = (text) => [...text].reduce((all, c) => (all * 31 + c.charCodeAt(0)) % 1000003, 7);
export const wakes = (id) => 1800000000000 + hash(id) * 1000;
export async function process({ program, slow }, ctx) {
  return interpret(program, {
    job: (id, fails) => ctx.task(task, { id, fails }),
    step: (id, fails) => ctx.run(id, async () => { if (slow) await delay(hash(id) % 12); if (fails) throw new Error(id); return id + '!'; }),
    signal: (id) => ctx.signal(id),
    sleep: (id) => ctx.sleepUntil(wakes(id)).then(() => id + '!'),
    io: (ms) => (slow ? delay(ms) : Promise.resolve()),
    parallel: ctx.parallel,
  });
}
`;

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'];

/** Gives every node an id of its own, in order. */
function numbered(program: Program): Program {
  let next = 0;
  const name = (): string => {
    next += 1;
    return `${NAMES[next % NAMES.length]}${next}`;
  };
  const walk = (p: Program): Program => {
    const id = name();
    if ('parts' in p) return { ...p, id, parts: p.parts.map(walk) };
    if (p.op === 'try')
      return { ...p, id, part: walk(p.part), otherwise: walk(p.otherwise), last: walk(p.last) };
    if ('part' in p) return { ...p, id, part: walk(p.part) };
    return { ...p, id };
  };
  return walk(program);
}

const id = fc.constant('');

/** `io`: programs do input and output of their own between their calls. */
export function programs(io: boolean): fc.Arbitrary<Program> {
  const leafOp = fc.constantFrom('job', 'job', 'job', 'step', 'signal', 'sleep') as fc.Arbitrary<'job'>;
  const leaf: fc.Arbitrary<Program> = fc
    .record({ op: leafOp, id, fails: fc.integer({ min: 0, max: 3 }).map((n) => n === 0) })
    .map((p) => (['sleep', 'signal'].includes(p.op) ? { ...p, fails: false } : p));
  const wait: fc.Arbitrary<Program> = fc.record({
    op: fc.constant('io' as const),
    id,
    ms: fc.integer({ min: 0, max: 8 }),
  });
  return fc
    .letrec<{ program: Program; simple: Program }>((tie) => ({
      simple: io ? fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: wait }) : leaf,
      program: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 2, arbitrary: tie('simple') },
        {
          weight: 4,
          arbitrary: fc.record({
            op: fc.constantFrom('sequence', 'all', 'settled', 'race', 'parallel') as fc.Arbitrary<'all'>,
            id,
            parts: fc.array(tie('program'), { minLength: 1, maxLength: 3 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            op: fc.constant('map' as const),
            id,
            part: tie('program'),
            limit: fc.integer({ min: 1, max: 3 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            op: fc.constant('try' as const),
            id,
            part: tie('program'),
            otherwise: tie('simple'),
            last: tie('simple'),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            op: fc.constant('retry' as const),
            id,
            part: tie('simple'),
            times: fc.integer({ min: 1, max: 3 }),
          }),
        },
        { weight: 1, arbitrary: fc.record({ op: fc.constant('stray' as const), id, part: tie('program') }) },
      ),
    }))
    .program.map(numbered);
}

/** Every call that is answered, by its id. */
export function callId(effect: Pick<EffectResult, 'kind' | 'taskId' | 'args' | 'label'>): string {
  if (effect.taskId === 'job') return String((effect.args as { id: string }).id);
  if (effect.kind === 'sleep') return `sleep ${(effect.args as { targetEpochMs: number }).targetEpochMs}`;
  return effect.kind === 'signal' ? effect.label : effect.taskId;
}

type Interpret = (program: Program, api: object) => Promise<unknown>;

/**
 * The program with plain promises, its calls settled in the given order, each when everything has come to rest, until it
 * has ended: what comes later is given to nobody, and what is left of it asks for nothing more (P8).
 * Gives its output, as JSON has it, and the ids of its calls.
 */
export async function plainly(
  program: Program,
  interpret: Interpret,
  wakes: (id: string) => number,
  settlements: readonly { id: string; value: unknown; error: string | undefined }[],
): Promise<{ output: unknown; calls: string[] }> {
  const calls: string[] = [];
  const open = new Map<string, PromiseWithResolvers<unknown>>();
  let over = false;
  const ask = (call: string): Promise<unknown> => {
    if (over) return new Promise(() => {});
    calls.push(call);
    const made = Promise.withResolvers<unknown>();
    open.set(call, made);
    return made.promise;
  };
  // As PROCESS and the engine do: the end comes as many turns of the microtasks later.
  const process = async (): Promise<unknown> => interpret(program, api);
  const api = {
    job: ask,
    step: ask,
    signal: ask,
    sleep: (call: string) => ask(`sleep ${wakes(call)}`).then(() => `${call}!`),
    io: () => Promise.resolve(),
    parallel: { all: parallelAll, map: parallelMap },
  };
  const running = (async () => {
    const output = await process();
    over = true;
    return output;
  })();
  for (const { id: call, value, error } of settlements) {
    await rest();
    if (over) break;
    const waiting = open.get(call);
    if (waiting === undefined)
      throw new Error(`the run settled ${call}, which the plain program has not asked for`);
    if (error === undefined) waiting.resolve(value);
    else waiting.reject(new Error(error));
  }
  await rest();
  return { output: JSON.parse(JSON.stringify(await running)), calls };
}

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
