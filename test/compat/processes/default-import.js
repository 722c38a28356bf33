import pkg from '@a5c-ai/babysitter-sdk';

const { defineTask } = pkg;

const test = defineTask('run-tests', (_args, ctx) => ({
  kind: 'shell',
  title: 'Tests',
  shell: { command: 'npm test', expectedExitCode: 0, timeout: 300000 },
  io: { outputJsonPath: `tasks/${ctx.effectId}/output.json` },
}));

export async function process(_inputs, ctx) {
  const outcomes = [];
  for (let round = 1; round <= 3; round += 1) {
    try {
      await ctx.task(test, {});
      outcomes.push(`round ${round} passed`);
    } catch (error) {
      ctx.log('warn', 'Tests failed', { round, message: error.message });
      outcomes.push(`${error.name}: ${error.message}`);
    } finally {
      await ctx.task(test, { cleanup: round });
    }
  }
  return { outcomes };
}
