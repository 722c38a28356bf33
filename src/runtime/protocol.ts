/**
 * What the driver (main thread) and the worker that runs the process say to each other.
 * Everything is plain data; results travel as JSON text, so that nothing is cloned twice.
 */
import type { JsonObject, SerializedError } from '../journal/events.ts';
import type { SettlementOutcome } from '../journal/reader.ts';
import type { JournalRefs, Settlement } from '../journal/replay-input.ts';

/** A file of the carried code, as it is served to the process. */
export interface CodeFile {
  /** Relative to the workspace, `/` as separator. */
  path: string;
  /** Node's module format: module, commonjs, json, module-typescript, commonjs-typescript. */
  format: string;
  source: string;
}

export interface WorkerInit {
  runId: string;
  /** What random numbers are drawn from; default: the run id. A fork has its parent's. */
  seed?: string | undefined;
  processId: string;
  runDir: string;
  artifactsDir: string;
  workspace: string;
  /** Absolute path of the process file, and the export to call (undefined: `process`, then `default`). */
  entry: { path: string; exportName: string | undefined };
  /** JSON text; undefined when the run has no inputs. */
  inputs: string | undefined;
  /** ISO time at which the run was created: what `Date` shows before the first settlement. */
  createdAt: string;
  /** Where the journal stands on disk; the worker reads it itself. */
  journal: JournalRefs;
  /** The driver's list of whose files it has taken to hold against their segment: the worker takes the rest. */
  shared?: Int32Array | undefined;
  /** Sources to serve instead of the workspace's; undefined: take the workspace's and capture them. */
  code: CodeFile[] | undefined;
  /** Effects to open again (RUN_RETRIED is written once the replay has agreed). */
  retry: string[];
  /** The run was created to ask nobody (run.json). */
  nonInteractive: boolean;
  /** What `ctx.origin` shows. */
  origin: JsonObject | null;
  /** Values that may not reach a journal, put out of arguments and results before they are digested. */
  secrets: string[];
  /** Handles open longer than this do not hold a settlement back (P2), milliseconds. */
  handleGraceMs: number;
  /** With a handle open, so long without a request counts as quiet in a replay (P6), milliseconds. */
  replayGraceMs: number;
}

/** One call of the process that the journal does not hold yet, or holds without a settlement. */
export interface RequestMessage {
  effectId: string;
  stepId: string;
  taskId: string;
  kind: string;
  label: string;
  labels: string[];
  invocationKey: string;
  def: JsonObject;
  /** JSON text of the arguments. */
  args: string;
  argsDigest: string;
  after: number;
  waits: number;
  site: string;
  /** `timeout`, `retry`, `onLost` as the process gave them. */
  options: JsonObject;
  shielded: boolean;
  external: boolean;
  /** True: EFFECT_REQUESTED stands in the journal already. */
  journaled: boolean;
}

export type { SettlementOutcome } from '../journal/reader.ts';

/** A journaled settlement on its way to the process. */
export type SettlementMessage = Omit<Settlement, 'seq'>;

export type ToWorker =
  /** The first message. `env`: all of the process's environment. */
  | { type: 'init'; init: WorkerInit; env: Record<string, string> }
  | { type: 'settle'; settlements: SettlementMessage[] }
  | { type: 'start-step'; effectId: string; attempt: number; idempotencyKey: string }
  | { type: 'abort-step'; effectId: string; reason: string; timedOut: boolean }
  | { type: 'abandon-step'; effectId: string }
  | { type: 'ping'; id: number };

export interface ReplayEnd {
  handed: number;
  /** Journaled requests that the process did not ask again after a retry (P6). */
  dropped: string[];
  /** µs spent between the first hand-over and the end of the replay, for the curious. */
  elapsedUs: number;
}

/** What a divergence report is made of; the driver adds texts and diffs. */
export interface DivergenceFacts {
  /** `beyond`: the run has completed, and the code asks for more. */
  because: 'missing' | 'unmatched' | 'ended' | 'beyond';
  lastAgreed: { stepId: string; taskId: string; kind: string; site: string }[];
  journal: {
    stepId: string;
    taskId: string;
    kind: string;
    effectId: string;
    site: string;
    argsDigest: string;
  }[];
  /** `early`: the step of the journal that the call is, where it comes before its time. */
  code: { taskId: string; kind: string; site: string; args: string; early?: string }[];
  /** How the process ended while the journal goes on. */
  ended: string | undefined;
}

export type FromWorker =
  | { type: 'loaded' }
  /** A packed segment is not what the files say. */
  | { type: 'stale' }
  | { type: 'replayed'; end: ReplayEnd }
  | { type: 'requests'; requests: RequestMessage[] }
  | { type: 'withdraw'; effectId: string; reason: string }
  /** Quiet: nothing will happen in the process until a settlement comes. */
  | { type: 'idle'; handed: number; stuckSteps: string[] }
  | { type: 'log'; logSeq: number; label: string | undefined; message: string }
  | { type: 'step-result'; effectId: string; attempt: number; outcome: SettlementOutcome }
  | { type: 'returned'; output: string; warnings: string[]; cleanupErrors: SerializedError[] }
  | { type: 'threw'; error: SerializedError; effectId: string | undefined; cleanupErrors: SerializedError[] }
  | { type: 'halted'; reason: string; payload: string; cleanupErrors: SerializedError[] }
  | { type: 'diverged'; facts: DivergenceFacts }
  /** The process could not be loaded, or broke its worker. */
  | { type: 'crashed'; stage: 'load' | 'process'; error: SerializedError }
  | { type: 'warning'; message: string }
  /** A secret was taken out of what the process asked for or gave; said once. */
  | { type: 'redacted' }
  | { type: 'code'; files: CodeFile[] }
  | { type: 'pong'; id: number };
