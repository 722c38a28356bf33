/**
 * What an artifact of ours holds: gzip of three parts. The first line says what it is and holds the digest of the
 * body, the second is the signature of the first (empty without a key), the rest is the body.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { LonghaulError } from '../../errors.ts';
import { isObject, parseJson } from '../../journal/decode.ts';
import { sha256 } from '../../journal/digest.ts';
import type { JsonObject } from '../../journal/events.ts';
import { demand, type Signed, type SigningPolicy, sign } from '../signature.ts';

export type ParcelKind = 'run' | 'claim' | 'mail' | 'index';

/** What it is for. An index is for no single run: `runId` is ''. */
export interface Label {
  kind: ParcelKind;
  /** `owner/name` */
  repository: string;
  runId: string;
}

export interface Parcel {
  data: JsonObject;
  body: Buffer;
  /** It had no signature that could be checked, and `on-unsigned: adopt` took it. */
  adopted: boolean;
}

const MiB = 1024 * 1024;
/** Unpacked, and so in memory. */
const MAX_BYTES = 1024 * MiB;
/** Up to here any ratio will do: a journal of equal steps is very regular. */
const SMALL = 64 * MiB;
const MAX_RATIO = 200;

const mayUnpackTo = (packed: number): number => Math.min(MAX_BYTES, Math.max(SMALL, packed * MAX_RATIO));

function signedParts(label: Label, head: string): Omit<Signed, 'repository'> {
  return { store: 'artifact', runId: label.runId, parts: [label.kind, head] };
}

/**
 * @param maxBytes unpacked
 * @throws LonghaulError TOO_LARGE for what could not be read again
 */
export function sealParcel(
  label: Label,
  data: JsonObject,
  body: Buffer,
  signing: SigningPolicy | undefined,
  maxBytes = MAX_BYTES,
): Buffer {
  const head = JSON.stringify({ longhaul: 1, ...label, body: sha256(body), data });
  const signature =
    signing === undefined
      ? ''
      : sign(signing.keys, { ...signedParts(label, head), repository: signing.repository });
  const raw = Buffer.concat([Buffer.from(`${head}\n${signature}\n`), body]);
  if (raw.length > maxBytes) {
    throw new LonghaulError(
      'TOO_LARGE',
      `Run ${label.runId} has ${Math.round(raw.length / MiB)} MB, more than an artifact of ours may hold`,
      { hint: 'Let tasks write large files elsewhere and return where they are.' },
    );
  }
  const packed = gzipSync(raw, { level: 1 });
  return raw.length <= mayUnpackTo(packed.length) ? packed : gzipSync(raw, { level: 0 });
}

/**
 * @param where the artifact, for messages
 * @throws LonghaulError BAD_ARTIFACT, or what `demand` throws
 */
export function openParcel(
  packed: Buffer,
  label: Label,
  where: string,
  signing: SigningPolicy | undefined,
): Parcel {
  let raw: Buffer;
  try {
    raw = gunzipSync(packed, { maxOutputLength: mayUnpackTo(packed.length) });
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw bad(where, isBomb ? 'it would unpack to far more than it may' : 'it cannot be unpacked', error);
  }
  const first = raw.indexOf(10);
  const second = raw.indexOf(10, first + 1);
  if (first < 0 || second < 0) throw bad(where, 'it is cut off');
  const text = raw.subarray(0, first).toString();
  const signature = raw.subarray(first + 1, second).toString();
  // Before anything is believed: what a key of ours has signed for something else is forged, not damaged.
  const adopted =
    signing !== undefined && demand(signing, signedParts(label, text), signature, `Artifact ${where}`, where);
  const head = parseJson(text);
  if (!isObject(head) || head.longhaul !== 1 || !isObject(head.data)) throw bad(where, 'it is none of ours');
  for (const key of ['kind', 'repository', 'runId'] as const) {
    if (head[key] !== label[key])
      throw bad(
        where,
        `its ${key} is ${JSON.stringify(head[key] ?? null)}, not ${JSON.stringify(label[key])}`,
      );
  }
  const body = raw.subarray(second + 1);
  if (head.body !== sha256(body)) {
    const why = 'its content is not the one that it names';
    throw signing === undefined || adopted ? bad(where, why) : forged(where, why);
  }
  return { data: head.data, body, adopted };
}

function forged(where: string, why: string): LonghaulError {
  return new LonghaulError('FORGED', `Artifact ${where} is not used: it is signed, and ${why}`, {
    path: where,
    hint: 'Somebody without the key altered it. Delete it on the page of its workflow run, or start a new run.',
  });
}

function bad(where: string, why: string, cause?: unknown): LonghaulError {
  return new LonghaulError('BAD_ARTIFACT', `Artifact ${where} is not used: ${why}`, {
    path: where,
    hint: 'Somebody else uploaded it under a name of ours, or it was damaged. Delete it on the page of its workflow run.',
    ...(cause !== undefined && { cause }),
  });
}
