/** @inputs { packages: string[] } */
const { defineTask } = require('@a5c-ai/babysitter-sdk');
const path = require('node:path');

const audit = defineTask('audit', ({ name }) => ({
  kind: 'node',
  title: `Audit ${name}`,
  node: { entry: './audit.mjs', args: [name] },
}));

async function process(inputs, ctx) {
  const audits = {};
  for (const name of inputs.packages ?? ['core'])
    audits[path.posix.join('packages', name)] = await ctx.task(audit, { name });
  return audits;
}

module.exports = { process };
