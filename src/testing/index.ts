/** Runs a process in a test: no commands, no people, no waiting. The journal, the worker and the rules are the real ones. */
export { cancel, type Cancellation, pending, type Respond, type TestEffect } from './answers.ts';
export { TestClock } from './clock.ts';
export type { EffectResult } from './results.ts';
export { runProcess, type RunProcessOptions, type RunProcessResult } from './run-process.ts';
export { type ReplayResult, replayRun } from './replay-run.ts';
