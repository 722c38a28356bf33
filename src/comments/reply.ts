/** Everything that a comment can be answered with; replies.ts has the words. */
import type { DecisionVerb } from './command.ts';
import type { Link } from './facts.ts';

/** Why a comment changed nothing, or what it asked for. */
export type Reply =
  // The comment cannot count.
  | { code: 'edited' }
  | { code: 'deleted' }
  | { code: 'bot'; login: string }
  | { code: 'own-token' }
  | { code: 'rerun' }
  // The person may not.
  | { code: 'no-permission'; verb?: string; needs: string; has: string }
  | { code: 'not-approver'; approvers: readonly string[] }
  | { code: 'self'; because: 'starter' | 'retried' | 'upgraded' | 'author' }
  | { code: 'already-counted'; decision: DecisionVerb }
  // It is about nothing that is open.
  | { code: 'no-breakpoint' }
  | { code: 'unknown-ref'; ref: string; open: readonly OpenRef[] }
  | { code: 'which-breakpoint'; open: readonly OpenRef[] }
  | { code: 'other-issue'; ref: string; link?: Link }
  | { code: 'closed'; ref: string; outcome: string; link?: Link }
  | { code: 'old-digest'; ref: string; link?: Link }
  | { code: 'earlier-code'; ref: string; link?: Link }
  | { code: 'head-moved'; ref: string; from: string; to: string }
  // It is not clear what it says.
  | { code: 'not-an-option'; options: readonly string[] }
  | { code: 'answer-needs-text'; ref?: string }
  | { code: 'cancel-needs-effect'; open: readonly OpenRef[] }
  | { code: 'which-effect'; effect: string; open: readonly OpenRef[] }
  | { code: 'which-run'; verb: 'halt' | 'retry' | 'status'; runs: readonly string[] }
  // The run takes it no more.
  | { code: 'run-ended'; runId: string; status: string }
  | { code: 'halted-already'; runId: string; by?: string; at: string; reason: string }
  | { code: 'earlier-attempt'; runId: string; attempt: number }
  | { code: 'not-retryable'; runId: string; status: string; why: string }
  | { code: 'retry-needs-upgrade'; runId: string }
  // It asked for an answer.
  | { code: 'status'; link: Link; runId?: string; status?: string; lastSweep?: string | null }
  | { code: 'help' };

export type ReplyCode = Reply['code'];

export interface OpenRef {
  ref: string;
  title: string;
  /** To its comment. */
  link?: Link;
}
