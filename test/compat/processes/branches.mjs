/** @inputs { modules: string[] } */
import { defineTask } from '@a5c-ai/babysitter-sdk';

const step = defineTask('step', async ({ module, phase }) => ({
  kind: phase === 'test' ? 'shell' : 'agent',
  title: `${phase} ${module}`,
  shell: { command: `make ${phase}` },
}));

// Branches of several steps, all of one task: each must get its own results back.
export async function process(inputs, ctx) {
  const order = [];
  const branch = (module) => async () => {
    const built = await ctx.task(step, { module, phase: 'build' }, { label: `build:${module}` });
    const tested = await ctx.task(step, { module, phase: 'test' }, { label: `test:${module}` });
    order.push(module);
    return { module, built, tested };
  };
  const all = await ctx.parallel.all(inputs.modules?.map(branch) ?? []);
  const mapped = await ctx.parallel.map(inputs.modules ?? [], async (module, index) => ({
    index,
    lint: await ctx.task(step, { module, phase: `lint-${index}` }),
  }));
  const [left, right] = await ctx.parallel.all([
    () => ctx.task(step, { module: 'left', phase: 'ship' }),
    ctx.task(step, { module: 'right', phase: 'ship' }),
  ]);
  return { all, mapped, order, left, right };
}
