/** What an agent command reads on stdin (contract §4). */
import type { Json, JsonObject } from '../journal/events.ts';
import type { Effect } from './contract.ts';
import { asObject, asText, outputSchemaOf } from './definition.ts';

export interface AgentRequest {
  kind: string;
  /** A text, or an object such as `{role, task, context, instructions, outputFormat}`. */
  prompt: Json;
  context: Json;
  outputSchema: JsonObject | null;
  runId: string;
  effectId: string;
  attempt: number;
  idempotencyKey: string;
  /** Only when the command is asked a second time, because its first answer could not be taken. */
  repair?: { problem: string; received: string };
}

/**
 * The request, from where public process files put it: `agent.prompt` and `agent.context`, all of `skill`, the
 * payload of `ctx.orchestratorTask`. Without a prompt the rest of that part, or the title and description, is
 * the prompt; without a context the prompt's own `context`, or else the arguments of the call.
 */
export function agentRequest(effect: Effect): AgentRequest {
  const { prompt, context } =
    effect.kind === 'orchestrator_task' ? fromPayload(effect) : fromDefinition(effect);
  return {
    kind: effect.kind,
    prompt,
    context: context ?? asObject(prompt)?.context ?? effect.args,
    outputSchema: outputSchemaOf(effect.def, effect.kind) ?? null,
    runId: effect.runId,
    effectId: effect.effectId,
    attempt: effect.attempt,
    idempotencyKey: effect.idempotencyKey,
  };
}

interface Asked {
  prompt: Json;
  context: Json | undefined;
}

function fromDefinition({ kind, def, taskId }: Effect): Asked {
  const part = def[kind];
  if (asText(part) !== undefined) return { prompt: part ?? null, context: def.context };
  const { outputSchema: _, context, prompt, ...rest } = asObject(part) ?? {};
  const given = prompt ?? def.prompt;
  // A skill is its name and arguments; the prompt is only one part of it.
  if (kind === 'skill' && Object.keys(rest).length > 0) {
    return {
      prompt: given === undefined ? rest : { ...rest, prompt: given },
      context: context ?? asObject(given ?? null)?.context,
    };
  }
  if (given !== undefined && given !== null) return { prompt: given, context: context ?? def.context };
  if (Object.keys(rest).some((key) => key !== 'name')) return { prompt: rest, context };
  return {
    prompt: { ...rest, task: asText(def.description) ?? asText(def.title) ?? taskId },
    context: context ?? def.context,
  };
}

function fromPayload({ def, args }: Effect): Asked {
  const payload = asObject(def.orchestratorTask)?.payload ?? asObject(def.metadata)?.payload ?? args;
  const parts = asObject(payload);
  if (parts?.prompt === undefined) return { prompt: payload, context: undefined };
  return { prompt: parts.prompt, context: parts.context ?? payload };
}
