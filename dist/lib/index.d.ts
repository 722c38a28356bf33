/** What a process file imports. */
export { defineTask, globalTaskRegistry } from './define-task.js';
export { DivergenceError, EffectCancelledError, LostEffectError } from './runtime/worker/errors.js';
export type * from './types.js';
/** Babysitter's names for them. */
export type { Context as ProcessContext, TaskDefinition as TaskDef } from './types.js';
