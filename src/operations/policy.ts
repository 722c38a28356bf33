/** What a request says of how it is done: who may do it, how often, for how long. */
import { durationMs } from '../duration.ts';
import { UsageError } from '../errors.ts';
import { declaredTimeout } from '../executors/definition.ts';
import { NO_RETRY, parseRetryPolicy, type RetryPolicy } from '../executors/retry.ts';
import type { Json, SerializedError } from '../journal/events.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import type { RequestNote } from './recorder.ts';
import type { DriveLimits, DriveWorld, Performer } from './world.ts';

/** Settled by a person, by time or by a signal; nobody carries them out. */
const WAITS = new Set(['breakpoint', 'signal', 'sleep']);
const IN_ENGINE = new Set(['step', 'hook', 'subprocess']);

export interface Policy {
  /** ms; undefined: the request says nothing, 0: no limit. */
  timeoutMs: number | undefined;
  retry: RetryPolicy;
  onLost: 'retry' | 'fail';
}

/** @throws UsageError naming the field */
function policyOf(request: RequestMessage): Policy {
  const { options, def, taskId, kind } = request;
  const said = options.timeout ?? def.timeout;
  const onLost = options.onLost ?? def.onLost ?? 'retry';
  if (onLost !== 'retry' && onLost !== 'fail') {
    throw new UsageError(`onLost of ${taskId} is ${JSON.stringify(onLost)}`, {
      hint: 'It must be "retry" or "fail".',
    });
  }
  return {
    timeoutMs:
      said === undefined || said === null
        ? declaredTimeout(def, kind)
        : durationMs(said, `timeout of ${taskId}`),
    retry: parseRetryPolicy(options.retry ?? def.retry, `retry of ${taskId}`),
    onLost,
  };
}

/** For a definition whose own cannot be read. */
export const NO_POLICY: Policy = { timeoutMs: undefined, retry: { ...NO_RETRY }, onLost: 'retry' };

export function readPolicy(request: RequestMessage): Policy | { error: SerializedError } {
  try {
    return policyOf(request);
  } catch (error) {
    return { error: { name: (error as Error).name, message: (error as Error).message } };
  }
}

/** True when no job of this kind carries it out: it waits for a person, time, a signal or another machine. */
export function isForOthers(request: RequestMessage, performer: Performer): boolean {
  if (request.external || WAITS.has(request.kind)) return true;
  return !IN_ENGINE.has(request.kind) && !performer.can(request);
}

/** Like `isForOthers`, for the journal: waits of the engine's own kinds are known by their kind. */
export function isExternal(request: RequestMessage, performer: Performer): boolean {
  return request.external || (!WAITS.has(request.kind) && isForOthers(request, performer));
}

/** ms that one attempt may take; 0: as long as it likes. */
export function attemptTimeout(request: RequestMessage, policy: Policy, limits: DriveLimits): number {
  if (request.kind === 'subprocess') return 0; // a child outlives its job: its limit is that of the whole wait
  return policy.timeoutMs ?? limits.taskTimeoutMs;
}

/** When a sleep is over, ms since the epoch. */
export function wakeOf(request: RequestMessage): number {
  const target = Number((request.def.sleep as { targetEpochMs?: Json } | undefined)?.targetEpochMs);
  return Number.isFinite(target) ? target : 0;
}

/** ms since the epoch at which time itself settles a wait; undefined: never. */
function deadlineOf(
  request: RequestMessage,
  policy: Policy,
  world: { performer: Performer; now: number; limits: DriveLimits },
): number | undefined {
  if (request.kind !== 'subprocess' && !isForOthers(request, world.performer)) return undefined;
  const ms = policy.timeoutMs ?? (request.kind === 'breakpoint' ? world.limits.breakpointTimeoutMs : 0);
  const limit = ms > 0 ? world.now + ms : undefined;
  if (request.kind !== 'sleep') return limit;
  return Math.min(limit ?? Number.POSITIVE_INFINITY, wakeOf(request));
}

/** What the journal says of a request beside what the process said: when it times out, who does it, who decides it. */
export function noteOf(
  request: RequestMessage,
  world: Pick<DriveWorld, 'performer' | 'clock' | 'rulesOf'>,
  limits: DriveLimits,
): RequestNote {
  const { performer, clock } = world;
  const policy = readPolicy(request);
  const deadline =
    'error' in policy ? undefined : deadlineOf(request, policy, { performer, now: clock.now(), limits });
  const rules = request.kind === 'breakpoint' ? world.rulesOf?.(request) : undefined;
  return {
    deadline: deadline === undefined ? undefined : new Date(deadline).toISOString(),
    external: isExternal(request, performer),
    policy: rules !== undefined && 'policy' in rules ? rules.policy : undefined,
  };
}
