import { defineTask } from '@a5c-ai/babysitter-sdk';
import { times } from './times.js';

const tick = defineTask('tick', ({ n }) => ({
  kind: 'orchestrator_task',
  title: `Tick ${n}`,
  metadata: { n },
}));
export async function process(inputs, ctx) {
  const ticks = [];
  for (const n of times(inputs.count ?? 3)) ticks.push(await ctx.task(tick, { n }));
  return ticks;
}
