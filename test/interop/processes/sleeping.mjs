import { defineTask } from '@a5c-ai/babysitter-sdk';

const note = defineTask('note', ({ text }) => ({ kind: 'agent', title: text }));

export async function process(inputs, ctx) {
  const before = await ctx.task(note, { text: 'before' });
  await ctx.sleepUntil(inputs.until);
  const between = await ctx.task(note, { text: 'between' });
  await ctx.sleepUntil(inputs.until);
  const after = await ctx.task(note, { text: 'after' });
  return [before, between, after];
}
