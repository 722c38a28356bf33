/** How long a comment may be: GitHub refuses more than 65,536 characters, or drops an update without a word. */

export const BUDGET = 60_000;

/** The first rendering, the fullest first, that fits into the budget; the last one, cut, when none does. */
export function fit<Tier>(
  tiers: readonly Tier[],
  render: (tier: Tier) => string,
  budget: number = BUDGET,
): string {
  throw new Error(`not written: ${tiers.length} ${typeof render} ${budget}`);
}
