import type { RequestClass } from './faults.ts';

export interface RequestRecord {
  class: RequestClass;
  method: string;
  /** Path and query, signatures of blob URLs left out. */
  url: string;
  status: number;
  /** Login behind the request's token. */
  login: string | null;
  tokenKind: 'job' | 'app' | 'user' | null;
  body: unknown;
  /** Name of the artifact that it is about. */
  artifact: string | null;
  bytesIn: number;
  bytesOut: number;
  at: number;
}

export interface RequestFilter {
  class?: RequestClass;
  method?: string;
  url?: RegExp | string;
  status?: number;
}

/** Every request in order of arrival, for tests that count them. */
export class RequestLog {
  #records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.#records.push(record);
  }

  list(filter: RequestFilter = {}): RequestRecord[] {
    return this.#records.filter((record) => {
      if (filter.class !== undefined && record.class !== filter.class) return false;
      if (filter.method !== undefined && record.method !== filter.method) return false;
      if (filter.status !== undefined && record.status !== filter.status) return false;
      if (filter.url === undefined) return true;
      return typeof filter.url === 'string' ? record.url.includes(filter.url) : filter.url.test(record.url);
    });
  }

  count(filter: RequestFilter = {}): number {
    return this.list(filter).length;
  }

  byClass(): Record<RequestClass, number> {
    const counts = { rest: 0, graphql: 0, results: 0, blob: 0, git: 0 };
    for (const record of this.#records) counts[record.class] += 1;
    return counts;
  }

  clear(): void {
    this.#records = [];
  }
}
