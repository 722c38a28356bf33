/** An effect that a driver has in hand, and what the parts of the driver share about all of them. */
import type { Effect, ExecutorWorld, Outcome, StopReason } from '../executors/contract.ts';
import { idempotencyKey } from '../journal/digest.ts';
import type { Actor, EffectStartedData, Json, SerializedError } from '../journal/events.ts';
import { type EffectState, hasChild, type RunState } from '../journal/state.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import type { Agenda } from './agenda.ts';
import type { Policy } from './policy.ts';
import type { Recorder, SettleDetails } from './recorder.ts';
import type { Rounds } from './rounds.ts';
import type { DriveLimits, DriveWorld } from './world.ts';

/** Why and by whom an effect is stopped. */
export interface Stop {
  kind: StopReason['kind'];
  reason: string;
  actor?: Actor | undefined;
  messageId?: string | undefined;
}

export interface Live {
  request: RequestMessage;
  readonly effect: EffectState;
  readonly policy: Policy;
  readonly round: number;
  /** `held`: its round is not this job's any more. `starting`: the store does not hold its start yet. */
  phase: 'waiting' | 'held' | 'queued' | 'starting' | 'running';
  /** The attempt that is queued or made, and why it is not the first. */
  attempt: number;
  because: EffectStartedData['because'];
  /** ms since the epoch; 0: it has not been started here. */
  startedAt: number;
  /** Stops what runs for it: a command, a child, a question at the terminal. */
  abort: AbortController | undefined;
  stop: Stop | undefined;
  /** Resolves when nothing of it runs here any more. */
  ended: Promise<void> | undefined;
  alarms: (() => void)[];
  /** While the run is cancelled, an outcome waits for its turn in the order of steps (E6). */
  deferred: Outcome | 'wanted' | undefined;
}

export function newLive(request: RequestMessage, effect: EffectState, policy: Policy, round: number): Live {
  return {
    request,
    effect,
    policy,
    round,
    phase: 'waiting',
    attempt: effect.starts.at(-1)?.attempt ?? 0,
    because: undefined,
    startedAt: 0,
    abort: undefined,
    stop: undefined,
    ended: undefined,
    alarms: [],
    deferred: undefined,
  };
}

export interface EffectsClient {
  /** Resolves when a command may start (E3). */
  beforeCommand(strict: boolean): Promise<void>;
  /** Resolves when a step may start; undefined: at once. */
  beforeStep(): Promise<void> | undefined;
  startStep(effectId: string, attempt: number, idempotencyKey: string): void;
  abortStep(effectId: string, reason: string, timedOut: boolean): void;
  /** The step does not stop: it is left behind in its worker, which must go some time (E4). */
  abandonStep(effectId: string): void;
  runChild(request: RequestMessage, failures: number, signal: AbortSignal): Promise<Outcome>;
  /** Something was journaled or became idle. */
  changed(): void;
  /** A fault of the engine: the drive ends with it. */
  fault(error: unknown): void;
}

/** What effects are done with. */
export interface EffectsWorld {
  state: RunState;
  recorder: Recorder;
  agenda: Agenda;
  rounds: Rounds;
  world: DriveWorld;
  /** Takes secrets out of text. */
  redact(text: string): string;
  limits: DriveLimits;
  owner: string;
  places: { runDir: string; artifactsDir: string; env: Record<string, string> };
  client: EffectsClient;
  /** False: only record what is asked for (run:iterate). */
  execute: boolean;
}

/** Settles effects; every one exactly once. */
export interface Book {
  /** Nothing is journaled any more. */
  readonly muted: boolean;
  isOpen(live: Live): boolean;
  settleOk(live: Live, value: Json, details?: SettleDetails): void;
  settleError(live: Live, error: SerializedError, details?: SettleDetails): void;
  settleCancelled(live: Live, reason: string, details?: SettleDetails): void;
}

export function keyOf(state: RunState, effect: EffectState): string {
  return idempotencyKey(state.runId, effect.request, effect.occurrence);
}

export function effectOf(state: RunState, live: Live): Effect {
  const { effectId, stepId, taskId, kind, label, def, args } = live.request;
  return {
    runId: state.runId,
    effectId,
    stepId,
    taskId,
    kind,
    label,
    def,
    args: JSON.parse(args) as Json,
    attempt: Math.max(1, live.attempt),
    idempotencyKey: keyOf(state, live.effect),
  };
}

export function executorWorld(
  { places, world, limits, redact }: EffectsWorld,
  live: Live,
  signal: AbortSignal,
): ExecutorWorld {
  const { effectId, label } = live.request;
  return {
    ...places,
    workspace: world.workspace,
    agentCommand: world.agentCommand,
    signal,
    graceMs: limits.graceMs,
    hurry: world.hurry,
    onOutput: (stream, text) => world.report({ type: 'output', effectId, label, stream, text }),
    redact,
  };
}

/** Calls off everything that time would do to it. */
export function calmDown(live: Live): void {
  for (const callOff of live.alarms.splice(0)) callOff();
}

export function isActive(live: Live): boolean {
  return live.phase === 'starting' || live.phase === 'running';
}

/** Its child waits, or is driven elsewhere: nothing of it runs here. */
export function waitsForChild({ effect, phase }: Live): boolean {
  return phase === 'waiting' && hasChild(effect) && effect.starts.at(-1)?.notBefore === undefined;
}

/** E6: pending when the cancel of the run was asked for, and not shielded. */
export function isHit(live: Live, cancelSeq: number): boolean {
  return live.effect.seq < cancelSeq && live.effect.request.shielded !== true;
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** What a `signal` effect waits for. */
export function signalName(live: Live): string {
  return String((live.request.def.metadata as { name?: Json } | undefined)?.name ?? '');
}
