/** The last paragraph of a run's commit: the index of all runs. Written from validated values, read tolerantly. */
import type { Owner, RunStatus } from '../../journal/events.ts';
import { isUlid, ulidTime } from '../../journal/ids.ts';
import type { LeaseNote } from '../liveness.ts';

/** A breakpoint's place: the issue that has its comment, and the short code shown there. */
export interface WaitingOn {
  issue: number;
  ref: string;
}

export interface RunTrailers {
  status: RunStatus;
  /** Of the last event. */
  seq: number;
  /** 1 + RUN_RETRIED events. */
  attempt: number;
  /** ISO times. */
  created: string;
  updated: string;
  process?: string;
  wakeAt?: string;
  /** The issue with the run's status comment. */
  issue?: number;
  waitingOn: WaitingOn[];
  /** Path of the workflow file that the run belongs to. */
  workflow?: string;
  lease?: LeaseNote;
  /** The commit before, when it was taken without a signature that could be checked (`on-unsigned: adopt`). */
  adopted?: string;
}

const STATUSES: ReadonlySet<string> = new Set([
  'created',
  'running',
  'waiting',
  'completed',
  'failed',
  'canceled',
  'halted',
]);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const NUMBER = /^[1-9]\d{0,14}$/;
const EFFECT_REF = /^e-[0-9a-z]{1,32}$/;
const WORKFLOW = /^[A-Za-z0-9._/-]{1,200}$/;
const COMMIT = /^[0-9a-f]{40}$/;
const PROCESS = /^[A-Za-z0-9._:/@+-]{1,100}$/;
/** A token is drawn as its owner starts. */
const SAME_MS = 1000;
const TOKEN = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The paragraph. What does not have its shape is left out: nothing that a person wrote gets in. `home`: address of the
 * repository, which those of its jobs begin with.
 */
export function formatTrailers(run: RunTrailers, home: string): string {
  const lines: string[] = [];
  const add = (key: string, value: string | undefined, shape: RegExp): void => {
    if (value !== undefined && shape.test(value)) lines.push(`${key}: ${value}`);
  };
  add('Status', STATUSES.has(run.status) ? run.status : undefined, /^[a-z]+$/);
  add('Seq', String(run.seq), NUMBER);
  if (run.attempt > 1) add('Attempt', String(run.attempt), NUMBER);
  add('Created', run.created, TIME);
  add('Updated', run.updated, TIME);
  add('Process', run.process, PROCESS);
  add('Wake-At', run.wakeAt, TIME);
  add('Issue', run.issue === undefined ? undefined : String(run.issue), NUMBER);
  for (const { issue, ref } of run.waitingOn)
    add('Waiting-On', `${issue} ${ref}`, /^[1-9]\d{0,14} e-[0-9a-z]{1,32}$/);
  add('Workflow', run.workflow, WORKFLOW);
  add('Adopted', run.adopted, COMMIT);
  if (run.lease !== undefined) lines.push(`Lease: ${formatLease(run.lease, home)}`);
  return `${lines.join('\n')}\n`;
}

/**
 * `<epoch> held|released <token> <engine> [<startedAt>] [until=…] [process=pid/start/boot/host]
 * [job=run/attempt/job/limit] [url=…]`. Every part is encoded, so that no host name or address breaks the line.
 * Each save has this line: `startedAt` is left out where the token, a ULID, carries it, `url` where it is the job's
 * own in this repository.
 */
function formatLease({ epoch, owner, released, expiresAt }: LeaseNote, home: string): string {
  const encode = (parts: readonly (string | number)[], by: string): string =>
    parts.map((part) => encodeURIComponent(String(part).slice(0, 200).toWellFormed())).join(by);
  const { process, job } = owner;
  const words = [encode([epoch, released ? 'released' : 'held', owner.token, owner.engine], ' ')];
  if (!(Math.abs(Date.parse(startOf(owner.token)) - Date.parse(owner.startedAt)) < SAME_MS))
    words.push(encode([owner.startedAt], ''));
  if (expiresAt !== undefined) words.push(`until=${encode([expiresAt], '')}`);
  if (process !== undefined)
    words.push(`process=${encode([process.pid, process.startTime, process.bootId, process.host], '/')}`);
  if (job !== undefined) {
    words.push(`job=${encode([job.workflowRunId, job.workflowAttempt, job.jobId, job.limitMinutes], '/')}`);
    if (job.url !== urlOf(job, home)) words.push(`url=${encode([job.url], '')}`);
  }
  return words.join(' ').replaceAll('%3A', ':');
}

