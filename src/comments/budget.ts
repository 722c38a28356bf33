/** How long a comment may be. GitHub refuses more than 65,536 characters, or drops an update without a word. */

export const BUDGET = 60_000;

/**
 * The first rendering within the budget, the fullest tier first. The last tier must fit whatever the facts are:
 * a comment that were cut would lose its marker. Throws RangeError when it does not.
 */
export function withinBudget<Tier>(
  tiers: readonly Tier[],
  render: (tier: Tier) => string,
  budget: number = BUDGET,
): string {
  for (const tier of tiers) {
    const text = render(tier);
    if (text.length <= budget) return text;
  }
  throw new RangeError(`No rendering of the comment fits into ${budget} characters`);
}
