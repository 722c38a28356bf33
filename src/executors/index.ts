/** Which effects run here. Executors are loaded when they are first used: a job that only waits needs none. */
import type { Effect, Executor, ExecutorWorld } from './contract.ts';
import { asObject } from './definition.ts';

const AGENT_KINDS = new Set(['agent', 'skill', 'orchestrator_task']);
/** Whether an agent command does such effects, where there is one. */
export const isAgentKind = (kind: string): boolean => AGENT_KINDS.has(kind);

const shell: Executor = {
  run: async (effect, world) => (await import('./shell.ts')).shell.run(effect, world),
};
const node: Executor = { run: async (effect, world) => (await import('./node.ts')).node.run(effect, world) };
const agent: Executor = {
  run: async (effect, world) => (await import('./agent.ts')).agent.run(effect, world),
};

/**
 * The executor of an effect, or undefined when nobody here may run it and it stays pending for others: unknown
 * kinds, `external: true` (in the definition or its kind), agent work without an agent command, and a `node`
 * task without `node` (such ones only hold instructions for a person or an agent).
 */
export function executorFor(
  effect: Pick<Effect, 'kind' | 'def'>,
  world: Pick<ExecutorWorld, 'agentCommand'>,
): Executor | undefined {
  const { kind, def } = effect;
  const own = asObject(def[kind]);
  if (def.external === true || own?.external === true) return undefined;
  if (kind === 'shell') return shell;
  if (kind === 'node') return def.node === undefined ? undefined : node;
  if (isAgentKind(kind)) return (world.agentCommand ?? '').trim() === '' ? undefined : agent;
  return undefined;
}
