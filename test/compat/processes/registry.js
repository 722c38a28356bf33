import { defineTask, globalTaskRegistry } from '@a5c-ai/babysitter-sdk';

defineTask('implementation', () => ({ kind: 'agent', title: 'an older one' }));
const had = globalTaskRegistry.hasTask('implementation');
if (had) globalTaskRegistry.definitions.delete('implementation');
const { approved, implementation } = await import('./shared-tasks.js');

export async function process(inputs, ctx) {
  const { feature = 'search' } = inputs;
  let plan = await ctx.task(implementation, { feature });
  const gate = await approved(ctx, `Ship ${feature}?`, async (feedback) => {
    plan = await ctx.task(implementation, { feature, feedback, attempt: 2 });
  });
  return { had, plan, gate, has: globalTaskRegistry.hasTask('implementation') };
}
