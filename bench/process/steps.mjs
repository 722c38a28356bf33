/** N trivial steps of the process itself, then (when asked) a wait for a person. */
import { mark } from './mark.mjs';

const note = 'The step has done what it was asked to do, and this is its note.';

export async function process(inputs, ctx) {
  mark(inputs);
  let sum = 0;
  for (let i = 0; i < inputs.n; i++) {
    const result = await ctx.run(`step ${i}`, () => ({ i, ok: true, note }));
    sum += result.i;
  }
  if (inputs.wait) await ctx.breakpoint({ question: 'Go on?' });
  return { sum };
}
