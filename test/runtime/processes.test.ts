import { expect, test } from 'vitest';
import { cancel, pending, runProcess, TestClock } from '../../src/testing/index.ts';
import { asked, bothWays, echo, file, observe, PRELUDE, project } from './support.ts';

test('Promise.all over tasks', async () => {
  const [live, replayed] = await bothWays(
    file(`return Promise.all([job(ctx, 'a'), job(ctx, 'b'), job(ctx, 'a')]);`),
  );
  expect(live.output).toEqual(['a!', 'b!', 'a!']);
  expect(replayed.output).toEqual(live.output);
});

test('promises and functions given to parallel.all', async () => {
  const entry = file(
    `return ctx.parallel.all([job(ctx, 'a'), () => job(ctx, 'b'), 'plain', () => 'value']);`,
  );
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual(['a!', 'b!', 'plain', 'value']);
  expect(replayed.output).toEqual(live.output);
});

/** All orders of n things. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, i) => [...rest.slice(0, i), n - 1, ...rest.slice(i)]),
  );
}

test.each([2, 3])(
  'branches of %i steps with one task id get their own results, in every order, across restarts',
  async (depth) => {
    const entry = file(`
    return ctx.parallel.all(['a', 'b', 'c'].map((branch) => async () => {
      const out = [];
      for (let i = 1; i <= ${depth}; i++) out.push(await job(ctx, branch + i));
      return out;
    }));`);
    for (const order of orders(3).filter((_, i) => depth === 2 || i % 2 === 0)) {
      const open = new Map<string, () => void>();
      const respond = async (effect: { args: unknown; attempt: number }): Promise<unknown> => {
        const branch = String(effect.args).charCodeAt(0) - 97;
        await new Promise<void>((resolve) => {
          open.set(String(effect.args), resolve);
          setTimeout(resolve, 4 * order.indexOf(branch));
        });
        return `${String(effect.args)}!`;
      };
      const { output, effects } = await runProcess(entry, { respond, restartAfterEach: true });
      expect(output).toEqual(
        ['a', 'b', 'c'].map((branch) => Array.from({ length: depth }, (_, i) => `${branch}${i + 1}!`)),
      );
      expect(effects).toHaveLength(3 * depth);
    }
  },
);

test('a bare catch and a finally around a pending task see nothing of it', async () => {
  const entry = file(`
    const seen = [];
    try { seen.push(await job(ctx, 'a')); } catch { seen.push('caught'); } finally { seen.push('finally'); await job(ctx, 'cleanup'); }
    return seen;`);
  const waiting = await observe(entry, { respond: () => pending });
  expect(waiting.status).toBe('waiting');
  expect(asked(waiting)).toEqual(['a']);
  const [live, replayed] = await bothWays(entry);
  expect(live.output).toEqual(['a!', 'finally']);
  expect(asked(replayed)).toEqual(['a', 'cleanup']);
});

test('a task that nobody awaits runs, and the run ends without it', async () => {
  const entry = file(`job(ctx, 'stray'); return job(ctx, 'main');`);
  const seen = await observe(entry, { respond: (e) => (e.args === 'stray' ? pending : echo(e)) });
  expect(seen.status).toBe('completed');
  expect(seen.effects.map((e) => [e.args, e.status])).toEqual([
    ['stray', 'cancelled'],
    ['main', 'ok'],
  ]);
});

test('a race between a task and a sleep: time wins, and the loser stays pending until the end', async () => {
  const entry = file(
    `
    const work = job(ctx, 'slow');
    const winner = await Promise.race([work, ctx.sleep('1h').then(() => 'time')]);
    const asked = await job(ctx, 'after');
    return { winner, asked, hours: (Date.now() - ctxStart) / 3600000 };`,
    'const ctxStart = Date.now();',
  );
  const seen = await observe(entry, { respond: (e) => (e.args === 'slow' ? pending : echo(e)) });
  expect(seen.output).toEqual({ winner: 'time', asked: 'after!', hours: 1 });
  expect(seen.effects.map((e) => e.status)).toEqual(['cancelled', 'ok', 'ok']);
});

test('protocol P9: the loser of a race can win the next one', async () => {
  const entry = file(`
    const pool = new Set();
    for (const x of ['a', 'b', 'c']) { const p = job(ctx, x).then((v) => { pool.delete(p); return v; }); pool.add(p); }
    const order = [];
    while (pool.size) order.push(await Promise.race(pool));
    return order;`);
  const delays: Record<string, number> = { a: 30, b: 1, c: 15 };
  const respond = async (e: { args: unknown }): Promise<string> => {
    await new Promise((r) => setTimeout(r, delays[String(e.args)]));
    return `${String(e.args)}!`;
  };
  const [live, replayed] = await bothWays(entry, { respond });
  expect(live.output).toEqual(['b!', 'c!', 'a!']);
  expect(replayed.output).toEqual(['b!', 'c!', 'a!']);
});

test.each([
  [
    'later',
    `const stop = new AbortController(); const p = job(ctx, 'slow', { signal: stop.signal }); await job(ctx, 'x'); stop.abort(new Error('enough')); return p.catch((e) => [e.name, e.reason, e.timedOut]);`,
  ],
  [
    'at once',
    `return job(ctx, 'slow', { signal: AbortSignal.abort(new Error('enough')) }).catch((e) => [e.name, e.reason, e.timedOut]);`,
  ],
  [
    'in the same tick',
    `const stop = new AbortController(); const p = job(ctx, 'slow', { signal: stop.signal }); stop.abort(new Error('enough')); return p.catch((e) => [e.name, e.reason, e.timedOut]);`,
  ],
])('protocol P9: a task is withdrawn by its own signal: %s', async (_when, body) => {
  const [live, replayed] = await bothWays(file(body), {
    respond: (e) => (e.args === 'slow' ? pending : echo(e)),
  });
  for (const seen of [live, replayed]) {
    expect(seen.output).toEqual(['EffectCancelledError', 'enough', false]);
    expect(seen.effects.find((e) => e.args === 'slow')?.status).toBe('cancelled');
  }
});

test('protocol P9: a task is withdrawn by its own timeout', async () => {
  const entry = file(
    `return job(ctx, 'slow', { timeout: '5m' }).catch((e) => [e.name, e.timedOut, Date.now()]);`,
  );
  const clock = new TestClock('2026-05-01T00:00:00Z');
  const { output } = await observe(entry, { clock, respond: () => pending });
  expect(output).toEqual(['EffectCancelledError', true, Date.parse('2026-05-01T00:05:00Z')]);
});

test('a sleep that is over by the time of the replay', async () => {
  const directory = project({
    'p.mjs': `${PRELUDE}export async function process(_, ctx) { await ctx.sleep('1h'); return job(ctx, 'x'); }`,
  });
  const clock = new TestClock('2026-05-01T00:00:00Z', { jumps: false });
  const options = { clock, runId: 'r', runsDir: `${directory}/runs`, respond: echo };
  const before = await runProcess(`${directory}/p.mjs`, options);
  expect([before.status, before.effects.map((e) => e.status)]).toEqual(['waiting', ['pending']]);
  clock.advance('30m');
  expect((await runProcess(`${directory}/p.mjs`, options)).status).toBe('waiting');
  clock.advance('2d');
  const after = await runProcess(`${directory}/p.mjs`, options);
  expect([after.status, after.output, after.effects.map((e) => e.stepId)]).toEqual([
    'completed',
    'x!',
    ['S000001', 'S000002'],
  ]);
});

test('protocol P7: Date, randomness and uuids are the same on every replay, and real inside a step', async () => {
  const entry = file(
    `const draw = () => [Date.now(), new Date().toISOString(), ctx.now().getTime(), Math.random(), ctx.random(), crypto.randomUUID(), ctx.uuid(), randomUUID()];
     const before = draw();
     await job(ctx, 'a');
     const between = draw();
     const names = [new Date().constructor.now(), Date()];
     const inside = await ctx.run('inside', () => [Date.now(), Math.random()]);
     await job(ctx, 'b');
     return { before, between, names, inside, after: draw() };`,
    `import { randomUUID } from 'node:crypto';`,
  );
  const clock = new TestClock('2026-05-01T00:00:00Z');
  const respond = (e: Parameters<typeof echo>[0]): unknown => {
    clock.advance('1m');
    return echo(e);
  };
  const [live, replayed] = [
    await observe(entry, { runId: 'same', clock, respond }),
    await observe(entry.replace('p.mjs', 'p.mjs'), {
      runId: 'same',
      runsDir: `${entry}-runs`,
      restartAfterEach: true,
      clock: new TestClock('2026-05-01T00:00:00Z'),
      respond,
    }),
  ];
  const a = live.output as Record<string, unknown[]>;
  const b = replayed.output as Record<string, unknown[]>;
  expect(a['before']?.slice(3)).toEqual(b['before']?.slice(3));
  expect(a['between']?.slice(3)).toEqual(b['between']?.slice(3));
  expect(a['after']?.slice(3)).toEqual(b['after']?.slice(3));
  expect(a['before']?.[0]).toBe(Date.parse('2026-05-01T00:00:00Z'));
  expect(a['between']?.[0]).toBe(Date.parse('2026-05-01T00:01:00Z'));
  expect(
    new Set([...(a['before'] ?? []), ...(a['after'] ?? [])].filter((x) => typeof x === 'string')).size,
  ).toBe(8);
  expect(Number(a['inside']?.[0])).toBeGreaterThan(Date.parse('2026-05-02T00:00:00Z'));
  expect(a['inside']?.[1]).not.toBe(b['inside']?.[1]);
  // Date by its other names; and another run draws other numbers.
  expect(a['names']).toEqual([a['between']?.[0], String(new Date('2026-05-01T00:01:00Z'))]);
  const other = await observe(entry, { runId: 'other', clock: new TestClock('2026-05-01T00:00:00Z') });
  const c = other.output as Record<string, unknown[]>;
  expect(c['before']?.slice(0, 3)).toEqual(a['before']?.slice(0, 3));
  for (const [i, drawn] of (c['before'] ?? []).slice(3).entries())
    expect(drawn).not.toBe(a['before']?.[i + 3]);
});

test('ctx.log is written once, live and replayed, in its order', async () => {
  const entry = file(`
    ctx.log('start');
    await job(ctx, 'a');
    ctx.log('label', 'message', { n: 1 });
    await ctx.run('step', () => { ctx.log('inside'); });
    await job(ctx, 'b');
    ctx.log('end');
    return null;`);
  const [live, replayed] = await bothWays(entry);
  for (const seen of [live, replayed]) {
    const logs = seen.journal
      .filter((e) => e.type === 'PROCESS_LOG')
      .map((e) => [e.data['logSeq'], e.data['label'], e.data['message']]);
    expect(logs).toEqual([
      [1, undefined, 'start'],
      [2, 'label', 'message {"n":1}'],
      [0, undefined, 'inside'],
      [3, undefined, 'end'],
    ]);
  }
});

test('input and output of its own, and dynamic import, between tasks', async () => {
  const directory = project({
    'data.txt': 'text',
    'other.mjs': `export const value = 'other';`,
    'p.mjs': `${PRELUDE}import { readFile } from 'node:fs/promises';
      export async function process(_, ctx) {
        const a = await job(ctx, await readFile(new URL('./data.txt', import.meta.url), 'utf8'));
        const { value } = await import('./other.mjs');
        return [a, await job(ctx, value)];
      }`,
  });
  const [live, replayed] = await bothWays(`${directory}/p.mjs`);
  expect(live.output).toEqual(['text!', 'other!']);
  expect(replayed.output).toEqual(live.output);
});

test('req L3: parallel.map never has more at work than allowed, and keeps the order', async () => {
  const entry = file(
    `return ctx.parallel.map([1, 2, 3, 4, 5, 6], (n) => job(ctx, n), { maxConcurrency: 2 });`,
  );
  let now = 0;
  let peak = 0;
  const respond = async (e: { args: unknown }): Promise<unknown> => {
    now += 1;
    peak = Math.max(peak, now);
    await new Promise((r) => setTimeout(r, 3));
    now -= 1;
    return Number(e.args) * 10;
  };
  const { output } = await observe(entry, { respond });
  expect(output).toEqual([10, 20, 30, 40, 50, 60]);
  expect(peak).toBe(2);
});

test('req L4: after the first failure nothing new starts, what runs is awaited, then the failure is thrown', async () => {
  const entry = file(`
    const done = [];
    try { await ctx.parallel.map([1, 2, 3, 4, 5], async (n) => { await job(ctx, n); done.push(n); }, { maxConcurrency: 2 }); }
    catch (error) { return { message: error.message, done }; }`);
  // The second one fails, too, and later; of promises none that is not awaited any more is an unhandled rejection.
  const both = file(`
    const all = (list) => ctx.parallel.all(list, 2).catch((error) => error.message);
    return [await all([() => job(ctx, 1), () => job(ctx, 2)]), await all([2, 2, 3].map((n) => job(ctx, n)))];`);
  const fails = async (e: { args: unknown }): Promise<unknown> => {
    if (e.args === 2) await new Promise((r) => setTimeout(r, 20));
    throw new Error(e.args === 1 ? 'first' : 'second');
  };
  for (const seen of await bothWays(both, { respond: fails }))
    expect([seen.status, seen.output]).toEqual(['completed', ['first', 'second']]);
  const respond = async (e: { args: unknown }): Promise<unknown> => {
    if (e.args === 1) throw new Error('first');
    await new Promise((r) => setTimeout(r, 20));
    return null;
  };
  const [live, replayed] = await bothWays(entry, { respond });
  for (const seen of [live, replayed]) {
    expect(seen.output).toEqual({ message: 'first', done: [2] });
    expect(asked(seen)).toEqual([1, 2]);
  }
});

test('req L5: after a cancelled effect no new item starts', async () => {
  const entry = file(
    `return ctx.parallel.map([1, 2, 3], (n) => job(ctx, n), { maxConcurrency: 1 }).catch((e) => e.name);`,
  );
  const seen = await observe(entry, { respond: (e) => (e.args === 1 ? cancel('stop') : echo(e)) });
  expect([seen.output, asked(seen)]).toEqual(['EffectCancelledError', [1]]);
});

test.each([0, -1, 1.5, 'x'])('maxConcurrency %s is refused', async (value) => {
  const { error } = await observe(
    file(`return ctx.parallel.all([], { maxConcurrency: ${JSON.stringify(value)} });`),
  );
  expect(error?.message).toContain('maxConcurrency');
});

test('subprocess, orchestratorTask, signal, breakpoint and hook give what they are answered', async () => {
  const entry = file(`
    const child = await ctx.subprocess('./other.mjs#go', { n: 1 });
    const asked = await ctx.orchestratorTask({ prompt: 'think' });
    const signal = await ctx.signal('paid');
    const { approved } = await ctx.breakpoint({ question: 'Deploy?' }, { tags: ['x'] });
    return [child, asked, signal, approved, await ctx.hook('on-thing', { a: 1 })];`);
  const respond = (e: { kind: string }): unknown =>
    e.kind === 'breakpoint' ? { approved: true } : e.kind === 'hook' ? undefined : e.kind;
  const [live, replayed] = await bothWays(entry, { respond });
  expect(live.output).toEqual(['subprocess', 'orchestrator_task', 'signal', true, null]);
  expect(replayed.output).toEqual(live.output);
  expect(live.effects.map((e) => [e.kind, e.taskId])).toEqual([
    ['subprocess', '__sdk.subprocess'],
    ['orchestrator_task', '__sdk.orchestratorTask'],
    ['signal', '__sdk.signal'],
    ['breakpoint', '__sdk.breakpoint'],
    ['hook', '__sdk.hook'],
  ]);
  expect(live.effects[0]?.args).toEqual({ entry: './other.mjs#go', inputs: { n: 1 } });
});

test('ctx.halt ends the run as halted, runs the clean-ups, and never returns', async () => {
  const entry = file(`
    ctx.onCleanup(() => job(ctx, 'cleanup'));
    await job(ctx, 'a');
    await ctx.halt('enough', { why: 'x' });
    await job(ctx, 'never');`);
  const [live, replayed] = await bothWays(entry);
  for (const seen of [live, replayed]) {
    expect(seen.status).toBe('halted');
    expect(asked(seen)).toEqual(['a', 'cleanup']);
    expect(seen.journal.at(-1)).toMatchObject({
      type: 'RUN_HALTED',
      data: { reason: 'enough', payload: { why: 'x' } },
    });
  }
});

test('clean-ups run last first, do durable work, and do not hide the error', async () => {
  const entry = file(`
    ctx.onCleanup(() => job(ctx, 'one'));
    ctx.onCleanup(() => { throw new Error('bad clean-up'); });
    ctx.onCleanup(() => job(ctx, 'two'));
    throw new Error('primary');`);
  const [live, replayed] = await bothWays(entry);
  for (const seen of [live, replayed]) {
    expect(asked(seen)).toEqual(['two', 'one']);
    expect(seen.error).toMatchObject({ name: 'Error', message: 'primary' });
    expect(seen.journal.at(-1)?.data['cleanupErrors']).toMatchObject([{ message: 'bad clean-up' }]);
  }
});

test.each(['task', 'run', 'sleep', 'breakpoint', 'halt'])(
  'ctx.%s inside a step is refused by name',
  async (call) => {
    const args = { task: `task, 'x'`, run: `'inner', () => 1`, sleep: `'1s'`, breakpoint: `{}`, halt: `'x'` }[
      call
    ];
    const { error } = await observe(file(`return ctx.run('outer', () => ctx.${call}(${args}));`));
    expect(error?.message).toMatch(/inside ctx\.run\("outer"\): a step cannot contain durable calls/);
  },
);

test('a step is done once, retried by its policy, and its error keeps its fields', async () => {
  const entry = file(
    `
    const ok = await ctx.run('flaky', ({ attempt, idempotencyKey }) => { if (attempt < 3) throw new Error('not yet'); return [attempt, idempotencyKey.startsWith(ctx.runId)]; }, { retry: { attempts: 3, delay: '1m' } });
    const failed = await ctx.run('bad', () => { throw Object.assign(new TypeError('no', { cause: new Error('why') }), { code: 7 }); }).catch((e) => [e.name, e.message, e.code, e.cause.message]);
    return { ok, failed, minutes: (Date.now() - start) / 60000 };`,
    'const start = Date.now();',
  );
  const clock = new TestClock('2026-01-01T00:00:00Z');
  const [live] = await bothWays(entry, { clock });
  expect(live.output).toEqual({ ok: [3, true], failed: ['TypeError', 'no', 7, 'why'], minutes: 3 });
});

test('a throw beside the promise of a step fails the step, not the process', async () => {
  const entry = file(
    `return ctx.run('step', () => new Promise(() => { setTimeout(() => { throw new Error('in a timer'); }, 5); })).catch((e) => e.message);`,
  );
  expect((await observe(entry)).output).toBe('in a timer');
});

test('what leaves ctx.shield in its context is marked, what is outside is not', async () => {
  const entry = file(
    `await Promise.all([ctx.shield(async () => { await job(ctx, 'in'); await job(ctx, 'in2'); }), job(ctx, 'out')]);`,
  );
  const { requests } = await observe(entry);
  expect(requests.map((r) => r.shielded === true)).toEqual([true, false, true]);
});

test('a signal is taken whether it comes before it is waited for or after, each once, in order', async () => {
  const entry = file(
    `return [await ctx.signal('first'), await ctx.signal('second'), await ctx.signal('second')];`,
  );
  const options = { runsDir: `${entry}-runs`, runId: 'r' };
  expect((await runProcess(entry, options)).status).toBe('waiting');
  const { DirectoryStore } = await import('../../src/stores/directory.ts');
  const { mailbox } = await new DirectoryStore(options.runsDir).open('r');
  const send = (id: string, name: string, value: number) =>
    mailbox.deliver({
      id,
      attempt: 1,
      at: new Date(Number(id) * 1000).toISOString(),
      kind: 'signal',
      name,
      value,
    });
  await send('1', 'second', 21);
  await send('2', 'second', 22);
  expect((await runProcess(entry, options)).effects.map((e) => e.status)).toEqual(['pending']);
  await send('3', 'first', 1);
  expect((await runProcess(entry, options)).output).toEqual([1, 21, 22]);
});
