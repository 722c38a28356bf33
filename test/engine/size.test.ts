/** Long runs: what a driver does stays the same for each step, and so does what it keeps. */
import { expect, test } from 'vitest';
import { bench } from './support.ts';

const N = 1500;

test('thousands of steps in a row, then a replay of them', { timeout: 120_000 }, async () => {
  const b = await bench(
    `let sum = 0; for (let i = 0; i < ${N}; i += 1) sum += await ctx.run('add', () => i); await ctx.signal('go'); return sum;`,
  );
  const marks: number[] = [];
  const world = {
    ...b.world,
    report: (event: { type: string }) => void (event.type === 'settled' && marks.push(performance.now())),
  };
  expect(await b.drive({ world })).toMatchObject({ status: 'waiting' });
  const third = (k: number): number => (marks[((k + 1) * N) / 3 - 1] ?? 0) - (marks[(k * N) / 3] ?? 0);
  expect(third(2)).toBeLessThan(third(0) * 3 + 2000); // flat in N
  await b.mail({ kind: 'signal', name: 'go', value: null });
  expect(await b.drive()).toMatchObject({ status: 'completed', output: String((N * (N - 1)) / 2) });
});

test('thousands of effects that are pending at once cost no more than their number', {
  timeout: 120_000,
}, async () => {
  const b = await bench(
    `return (await Promise.all(Array.from({ length: ${N} }, (_, i) => (i % 2 ? ctx.signal('s' + i) : ctx.sleep(10 + (i % 50)).then(() => i))))).length;`,
  );
  expect(await b.drive()).toMatchObject({ status: 'waiting' });
  expect(b.run.load().state.pending.size).toBe(N / 2);
  for (const n of [1, 3, 5]) await b.mail({ kind: 'signal', name: `s${n}`, value: n });
  const result = await b.drive();
  expect(result.pending).toHaveLength(N / 2 - 3);
});
