import { defineTask } from '@a5c-ai/babysitter-sdk';

export const implementation = defineTask('implementation', (args) => ({
  kind: 'agent',
  title: 'Implement',
  agent: { prompt: args },
}));

/** Asks until it is approved, three times at most; tells the next round what was said. */
export async function approved(ctx, question, refine) {
  for (let round = 1, said; round <= 3; round += 1) {
    if (said !== undefined) await refine(said);
    const answer = await ctx.breakpoint(
      { question, title: `Round ${round}` },
      { expert: 'owner', tags: ['approval-gate'], label: `gate-${round}` },
    );
    if (answer.approved) return { round, answer };
    said = answer.response ?? answer.feedback ?? 'Changes requested';
  }
  return { round: 3, answer: null };
}
