/** Short answers to comments: one for each reason, naming the reason and the way. */
import type { Link } from './facts.ts';

/** Why a comment changed nothing, or what it did. */
export type Reply =
  // refused: the comment
  | { code: 'edited' }
  | { code: 'deleted' }
  | { code: 'bot'; login: string }
  | { code: 'fork-review' }
  // refused: the person
  | { code: 'no-permission'; needs: string; has: string }
  | { code: 'not-approver'; approvers: readonly string[] }
  | { code: 'self'; because: 'starter' | 'retried' | 'upgraded' | 'author' }
  | { code: 'already-counted'; decision: string }
  // refused: what it is about
  | { code: 'no-breakpoint' }
  | { code: 'unknown-ref'; ref: string; open: readonly OpenRef[] }
  | { code: 'which-breakpoint'; open: readonly OpenRef[] }
  | { code: 'other-issue'; ref: string; link?: Link }
  | { code: 'closed'; ref: string; outcome: string; link?: Link }
  | { code: 'old-digest'; ref: string; link?: Link }
  | { code: 'head-moved'; ref: string; from: string; to: string }
  | { code: 'rerun' }
  | { code: 'not-an-option'; options: readonly string[] }
  | { code: 'answer-needs-text'; ref?: string }
  | { code: 'cancel-needs-effect'; open: readonly OpenRef[] }
  | { code: 'no-run' }
  | { code: 'which-run'; verb: 'halt' | 'retry' | 'status'; runs: readonly string[] }
  | { code: 'run-ended'; runId: string; status: string }
  | { code: 'not-retryable'; runId: string; status: string; why: string }
  | { code: 'retry-needs-upgrade'; runId: string }
  | { code: 'teams-unreadable'; teams: readonly string[] }
  // done
  | { code: 'recorded'; decision: string; so: number; needed: number; link?: Link }
  | { code: 'cancel-accepted'; ref: string }
  | { code: 'halt-accepted'; runId: string }
  | { code: 'retry-accepted'; runId: string; attempt: number }
  | { code: 'status'; link: Link }
  | { code: 'help' };

export type ReplyCode = Reply['code'];

export interface OpenRef {
  ref: string;
  title: string;
  link?: Link;
}

/** Markdown that ends with a reply marker: `to` is the id of the comment answered. */
export function replyComment(reply: Reply, at: { to: string; run?: string }): string {
  throw new Error(`not written: ${reply.code} ${at.to}`);
}
