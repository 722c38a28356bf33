/** Requests on their way to the driver, in batches; while the journal is replayed they are kept back (K3). */
import type { FromWorker, RequestMessage } from '../protocol.ts';
import type { Pending } from './call.ts';

export class Outbox {
  readonly #post: (message: FromWorker) => void;
  #held: RequestMessage[] = [];
  #warnings: string[] = [];
  #open = false;
  #flushing = false;

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  /** Not sent yet, in order of request. */
  get held(): readonly RequestMessage[] {
    return this.#held;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  send(message: RequestMessage): void {
    this.#held.push(message);
    if (!this.#open || this.#flushing) return;
    this.#flushing = true;
    process.nextTick(() => this.flush());
  }

  warn(message: string): void {
    this.#warnings.push(message);
  }

  /** Takes a request back. True: it was the last one held. */
  takeBack(effectId: string): boolean {
    const at = this.#held.findIndex((message) => message.effectId === effectId);
    if (at >= 0) this.#held.splice(at, 1);
    return at >= 0 && at === this.#held.length;
  }

  flush(): void {
    this.#flushing = false;
    if (!this.#open) return;
    for (const message of this.#warnings.splice(0)) this.#post({ type: 'warning', message });
    if (this.#held.length === 0) return;
    const requests = this.#held;
    this.#held = [];
    this.#post({ type: 'requests', requests });
  }

  /** The replay has ended: what it left pending is the driver's from now on, and what was kept back goes. */
  open(pending: ReadonlyMap<string, Pending>): void {
    this.#open = true;
    const requests: RequestMessage[] = [];
    for (const { journaled, message } of pending.values()) {
      if (journaled && message !== undefined) requests.push(message());
    }
    if (requests.length > 0) this.#post({ type: 'requests', requests });
    this.flush();
    for (const [effectId, entry] of pending) this.withdraw(effectId, entry);
  }

  /** Says that the process does not want it any more. Never before its request: the driver knows nothing of it until then. */
  withdraw(effectId: string, entry: Pending): void {
    if (!this.#open || entry.message === undefined || entry.withdrawn === undefined) return;
    this.flush();
    this.#post({ type: 'withdraw', effectId, reason: entry.withdrawn });
  }

  /** The process has settled, or diverged: nothing goes any more (K4). */
  close(): void {
    this.#open = false;
  }
}
