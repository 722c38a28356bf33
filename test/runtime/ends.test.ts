import { expect, test } from 'vitest';
import { LonghaulError } from '../../src/errors.ts';
import { pending, replayRun, runProcess } from '../../src/testing/index.ts';
import { bothWays, echo, file, observe, PRELUDE, printed, project } from './support.ts';

const failure = async (running: Promise<unknown>): Promise<LonghaulError> => {
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LonghaulError) return error;
  throw new Error(`no LonghaulError: ${String(error)}`);
};

test.each([
  ['a loop', 'for (;;);'],
  ['a microtask loop', 'for (;;) await null;'],
  ['a nextTick loop', 'const again = () => globalThis.process.nextTick(again); again(); await delay(1);'],
])('%s that never gives the event loop back is ended, the driver lives', async (_name, loop) => {
  const error = await failure(
    runProcess(file(`await job(ctx, 'a'); ${loop}`), { respond: echo, limits: { loopMs: 1500 } }),
  );
  expect(error.code).toBe('PROCESS_LOST');
  expect(error.message).toContain('has not given the event loop back');
});

test('an endless loop while the file is loaded', async () => {
  const error = await failure(runProcess(file('', 'for (;;);'), { limits: { loopMs: 1500 } }));
  expect(error.code).toBe('PROCESS_LOST');
});

test('a step may hold the event loop for longer', async () => {
  const entry = file(
    `return ctx.run('busy', () => { const end = performance.now() + 3000; while (performance.now() < end); return 'done'; });`,
  );
  expect((await observe(entry, { limits: { loopMs: 2000 } })).output).toBe('done');
});

test('memory without end ends the worker, not the driver', async () => {
  const entry = file(
    `const all = []; for (;;) { all.push(new Array(1e5).fill(all.length)); if (all.length % 50 === 0) await delay(1); }`,
  );
  const error = await failure(runProcess(entry, { limits: { memoryMb: 64 } }));
  expect(error).toMatchObject({ code: 'PROCESS_LOST' });
  expect(error.hint).toContain('memory');
});

test.each([
  ['a timer callback', `setTimeout(() => { throw new RangeError('late'); }, 5); await job(ctx, 'x');`],
  ['nextTick', `globalThis.process.nextTick(() => { throw new RangeError('late'); }); await job(ctx, 'x');`],
  ['queueMicrotask', `queueMicrotask(() => { throw new RangeError('late'); }); await job(ctx, 'x');`],
  ['setImmediate', `setImmediate(() => { throw new RangeError('late'); }); await job(ctx, 'x');`],
  [
    'an event listener',
    `const e = new EventEmitter(); e.on('x', () => { throw new RangeError('late'); }); setTimeout(() => e.emit('x'), 1); await job(ctx, 'x');`,
  ],
  [
    'an error event without a listener',
    `setTimeout(() => new EventEmitter().emit('error', new RangeError('late')), 1); await job(ctx, 'x');`,
  ],
  [
    'behind a hand-over',
    `await job(ctx, 'a'); globalThis.process.nextTick(() => { throw new RangeError('late'); }); await ctx.breakpoint({});`,
  ],
])('a throw outside the promises of the process fails the run: %s', async (_name, body) => {
  const entry = file(
    `ctx.onCleanup(() => console.log('cleaned')); ${body}`,
    `import { EventEmitter } from 'node:events';`,
  );
  const seen = await observe(entry, {
    respond: (e) =>
      e.kind === 'breakpoint' ? pending : e.args === 'x' ? new Promise((r) => setTimeout(r, 200)) : echo(e),
  });
  expect(seen.status).toBe('failed');
  expect(seen.error).toMatchObject({ name: 'RangeError', message: 'late' });
  expect(printed(seen)).toBe('cleaned\n');
});

test('process.exit ends the run by name, not the driver', async () => {
  const [live, replayed] = await bothWays(file(`await job(ctx, 'a'); globalThis.process.exit(0);`));
  for (const seen of [live, replayed]) {
    expect(seen.status).toBe('failed');
    expect(seen.error?.message).toContain('process.exit(0)');
  }
});

test.each([
  ['a promise of its own', `await job(ctx, 'a'); await new Promise(() => {});`],
  ['and nothing asked', `await new Promise(() => {});`],
  ['behind an open promise of a race', `await job(ctx, 'a').then(() => new Promise(() => {}));`],
])('a process that waits for something that is not an effect is named: %s', async (_name, body) => {
  const error = await failure(runProcess(file(body), { respond: echo }));
  expect(error).toMatchObject({
    code: 'PROCESS_STUCK',
    message: 'The process is waiting for something that is not an effect',
  });
});

test('the same promise beside a pending effect only waits', async () => {
  const { status } = await observe(file(`await Promise.all([ctx.breakpoint({}), new Promise(() => {})]);`), {
    respond: () => pending,
  });
  expect(status).toBe('waiting');
});

test.each([
  [
    'a top-level await that never settles',
    'await new Promise(() => {});',
    'a top-level await does not settle',
  ],
  ['a module that throws', `throw new TypeError('at load');`, 'TypeError: at load'],
  [
    'a module that throws in a timer',
    `setTimeout(() => { throw new TypeError('soon'); }); await delay(50);`,
    'TypeError: soon',
  ],
  ['process.exit while it is loaded', 'process_.exit(3);', 'process.exit(3)'],
  ['an import that is not there', `await import('./nowhere.mjs');`, 'nowhere.mjs'],
  ['a package that is not there', `await import('no-such-package');`, 'no-such-package'],
  ['a syntax error', 'const const = 1;', 'SyntaxError'],
])('%s: the file cannot be loaded, and nothing is journaled', async (_name, head, words) => {
  const directory = project({
    'p.mjs': `${PRELUDE}const process_ = globalThis.process;\n${head}\nexport async function process() {}\n`,
  });
  const error = await failure(runProcess(`${directory}/p.mjs`, { runsDir: `${directory}/runs`, runId: 'r' }));
  expect(error.code).toBe('PROCESS_LOAD');
  expect(error.message).toContain(words);
  const { readEvents } = await import('../../src/journal/reader.ts');
  expect(readEvents(`${directory}/runs/r`).map((e) => e.type)).toEqual(['RUN_CREATED']);
});

