/**
 * Signatures of what a store holds (protocol T3): an HMAC with a key that only jobs have. Whoever may write to the
 * store, but has no key, can neither make up a result nor take one run's history for another's.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { LonghaulError, UsageError } from '../errors.ts';

/** Keys by their id; the first signs, each verifies. */
export interface SigningKeys {
  readonly first: string;
  readonly all: ReadonlyMap<string, string>;
}

/** What a signature is for. Everything here is covered by it. */
export interface Signed {
  store: 'branch' | 'artifact';
  /** `owner/name` */
  repository: string;
  runId: string;
  /** What it is about, part by part: no part can be taken for a piece of another. */
  parts: readonly string[];
}

/** What a job does about history without a signature that it can check (contract, `on-unsigned`). */
export type OnUnsigned = 'refuse' | 'adopt';

/** How a store signs, and what it demands. Without it nothing is signed and nothing is demanded. */
export interface SigningPolicy {
  keys: SigningKeys;
  repository: string;
  onUnsigned: OnUnsigned;
}

const LEAST = 32;
const SIGNATURE = /^v1 ([0-9a-f]{8}) ([0-9a-f]{64})$/;

/**
 * The keys of the input `signing-key`, one a line; undefined when there is none.
 * @throws UsageError for one that is too short to be a key
 */
export function signingKeys(text: string): SigningKeys | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first] = lines;
  if (first === undefined) return undefined;
  const short = lines.findIndex((line) => line.length < LEAST);
  if (short >= 0) {
    throw new UsageError(`Line ${short + 1} of signing-key has fewer than ${LEAST} characters`, {
      hint: 'Make one with `openssl rand -hex 32` and keep it as a secret.',
    });
  }
  return { first: idOf(first), all: new Map(lines.map((line) => [idOf(line), line])) };
}

/** Names a key without telling anything of it. */
function idOf(key: string): string {
  return createHmac('sha256', key).update('longhaul key id').digest('hex').slice(0, 8);
}

function digest(key: string, { store, repository, runId, parts }: Signed): Buffer {
  const text = JSON.stringify(['longhaul signature v1', store, repository, runId, ...parts]);
  return createHmac('sha256', key).update(text).digest();
}

/** `v1 <id of the key> <HMAC>` */
export function sign(keys: SigningKeys, signed: Signed): string {
  const key = keys.all.get(keys.first) ?? '';
  return `v1 ${keys.first} ${digest(key, signed).toString('hex')}`;
}

/**
 * `valid`; `unsigned`: there is none; `unknown-key`: by a key that is none of ours; `forged`: it says that it is by
 * one of our keys, and is not.
 */
export type Judgement = 'valid' | 'unsigned' | 'unknown-key' | 'forged';

export function judge(keys: SigningKeys, signed: Signed, signature: string | undefined): Judgement {
  if (signature === undefined || signature === '') return 'unsigned';
  const [, id = '', hmac = ''] = SIGNATURE.exec(signature) ?? [];
  if (id === '') return 'forged';
  const key = keys.all.get(id);
  if (key === undefined) return 'unknown-key';
  return timingSafeEqual(digest(key, signed), Buffer.from(hmac, 'hex')) ? 'valid' : 'forged';
}

const WHY: Record<Exclude<Judgement, 'valid'>, string> = {
  unsigned: 'is not signed',
  'unknown-key': 'is signed with a key that is not among those of signing-key',
  forged: 'has a signature that does not hold: it was altered, or made for something else',
};

/** Why something is refused, for a message. */
export const whyRefused = (judgement: Exclude<Judgement, 'valid'>): string => WHY[judgement];

/** What is said when a run is taken without a signature. */
export const adoptedNote = (runId: string, what: string): string =>
  `Run ${runId} was taken from ${what} without a signature that could be checked, as on-unsigned: adopt says; the next save records it`;

/**
 * Demands a signature of what a run is read from.
 * @param what for the message: `Commit 1234 of run x`
 * @returns true when it was adopted without one (`on-unsigned: adopt`), to be recorded by the next save
 * @throws LonghaulError UNSIGNED, UNKNOWN_KEY, FORGED; nothing is written then
 */
export function demand(
  policy: SigningPolicy,
  signed: Omit<Signed, 'repository'>,
  signature: string | undefined,
  what: string,
  path: string,
): boolean {
  const judgement = judge(policy.keys, { ...signed, repository: policy.repository }, signature);
  if (judgement === 'valid') return false;
  if (judgement !== 'forged' && policy.onUnsigned === 'adopt') return true;
  const forged = judgement === 'forged';
  throw new LonghaulError(
    judgement === 'unsigned' ? 'UNSIGNED' : forged ? 'FORGED' : 'UNKNOWN_KEY',
    `${what} ${WHY[judgement]}; nothing was read from it and nothing was written`,
    {
      path,
      hint: forged
        ? 'Somebody without the key wrote it. Go back to the last one whose signature holds, or start a new run.'
        : 'Add the key that signed it as a further line of signing-key. If that key is lost and you trust what is there, fork the run, or dispatch once with `on-unsigned: adopt`, which is recorded.',
    },
  );
}
