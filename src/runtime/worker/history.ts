/**
 * The journal as the kernel reads it: which requests wait to be asked again, which settlement comes next,
 * and where a hand-over need not wait for the loop (protocol P3-P6). Knows nothing of promises.
 */
import { stepNumber } from '../../journal/ids.ts';
import type { JournaledRequest, ReplayInput, Settlement } from '../../journal/replay-input.ts';

export interface Expected extends JournaledRequest {
  matched: boolean;
  /** It must have been asked again before the next hand-over (P4). */
  due: boolean;
  /** A retry may leave it unasked (P6). */
  optional: boolean;
}

/** Where a retry cut into the order: its first left-out settlement, and its own place in the journal. */
interface Cut {
  from: number;
  seq: number;
  /** Settlements that stood in the journal when it was made. */
  until: number;
}

/** Requests that one call may be, first matches first; what stands before `next` is matched. */
interface Queue {
  requests: Expected[];
  next: number;
}

/** P5: smallest `after`, then step id. */
const order = (a: JournaledRequest, b: JournaledRequest): number =>
  a.after - b.after || stepNumber(a.stepId) - stepNumber(b.stepId) || a.seq - b.seq;

export class History {
  /** How many settlements the journal holds, left-out ones included: the next number is one more. */
  readonly total: number;
  /** Settlements in journal order; those of reopened effects are left out, their numbers stay taken. */
  private readonly settlements: readonly Settlement[];
  /** In the order in which they are matched (P5); those before `first` are matched. */
  private readonly expected: Expected[];
  private first = 0;
  /** Made when a call is not the first that is expected. */
  private byCall: Map<string, Queue> | undefined;
  /** Some of its requests hold no digest of their arguments: Babysitter's. */
  private readonly hasUndigested: boolean;
  /** Requests in order that are not optional; those before `due` are to be asked again by now. */
  private readonly mandatory: Expected[];
  private readonly cuts: Cut[] = [];
  private nextSettlement = 0;
  private due = 0;
  private missing = 0;
  /** Mandatory requests that have not been asked again. */
  private unasked = 0;

  constructor(input: ReplayInput, retry: readonly string[]) {
    this.total = input.settlements.length;
    const leftOut = new Set<number>();
    const dropped = new Set<string>();
    for (const { effects, seq, dropped: gone } of input.retries) {
      this.cut(input, effects, seq, leftOut);
      for (const effectId of gone) dropped.add(effectId);
    }
    if (retry.length > 0) this.cut(input, retry, Number.MAX_SAFE_INTEGER, leftOut);
    this.hasUndigested = input.requests.some((request) => request.argsDigest === undefined);
    const asked =
      dropped.size === 0 ? input.requests : input.requests.filter(({ effectId }) => !dropped.has(effectId));
    this.expected = inOrder(asked.map((request) => this.expect(request)));
    this.settlements =
      leftOut.size + dropped.size === 0
        ? input.settlements
        : input.settlements.filter((s) => !leftOut.has(s.index) && !dropped.has(s.effectId));
    this.mandatory =
      this.cuts.length === 0 ? this.expected : this.expected.filter((request) => !request.optional);
    this.unasked = this.mandatory.length;
    this.fallDue();
  }

  private expect(request: JournaledRequest): Expected {
    const optional = this.cuts.some((cut) => request.seq < cut.seq && request.after >= cut.from);
    // The input is read for this alone: its requests need no copies.
    return Object.assign(request, { matched: false, due: false, optional });
  }

  private cut(input: ReplayInput, effects: readonly string[], seq: number, leftOut: Set<number>): void {
    const reopened = new Set(effects);
    const before = input.settlements.filter((settlement) => settlement.seq < seq);
    const out = before.filter((settlement) => reopened.has(settlement.effectId));
    if (out[0] === undefined) return;
    for (const { index } of out) leftOut.add(index);
    this.cuts.push({ from: out[0].index, seq, until: before.length });
  }

