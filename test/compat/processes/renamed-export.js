import { defineTask } from '@a5c-ai/babysitter-sdk';
import { approved } from './shared-tasks.js';

async function main(inputs, ctx) {
  const draft = defineTask('draft', (args) => ({ kind: 'agent', title: 'Draft', agent: args }));
  const text = await ctx.task(draft, inputs);
  const { answer } = await approved(ctx, 'Publish?', (feedback) => ctx.task(draft, { feedback }));
  return answer === null ? undefined : { text, by: answer.respondedBy };
}

export { main as process };
