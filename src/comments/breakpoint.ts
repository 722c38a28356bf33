/** A breakpoint's comment: the question, who may decide, and the words to type; later, how it was decided. */
import type { BreakpointFacts, DecidedFacts } from './facts.ts';

/** Markdown within the budget, ending with its marker. */
export function breakpointComment(facts: BreakpointFacts): string {
  throw new Error(`not written: ${facts.ref}`);
}

/** The same comment when nothing is to be decided any more: nothing in it can be typed. */
export function decidedComment(facts: DecidedFacts): string {
  throw new Error(`not written: ${facts.ref}`);
}
