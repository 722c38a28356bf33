import type { DefinedTask, Schema, TaskBuildContext, TaskDefinition } from './types.ts';

/** Tasks by id. Babysitter's process files look into it and delete from it. */
export const globalTaskRegistry = {
  definitions: new Map<string, DefinedTask<never, unknown>>(),
  hasTask(id: string): boolean {
    return this.definitions.has(id);
  },
  get(id: string): DefinedTask<never, unknown> | undefined {
    return this.definitions.get(id);
  },
  list(): string[] {
    return [...this.definitions.keys()];
  },
  clear(): void {
    this.definitions.clear();
  },
};

/**
 * Defines a task: `build` describes, from its arguments, what is to be done (`kind` says by whom).
 * With `schemas.args` and `schemas.result` both are checked, and give the task its types.
 *
 * @example const build = defineTask('build', (args: { target: string }) => ({
 *   kind: 'shell', title: `Build ${args.target}`, shell: { command: `make ${args.target}` } }));
 * @throws TypeError for an empty id or a builder that is not a function
 */
export function defineTask<Args = unknown, Result = unknown>(
  id: string,
  build: (args: Args, task: TaskBuildContext) => TaskDefinition | Promise<TaskDefinition>,
  schemas: { args?: Schema<Args>; result?: Schema<Result> } = {},
): DefinedTask<Args, Result> {
  if (typeof id !== 'string' || id.trim() === '') {
    throw new TypeError(
      'defineTask(id, build): the id must be a non-empty string, e.g. defineTask("build", …)',
    );
  }
  if (typeof build !== 'function') {
    throw new TypeError(
      `defineTask("${id}", build): the second argument must be a function that returns the definition, e.g. ` +
        '(args) => ({ kind: "shell", shell: { command: "make" } })',
    );
  }
  const taskId = id.trim();
  const task: DefinedTask<Args, Result> = { id: taskId, build, args: schemas.args, result: schemas.result };
  globalTaskRegistry.definitions.set(taskId, task as unknown as DefinedTask<never, unknown>);
  return task;
}
