import { defineTask } from '@a5c-ai/babysitter-sdk';

const work = defineTask('work', ({ n }) => ({
  kind: 'shell',
  title: `Work ${n}`,
  shell: { command: `echo ${n}` },
}));
const outside = defineTask('outside', () => ({ kind: 'agent', title: 'Outside', external: true }));

/** What Babysitter does not know: steps, signals, cancelled waits, logs in the journal, effects of other machines. */
export async function process(inputs, ctx) {
  ctx.log('phase', 'one');
  const made = await ctx.run('make', () => ({ made: true }));
  const shell = await ctx.task(work, { n: 1 });
  const timedOut = await ctx.signal('never', { timeout: 1 }).catch((error) => error.name);
  const signal = await ctx.signal('go');
  const hook = await ctx.hook('on-step', { made });
  const later = ctx.task(outside, {});
  const answer = await ctx.breakpoint({ question: 'Fine?' });
  if (inputs.fail) throw Object.assign(new Error('it broke'), { code: 'E_BROKEN' });
  return { made, exitCode: shell.exitCode, timedOut, signal, hook, answer, later: later instanceof Promise };
}
