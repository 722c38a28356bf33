/** Changes to a run from outside: made here when nobody drives it, otherwise left to its driver as a message. */
import { LeaseHeldError, LonghaulError, RunEndedError } from '../errors.ts';
import type { Actor, Owner } from '../journal/events.ts';
import { ulid } from '../journal/ids.ts';
import { type EffectState, type RunState, statusOf } from '../journal/state.ts';
import { redactor, redactValue } from '../redact.ts';
import type { Lease, Message, OpenRun } from '../stores/contract.ts';
import { applyMail, type Receipt } from './mail.ts';

/** How a change was made: by us, or by whoever drives the run. */
export type Change<T> = { by: 'us'; value: T } | { by: 'driver'; driver: string; messageId: string };

export interface Request {
  run: OpenRun;
  owner: Owner;
  actor: Actor;
  /** M1; default: a ULID. */
  messageId?: string;
  /** Where it comes from (the URL of a workflow run). */
  source?: string;
  /** Takes the caller's secrets out of what is written. Default: what has the shape of one. */
  redact?: (text: string) => string;
}

/** What every message has, for the attempt that the run is at. */
export function envelope(
  { actor, messageId = ulid(), source }: Pick<Request, 'actor' | 'messageId' | 'source'>,
  state: RunState,
): { id: string; attempt: number; at: string; actor: Actor; source?: string } {
  const at = new Date().toISOString();
  return { id: messageId, attempt: state.attempt, at, actor, ...(source === undefined ? {} : { source }) };
}

/**
 * Makes the change under the lease; while a driver has it, drops the message and looks once more: a driver that
 * let go in between may have read its mailbox for the last time before the message came (design §1).
 * @throws what `direct` throws; LonghaulError when the message could be acted on and was refused
 */
export async function change<T>(
  { run, owner, redact = redactor([]) }: Request,
  message: (state: RunState) => Message,
  direct: (lease: Lease) => T,
): Promise<Change<T | undefined>> {
  const first = await underLease(run, owner, direct);
  if (first.held === undefined) return { by: 'us', value: first.value };
  // It lies in the store before anybody records it.
  const sent = redactValue(message(run.load().state), redact);
  await run.mailbox.deliver(sent);
  const second = await underLease(run, owner, (lease) => collect(run, lease));
  if (second.held !== undefined) return { by: 'driver', driver: second.held.owner, messageId: sent.id };
  const receipt = second.value.find(({ messageId }) => messageId === sent.id);
  // No receipt: the driver took the message before it let go.
  if (receipt !== undefined && !receipt.done) throw refusal(run.runId, receipt.text);
  return { by: 'us', value: undefined };
}

/** A message that was read and not acted on. */
export function refusal(runId: string, text: string): LonghaulError {
  return new LonghaulError('REFUSED', `Run ${runId}: ${text}`, {
    hint: `See what it waits for now with \`longhaul task:list ${runId} --pending\`.`,
  });
}

async function collect(run: OpenRun, lease: Lease): Promise<Receipt[]> {
  const { receipts, names } = applyMail(lease.journal, undefined, await run.mailbox.read());
  await lease.save({ mail: names });
  return receipts;
}

export type Held<T> = { held: LeaseHeldError } | { held: undefined; value: T };

/** Does `work` with the journal in hand and saves it; `held` when a driver has the lease. */
export async function underLease<T>(
  run: OpenRun,
  owner: Owner,
  work: (lease: Lease) => T | Promise<T>,
): Promise<Held<T>> {
  let lease: Lease;
  try {
    lease = await run.acquire(owner);
  } catch (error) {
    if (error instanceof LeaseHeldError) return { held: error };
    throw error;
  }
  try {
    const value = await work(lease);
    await lease.save({ last: true });
    return { held: undefined, value };
  } finally {
    await lease.release();
  }
}

/** An ended run takes nothing. @throws RunEndedError */
export function refuseEnded(state: RunState, what: string): void {
  if (state.terminal === undefined) return;
  throw new RunEndedError(state.runId, statusOf(state), what, afterEnd(state));
}

function afterEnd({ runId, terminal }: RunState): string {
  return terminal?.status === 'failed' && !terminal.sealed
    ? `Mend what it failed of, and open it again with \`longhaul resume ${runId}\`.`
    : `It stays as it ended (see \`longhaul run:status ${runId}\`): start a new run.`;
}

const SETTLED = {
  resolved_ok: 'resolved',
  resolved_error: 'resolved with an error',
  cancelled: 'cancelled',
} as const;

/** The effect, while it can be settled. @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED) */
export function pendingEffect(state: RunState, effectId: string, what: string): EffectState {
  refuseEnded(state, what);
  const effect = state.effects.get(effectId);
  if (effect === undefined) {
    throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${state.runId}`, {
      hint: `See its effects with \`longhaul task:list ${state.runId}\`.`,
    });
  }
  if (effect.status !== 'requested') {
    throw new LonghaulError(
      'EFFECT_SETTLED',
      `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`,
      { hint: `See how it ended with \`longhaul task:show ${state.runId} ${effectId}\`.` },
    );
  }
  if (effect.dropped) {
    throw new LonghaulError(
      'EFFECT_DROPPED',
      `Effect ${effectId} was not asked for again after a retry; nothing was written`,
      { hint: `See what the run asks for now with \`longhaul task:list ${state.runId} --pending\`.` },
    );
  }
  return effect;
}
