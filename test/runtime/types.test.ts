import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type Context, type DefinedTask, defineTask, type JsonSchema } from '../../src/index.ts';

// Checked by the compiler (npm run typecheck); nothing of it runs.
const typed = (_check: (ctx: Context) => unknown): void => {};

test('defineTask takes its types from its builder or its schemas', () => {
  const plain = defineTask('plain', (args: { target: string }) => ({ kind: 'shell', title: args.target }));
  expectTypeOf(plain).toEqualTypeOf<DefinedTask<{ target: string }, unknown>>();
  const checked = defineTask('checked', (args) => ({ kind: 'shell', title: args.name }), {
    args: z.object({ name: z.string() }),
    result: z.object({ n: z.number() }),
  });
  expectTypeOf(checked).toEqualTypeOf<DefinedTask<{ name: string }, { n: number }>>();
  const byJsonSchema = defineTask('json', () => ({ kind: 'agent' }), {
    result: { type: 'object' } as JsonSchema<{ ok: boolean }>,
  });
  typed((ctx) => expectTypeOf(ctx.task(byJsonSchema)).resolves.toEqualTypeOf<{ ok: boolean }>());
  // @ts-expect-error: a definition has a kind
  defineTask('no kind', () => ({ title: 'x' }));
});

test('ctx.task checks its arguments and gives the result', () => {
  const task = defineTask('t', (args: { n: number }) => ({ kind: 'shell', title: String(args.n) }), {
    result: z.object({ ok: z.boolean() }),
  });
  typed((ctx) => {
    expectTypeOf(ctx.task(task, { n: 1 })).resolves.toEqualTypeOf<{ ok: boolean }>();
    // @ts-expect-error: n is a number
    void ctx.task(task, { n: 'one' });
    // @ts-expect-error: a task, not a name
    void ctx.task('t', { n: 1 });
  });
});

test('ctx.run gives what JSON makes of its result, or what its schema says', () => {
  typed((ctx) => {
    expectTypeOf(ctx.run('a', () => 1)).resolves.toEqualTypeOf<number>();
    expectTypeOf(ctx.run('b', async () => ({ at: new Date(), list: [1, 2] }))).resolves.toEqualTypeOf<{
      at: string;
      list: number[];
    }>();
    expectTypeOf(ctx.run('c', () => undefined)).resolves.toEqualTypeOf<null>();
    expectTypeOf(
      ctx.run('d', () => JSON.parse('1') as unknown, { schema: z.object({ n: z.number() }) }),
    ).resolves.toEqualTypeOf<{ n: number }>();
    void ctx.run('e', ({ signal, attempt, idempotencyKey }) => {
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      expectTypeOf(attempt).toEqualTypeOf<number>();
      expectTypeOf(idempotencyKey).toEqualTypeOf<string>();
    });
  });
});

test('parallel keeps the type of each branch', () => {
  typed((ctx) => {
    expectTypeOf(
      ctx.parallel.all([() => Number('1'), async () => 'two', Promise.resolve(true), 'plain' as const]),
    ).resolves.toEqualTypeOf<[number, string, boolean, 'plain']>();
    expectTypeOf(
      ctx.parallel.map(['a', 'b'], (item, index) => ({ item, index }), { maxConcurrency: 2 }),
    ).resolves.toEqualTypeOf<{ item: string; index: number }[]>();
  });
});

test('the rest of the context', () => {
  typed((ctx) => {
    expectTypeOf(ctx.halt('x')).resolves.toEqualTypeOf<never>();
    expectTypeOf(ctx.breakpoint({ question: 'ok?' }))
      .resolves.toHaveProperty('approved')
      .toEqualTypeOf<boolean>();
    expectTypeOf(ctx.signal('s', { schema: z.number() })).resolves.toEqualTypeOf<number>();
    expectTypeOf(ctx.sleep('1h')).resolves.toEqualTypeOf<void>();
    expectTypeOf(ctx.shield(async () => 5)).resolves.toEqualTypeOf<number>();
  });
});
