import { expect, test } from 'vitest';
import { asked, bothWays, echo, file, observe, printed } from './support.ts';

const TWO_BRANCHES = file(`
  return ctx.parallel.all([
    async () => [await job(ctx, 'a1'), await job(ctx, 'a2')],
    async () => [await job(ctx, 'b1'), await job(ctx, 'b2')],
  ]);`);

test('protocol P1: two branches ask in the same order live and on replay', async () => {
  const [live, replayed] = await bothWays(TWO_BRANCHES);
  expect(asked(live)).toEqual(['a1', 'b1', 'a2', 'b2']);
  expect(asked(replayed)).toEqual(['a1', 'b1', 'a2', 'b2']);
  expect(replayed.output).toEqual([
    ['a1!', 'a2!'],
    ['b1!', 'b2!'],
  ]);
  expect(replayed.output).toEqual(live.output);
});

test('protocol P1: results that arrive together are handed over one at a time', async () => {
  // Handed over at once, b1's continuation would run before a1's second request: a1 b1 b2 a2.
  const entry = file(`
    const seen = [];
    await Promise.all([
      (async () => { await job(ctx, 'a1'); await null; await null; seen.push('a'); await job(ctx, 'a2'); })(),
      (async () => { await job(ctx, 'b1'); seen.push('b'); await job(ctx, 'b2'); })(),
    ]);
    return seen;`);
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual(['a', 'b']);
  expect(replayed.output).toEqual(['a', 'b']);
});

test('protocol P1: a request never returns a settled promise, replayed or not', async () => {
  const entry = file(`
    const order = [];
    const asks = job(ctx, 'x').then(() => order.push('result'));
    order.push('sync');
    await Promise.resolve().then(() => {}).then(() => {}).then(() => order.push('microtasks'));
    await asks;
    return order;`);
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual(['sync', 'microtasks', 'result']);
  expect(replayed.output).toEqual(live.output);
});

test('protocol P2: a step of 1.5 s does not hold back the result of its sibling', async () => {
  const entry = file(`
    const times = {};
    const t0 = performance.now();
    await Promise.all([
      ctx.run('slow', async () => { await delay(1500); }).then(() => { times.slow = performance.now() - t0; }),
      job(ctx, 'x').then(() => job(ctx, 'y')).then(() => { times.sibling = performance.now() - t0; }),
    ]);
    return times;`);
  const { output } = await observe(entry);
  const { slow, sibling } = output as { slow: number; sibling: number };
  expect(slow).toBeGreaterThan(1400);
  expect(sibling).toBeLessThan(slow);
});

test('protocol P2: one open handle holds nothing back, and is named once', async () => {
  const entry = file(`
    setInterval(() => {}, 100);
    for (const n of [1, 2, 3, 4]) await job(ctx, n);
    return 'done';`);
  const t0 = performance.now();
  const seen = await observe(entry);
  expect(seen.output).toBe('done');
  expect(performance.now() - t0).toBeLessThan(5000);
  expect(seen.warnings).toHaveLength(1);
  expect(seen.warnings[0]).toContain('keeps something open (Timeout)');
});

test('protocol P2: what is open for a moment is no warning, though a step has just ended beside it', async () => {
  const entry = file(`
    await ctx.run('first', () => 1);
    await Promise.all([delay(500), ctx.run('quick', () => 2)]);
    return 'done';`);
  const seen = await observe(entry);
  expect(seen.output).toBe('done');
  expect(seen.warnings).toEqual([]);
});

test('protocol P2: an open handle is waited for while it works: no request is lost behind it', async () => {
  const entry = file(`
    const [a, b] = await Promise.all([
      job(ctx, 'a'),
      delay(300).then(() => job(ctx, 'b')),
    ]);
    return [a, b];`);
  const [live, replayed] = await bothWays(entry);
  expect(asked(live)).toEqual(['a', 'b']);
  // The second request came before the first result was handed over, however soon that was there (P4).
  expect(live.requests.map((r) => r.after)).toEqual([0, 0]);
  expect(asked(replayed)).toEqual(['a', 'b']);
});

