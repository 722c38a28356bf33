import { defineTask } from '@a5c-ai/babysitter-sdk';

const prepare = defineTask('prepare', (args, taskCtx) => ({
  kind: 'node',
  title: `Prepare ${args.name}`,
  description: 'Makes it ready',
  labels: ['work', ' prepare '],
  node: { entry: './prepare.mjs', args: [args.name] },
  io: {
    inputJsonPath: `tasks/${taskCtx.effectId}/input.json`,
    outputJsonPath: `tasks/${taskCtx.effectId}/output.json`,
  },
  metadata: { zeta: 1, alpha: { beta: 2, Alpha: 3 } },
}));
const build = defineTask('build', ({ from }) => ({
  kind: 'shell',
  title: 'Build',
  shell: { command: 'make', from },
}));

export async function process(inputs, ctx) {
  ctx.log('info', 'begins');
  const prepared = await ctx.task(prepare, { name: inputs.name, tags: ['ä', 'b'] });
  let built;
  try {
    built = await ctx.task(build, { from: prepared.id }, { label: 'first try' });
  } catch (error) {
    if (error.isIntrinsic) throw error; // 0.0.187 says by an exception that an effect is pending
    built = await ctx.task(build, { from: prepared.id, because: error.message });
  }
  const answer = await ctx.breakpoint(
    { title: 'Release', question: 'Ship it?', options: ['yes', 'no'] },
    { label: 'ship', expert: 'owner', tags: ['release'], strategy: 'single' },
  );
  if (!answer.approved) throw new Error(`not shipped: ${answer.feedback}`);
  const notes = await ctx.task(prepare, { name: 'notes' });
  return { prepared, built, by: answer.respondedBy, notes, none: undefined };
}
