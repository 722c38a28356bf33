/** @inputs { goal: string, targetQuality?: number, maxIterations?: number } */
import { defineTask } from '@a5c-ai/babysitter-sdk';

const improve = defineTask('improve', ({ iteration, goal }) => ({
  kind: 'agent',
  title: `Iteration ${iteration}`,
  agent: { prompt: { goal } },
}));
const assess = defineTask('assess', (args, { labels, taskId, toTaskRelativePath }) => ({
  kind: 'skill',
  title: `${taskId} of ${args.iteration}`,
  labels: ['quality', ...labels],
  io: { outputJsonPath: toTaskRelativePath('assessment.json') },
  agent: {
    outputSchema: {
      type: 'object',
      properties: { overallScore: { type: 'number' }, passed: { type: 'boolean' } },
    },
  },
}));

export async function process({ goal = 'quality', targetQuality = 85, maxIterations = 5 }, ctx) {
  const results = [];
  let quality = 0;
  let iteration = 0;
  while (iteration < maxIterations && quality < targetQuality) {
    iteration += 1;
    const change = await ctx.task(improve, { iteration, goal, previous: results.at(-1) ?? null });
    const checks = await Promise.all([
      ctx.task(assess, { area: 'security', change }),
      ctx.task(assess, { area: 'speed', change }, { label: 'speed' }),
    ]);
    quality = Math.max(...checks.map((check) => check.overallScore ?? 0));
    results.push({ iteration, quality, passed: checks.every((check) => check.passed) });
    ctx.log('info', `Iteration ${iteration}: ${quality.toFixed(1)}`);
  }
  if (quality < targetQuality)
    throw new Error(`Quality ${quality} is below ${targetQuality} after ${iteration} iterations`);
  return { converged: true, quality, iteration, results };
}