const WAITS: Record<string, string> = {
  timer: 'await delay(20);',
  setImmediate: 'await new Promise((r) => setImmediate(r));',
  'chained setImmediate':
    'await new Promise((r) => setImmediate(() => setImmediate(() => setImmediate(r))));',
  'fs promise': `await (await import('node:fs')).promises.readFile(import.meta.filename);`,
  'fs callback': `await new Promise((r) => fs.readFile(import.meta.filename, r));`,
  fetch: `const server = http.createServer((q, s) => setTimeout(() => s.end('x'), 20)).listen(0, '127.0.0.1');
    await new Promise((r) => server.on('listening', r));
    await fetch('http://127.0.0.1:' + server.address().port).then((r) => r.text());
    server.closeAllConnections(); server.close();`,
  'child process': `await new Promise((r) => child.execFile('sleep', ['0.05'], r));`,
  pbkdf2: `await new Promise((r) => crypto.pbkdf2('a', 'b', 50000, 32, 'sha256', r));`,
  subtle: `await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(1e6));`,
  'dynamic import': `await import('node:zlib'); await import('data:text/javascript,export default ' + ctx.runDir.length);`,
  gzip: `await new Promise((r) => zlib.gzip(Buffer.alloc(1e5), r));`,
  dns: `await new Promise((r) => dns.lookup('localhost', r));`,
  MessageChannel: `const { port1, port2 } = new MessageChannel(); await new Promise((r) => { port1.on('message', r); port2.postMessage(1); }); port1.close();`,
  worker: `await new Promise((r) => new Worker('setTimeout(() => {}, 20)', { eval: true }).on('exit', r));`,
  'stream pipeline': `const { pipeline } = await import('node:stream/promises'); await pipeline(fs.createReadStream(import.meta.filename), zlib.createGzip(), async (s) => { for await (const _ of s); });`,
  'timers and nextTick': `await new Promise((r) => process.nextTick(() => setTimeout(() => process.nextTick(r), 1)));`,
  WebAssembly: `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));`,
  'structured async hooks': `for (let i = 0; i < 3; i++) { await delay(1); await fs.promises.stat('.'); }`,
};
const HEAD =
  `import fs from 'node:fs'; import http from 'node:http'; import child from 'node:child_process'; import crypto from 'node:crypto';
import zlib from 'node:zlib'; import dns from 'node:dns'; import { Worker } from 'node:worker_threads'; const process_ = process; export { process_ };`.replace(
    ' const process_ = process; export { process_ };',
    '',
  );

test.each(Object.entries(WAITS))(
  'protocol P2: the process is not quiet while it awaits: %s',
  async (_name, wait) => {
    // Were it taken for quiet, "late" would be requested behind a settlement, and the run might end as waiting.
    const entry = file(
      `const first = job(ctx, 'first');
     ${wait.replaceAll('process.nextTick', 'globalThis.process.nextTick')}
     const late = job(ctx, 'late');
     return [await first, await late];`,
      HEAD,
    );
    const [live, replayed] = await bothWays(entry);
    for (const seen of [live, replayed]) {
      expect(seen.output).toEqual(['first!', 'late!']);
      expect(seen.requests.map((r) => [r.stepId, r.after])).toEqual([
        ['S000001', 0],
        ['S000002', 0],
      ]);
      expect(seen.warnings).toEqual([]);
    }
  },
);

test('protocol P2: nextTick and microtask chains come before the next hand-over', async () => {
  const entry = file(`
    await job(ctx, 'warm-up');
    const first = job(ctx, 'first');
    await job(ctx, 'zero');
    await new Promise((r) => { let n = 0; const step = () => (++n < 500 ? (n % 2 ? globalThis.process.nextTick(step) : queueMicrotask(step)) : r()); step(); });
    const late = job(ctx, 'late');
    return [await first, await late];`);
  const [live, replayed] = await bothWays(entry, {
    respond: async (e) => {
      if (e.args === 'first') await new Promise((r) => setTimeout(r, 20));
      return echo(e);
    },
  });
  for (const seen of [live, replayed]) {
    expect(seen.requests.map((r) => r.after)).toEqual([0, 1, 1, 2]);
  }
});

