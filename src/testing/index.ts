/** Runs a process in a test: no commands, no people, no waiting. The journal, the worker and the rules are the real ones. */
export { type Cancellation, cancel, pending, type Respond, type TestEffect } from './answers.ts';
export { TestClock } from './clock.ts';
export { type ReplayResult, replayRun } from './replay-run.ts';
export type { EffectResult } from './results.ts';
export { type RunProcessOptions, type RunProcessResult, runProcess } from './run-process.ts';
