import { createHash, randomUUID } from 'node:crypto';
import type { Platform } from './platform.ts';

export interface BlobAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const empty = Buffer.alloc(0);

/** The few calls of Azure's blob service that the artifact client makes. */
export function answerBlob(
  platform: Platform,
  request: {
    method: string;
    pathname: string;
    query: URLSearchParams;
    contentType: string;
    blobType: string;
    body: Buffer;
  },
): BlobAnswer {
  const key = request.pathname.replace(/^\/blob\//, '').replace(/\.zip$/, '');
  const owner = [...platform.repositories.values()]
    .flatMap((repo) => repo.artifacts)
    .find((a) => a.blobKey === key);
  const headers = {
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2025-01-05',
    date: new Date().toUTCString(),
  };
  const mode = request.query.get('sp');
  if (!owner || !request.query.get('sig')) return { status: owner ? 403 : 404, headers, body: empty };
  const blob = platform.blobs.get(key) ?? {
    data: null,
    type: owner.mimeType,
    blocks: new Map<string, Buffer>(),
  };
  if (request.method === 'GET') {
    if (mode !== 'r' || !blob.data) return { status: blob.data ? 403 : 404, headers, body: empty };
    const suffix = owner.mimeType.includes('zip') ? '.zip' : '';
    const disposition = `attachment; filename="${owner.name}${suffix}"`;
    return {
      status: 200,
      headers: { ...headers, 'content-type': blob.type, 'content-disposition': disposition },
      body: blob.data,
    };
  }
  if (request.method !== 'PUT' || mode !== 'w' || owner.finalized)
    return { status: 403, headers, body: empty };
  platform.blobs.set(key, blob);
  const part = request.query.get('comp');
  if (part === 'block') {
    blob.blocks.set(request.query.get('blockid') ?? '', request.body);
    return { status: 201, headers, body: empty };
  }
  if (part === 'blocklist') {
    const names = [...request.body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(
      (match) => match[1] ?? '',
    );
    // Blocks stay: a list that is sent again, because its answer was lost, gives the same content.
    blob.data = Buffer.concat(names.map((name) => blob.blocks.get(name) ?? empty));
  } else {
    blob.data = request.body;
  }
  blob.type = request.blobType || owner.mimeType;
  const etag = `"${createHash('md5').update(blob.data).digest('hex')}"`;
  return { status: 201, headers: { ...headers, etag, 'last-modified': headers.date }, body: empty };
}
