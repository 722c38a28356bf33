/** Runs a process in a test: no commands, no people, no waiting. The journal, the worker and the rules are the real ones. */
export { cancel, type Cancellation, pending, type Respond, type TestEffect } from './answers.js';
export { TestClock } from './clock.js';
export type { EffectResult } from './results.js';
export { runProcess, type RunProcessOptions, type RunProcessResult } from './run-process.js';
export { type ReplayResult, replayRun } from './replay-run.js';