test('an export that is not there is refused with the ones that are', async () => {
  const directory = project({
    'p.mjs': 'export function one() {}\nexport const two = () => 2;\nexport const three = 3;\n',
  });
  const error = await failure(runProcess(`${directory}/p.mjs#nope`));
  expect(error.message).toContain('exports no function "nope"; it exports one, two');
  expect((await runProcess(`${directory}/p.mjs#two`)).output).toBe(2);
});

test.each([
  ['process', 'export const process = () => 1; export default () => 2;', 1],
  ['default', 'export default () => 2;', 2],
  ['default object', 'export default { process: () => 3 };', 3],
])('without a name the export is found: %s', async (_name, source, output) => {
  const directory = project({ 'p.mjs': source });
  expect((await runProcess(`${directory}/p.mjs`)).output).toBe(output);
});

test('protocol P8: a rejection that is handled by the time the process settles is none', async () => {
  const entry = file(`
    const bad = job(ctx, 'bad');
    await job(ctx, 'good');
    await job(ctx, 'good');
    return bad.catch((e) => 'handled ' + e.message);`);
  const respond = (e: { args: unknown }): unknown => {
    if (e.args === 'bad') throw new Error('no');
    return null;
  };
  const [live, replayed] = await bothWays(entry, { respond });
  expect([live.output, replayed.output]).toEqual(['handled no', 'handled no']);
});

test.each([0, 30])(
  'protocol P8: an unhandled rejection fails the run, whichever sibling came first (%i ms)',
  async (ms) => {
    const entry = file(`job(ctx, 'bad'); await job(ctx, 'good'); await job(ctx, 'last'); return 'fine';`);
    const respond = async (e: { args: unknown }): Promise<unknown> => {
      if (e.args === 'bad') {
        await new Promise((r) => setTimeout(r, ms));
        throw new Error('no');
      }
      if (e.args === 'last') await new Promise((r) => setTimeout(r, 80));
      return null;
    };
    const [live, replayed] = await bothWays(entry, { respond });
    for (const seen of [live, replayed]) {
      expect(seen.status).toBe('failed');
      expect(seen.error?.message).toBe('no');
    }
  },
);

test('protocol P8: quiet with nothing pending, an unhandled rejection is judged', async () => {
  const entry = file(`Promise.reject(new Error('left')); await new Promise(() => {});`);
  const seen = await observe(entry);
  expect([seen.status, seen.error?.message]).toEqual(['failed', 'left']);
});

test('protocol P8: a rejection left in a step is a warning: a replay would not see it', async () => {
  const entry = file(`return ctx.run('step', () => { Promise.reject(new Error('left')); return 1; });`);
  const [live, replayed] = await bothWays(entry);
  expect([live.output, replayed.output]).toEqual([1, 1]);
  // Where the worker is replaced after every settlement, it may be gone before it warns.
  expect(live.warnings).toEqual(['step "step" left a rejection unhandled: left']);
});

test('protocol P8: what is asked after the process has settled is not journaled', async () => {
  const entry = file(
    `const a = await job(ctx, 'a'); (async () => { for (let i = 0; i < 50; i++) await null; job(ctx, 'late'); })(); setTimeout(() => job(ctx, 'late'), 1); return a;`,
  );
  const { effects } = await observe(entry, { respond: echo });
  expect(effects.map((e) => e.args)).toEqual(['a']);
  expect((await replayRun((await observe(entry)).runDir)).clean).toBe(true);
});

test('what is printed last is not lost', async () => {
  const entry = file(
    `for (let i = 0; i < 300; i++) console.log('line ' + i); await job(ctx, 'a'); for (let i = 300; i < 600; i++) console.log('line ' + i); return 1;`,
  );
  const [live, replayed] = await bothWays(entry);
  for (const seen of [live, replayed]) {
    expect(printed(seen)).toBe(Array.from({ length: 600 }, (_, i) => `line ${i}\n`).join(''));
  }
  const waits = await observe(
    file(`for (let i = 0; i < 300; i++) console.log('line ' + i); await ctx.breakpoint({});`),
    { respond: () => pending },
  );
  expect(printed(waits).split('\n')).toHaveLength(301);
});

test('what a process says on the port of its worker does not reach the driver', async () => {
  const entry = file(
    `for (const word of [null, 1, 'x', {}, { type: 'nonsense' }, { type: 7 }]) parentPort.postMessage(word); return job(ctx, 'a');`,
    `import { parentPort } from 'node:worker_threads';`,
  );
  expect((await observe(entry)).output).toBe('a!');
});

test('a clean-up that breaks beside its promise, or throws, is named, and the run ends as it would have', async () => {
  const breaks = `ctx.onCleanup(() => new Promise(() => { setTimeout(() => { throw new Error('beside'); }, 5); }));
    ctx.onCleanup(() => { throw new Error('thrown'); });`;
  const cleanupErrors = [{ message: 'thrown' }, { message: 'beside' }];
  for (const [end, type] of [
    ['return 1;', 'RUN_COMPLETED'],
    [`await ctx.halt('enough');`, 'RUN_HALTED'],
  ])
    expect((await observe(file(`${breaks} ${end}`))).journal.at(-1)).toMatchObject({
      type,
      data: { cleanupErrors },
    });
});
