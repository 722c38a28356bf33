import sdk, { defineTask } from '@a5c-ai/babysitter-sdk/dist/index.js';

const write = defineTask('write', (args) => ({
  kind: 'node',
  title: 'Write',
  node: { entry: 'write.mjs', args: [args.file] },
}));

export const process = async (_inputs, ctx) => {
  const file = `${ctx.artifactsDir}/report.md`;
  const log = `${ctx.runDir}/notes.txt`;
  const written = await ctx.task(write, { file, log });
  return { same: sdk.defineTask === defineTask, inRun: file.startsWith(ctx.runDir), written };
};
