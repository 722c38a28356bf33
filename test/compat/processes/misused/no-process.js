import { defineTask } from '@a5c-ai/babysitter-sdk';
export const createGate = () => defineTask('gate', () => ({ kind: 'shell' }));
export function runGate() {}
export default {};
