/** Real directories with real runs for the tests of journal and stores. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { encodeEvent } from '../../src/journal/codec.ts';
import type { JournalEvent, Json } from '../../src/journal/events.ts';
import { ulid } from '../../src/journal/ids.ts';
import { eventFileName, parseEventName } from '../../src/journal/layout.ts';
import type { RunJournal } from '../../src/journal/writer.ts';
import type { Lease, OpenRun } from '../../src/stores/contract.ts';
import { type DirectoryOptions, DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { request, resolution } from '../stores/steps.ts';

export { failure, request, resolution } from '../stores/steps.ts';

/** A directory that is gone after the test. */
export function tempDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'longhaul-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The same for code outside of a test: `use` may be asynchronous. */
export async function inTempDir<T>(use: (directory: string) => T | Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'longhaul-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const NEW_RUN = {
  runId: 'run-1',
  processId: 'demo',
  entrypoint: { importPath: '../../../process.mjs', exportName: 'process' },
};

export interface TestRun {
  store: DirectoryStore;
  run: OpenRun;
  lease: Lease;
  journal: RunJournal;
  runDir: string;
}

export async function newRun(options: DirectoryOptions = {}): Promise<TestRun> {
  const store = new DirectoryStore(join(tempDir(), 'runs'), options);
  const run = await store.create({ ...NEW_RUN, inputs: { name: 'alpha' } });
  const lease = await run.acquire(thisOwner('0.1.0'));
  return { store, run, lease, journal: lease.journal, runDir: run.runDir };
}

/** Asks and settles steps `from` to `to`; returns the effect ids. */
export function doSteps(journal: RunJournal, from: number, to: number): string[] {
  const ids: string[] = [];
  for (let n = from; n <= to; n++) {
    const asked = request(n);
    journal.append([asked.event], asked.files);
    const settled = resolution(asked.effectId, { n, text: `result ${n}` });
    journal.append([settled.event], settled.files);
    ids.push(asked.effectId);
  }
  return ids;
}

export function eventFiles(runDir: string): string[] {
  return readdirSync(join(runDir, 'journal')).sort();
}

export function eventPath(runDir: string, seq: number): string {
  const name = eventFiles(runDir).find((file) => parseEventName(file)?.seq === seq);
  if (name === undefined) throw new Error(`no event ${seq}`);
  return join(runDir, 'journal', name);
}

export function readJson(path: string): { [key: string]: Json } {
  return JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: Json };
}

/** Writes an event file by hand, with a checksum that holds. */
export function putEvent(
  runDir: string,
  seq: number,
  type: string,
  data: object,
  id: string = ulid(),
): string {
  const name = eventFileName(seq, id);
  const text = encodeEvent({ type, recordedAt: '2026-01-01T00:00:00.000Z', data });
  writeFileSync(join(runDir, 'journal', name), text);
  return name;
}

const here = dirname(fileURLToPath(import.meta.url));

/** A copy of a run directory that Babysitter 0.0.187 made. */
export function babysitterRun(name: 'demo-run-1' | 'failed-run' | 'harness-run'): string {
  const directory = join(tempDir(), name);
  cpSync(join(here, 'fixtures', name), directory, { recursive: true });
  for (const empty of ['blobs', 'orphaned', 'process'])
    mkdirSync(join(directory, empty), { recursive: true });
  return directory;
}

export const types = (events: readonly JournalEvent[]): string[] => events.map((event) => event.type);
