/** Runs for the tests of verbs: a real store, real process files, driven in this process. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cliWorld } from '../../src/cli/world.ts';
import type { Json, Owner } from '../../src/journal/events.ts';
import { parseEntry } from '../../src/operations/code.ts';
import { driveRun, type SessionOptions, type SessionResult } from '../../src/operations/session.ts';
import { startRun } from '../../src/operations/start.ts';
import type { Request } from '../../src/operations/under-lease.ts';
import { DEFAULT_LIMITS, type DriveEvent } from '../../src/operations/world.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';

export const ACTOR = { login: 'ada' };

export interface Bench {
  dir: string;
  store: DirectoryStore;
  /** Everything the drives reported. */
  seen: DriveEvent[];
  write(name: string, text: string): string;
  /** A new run of a process with this body (`inputs`, `ctx` and `sh(id, command)` are there). */
  start(body: string, runId?: string, inputs?: Json): Promise<OpenRun>;
  drive(run: OpenRun, options?: Partial<SessionOptions>): Promise<SessionResult>;
  request(run: OpenRun): Request;
}

export const owner = (): Owner => thisOwner(VERSION);

export function bench(): Bench {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'longhaul-verbs-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  const store = new DirectoryStore(join(dir, '.a5c/runs'));
  const seen: DriveEvent[] = [];
  const write: Bench['write'] = (name, text) => {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  return {
    dir,
    store,
    seen,
    write,
    async start(body, runId = 'run-1', inputs = undefined) {
      write(
        'p.mjs',
        `import { defineTask } from 'longhaul';
const sh = (id, command) => defineTask(id, () => ({ kind: 'shell', title: id, shell: { command } }));
export const process = async (inputs, ctx) => { ${body} };\n`,
      );
      return startRun({ store, runId, entry: parseEntry('p.mjs', dir), inputs, workspace: dir });
    },
    drive: (run, options = {}) =>
      driveRun({
        store,
        run,
        owner: owner(),
        world: cliWorld({ workspace: dir, env: process.env, report: (event) => seen.push(event) }),
        limits: DEFAULT_LIMITS,
        onCodeChange: 'pin',
        execute: true,
        ...options,
      }),
    request: (run) => ({ run, owner: owner(), actor: ACTOR }),
  };
}

export const eventNames = (run: OpenRun): string[] => readdirSync(join(run.runDir, 'journal')).sort();

/** Name, size and content of every entry of the journal: what may not change. */
export const journalBytes = (run: OpenRun): Map<string, string> =>
  new Map(eventNames(run).map((name) => [name, readFileSync(join(run.runDir, 'journal', name), 'latin1')]));

export interface Line {
  event: string;
  run_id: string;
  id: string;
  ts: string;
  [key: string]: unknown;
}

export const progress = (run: OpenRun): Line[] =>
  readFileSync(join(run.runDir, 'progress.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

export const readJson = <T = Record<string, unknown>>(...parts: string[]): T =>
  JSON.parse(readFileSync(join(...parts), 'utf8')) as T;

/** Effect ids of what is pending, in order of request. */
export const pendingIds = (run: OpenRun): string[] => [...run.load().state.pending.keys()];

export const only = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} items, not one`);
  return item;
};
