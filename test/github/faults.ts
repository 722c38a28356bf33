/** Faults that a test orders in advance, each for the n-th request that matches. */

export type RequestClass = 'rest' | 'graphql' | 'results' | 'blob' | 'git';

export type FaultAction =
  /** Answer this instead of handling the request. */
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Cut the connection. */
  | { reset: true }
  /** Wait, then carry on as if nothing had been. */
  | { delay: number }
  /** Send so many bytes of the answer's body, then cut the connection. */
  | { truncate: number }
  /** Keep silent until the test releases the fault or the client goes away. */
  | { hang: true };

export interface FaultOrder {
  class?: RequestClass;
  method?: string;
  /** Matched against path and query. */
  path?: RegExp | string;
  /** The first matching request that is hit, counted from 1. */
  nth?: number;
  /** How many in a row are hit. */
  times?: number;
  /** `after`: the request takes effect, only its answer suffers. */
  phase?: 'before' | 'after';
  action: FaultAction;
}

export interface Fault {
  readonly hits: number;
  /** Ends a hang: the request goes on. */
  release(): void;
  remove(): void;
}

class Ordered implements Fault {
  readonly order: FaultOrder;
  readonly released: Promise<void>;
  seen = 0;
  hits = 0;
  #release: () => void = () => {};
  readonly #remove: (fault: Ordered) => void;

  constructor(order: FaultOrder, remove: (fault: Ordered) => void) {
    this.order = order;
    this.#remove = remove;
    this.released = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  release(): void {
    this.#release();
  }

  remove(): void {
    this.#remove(this);
    this.#release();
  }

  matches(request: { class: RequestClass; method: string; url: string }): boolean {
    const { order } = this;
    if (order.class !== undefined && order.class !== request.class) return false;
    if (order.method !== undefined && order.method !== request.method) return false;
    if (typeof order.path === 'string') return request.url.includes(order.path);
    return order.path?.test(request.url) ?? true;
  }
}

export interface Hit {
  phase: 'before' | 'after';
  action: FaultAction;
  released: Promise<void>;
}

export class Faults {
  #ordered: Ordered[] = [];

  add(order: FaultOrder): Fault {
    const fault = new Ordered(order, (gone) => {
      this.#ordered = this.#ordered.filter((other) => other !== gone);
    });
    this.#ordered.push(fault);
    return fault;
  }

  clear(): void {
    for (const fault of [...this.#ordered]) fault.remove();
  }

  /** The faults that hit this request; each matching order counts it. */
  hit(request: { class: RequestClass; method: string; url: string }): Hit[] {
    const hits: Hit[] = [];
    for (const fault of this.#ordered) {
      if (!fault.matches(request)) continue;
      fault.seen += 1;
      const first = fault.order.nth ?? 1;
      const last = first + (fault.order.times ?? 1) - 1;
      if (fault.seen < first || fault.seen > last) continue;
      fault.hits += 1;
      hits.push({
        phase: fault.order.phase ?? 'before',
        action: fault.order.action,
        released: fault.released,
      });
    }
    return hits;
  }
}
