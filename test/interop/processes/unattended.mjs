import { defineTask } from '@a5c-ai/babysitter-sdk';

const work = defineTask('work', ({ n }) => ({ kind: 'agent', title: `Work ${n}` }));

export async function process(_inputs, ctx) {
  const one = await ctx.task(work, { n: 1 });
  const said = await ctx.breakpoint({ question: 'Go on?' }, { label: 'go-on' });
  const two = await ctx.task(work, { n: 2 });
  return { one, said, two };
}