  /** The first unmatched request that this call may be (P5); Babysitter's requests hold no digests. */
  find(taskId: string, argsDigest: string, kind?: string): Expected | undefined {
    while (this.expected[this.first]?.matched === true) this.first += 1;
    const head = this.expected[this.first];
    // Nearly every call is the one that comes next.
    if (head?.taskId === taskId && head.argsDigest === argsDigest && (kind ?? head.kind) === head.kind)
      return head;
    const same = this.firstOf(callKey(taskId, argsDigest), kind);
    const any = this.hasUndigested ? this.firstOf(callKey(taskId, undefined), kind) : undefined;
    if (same === undefined || any === undefined) return same ?? any;
    return order(same, any) < 0 ? same : any;
  }

  private firstOf(key: string, kind: string | undefined): Expected | undefined {
    this.byCall ??= queues(this.expected);
    const queue = this.byCall.get(key);
    if (queue === undefined) return undefined;
    while (queue.requests[queue.next]?.matched === true) queue.next += 1;
    for (let i = queue.next; i < queue.requests.length; i += 1) {
      const request = queue.requests[i] as Expected;
      if (!request.matched && (kind === undefined || request.kind === kind)) return request;
    }
    return undefined;
  }

  match(request: Expected): void {
    request.matched = true;
    if (!request.optional) this.unasked -= 1;
    if (request.due) this.missing -= 1;
  }

  /** It was not that request after all: the journal has another kind there. */
  unmatch(request: Expected): void {
    request.matched = false;
    if (!request.optional) this.unasked += 1;
    if (request.due) this.missing += 1;
    this.first = 0;
    const queue = this.byCall?.get(callKey(request.taskId, request.argsDigest));
    if (queue !== undefined) queue.next = 0;
  }

  /** What comes next; undefined: the journal has been handed over. */
  get next(): Settlement | undefined {
    return this.settlements[this.nextSettlement];
  }

  /** Settlements that have not been handed over. */
  get rest(): readonly Settlement[] {
    return this.settlements.slice(this.nextSettlement);
  }

  /** Takes what comes next. Requests made before the one behind it are due from now on (P4). */
  take(): Settlement | undefined {
    const { next } = this;
    if (next === undefined) return undefined;
    this.nextSettlement += 1;
    this.fallDue();
    return next;
  }

  /** Left-out settlements were handed over live, so what was asked behind them is due with the one before. */
  private fallDue(): void {
    const handed = this.next === undefined ? this.total : this.next.index - 1;
    for (
      let next = this.mandatory[this.due];
      next !== undefined && next.after <= handed;
      next = this.mandatory[this.due]
    ) {
      next.due = true;
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
    const request = this.mandatory[this.due];
    if (request === undefined || request.waits !== this.waits) return false;
    const index = this.next?.index ?? 0;
    return !this.cuts.some((cut) => index >= cut.from && index <= cut.until);
  }

  /** `waits` of the last requests that are due. */
  private get waits(): number {
    return this.mandatory[this.due - 1]?.waits ?? 0;
  }

  /** `waits` of the requests asked right behind hand-over `handed`, where there are any. */
  waitsAt(handed: number): number | undefined {
    const last = this.mandatory[this.due - 1];
    return last?.after === handed ? last.waits : undefined;
  }

  /** The live process is known to have been further than this; `handed`: settlements handed over so far. */
  isBehind(handed: number): boolean {
    return this.unasked > 0 || handed <= (this.mandatory.at(-1)?.after ?? -1);
  }

  unmatched(): Expected[] {
    return this.expected.filter((request) => !request.matched && !request.optional);
  }

  overdue(): Expected[] {
    return this.expected.filter((request) => !request.matched && request.due);
  }

  dropped(): string[] {
    return this.expected.filter((request) => !request.matched && request.optional).map((r) => r.effectId);
  }
}

/** Sorted as `order` says: a journal mostly is. */
function inOrder(requests: Expected[]): Expected[] {
  const isSorted = requests.every(
    (request, i) => i === 0 || order(requests[i - 1] as Expected, request) <= 0,
  );
  return isSorted ? requests : requests.sort(order);
}

function queues(expected: readonly Expected[]): Map<string, Queue> {
  const byCall = new Map<string, Queue>();
  for (const request of expected) {
    const key = callKey(request.taskId, request.argsDigest);
    const queue = byCall.get(key);
    if (queue === undefined) byCall.set(key, { requests: [request], next: 0 });
    else queue.requests.push(request);
  }
  return byCall;
}

const callKey = (taskId: string, argsDigest: string | undefined): string => `${argsDigest ?? ''}\n${taskId}`;
