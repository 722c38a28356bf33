/** run:halt: seals a run (requirements H1-H20). Loads no process code. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DamageError, RunEndedError } from '../errors.ts';
import { checkSound } from '../journal/open-run.ts';
import type { RunState } from '../journal/state.ts';
import { statusOf } from '../journal/state.ts';
import { completionProofOf, type RunMetadata } from '../journal/task-files.ts';
import { type Finding, verifyRun } from '../journal/verify.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { Lease } from '../stores/contract.ts';
import { journalEnd, sealEvent } from './ending.ts';
import { announceEnd, persistFinal } from './final.ts';
import { type RebuildMetadata, rebuildMetadata } from './rebuild.ts';
import { sealJournal } from './seal.ts';
import { envelope, type Request, underLease } from './under-lease.ts';

/** A live driver gets so long to signal its effects and seal the run itself (M9), ms. */
const DRIVER_MS = 30_000;
const LOOK_EVERY_MS = 200;

export interface HaltRequest extends Request {
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
  eventType: 'RUN_COMPLETED' | 'RUN_FAILED';
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
}

interface Situation {
  metadata: RunMetadata;
  state: RunState;
  /** The journal cannot be opened for appending. */
  isDamaged: boolean;
  findings: Finding[];
}

function situationOf({ run }: HaltRequest): Situation {
  const metadata = run.metadata();
  const findings = verifyRun(run.runDir).filter((finding) => finding.warning !== true);
  try {
    const { state } = run.load();
    checkSound(run.runDir, state);
    return { metadata, state, isDamaged: false, findings };
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    return { metadata, state: run.load({ damaged: true }).state, isDamaged: true, findings };
  }
}

/** @throws RunEndedError, DamageError when run.json is unreadable */
export function planHalt(request: HaltRequest): HaltPlan {
  const { metadata, state, findings } = situationOf(request);
  const { finalStatus, reason, run } = request;
  if (!isSameSeal(state, request)) refuse(state, request);
  return {
    dryRun: true,
    runDir: run.runDir,
    plan: 'halt_run',
    eventType: finalStatus === 'completed' ? 'RUN_COMPLETED' : 'RUN_FAILED',
    finalStatus,
    reason,
    completionProof: completionProofOf(metadata),
    alreadyTerminal: state.terminal !== undefined,
    ...(findings.length === 0 ? {} : { damaged: findings }),
  };
}

/** @throws RunEndedError without `force`, DamageError when run.json is unreadable */
export async function haltRun(request: HaltRequest): Promise<HaltDocument> {
  const before = situationOf(request);
  const alreadyTerminal = before.state.terminal !== undefined;
  if (isSameSeal(before.state, request))
    return document(request, before, before.state, { alreadyTerminal: true, unchanged: true });
  refuse(before.state, request);
  const sealed = await (before.isDamaged || alreadyTerminal
    ? sealBehind(request, before, false)
    : sealOpen(request, before));
  return document(request, before, sealed, { alreadyTerminal, unchanged: false });
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

const endOf = ({ finalStatus, reason, actor }: HaltRequest) =>
  ({ type: 'sealed', finalStatus, reason, actor, messageId: undefined }) as const;

function sealBehind(request: HaltRequest, { metadata }: Situation, force: boolean): Promise<RunState> {
  const { run, owner, workspace } = request;
  return sealJournal({ run, owner, workspace, force, event: sealEvent(metadata, endOf(request)) });
}

/** By ourselves when nobody drives the run; otherwise its driver gets the message, and time to seal it. */
async function sealOpen(request: HaltRequest, before: Situation): Promise<RunState> {
  const { run, owner } = request;
  const seal = ({ journal }: Lease): RunJournal => {
    if (journal.state.terminal !== undefined) return journal; // its driver was quicker
    journalEnd(journal, endOf(request));
    persistFinal(journal, request.workspace);
    return journal;
  };
  const sealed = (journal: RunJournal): RunState => {
    announceEnd(journal);
    return endedAsAsked(request, journal.state);
  };
  const first = await underLease(run, owner, seal);
  if (first.held === undefined) return sealed(first.value);
  const { finalStatus, reason } = request;
  const message = { ...envelope(request, before.state), kind: 'halt', finalStatus, reason } as const;
  const { name } = await run.mailbox.deliver(message);
  const until = Date.now() + (request.driverMs ?? DRIVER_MS);
  while (Date.now() < until) {
    await sleep(LOOK_EVERY_MS);
    const { state } = run.load();
    if (state.terminal !== undefined) return endedAsAsked(request, state);
    if ((await run.owner()) !== undefined) continue;
    const again = await underLease(run, owner, seal);
    if (again.held !== undefined) continue;
    await run.mailbox.delete([name]);
    return sealed(again.value);
  }
  const state = await sealBehind(request, before, true);
  await run.mailbox.delete([name]);
  return state;
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
