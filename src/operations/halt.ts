/** run:halt: seals a run (requirements H1-H20). Loads no process code. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DamageError, LeaseHeldError, RunEndedError } from '../errors.ts';
import { ENDINGS } from '../journal/endings.ts';
import { checkSound } from '../journal/open-run.ts';
import type { RunState } from '../journal/state.ts';
import { statusOf } from '../journal/state.ts';
import { completionProofOf, type RunMetadata } from '../journal/task-files.ts';
import { type Finding, verifyRun } from '../journal/verify.ts';
import { redactor } from '../redact.ts';
import type { RunStore } from '../stores/contract.ts';
import { sealEvent } from './ending.ts';
import { openChildren, wakeParent } from './family.ts';
import { type RebuildMetadata, rebuildMetadata } from './rebuild.ts';
import { completeEnd, type SealOptions, sealJournal } from './seal.ts';
import { envelope, type Request } from './under-lease.ts';

/** A live driver gets so long to signal its effects and seal the run itself (M9), ms. */
const DRIVER_MS = 30_000;
/** Looks at the store become rarer while it does not. */
const FIRST_LOOK_MS = 200;
const LAST_LOOK_MS = 2000;

export interface HaltRequest extends Request {
  store: RunStore;
  finalStatus: 'completed' | 'failed';
  reason: string;
  workspace: string;
  /** Also seals a run that has ended. */
  force?: boolean;
  /** How long a live driver is waited for, ms. */
  driverMs?: number;
}

export interface HaltPlan {
  dryRun: true;
  runDir: string;
  plan: 'halt_run';
  eventType: string;
  finalStatus: 'completed' | 'failed';
  reason: string;
  completionProof: string;
  alreadyTerminal: boolean;
  damaged?: Finding[];
}

export interface HaltDocument {
  runDir: string;
  halted: true;
  finalStatus: 'completed' | 'failed';
  reason: string;
  completionProof: string;
  /** It had ended before. */
  alreadyTerminal: boolean;
  /** The same halt stood there already: nothing was written. */
  unchanged: boolean;
  event: { seq: number; ulid: string; type: string; recordedAt: string };
  metadata: RebuildMetadata;
  /** Entries of the journal that cannot be trusted; they were left as they are. */
  damaged?: Finding[];
  /** Runs that it had started and was waiting for: sealed with it. */
  children?: string[];
}

interface Situation {
  metadata: RunMetadata;
  state: RunState;
  findings: Finding[];
}

function situationOf({ run }: HaltRequest): Situation {
  const findings = verifyRun(run.runDir).filter((finding) => finding.warning !== true);
  try {
    const { state, run: metadata } = run.load();
    checkSound(run.runDir, state);
    return { metadata, state, findings };
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    const { state, run: metadata } = run.load({ damaged: true });
    return { metadata, state, findings };
  }
}

/** @throws RunEndedError */
export function planHalt(asked: HaltRequest): HaltPlan {
  const request = redacted(asked);
  const { metadata, state, findings } = situationOf(request);
  const { finalStatus, reason, run } = request;
  if (!isSameSeal(state, request)) refuse(state, request);
  return {
    dryRun: true,
    runDir: run.runDir,
    plan: 'halt_run',
    eventType: ENDINGS[finalStatus].event,
    finalStatus,
    reason,
    completionProof: completionProofOf(metadata),
    alreadyTerminal: state.terminal !== undefined,
    ...(findings.length === 0 ? {} : { damaged: findings }),
  };
}

/**
 * Seals the run and the runs that it has started and waits for.
 * @throws RunEndedError without `force`; LonghaulError (PERSIST_FAILED, ANNOUNCE_FAILED)
 */
export async function haltRun(asked: HaltRequest): Promise<HaltDocument> {
  const request = redacted(asked);
  const before = situationOf(request);
  const alreadyTerminal = before.state.terminal !== undefined;
  const unchanged = isSameSeal(before.state, request);
  if (!unchanged) refuse(before.state, request);
  const sealed = unchanged ? before.state : await seal(request, before);
  // Whoever sealed it may have been killed before he did all that follows from it: each of that can be done again.
  if (unchanged) await completeEnd(request.run, request.owner, request.workspace);
  const children = await haltChildren(request, sealed);
  // A parent that cannot be read finds out when it is mended.
  await wakeParent(request.store, sealed.created?.parent, sealed.terminal).catch(() => undefined);
  return {
    ...document(request, before, sealed, { alreadyTerminal, unchanged }),
    ...(children.length === 0 ? {} : { children }),
  };
}

