import { type Context, defineTask } from '@a5c-ai/babysitter-sdk';

const ask = defineTask('ask', (args: { n: number }) => ({ kind: 'agent', title: `Question ${args.n}` }));

export async function process(_inputs: unknown, ctx: Context): Promise<unknown[]> {
  return [await ctx.task(ask, { n: 1 }), await ctx.task(ask, { n: 2 })];
}
