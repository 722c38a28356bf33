/** N trivial tasks that somebody else performs. Babysitter runs the same file. */
import { defineTask } from '@a5c-ai/babysitter-sdk';

const trivial = defineTask('trivial', (args) => ({
  kind: 'node',
  title: `step ${args.i}`,
  node: { entry: 'never-run.mjs' },
}));

export async function process(inputs, ctx) {
  let sum = 0;
  for (let i = 0; i < inputs.n; i++) {
    const result = await ctx.task(trivial, { i });
    sum += result.i;
  }
  if (inputs.wait) await ctx.breakpoint({ question: 'Go on?' });
  return { sum };
}
