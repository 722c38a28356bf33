/** Digests: what the journal compares files, arguments and requests by. */
import { createHash, hash } from 'node:crypto';
import type { Json } from './events.ts';

/** sha256, 64 hex characters. Text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

export interface Places {
  /** Absolute path of the workspace; undefined or '' when there is none. */
  workspace?: string | undefined;
  /** Absolute path of the run directory. */
  runDir?: string | undefined;
}

/**
 * sha256 of the compact JSON text of the arguments, hex. The absolute run directory and workspace are
 * replaced by `<run>` and `<workspace>`, so that the same call has the same digest on another machine.
 */
export function argsDigest(json: Json, places: Places = {}): string {
  return argsTextDigest(JSON.stringify(json), places);
}

/** `argsDigest` of a JSON text that exists already. */
export function argsTextDigest(compactText: string, places: Places = {}): string {
  let text = compactText;
  // The run directory first: it usually lies in the workspace.
  text = replacePath(text, places.runDir, '<run>');
  text = replacePath(text, places.workspace, '<workspace>');
  return sha256(text);
}

// The same two are asked for with every request.
const escapedPaths = new Map<string, string>();

/** As it stands in JSON text, without a slash at its end. */
function escapedPath(path: string): string {
  const known = escapedPaths.get(path);
  if (known !== undefined) return known;
  const escaped = JSON.stringify(path.replace(/[/\\]+$/, '')).slice(1, -1);
  escapedPaths.set(path, escaped);
  return escaped;
}

function replacePath(text: string, path: string | undefined, name: string): string {
  if (path === undefined || path.length < 2) return text;
  const escaped = escapedPath(path);
  let at = text.indexOf(escaped);
  if (at < 0) return text;
  let out = '';
  let from = 0;
  while (at >= 0) {
    const end = at + escaped.length;
    // `/srv/app` must not be found in `/srv/application`.
    if (/[\w.-]/.test(text.charAt(end))) out += text.slice(from, end);
    else out += text.slice(from, at) + name;
    from = end;
    at = text.indexOf(escaped, end);
  }
  return out + text.slice(from);
}

/** What makes two requests equal (contract §4); the key under which their number is counted. */
export function equalityKey(kind: string, taskId: string, digest: string | undefined): string {
  return `${kind}\n${taskId}\n${digest ?? ''}`;
}

/**
 * `<runId>.<16 hex>.<n>`: the same for the same request however often and wherever it is made.
 * `n` counts equal requests of the run from 1.
 */
export function idempotencyKey(
  runId: string,
  request: { kind: string; taskId: string; argsDigest?: string | undefined },
  n: number,
): string {
  const key = equalityKey(request.kind, request.taskId, request.argsDigest);
  return `${runId}.${sha256(key).slice(0, 16)}.${n}`;
}

/** The id that git gives a blob of these bytes (SHA-1 repositories), hex. */
export function gitBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
