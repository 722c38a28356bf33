/**
 * The journal as the kernel reads it: which requests wait to be asked again, which settlement comes next,
 * and where a hand-over need not wait for the loop (protocol P3-P6). Knows nothing of promises.
 */
import type { JournaledRequest, ReplayInput, Settlement } from '../../journal/replay-input.ts';

export interface Expected extends JournaledRequest {
  matched: boolean;
  /** A retry may leave it unasked (P6). */
  optional: boolean;
}

const order = (a: JournaledRequest, b: JournaledRequest): number => a.after - b.after || a.seq - b.seq;

export class History {
  /** Settlements in journal order; those of reopened effects are left out, their numbers stay taken. */
  readonly settlements: Settlement[];
  /** How many settlements the journal holds, left-out ones included: the next number is one more. */
  readonly total: number;
  readonly expected: Expected[] = [];
  private readonly byCall = new Map<string, Expected[]>();
  /** Mandatory requests by `after`; those before `due` are to be asked again by now. */
  private readonly mandatory: Expected[] = [];
  private due = 0;
  private missing = 0;
  /** Settlements before this number come in the order of P4, those behind it at quiet only. */
  private readonly firstLeftOut: number;

  constructor(input: ReplayInput, retry: readonly string[]) {
    this.total = input.settlements.length;
    const leftOut = new Set<number>();
    const dropped = new Set<string>();
    let lastRetrySeq = 0;
    const reopen = (effects: readonly string[], beforeSeq: number): void => {
      const reopened = new Set(effects);
      for (const settlement of input.settlements) {
        if (settlement.seq < beforeSeq && reopened.has(settlement.effectId)) leftOut.add(settlement.index);
      }
      lastRetrySeq = beforeSeq;
    };
    for (const retried of input.retries) {
      reopen(retried.effects, retried.seq);
      for (const effectId of retried.dropped) dropped.add(effectId);
    }
    if (retry.length > 0) reopen(retry, Number.MAX_SAFE_INTEGER);
    this.firstLeftOut = leftOut.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...leftOut);

    for (const request of input.requests) {
      if (dropped.has(request.effectId)) continue;
      const optional = request.after >= this.firstLeftOut && request.seq < lastRetrySeq;
      this.expected.push({ ...request, matched: false, optional });
    }
    const known = new Set(this.expected.map((request) => request.effectId));
    this.settlements = input.settlements.filter((s) => !leftOut.has(s.index) && known.has(s.effectId));
    for (const request of [...this.expected].sort(order)) {
      if (!request.optional) this.mandatory.push(request);
      const key = callKey(request.taskId, request.argsDigest);
      const queue = this.byCall.get(key);
      if (queue === undefined) this.byCall.set(key, [request]);
      else queue.push(request);
    }
    this.advance(0);
  }

  /** The first unmatched request that this call may be (P5); Babysitter's journals hold no digests. */
  find(taskId: string, argsDigest: string, kind?: string): Expected | undefined {
    for (const key of [callKey(taskId, argsDigest), callKey(taskId, undefined)]) {
      const queue = this.byCall.get(key);
      if (queue === undefined) continue;
      while (queue[0]?.matched === true) queue.shift();
      const found = queue.find((r) => !r.matched && (kind === undefined || r.kind === kind));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  match(request: Expected, handed: number): void {
    request.matched = true;
    if (!request.optional && request.after <= handed) this.missing -= 1;
  }

  /** Settlement number `handed` has been handed over. */
  advance(handed: number): void {
    for (let next = this.mandatory[this.due]; next !== undefined && next.after <= handed; next = this.mandatory[this.due]) {
      if (!next.matched) this.missing += 1;
      this.due += 1;
    }
  }

  /** Every request that was asked before the next hand-over has been asked again (P4). */
  get complete(): boolean {
    return this.missing === 0;
  }

  /** The live process got from the last request to the one behind the next hand-over on microtasks alone. */
  get straight(): boolean {
    const next = this.mandatory[this.due];
    if (next === undefined || next.after >= this.firstLeftOut) return false;
    return next.waits === (this.mandatory[this.due - 1]?.waits ?? 0);
  }

  unmatched(): Expected[] {
    return this.expected.filter((request) => !request.matched && !request.optional);
  }

  overdue(handed: number): Expected[] {
    return this.unmatched().filter((request) => request.after <= handed);
  }

  dropped(): string[] {
    return this.expected.filter((request) => !request.matched && request.optional).map((r) => r.effectId);
  }
}

const callKey = (taskId: string, argsDigest: string | undefined): string => `${argsDigest ?? ''}\n${taskId}`;
