import { defineTask } from '@a5c-ai/babysitter-sdk';

const remind = defineTask('remind', ({ who }) => ({ kind: 'agent', title: `Remind ${who}` }));

export default async function reminders(inputs, ctx) {
  await ctx.task(remind, { who: inputs?.who ?? 'everyone' });
  await ctx.sleepUntil(new Date(ctx.now().getTime() + 3_600_000));
  await ctx.task(remind, { who: 'the rest' });
}
