import { defineTask } from '@a5c-ai/babysitter-sdk';

const check = defineTask('check', ({ part }) => ({
  kind: 'agent',
  title: `Check ${part}`,
  agent: { name: 'checker', prompt: { part } },
}));
const join = defineTask('join', (args) => ({
  kind: 'skill',
  title: 'Join',
  skill: { name: 'join' },
  metadata: { count: args.parts.length },
}));

export async function process(inputs, ctx) {
  const parts = await ctx.parallel.all(
    inputs.parts.map((part) => () => ctx.task(check, { part }, { label: `check:${part}` })),
  );
  const joined = await ctx.task(join, { parts });
  const again = await ctx.parallel.map(['x', 'y'], (part) => ctx.task(check, { part, joined: joined.id }));
  return { parts, joined, again };
}
