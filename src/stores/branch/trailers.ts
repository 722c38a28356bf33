/** The last paragraph of a run's commit: the index of all runs. Written from validated values, read tolerantly. */
import { isObject, parseJson } from '../../journal/decode.ts';
import type { Owner, RunStatus } from '../../journal/events.ts';

export interface LeaseNote {
  epoch: number;
  /** Who holds it, or held it last. */
  owner: Owner;
  released: boolean;
  /** ISO time after which it may be taken although its owner cannot be asked for. */
  expiresAt?: string;
}

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
}

const STATUSES: ReadonlySet<string> = new Set(['created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted']);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const NUMBER = /^[1-9]\d{0,14}$/;
const EFFECT_REF = /^e-[0-9a-z]{1,32}$/;
const WORKFLOW = /^[A-Za-z0-9._/-]{1,200}$/;
const PROCESS = /^[A-Za-z0-9._:/@+-]{1,100}$/;
const TOKEN = /^[A-Za-z0-9._-]{1,64}$/;
const MAX_OWNER = 2000;

/** The paragraph. What does not have its shape is left out: nothing that a person wrote gets in. */
export function formatTrailers(run: RunTrailers): string {
  const lines: string[] = [];
  const add = (key: string, value: string | undefined, shape: RegExp): void => {
    if (value !== undefined && shape.test(value)) lines.push(`${key}: ${value}`);
  };
  add('Status', STATUSES.has(run.status) ? run.status : undefined, /^[a-z]+$/);
  add('Seq', String(run.seq), NUMBER);
  add('Attempt', String(run.attempt), NUMBER);
  add('Created', run.created, TIME);
  add('Updated', run.updated, TIME);
  add('Process', run.process, PROCESS);
  add('Wake-At', run.wakeAt, TIME);
  add('Issue', run.issue === undefined ? undefined : String(run.issue), NUMBER);
  for (const { issue, ref } of run.waitingOn) add('Waiting-On', `${issue} ${ref}`, /^[1-9]\d{0,14} e-[0-9a-z]{1,32}$/);
  add('Workflow', run.workflow, WORKFLOW);
  if (run.lease !== undefined) lines.push(`Lease: ${formatLease(run.lease)}`);
  return `${lines.join('\n')}\n`;
}

/** One line, whatever a host name or address holds: JSON has no line breaks of its own. */
function formatLease({ epoch, owner, released, expiresAt }: LeaseNote): string {
  const note = { epoch, released, ...(expiresAt !== undefined && { expiresAt }), owner };
  const text = JSON.stringify(note);
  return text.length <= MAX_OWNER ? text : JSON.stringify({ ...note, owner: { token: owner.token, engine: owner.engine, startedAt: owner.startedAt } });
}

/** undefined for a commit that is no save of a run: other people have branches, too. */
export function parseTrailers(message: string): RunTrailers | undefined {
  const values = new Map<string, string[]>();
  const last = message.trimEnd().split(/\n[ \t]*\n/).at(-1) ?? '';
  for (const line of last.split('\n')) {
    const match = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*?)[ \t\r]*$/.exec(line);
    if (match === null) continue;
    const key = (match[1] ?? '').toLowerCase();
    values.set(key, [...(values.get(key) ?? []), match[2] ?? '']);
  }
  const one = (key: string, shape: RegExp): string | undefined => values.get(key)?.find((value) => shape.test(value));
  const status = one('status', /^[a-z]+$/);
  const seq = one('seq', NUMBER);
  if (status === undefined || !STATUSES.has(status) || seq === undefined) return undefined;
  const process = one('process', PROCESS);
  const wakeAt = one('wake-at', TIME);
  const issue = one('issue', NUMBER);
  const workflow = one('workflow', WORKFLOW);
  const lease = parseLease(values.get('lease')?.[0]);
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
  };
}

function parseWaitingOn(value: string): WaitingOn[] {
  const [issue = '', ref = ''] = value.split(' ');
  return NUMBER.test(issue) && EFFECT_REF.test(ref) ? [{ issue: Number(issue), ref }] : [];
}

function parseLease(value: string | undefined): LeaseNote | undefined {
  const note = parseJson(value ?? '');
  if (!isObject(note) || typeof note.epoch !== 'number' || !Number.isSafeInteger(note.epoch)) return undefined;
  const { owner } = note;
  if (!isObject(owner) || typeof owner.token !== 'string' || !TOKEN.test(owner.token)) return undefined;
  return {
    epoch: note.epoch,
    owner: owner as unknown as Owner,
    released: note.released === true,
    ...(typeof note.expiresAt === 'string' && TIME.test(note.expiresAt) && { expiresAt: note.expiresAt }),
  };
}
