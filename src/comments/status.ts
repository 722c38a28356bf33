/** A run's status comment: edited in place, never with anything in it that decides. */
import type { StatusFacts } from './facts.ts';

/** Markdown within the budget, ending with its marker. */
export function statusComment(facts: StatusFacts): string {
  throw new Error(`not written: ${facts.runId}`);
}
