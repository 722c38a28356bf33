import { defineTask } from '@a5c-ai/babysitter-sdk';
export const load = defineTask('load', { kind: 'agent' });
export const process = (inputs, ctx) => ctx.task(load, inputs);
