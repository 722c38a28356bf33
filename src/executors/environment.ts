/** The environment of a task: what it is told about itself, and what it never gets to see. */
import { join } from 'node:path';
import type { Json, JsonObject } from '../journal/events.ts';
import type { Effect, ExecutorWorld } from './contract.ts';
import { asObject, wrong } from './definition.ts';
import { TaskDefinitionError } from './failure.ts';
import type { IoPaths } from './io-paths.ts';

const HIDDEN =
  /^(?:INPUT_.*|STATE_.*|ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|ACTIONS_ID_TOKEN_.*|LONGHAUL_SIGNING_KEY)$/i;

/** The inherited environment without action inputs, action state, the runner's tokens and the signing key. */
export function cleanEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(inherited)) {
    if (value !== undefined && !HIDDEN.test(name)) env[name] = value;
  }
  return env;
}

/**
 * All variables of one attempt (contract §4): the inherited ones, the definition's own on top (null takes one
 * out), then the effect's. The paths are also given under the names that Babysitter's workers read.
 *
 * @throws TaskDefinitionError when the definition sets a LONGHAUL_* variable or gives a value that is no text
 */
export function taskEnvironment(effect: Effect, world: ExecutorWorld, io: IoPaths): Record<string, string> {
  const env = cleanEnvironment(world.env);
  const own = asObject(effect.def[effect.kind]) ?? effect.def;
  for (const [name, value] of ownVariables(own.env, effect.kind)) {
    if (value === null) delete env[name];
    else env[name] = value;
  }
  return {
    ...env,
    LONGHAUL_RUN_ID: effect.runId,
    LONGHAUL_EFFECT_ID: effect.effectId,
    LONGHAUL_ATTEMPT: String(effect.attempt),
    LONGHAUL_RUN_DIR: world.runDir,
    LONGHAUL_ARTIFACTS_DIR: world.artifactsDir,
    LONGHAUL_IDEMPOTENCY_KEY: effect.idempotencyKey,
    LONGHAUL_INPUT_JSON: io.input,
    LONGHAUL_OUTPUT_JSON: io.output,
    BABYSITTER_EFFECT_ID: effect.effectId,
    BABYSITTER_INPUT_JSON: io.input,
    BABYSITTER_OUTPUT_JSON: io.output,
    BABYSITTER_STDOUT_PATH: join(world.runDir, 'tasks', effect.effectId, 'stdout.log'),
    BABYSITTER_STDERR_PATH: join(world.runDir, 'tasks', effect.effectId, 'stderr.log'),
  };
}

function ownVariables(env: Json | undefined, kind: string): [string, string | null][] {
  if (env === undefined || env === null) return [];
  const given: JsonObject | undefined = asObject(env);
  if (given === undefined) throw wrong(`${kind}.env`, env, 'an object of variables');
  return Object.entries(given).map(([name, value]) => {
    if (/^LONGHAUL_/i.test(name)) {
      throw new TaskDefinitionError(
        `The task definition's ${kind}.env sets ${name}: variables that begin with LONGHAUL_ belong to the engine. Choose another name.`,
      );
    }
    if (value === null || typeof value === 'string') return [name, value];
    if (typeof value === 'number' || typeof value === 'boolean') return [name, String(value)];
    throw wrong(`${kind}.env.${name}`, value, 'a string');
  });
}