/** What nobody waits for any more ends, too; what has ended meanwhile stays as it ended. */
async function haltChildren(request: HaltRequest, sealed: RunState): Promise<string[]> {
  const { store, run } = request;
  const halted: string[] = [];
  for (const runId of openChildren(sealed)) {
    if (!(await store.exists(runId))) continue;
    const child = await store.open(runId);
    const reason = `run ${run.runId}, which started this one, was halted: ${request.reason}`;
    try {
      await haltRun({ ...request, run: child, reason, force: false });
      halted.push(runId);
    } catch (error) {
      if (!(error instanceof RunEndedError)) throw error;
    }
  }
  return halted;
}

/** Once and first: a secret reaches neither the mailbox nor the journal, and makes no other reason of the same one. */
function redacted(request: HaltRequest): HaltRequest {
  const { redact = redactor([]) } = request;
  return { ...request, reason: redact(request.reason) };
}

function isSameSeal({ terminal }: RunState, { reason, finalStatus }: HaltRequest): boolean {
  return terminal?.sealed === true && terminal.reason === reason && terminal.status === finalStatus;
}

function refuse(state: RunState, { run, force }: HaltRequest): void {
  if (state.terminal === undefined || force === true) return;
  throw new RunEndedError(
    run.runId,
    statusOf(state),
    'a halt',
    'Seal it all the same with --force: a second end is then written behind the first.',
  );
}

const endOf = ({ finalStatus, reason, actor, messageId, source }: HaltRequest) =>
  ({ type: 'sealed', finalStatus, reason, actor, messageId, source }) as const;

/** By ourselves when nobody drives the run; otherwise its driver gets the message, and time to seal it (M9). */
async function seal(request: HaltRequest, before: Situation): Promise<RunState> {
  const { run, finalStatus, reason } = request;
  const free = await sealIfFree(request, before);
  if (free !== undefined) return endedAsAsked(request, free);
  const { name } = await run.mailbox.deliver({
    ...envelope(request, before.state),
    kind: 'halt',
    finalStatus,
    reason,
  });
  const sealed =
    (await sealedByDriver(request, before)) ?? (await sealJournal(sealOptions(request, before, true)));
  await run.mailbox.delete([name]);
  return endedAsAsked(request, sealed);
}

function sealOptions(request: HaltRequest, { metadata, state }: Situation, force: boolean): SealOptions {
  const { run, owner, workspace } = request;
  const event = sealEvent(metadata, endOf(request));
  return { run, owner, workspace, force, again: state.terminal !== undefined, event };
}

/** undefined: somebody drives it. */
async function sealIfFree(request: HaltRequest, before: Situation): Promise<RunState | undefined> {
  try {
    return await sealJournal(sealOptions(request, before, false));
  } catch (error) {
    if (error instanceof LeaseHeldError) return undefined;
    throw error;
  }
}

/** The end of a run whose driver reacts, or goes away, in time; undefined: it does not. */
async function sealedByDriver(request: HaltRequest, before: Situation): Promise<RunState | undefined> {
  const { run, driverMs = DRIVER_MS } = request;
  const until = Date.now() + driverMs;
  for (let pause = FIRST_LOOK_MS; Date.now() < until; pause = Math.min(pause * 1.3, LAST_LOOK_MS)) {
    await sleep(Math.min(pause, Math.max(0, until - Date.now())));
    // Asking who drives it looks at the store: what is read then is how it stands there.
    const holder = await run.owner();
    const { state } = run.load({ damaged: true });
    if (state.terminal !== undefined && before.state.terminal === undefined) return state;
    const free = holder === undefined ? await sealIfFree(request, before) : undefined;
    if (free !== undefined) return free;
  }
  return undefined;
}

/** A driver may have ended the run otherwise before it saw the message. */
function endedAsAsked(request: HaltRequest, state: RunState): RunState {
  if (state.terminal?.sealed !== true) refuse(state, { ...request, force: false });
  return state;
}

function document(
  { run, finalStatus, reason }: HaltRequest,
  { metadata, findings }: Situation,
  state: RunState,
  facts: { alreadyTerminal: boolean; unchanged: boolean },
): HaltDocument {
  const { terminal } = state;
  return {
    runDir: run.runDir,
    halted: true,
    finalStatus,
    reason,
    completionProof: completionProofOf(metadata),
    ...facts,
    event: {
      seq: terminal?.seq ?? 0,
      ulid: terminal?.ulid ?? '',
      type: terminal?.type ?? '',
      recordedAt: terminal?.at ?? '',
    },
    metadata: rebuildMetadata(state, 'manual_halt', !facts.unchanged),
    ...(findings.length === 0 ? {} : { damaged: findings }),
  };
}