test('protocol P3: after and waits say what was handed over, and what needed a turn of the loop', async () => {
  const entry = file(`
    await job(ctx, 'a');             // after 0
    await job(ctx, 'b');             // after 1, straight from microtasks
    await delay(5);
    await job(ctx, 'c');             // after 2: asked behind a turn, which counts from the next hand-over on
    await job(ctx, 'd');             // after 3, one hand-over (the third) came after a turn
    await job(ctx, 'e');             // after 4, and no further one
    await new Promise((r) => setImmediate(r));
    await job(ctx, 'f');
    return job(ctx, 'g');`);
  // A turn of the loop may always be Node's own (the start of a thread, a collection of garbage): a run may count
  // more turns than the file asked for, never fewer, and over a few runs not one is counted every time.
  const spare = [1, 2, 3, 4, 5, 6].map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < 20 && spare.some((turns) => turns > 0); run += 1) {
    for (const seen of await bothWays(entry)) {
      expect(asked(seen)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
      expect(seen.requests.map((r) => r.after)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      const waits = seen.requests.map((r) => Number(r.waits));
      expect(waits[0]).toBe(0);
      for (const [i, turns] of [0, 0, 1, 0, 0, 1].entries()) {
        const more = Number(waits[i + 1]) - Number(waits[i]) - turns;
        expect(more).toBeOneOf([0, 1].slice(0, 2 - turns));
        spare[i] = Math.min(Number(spare[i]), more);
      }
    }
  }
  expect(spare).toEqual([0, 0, 0, 0, 0, 0]);
});

test('protocol P3: requests made together share their numbers', async () => {
  const { requests } = await observe(TWO_BRANCHES);
  expect(requests.map((r) => r.after)).toEqual([0, 0, 1, 2]);
  expect(new Set(requests.map((r) => `${r.after} ${r.waits}`)).size).toBe(3);
});

test('protocol P4: replay hands over only after every request that is due has been asked', async () => {
  // Live, "slow" is asked before the first result is handed over; on replay the read may take its time.
  const entry = file(
    `const log = [];
     await Promise.all([
       (async () => { await job(ctx, 'a1'); log.push('a'); await job(ctx, 'a2'); })(),
       (async () => { for (let i = 0; i < 20; i++) await fs.promises.stat('.'); log.push('slow'); await job(ctx, 'slow'); })(),
     ]);
     return log;`,
    `import fs from 'node:fs';`,
  );
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual(['slow', 'a']);
  expect(replayed.output).toEqual(['slow', 'a']);
  expect(replayed.requests.map((r) => r.after)).toEqual(live.requests.map((r) => r.after));
});

test('protocol P4: replay waits for quiet wherever the live process needed a turn of the loop', async () => {
  // Nothing is asked behind the read, so that only `waits` tells a replay to let it come before the next hand-over.
  const entry = file(
    `const log = [];
     await Promise.all([
       (async () => { await job(ctx, 'a'); for (let i = 0; i < 20; i++) await fs.promises.stat('.'); log.push('a'); })(),
       (async () => { await job(ctx, 'b'); log.push('b'); await job(ctx, 'c'); })(),
     ]);
     return log;`,
    `import fs from 'node:fs';`,
  );
  for (const { output } of await bothWays(entry)) expect(output).toEqual(['a', 'b']);
});

test('protocol P5: real input and output may reorder requests without being a divergence', async () => {
  const entry = file(
    `
    const pause = () => delay(Math.ceil(real() * 25));
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(async (x) => { await pause(); const one = await job(ctx, x + 1); await pause(); return [one, await job(ctx, x + 2)]; }));
    return all;`,
    `const real = Math.random.call ? () => (Number(globalThis.process.hrtime.bigint() % 1000n) / 1000) : 0;`,
  );
  const { output, effects } = await observe(entry, { restartAfterEach: true });
  expect(output).toEqual(['a', 'b', 'c', 'd'].map((x) => [`${x}1!`, `${x}2!`]));
  expect(effects).toHaveLength(8);
});

test('protocol P5: equal requests are told apart by when they were asked', async () => {
  const entry = file(`
    const one = await job(ctx, 'same');
    const two = await Promise.all([job(ctx, 'same'), job(ctx, 'same')]);
    return [one, ...two];`);
  let n = 0;
  const [live, replayed] = await bothWays(entry, { respond: () => (n = (n % 3) + 1) });
  expect(live.output).toEqual([1, 2, 3]);
  expect(replayed.output).toEqual([1, 2, 3]);
});

test('protocol P10: what branches print and compute beside a running step is theirs alone', async () => {
  const entry = file(`
    const a = ctx.run('step', async () => { await delay(30); return 1; });
    const b = (async () => { const x = await job(ctx, 'x'); await delay(5); return x; })();
    return Promise.all([a, b]);`);
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual([1, 'x!']);
  expect(replayed.output).toEqual(live.output);
});

test('what a replayed process prints is not printed again', async () => {
  const entry = file(
    `console.log('one'); await job(ctx, 'a'); const b = job(ctx, 'b'); console.log('two'); await b; console.error('three'); return 1;`,
  );
  const [live, replayed] = await bothWays(entry);
  expect(printed(live).split('\n').filter(Boolean).sort()).toEqual(['one', 'three', 'two']);
  expect(printed(replayed).split('\n').filter(Boolean).sort()).toEqual(['one', 'three', 'two']);
});
