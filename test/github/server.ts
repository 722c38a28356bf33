import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { artifactAskedFor, scopeOfToken } from './artifacts.ts';
import { answerBlob } from './blobs.ts';
import type { Hit, RequestClass } from './faults.ts';
import { answerGitRequest } from './git-endpoint.ts';
import { answerGraphql } from './graphql/index.ts';
import type { Token } from './model.ts';
import type { Platform } from './platform.ts';
import { answerRest } from './rest-endpoint.ts';
import { answerResults } from './results.ts';
import type { Answer } from './routes.ts';

interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface Incoming {
  class: RequestClass;
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
  token: Token | null;
}

/** The service that an address belongs to; git is told by its paths. */
function classify(pathname: string): RequestClass {
  if (pathname === '/graphql') return 'graphql';
  if (pathname.startsWith('/twirp/')) return 'results';
  if (pathname.startsWith('/blob/')) return 'blob';
  return /\/(info\/refs|git-upload-pack|git-receive-pack)$/.test(pathname) ? 'git' : 'rest';
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `token x`, `Bearer x` and git's Basic all carry the same values. */
function credentials(authorization: string | undefined): string | null {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':').slice(1).join(':');
  return value || null;
}

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const fromAnswer = (answer: Answer): RawAnswer => ({
  status: answer.status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
  body: answer.body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(answer.body)),
});

async function answer(platform: Platform, incoming: Incoming): Promise<RawAnswer> {
  const { url, method, headers, body, token } = incoming;
  const sent = credentials(headers.authorization);
  if (incoming.class === 'blob') {
    const contentType = headers['content-type'] ?? '';
    const blobType = String(headers['x-ms-blob-content-type'] ?? '');
    return answerBlob(platform, {
      method,
      pathname: url.pathname,
      query: url.searchParams,
      contentType,
      blobType,
      body,
    });
  }
  if (incoming.class === 'results') {
    const scope = scopeOfToken(platform, headers.authorization ?? '');
    return fromAnswer(answerResults(platform, scope, url.pathname, parseJson(body)));
  }
  const bad = sent !== null && token === null;
  if (incoming.class === 'git')
    return answerGitRequest(platform, { method, url, headers, body, token: bad ? null : token });
  if (bad) return fromAnswer({ status: 401, body: { message: 'Bad credentials' } });
  if (incoming.class === 'graphql') return fromAnswer(await answerGraphql(platform, token, parseJson(body)));
  return fromAnswer(await answerRest(platform, { method, url, headers, body: parseJson(body), token }));
}

/** Applies the faults of one phase; gives back an answer that replaces the real one, or null once the socket is gone. */
async function suffer(
  hits: Hit[],
  phase: Hit['phase'],
  socketClosed: Promise<void>,
): Promise<RawAnswer | 'cut' | 'go on'> {
  for (const { action, released } of hits.filter((hit) => hit.phase === phase)) {
    if ('delay' in action) await wait(action.delay);
    if ('hang' in action) {
      // Before: the request takes effect once released. After: it has, only the answer is missing.
      await (phase === 'before' ? released : Promise.race([released, socketClosed]));
    }
    if ('reset' in action) return 'cut';
    if ('status' in action) {
      return fromAnswer({
        status: action.status,
        body: action.body ?? { message: 'injected fault', code: 'internal', msg: 'injected fault' },
        headers: action.headers ?? {},
      });
    }
  }
  return 'go on';
}

function send(response: ServerResponse, raw: RawAnswer, hits: Hit[]): void {
  const truncated = hits.find(({ action }) => 'truncate' in action)?.action;
  if (response.destroyed) return;
  const bodiless = raw.status === 204 || raw.status === 304;
  response.writeHead(raw.status, {
    ...raw.headers,
    ...(bodiless ? {} : { 'content-length': raw.body.length }),
  });
  if (truncated && 'truncate' in truncated) {
    response.write(raw.body.subarray(0, truncated.truncate), () => response.socket?.resetAndDestroy());
    return;
  }
  response.end(bodiless ? undefined : raw.body);
}

async function handle(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = Date.now();
  const socketClosed = new Promise<void>((resolve) => response.once('close', resolve));
  const url = new URL(request.url ?? '/', platform.urls.api);
  const method = request.method ?? 'GET';
  const kind = classify(url.pathname);
  const body = await readBody(request);
  const token = platform.tokens.get(credentials(request.headers.authorization) ?? '');
  const live = token && !token.revoked ? token : null;
  const incoming: Incoming = { class: kind, method, url, headers: request.headers, body, token: live };
  const shown = `${url.pathname}${url.search.replace(/sig=[^&]*/, 'sig=*')}`;
  const hits = platform.faults.hit({ class: kind, method, url: shown });
  const sent = kind === 'git' || kind === 'blob' ? undefined : parseJson(body);
  const record = {
    class: kind,
    method,
    url: shown,
    status: 0,
    login: live?.user.login ?? null,
    tokenKind: live?.kind ?? null,
    body: sent,
    artifact: artifactAskedFor(platform, url, kind === 'results' ? sent : undefined),
    bytesIn: body.length,
    bytesOut: 0,
    at: started,
  };
  platform.log.add(record);
  const finish = (outcome: RawAnswer | 'cut'): void => {
    if (outcome === 'cut') {
      request.socket.resetAndDestroy();
      return;
    }
    record.status = outcome.status;
    record.bytesOut = outcome.body.length;
    send(response, outcome, hits);
  };
  const doubled =
    request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization')
      .length > 1;
  if (doubled)
    return finish({
      status: 400,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from('Bad Request: duplicate Authorization header\n'),
    });
  const before = await suffer(hits, 'before', socketClosed);
  if (before !== 'go on') return finish(before);
  const real = await answer(platform, incoming);
  const after = await suffer(hits, 'after', socketClosed);
  finish(after === 'go on' ? real : after);
}

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/** Starts the one HTTP server for everything, on loopback. */
export async function listen(platform: Platform): Promise<RunningServer> {
  const server: Server = createServer((request, response) => {
    handle(platform, request, response).catch((error: unknown) => {
      if (request.destroyed && !response.writable) return;
      platform.violations.push(
        `stand-in failed at ${request.method} ${request.url}: ${String(error instanceof Error ? error.stack : error)}`,
      );
      send(response, fromAnswer({ status: 500, body: { message: String(error) } }), []);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  // The artifact client takes 127.0.0.1 as server address for an Enterprise Server; Node resolves no *.localhost.
  platform.urls = { api: `http://127.0.0.1:${port}`, server: `http://github.localhost:${port}` };
  const close = async (): Promise<void> => {
    platform.faults.clear();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { port, close };
}
