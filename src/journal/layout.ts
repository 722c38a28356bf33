/** Names and paths inside a run directory, and the safe way from a ref in the journal to a file. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { DamageError } from '../errors.ts';

export const LAYOUT_VERSION = '2026.01-storage-preview';
export const GITIGNORE = 'state/\ntasks/*/artifacts/\nblobs/\norphaned/\n';
/** The directories that Babysitter makes with every run. */
export const RUN_DIRS = ['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process'] as const;

export const OUTPUT_REF = 'state/output.json';

const EVENT_NAME = /^(?:\d{6}|[1-9]\d{6,14})\.[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
// `.`, the ULID and `.json` behind the number.
const TAIL_LENGTH = 32;

export const paths = {
  run: (runDir: string) => join(runDir, 'run.json'),
  inputs: (runDir: string) => join(runDir, 'inputs.json'),
  journal: (runDir: string) => join(runDir, 'journal'),
  event: (runDir: string, name: string) => join(runDir, 'journal', name),
  tasks: (runDir: string) => join(runDir, 'tasks'),
  state: (runDir: string) => join(runDir, 'state'),
  stateCache: (runDir: string) => join(runDir, 'state', 'state.json'),
  segments: (runDir: string) => join(runDir, 'state', 'segments'),
  output: (runDir: string) => join(runDir, 'state', 'output.json'),
  orphaned: (runDir: string) => join(runDir, 'orphaned'),
  code: (runDir: string) => join(runDir, 'code'),
  artifacts: (runDir: string) => join(runDir, 'artifacts'),
  lease: (runDir: string) => join(runDir, 'lease'),
  mailbox: (runDir: string) => join(runDir, 'mailbox'),
  final: (runDir: string) => join(runDir, 'final.json'),
  progress: (runDir: string) => join(runDir, 'progress.ndjson'),
};

/** Refs are relative to the run directory and use `/`. */
export const refs = {
  task: (effectId: string) => `tasks/${effectId}/task.json`,
  result: (effectId: string) => `tasks/${effectId}/result.json`,
  stdout: (effectId: string) => `tasks/${effectId}/stdout.log`,
  stderr: (effectId: string) => `tasks/${effectId}/stderr.log`,
  blob: (effectId: string, name: 'inputs' | 'result', digest: string) =>
    `tasks/${effectId}/blobs/${name}-${digest}.json`,
};

export interface EventName {
  seq: number;
  ulid: string;
  name: string;
}

/** `000007.<ULID>.json`; from seq 1,000,000 on the number simply grows longer. */
export function eventFileName(seq: number, ulid: string): string {
  return `${String(seq).padStart(6, '0')}.${ulid}.json`;
}

/** undefined for a name that is not exactly that of an event file. */
export function parseEventName(name: string): EventName | undefined {
  if (!EVENT_NAME.test(name)) return undefined;
  const end = name.length - TAIL_LENGTH;
  const seq = Number(name.slice(0, end));
  return seq === 0 ? undefined : { seq, ulid: name.slice(end + 1, -5), name };
}

/** By number, not by text: 1,000,000 comes after 999,999. */
export function compareEvents(a: EventName, b: EventName): number {
  return a.seq - b.seq || (a.ulid < b.ulid ? -1 : a.ulid > b.ulid ? 1 : 0);
}

const REF_ROOTS = new Set(['tasks', 'blobs', 'state', 'artifacts', 'code', 'inputs.json']);

/** undefined when the ref is one that may be followed, otherwise what is wrong with it. */
export function refProblem(ref: unknown): string | undefined {
  if (typeof ref !== 'string' || ref === '') return 'it is empty';
  if (ref.includes('\0') || ref.includes('\\')) return 'it holds characters that no ref has';
  if (ref.startsWith('/') || /^[A-Za-z]:/.test(ref)) return 'it is absolute';
  const parts = ref.split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'it leaves its place';
  if (!REF_ROOTS.has(parts[0] ?? '')) return 'it leads to a part of the run directory that no ref leads to';
  return undefined;
}

/** Follows refs of one run directory; directories that were found to be real are not asked again. */
export class RefResolver {
  readonly #runDir: string;
  readonly #known = new Set<string>();

  constructor(runDir: string) {
    this.#runDir = runDir;
  }

  /**
   * The absolute path of a ref that stands in `mentionedIn` (a path for the message). Throws DamageError when
   * the ref is absolute, climbs out of the run directory or leads through a symbolic link. The file itself
   * may be missing.
   */
  resolve(ref: unknown, mentionedIn: string): string {
    const problem = refProblem(ref) ?? this.#linkProblem(String(ref));
    if (problem !== undefined) {
      throw new DamageError(
        `The ref ${JSON.stringify(ref)} in ${mentionedIn} is not followed: ${problem}`,
        mentionedIn,
      );
    }
    return join(this.#runDir, String(ref));
  }

  #linkProblem(ref: string): string | undefined {
    const parts = ref.split('/');
    let path = this.#runDir;
    for (let i = 0; i < parts.length; i++) {
      path = join(path, parts[i] ?? '');
      const isDirectory = i < parts.length - 1;
      if (isDirectory && this.#known.has(path)) continue;
      const stat = lstatSync(path, { throwIfNoEntry: false });
      if (stat === undefined) return undefined;
      if (stat.isSymbolicLink()) return `${parts.slice(0, i + 1).join('/')} is a symbolic link`;
      if (isDirectory) this.#known.add(path);
    }
    return undefined;
  }
}

/** The data of an event, its refs renamed. */
export function withRefs(data: object, renamed: Map<string, string>): object {
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    key.endsWith('Ref') && typeof value === 'string' ? (renamed.get(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries) as object;
}
