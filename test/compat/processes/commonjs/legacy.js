'use strict';
const { defineTask } = require('@a5c-ai/babysitter-sdk');
const { titles } = require('./titles');
const plan = defineTask('plan', (args) => ({ kind: 'agent', title: titles.plan, agent: { prompt: args } }));
exports.process = async (inputs, ctx) => {
  const plans = await ctx.parallel.map(inputs.topics || ['one', 'two'], (topic) => ctx.task(plan, { topic }));
  return { plans };
};
