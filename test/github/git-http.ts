import { httpBackend, listRefs } from './git-store.ts';
import type { PushRule } from './model.ts';

/** The smart HTTP answer of git, split into its parts. */
export interface GitAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export interface GitRequest {
  method: string;
  pathInfo: string;
  query: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const headerText = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

/** Which of the two services a request belongs to. */
export function serviceOf(request: GitRequest): 'fetch' | 'push' {
  const names = `${request.pathInfo}?${request.query}`;
  return names.includes('git-receive-pack') ? 'push' : 'fetch';
}

export async function answerGit(
  root: string,
  request: GitRequest,
  user: string,
  rulesUrl: string,
): Promise<GitAnswer> {
  const variables: Record<string, string> = {
    REQUEST_METHOD: request.method,
    PATH_INFO: request.pathInfo,
    QUERY_STRING: request.query,
    CONTENT_TYPE: headerText(request.headers['content-type']),
    CONTENT_LENGTH: String(request.body.length),
    REMOTE_USER: user,
    REMOTE_ADDR: '127.0.0.1',
    LONGHAUL_TEST_RULES_URL: rulesUrl,
  };
  const encoding = headerText(request.headers['content-encoding']);
  if (encoding) variables.HTTP_CONTENT_ENCODING = encoding;
  const protocol = headerText(request.headers['git-protocol']);
  if (protocol) variables.HTTP_GIT_PROTOCOL = protocol;
  if (protocol) variables.GIT_PROTOCOL = protocol;
  const raw = await httpBackend(root, variables, request.body);
  const end = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of raw.subarray(0, Math.max(end, 0)).toString().split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') status = Number.parseInt(value, 10);
    else if (colon > 0) headers[name] = value;
  }
  return { status, headers, body: raw.subarray(end + 4) };
}

interface Packet {
  /** null stands for a flush packet. */
  data: Buffer | null;
}

function readPackets(bytes: Buffer): Packet[] {
  const packets: Packet[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const length = Number.parseInt(bytes.subarray(at, at + 4).toString(), 16);
    if (Number.isNaN(length)) break;
    if (length < 4) {
      packets.push({ data: null });
      at += 4;
      continue;
    }
    packets.push({ data: bytes.subarray(at + 4, at + length) });
    at += length;
  }
  return packets;
}

function writePacket(packet: Packet): Buffer {
  if (packet.data === null) return Buffer.from('0000');
  return Buffer.concat([Buffer.from((packet.data.length + 4).toString(16).padStart(4, '0')), packet.data]);
}

const reasons = {
  ruleset: 'push declined due to repository rule violations',
  'protected-branch': 'protected branch hook declined',
};

/** Replaces git's own reason for a refusal by GitHub's, inside side band 1 of a push's answer. */
export function rewordRefusals(body: Buffer, rules: PushRule[]): Buffer {
  const packets = readPackets(body);
  const report = packets.filter((packet) => packet.data?.[0] === 1);
  if (report.length === 0) return body;
  const lines = readPackets(
    Buffer.concat(report.map((packet) => packet.data?.subarray(1) ?? Buffer.alloc(0))),
  );
  const reworded = lines.map((line): Packet => {
    const match = /^ng (\S+) pre-receive hook declined\n?$/.exec(line.data?.toString() ?? '');
    if (!match) return line;
    const ref = match[1] ?? '';
    const rule = rules.find((candidate) => ref.startsWith(candidate.prefix)) ?? rules[0];
    return { data: Buffer.from(`ng ${ref} ${reasons[rule?.kind ?? 'ruleset']}\n`) };
  });
  const inner = Buffer.concat([Buffer.from([1]), ...reworded.map(writePacket)]);
  const others = packets.filter((packet) => packet.data !== null && packet.data[0] !== 1);
  return Buffer.concat([...others, { data: inner }, { data: null }].map(writePacket));
}

export interface RefChange {
  ref: string;
  before: string | null;
  after: string | null;
}

/** What a push changed, seen from the refs before and after it. */
export async function changesSince(gitDir: string, before: Map<string, string>): Promise<RefChange[]> {
  const after = await listRefs(gitDir, 'refs/heads/');
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter((ref) => before.get(ref) !== after.get(ref))
    .map((ref) => ({ ref, before: before.get(ref) ?? null, after: after.get(ref) ?? null }));
}
