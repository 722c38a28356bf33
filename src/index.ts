/** What a process file imports. */
export { defineTask, globalTaskRegistry } from './define-task.ts';
export { DivergenceError, EffectCancelledError, LostEffectError } from './runtime/worker/errors.ts';
export type * from './types.ts';
/** Babysitter's names for them. */
export type { Context as ProcessContext, TaskDefinition as TaskDef } from './types.ts';
