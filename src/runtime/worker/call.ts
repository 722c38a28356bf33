/** What a call of `ctx` asks for, and what the kernel keeps of it until it is settled. */

import { argsTextDigest, type Places } from '../../journal/digest.ts';
import type { JsonObject } from '../../journal/events.ts';
import { toJson } from '../../journal/json.ts';
import type { RequestMessage } from '../protocol.ts';
import { insideStep } from './determinism.ts';

export interface Call {
  taskId: string;
  args: unknown;
  /** Arguments as the digest sees them, where they hold something that differs between replays. */
  digestOf?: unknown;
  /** The definition; gets the identity of the request. May be asynchronous. */
  define(identity: CallIdentity): JsonObject | Promise<JsonObject>;
  label: (def: JsonObject) => { label: string; labels: string[] };
  /** `timeout`, `retry`, `onLost` as the process gave them: read by the driver. */
  options: JsonObject;
  signal: AbortSignal | undefined;
  shielded: boolean;
  /** Turns the journaled value into what the process gets; may refuse it by throwing. */
  receive?: ((value: unknown) => unknown) | undefined;
  /** Target of a sleep, ms since the epoch. */
  wakesAt?: number | undefined;
}

export interface CallIdentity {
  effectId: string;
  stepId: string;
  invocationKey: string;
}

export interface Pending {
  /** Made only when somebody needs it: most requests of a replay are settled at once. */
  message: (() => RequestMessage) | undefined;
  journaled: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
  receive: ((value: unknown) => unknown) | undefined;
  /** Why the process does not want it any more. */
  withdrawn: string | undefined;
  wakesAt: number | undefined;
  /** Stops listening to its signal. */
  unfollow: (() => void) | undefined;
}

export interface Arguments {
  /** JSON text. */
  args: string;
  /** JSON text as it is digested. */
  digested: string;
  digest: string;
  warnings: string[];
}

/** As the process gave them. @throws NotJsonError naming the path */
export function argumentsOf(call: Call, roots: Places): Arguments {
  const { json, warnings } = toJson(call.args, 'args');
  const args = JSON.stringify(json);
  const digested = call.digestOf === undefined ? args : JSON.stringify(toJson(call.digestOf, 'args').json);
  return { args, digested, digest: digestOf(digested, roots), warnings };
}

let last = { text: '', digest: '' };

/** Steps have no arguments: the same text is asked for again and again. */
function digestOf(text: string, roots: Places): string {
  if (last.text !== text) last = { text, digest: argsTextDigest(text, roots) };
  return last.digest;
}

/** A call as it is recorded. The very same where it holds no secret. */
export function withoutSecrets(
  call: Call,
  said: Arguments,
  world: { redact(json: string): string; roots: Places },
): { call: Call; said: Arguments } {
  const name = JSON.stringify(call.taskId);
  const clean = world.redact(name);
  const args = world.redact(said.args);
  const digested = said.digested === said.args ? args : world.redact(said.digested);
  return {
    // What a replay finds it by, too.
    call: clean === name ? call : { ...call, taskId: JSON.parse(clean) as string },
    said:
      args === said.args && digested === said.digested
        ? said
        : { args, digested, digest: argsTextDigest(digested, world.roots), warnings: said.warnings },
  };
}

/** @throws when it is called inside the function of a ctx.run step: a replay would not come by here again */
export function refuseInStep(what: string): void {
  const step = insideStep.getStore();
  if (step === undefined) return;
  throw new Error(
    `"${what}" was asked for inside ctx.run("${step.name}"): a step cannot contain durable calls. ` +
      'Move the call out of the function, or make the function a branch of the process.',
  );
}
