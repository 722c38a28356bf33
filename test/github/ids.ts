import { randomBytes, randomUUID } from 'node:crypto';

/** First ids as on github.com today: everything but repositories and users lies above 2^31. */
const firstIds = {
  user: 583_231,
  repository: 812_000_001,
  issue: 3_610_000_001,
  pull: 2_960_000_001,
  comment: 3_540_000_001,
  review: 3_480_000_001,
  reaction: 335_000_001,
  label: 9_460_000_001,
  workflow: 203_000_001,
  run: 19_500_000_001,
  job: 55_900_000_001,
  artifact: 4_600_000_001,
  check: 55_100_000_001,
  status: 38_900_000_001,
  team: 13_800_001,
} as const;
export type IdKind = keyof typeof firstIds;

/** One counter per kind; steps of 7 so that no test relies on neighbouring ids. */
export class Ids {
  readonly #next = new Map<IdKind, number>();

  next(kind: IdKind): number {
    const id = this.#next.get(kind) ?? firstIds[kind];
    this.#next.set(kind, id + 7);
    return id;
  }
}

const nodePrefixes = {
  user: 'U_',
  repository: 'R_',
  issue: 'I_',
  pull: 'PR_',
  comment: 'IC_',
  review: 'PRR_',
  reaction: 'REA_',
} as const;

export function nodeId(kind: keyof typeof nodePrefixes, id: number): string {
  const text = Buffer.from(`${kind}:${id}`).toString('base64url');
  return `${nodePrefixes[kind]}kwDO${text}`;
}

export const tokenValue = (prefix: 'ghs' | 'ghp'): string =>
  `${prefix}_${randomBytes(27).toString('base64url')}`;
export const backendId = (): string => randomUUID();
