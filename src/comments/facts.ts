/** What the comments tell of: plain data, whatever it came from. Text of others in it is made safe by the renderers. */
import type { RunStatus } from '../journal/events.ts';
import type { StepRow } from '../report/steps.ts';
import type { DecisionVerb } from './command.ts';

export type Strategy = 'single' | 'first-response-wins' | 'collect-all' | 'quorum';

/** Who may decide. `name`: a login, `org/team`, `app[bot]` or a permission level, without `@` or `role:`. */
export interface Approver {
  kind: 'user' | 'team' | 'app' | 'role';
  name: string;
}

/** A file of the context. */
export interface ShownFile {
  path: string;
  /** Of the file at the exact commit. */
  url: string;
  /** Its text, or the beginning of it; undefined: it is not text, or could not be read (`note` says why). */
  excerpt?: string;
  note?: string;
}

/** What the process wants decided. */
export interface Shown {
  title: string;
  question: string;
  /** Text, or undefined. */
  context?: string;
  files: readonly ShownFile[];
  options: readonly string[];
  expert: readonly string[];
  tags: readonly string[];
}

/** By which rules it is decided: recorded when the breakpoint opened. */
export interface Policy {
  /** Empty never: the default is role write. */
  approvers: readonly Approver[];
  strategy: Strategy;
  /** Approvals that it takes (collect-all: answers). */
  needed: number;
  allowSelf: boolean;
  /** Logins that count as self. */
  self: readonly string[];
  /** On a pull request: the head that the decision is about, whether a push voids it, and the head before one that did. */
  head?: { sha: string; required: boolean; from?: string };
}

/** One counted decision. */
export interface Said {
  decision: DecisionVerb;
  login: string;
  /** ISO time of the comment. */
  at: string;
  /** Of the comment or review. */
  url?: string;
  text?: string;
  option?: string;
  permission?: string;
}

export interface BreakpointFacts {
  runId: string;
  effectId: string;
  ref: string;
  shown: Shown;
  policy: Policy;
  /** Counted so far, oldest first. */
  said: readonly Said[];
  /** ISO time. */
  deadline?: string;
  digest: string;
  nonce: string;
  /** The workflow run, the status comment. */
  links: readonly Link[];
}

export interface Link {
  text: string;
  url: string;
}

/** How a breakpoint was closed. */
export type Closed =
  | { how: 'approved' | 'rejected'; at: string }
  | { how: 'timed-out'; at: string }
  | { how: 'cancelled' | 'halted'; at: string; by?: string; reason: string }
  /** The process no longer asks: a race was lost, or the run ended. */
  | { how: 'withdrawn'; at: string; reason: string };

export interface DecidedFacts extends BreakpointFacts {
  closed: Closed;
  /** What happens next, in a sentence of ours. */
  next?: string;
}

/** What a run waits for, with the reference that cancels it. */
export interface PendingFact {
  effectId: string;
  ref: string;
  kind: string;
  title: string;
  /** ISO time at which time moves it on. */
  wakeAt?: string;
  /** Its comment, or its job. */
  url?: string;
}

export interface StatusFacts {
  runId: string;
  processId: string;
  status: RunStatus;
  /** ISO times. */
  createdAt: string;
  /** Of the newest event; durations of what is not done end here. */
  updatedAt: string;
  /** Seq of the last event: a reader who saw a higher one knows that the store was moved back. */
  seq: number;
  attempt: number;
  /** Of the run's end. */
  error?: string;
  reason?: string;
  steps: readonly StepRow[];
  pending: readonly PendingFact[];
  /** Said before anything else. */
  warnings: readonly string[];
  /** Jobs, the journal's commit. */
  links: readonly Link[];
  /** ISO time of the last scheduled sweep; null: never seen; undefined: not known, not shown. */
  lastSweep?: string | null;
}