const urlOf = (
  { workflowRunId, jobId }: Pick<NonNullable<Owner['job']>, 'workflowRunId' | 'jobId'>,
  home: string,
) => `${home}/actions/runs/${workflowRunId}/job/${jobId}`;

/** undefined for a commit that is no save of a run: other people have branches, too. `home`: see formatTrailers. */
export function parseTrailers(message: string, home: string): RunTrailers | undefined {
  const values = new Map<string, string[]>();
  const last =
    message
      .trimEnd()
      .split(/\n[ \t]*\n/)
      .at(-1) ?? '';
  for (const line of last.split('\n')) {
    const match = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*?)[ \t\r]*$/.exec(line);
    if (match === null) continue;
    const key = (match[1] ?? '').toLowerCase();
    values.set(key, [...(values.get(key) ?? []), match[2] ?? '']);
  }
  const one = (key: string, shape: RegExp): string | undefined =>
    values.get(key)?.find((value) => shape.test(value));
  const status = one('status', /^[a-z]+$/);
  const seq = one('seq', NUMBER);
  if (status === undefined || !STATUSES.has(status) || seq === undefined) return undefined;
  const process = one('process', PROCESS);
  const wakeAt = one('wake-at', TIME);
  const issue = one('issue', NUMBER);
  const workflow = one('workflow', WORKFLOW);
  const adopted = one('adopted', COMMIT);
  const lease = parseLease(values.get('lease')?.[0], home);
  return {
    status: status as RunStatus,
    seq: Number(seq),
    attempt: Number(one('attempt', NUMBER) ?? 1),
    created: one('created', TIME) ?? '',
    updated: one('updated', TIME) ?? '',
    waitingOn: (values.get('waiting-on') ?? []).flatMap(parseWaitingOn),
    ...(process !== undefined && { process }),
    ...(wakeAt !== undefined && { wakeAt }),
    ...(issue !== undefined && { issue: Number(issue) }),
    ...(workflow !== undefined && { workflow }),
    ...(lease !== undefined && { lease }),
    ...(adopted !== undefined && { adopted }),
  };
}

function parseWaitingOn(value: string): WaitingOn[] {
  const [issue = '', ref = ''] = value.split(' ');
  return NUMBER.test(issue) && EFFECT_REF.test(ref) ? [{ issue: Number(issue), ref }] : [];
}

function parseLease(value: string | undefined, home: string): LeaseNote | undefined {
  let words: string[];
  const named = new Map<string, string[]>();
  try {
    const [plain, rest] = split(value ?? '');
    words = plain.map(decodeURIComponent);
    for (const [key, parts] of rest) named.set(key, parts.map(decodeURIComponent));
  } catch {
    return undefined; // not encoded by us
  }
  const [epoch = '', held = '', token = '', engine = '', startedAt] = words;
  if (!NUMBER.test(epoch) || !TOKEN.test(token) || (held !== 'held' && held !== 'released')) return undefined;
  const owner: Owner = { token, engine, startedAt: startedAt ?? startOf(token) };
  const [pid, startTime = '', bootId = '', host = ''] = named.get('process') ?? [];
  if (pid !== undefined && NUMBER.test(pid)) owner.process = { pid: Number(pid), startTime, bootId, host };
  const [workflowRunId, attempt = '', jobId = '', limit = ''] = named.get('job') ?? [];
  if (workflowRunId !== undefined && NUMBER.test(attempt) && Number(limit) > 0) {
    const url = named.get('url')?.join('/') ?? urlOf({ workflowRunId, jobId }, home);
    owner.job = { workflowRunId, workflowAttempt: Number(attempt), jobId, url, limitMinutes: Number(limit) };
  }
  const until = named.get('until')?.[0];
  return {
    epoch: Number(epoch),
    owner,
    released: held === 'released',
    ...(until !== undefined && TIME.test(until) && { expiresAt: until }),
  };
}

/** ISO time of a ULID; '' for another token. */
function startOf(token: string): string {
  return isUlid(token) ? new Date(ulidTime(token)).toISOString() : '';
}

/** Words without a name, and the named ones in their parts. */
function split(value: string): [string[], [string, string[]][]] {
  const words = value.split(' ');
  const plain = words.filter((word) => !word.includes('='));
  const named = words
    .filter((word) => word.includes('='))
    .map((word): [string, string[]] => [
      word.slice(0, word.indexOf('=')),
      word.slice(word.indexOf('=') + 1).split('/'),
    ]);
  return [plain, named];
}
