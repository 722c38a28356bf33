/** Runs a process in a test: no commands, no people, no waiting. The journal, the worker and the rules are the real ones. */
export { type Cancellation, cancel, pending, type Respond, type TestEffect } from './answers.js';
export { TestClock } from './clock.js';
export { type ReplayResult, replayRun } from './replay-run.js';
export type { EffectResult } from './results.js';
export { type RunProcessOptions, type RunProcessResult, runProcess } from './run-process.js';
