/**
 * @process release-gate
 * @inputs { version: string, targets: string[], minScore?: number }
 */
import { defineTask } from '@a5c-ai/babysitter-sdk';

export const reviewTask = defineTask('review-target', (args, taskCtx) => ({
  kind: 'agent',
  title: `Review ${args.target}`,
  labels: ['review', ' review ', 'release'],
  agent: {
    name: 'reviewer',
    prompt: { role: 'reviewer', task: 'Review the target', context: args },
    outputSchema: {
      type: 'object',
      required: ['score', 'issues'],
      properties: { score: { type: 'number' }, issues: { type: 'array', items: { type: 'string' } } },
    },
  },
  io: {
    inputJsonPath: `tasks/${taskCtx.effectId}/input.json`,
    outputJsonPath: `tasks/${taskCtx.effectId}/result.json`,
  },
}));

export async function process(inputs, ctx) {
  const { version = '0.0.0', targets = [], minScore = 60 } = inputs;
  const startedAt = ctx.now();
  ctx.log('info', `Releasing ${version} in ${ctx.runId}`);
  const reviews = [];
  for (const target of targets) {
    const review = await ctx.task(reviewTask, { target, version });
    reviews.push({ target, score: review.score, issues: review.issues.length });
    if (review.score < minScore) {
      const decision = await ctx.breakpoint({
        title: `${target} scored ${review.score}`,
        question: 'Release it all the same?',
        context: { runId: ctx.runId, files: [{ path: 'CHANGELOG.md', format: 'markdown' }] },
      });
      if (decision?.approved === false) {
        return { success: false, reason: decision.feedback, reviews, duration: ctx.now() - startedAt };
      }
    }
  }
  ctx.log('done');
  return {
    success: true,
    reviews,
    duration: ctx.now() - startedAt,
    metadata: { timestamp: startedAt, processId: 'release-gate' },
  };
}
