import type { DefinedTask, Schema, TaskBuildContext, TaskDefinition } from './types.js';
/** Tasks by id. Babysitter's process files look into it and delete from it. */
export declare const globalTaskRegistry: {
    definitions: Map<string, DefinedTask<never, unknown>>;
    hasTask(id: string): boolean;
    get(id: string): DefinedTask<never, unknown> | undefined;
    list(): string[];
    clear(): void;
};
/**
 * Defines a task: `build` describes, from its arguments, what is to be done (`kind` says by whom).
 * With `schemas.args` and `schemas.result` both are checked, and give the task its types.
 *
 * @example const build = defineTask('build', (args: { target: string }) => ({
 *   kind: 'shell', title: `Build ${args.target}`, shell: { command: `make ${args.target}` } }));
 * @throws TypeError for an empty id or a builder that is not a function
 */
export declare function defineTask<Args = unknown, Result = unknown>(id: string, build: (args: Args, task: TaskBuildContext) => TaskDefinition | Promise<TaskDefinition>, schemas?: {
    args?: Schema<Args>;
    result?: Schema<Result>;
}): DefinedTask<Args, Result>;
