import { defineTask } from '@a5c-ai/babysitter-sdk';

const load = defineTask('load', async (args) => ({ plan: args }), { kind: 'agent', title: 'Load' });
export const process = (inputs, ctx) => ctx.task(load, inputs);
