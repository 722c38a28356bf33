/** @inputs { gaps: string[] } */
import { type Context, defineTask } from '@a5c-ai/babysitter-sdk';
import { type Gap, gapsOf } from './typed-helper.js';

interface Fix {
  files: string[];
}

const fix = defineTask<{ gap: Gap }, Fix>('fix-gap', ({ gap }) => ({
  kind: 'agent',
  title: `Fix ${gap.id}`,
  labels: [gap.severity],
}));

export async function process(inputs: { gaps?: string[] }, ctx: Context): Promise<{ fixed: string[] }> {
  const fixed: string[] = [];
  for (const gap of gapsOf(inputs.gaps ?? ['a', 'b'])) {
    const done = await ctx.task(fix, { gap }, { label: `fix:${gap.id}` });
    fixed.push(...(done.files ?? [gap.id]));
  }
  return { fixed };
}
