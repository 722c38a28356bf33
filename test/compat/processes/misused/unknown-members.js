import { defineTask } from '@a5c-ai/babysitter-sdk';

const ask = defineTask('ask', (_args, ctx) => ctx.agent({ title: 'Ask' }));
export async function process(_inputs, ctx) {
  const said = await ctx.task(ask, {}).catch((error) => error.message);
  await ctx.checkpoint({ title: said });
}
