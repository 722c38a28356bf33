/** The SDK of the reference: as little as a process needs, sharing nothing with the engine. */

export interface PlainTask {
  id: string;
  build(args: unknown, task: unknown): unknown;
}

const definitions = new Map<string, PlainTask>();

export const globalTaskRegistry = { definitions, hasTask: (id: string): boolean => definitions.has(id) };

export function defineTask(id: unknown, build: unknown): PlainTask {
  if (typeof id !== 'string' || id.trim() === '' || typeof build !== 'function') {
    throw new MisusedDefinition('defineTask: no id or no builder');
  }
  const task: PlainTask = { id: id.trim(), build: build as PlainTask['build'] };
  definitions.set(task.id, task);
  return task;
}

/** The process uses the SDK wrongly: only that it is told so is compared, not the words. */
export class MisusedDefinition extends Error {
  override readonly name = 'MisusedDefinition';
}

export default { defineTask, globalTaskRegistry };
