/** What a new run directory holds. */
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeEvent } from '../journal/codec.ts';
import type { RunCreatedData } from '../journal/events.ts';
import { UlidClock } from '../journal/ids.ts';
import { jsonText } from '../journal/json.ts';
import { eventFileName, GITIGNORE } from '../journal/layout.ts';
import { encodeRun, type RunFile } from '../journal/task-files.ts';
import type { NewRun } from './contract.ts';

/** run.json, inputs.json, .gitignore and the first event, in the order in which they are written. */
export function newRunFiles(run: NewRun, now: () => number): RunFile[] {
  const createdAt = run.history?.createdAt ?? new Date(now()).toISOString();
  const metadata = {
    runId: run.runId,
    request: run.request ?? run.processId,
    processId: run.processId,
    ...(run.harness !== undefined && { harness: run.harness }),
    entrypoint: run.entrypoint,
    ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
    createdAt,
    ...(run.prompt !== undefined && { prompt: run.prompt }),
    ...(run.nonInteractive === true && { nonInteractive: true }),
    completionProof: randomBytes(16).toString('hex'),
  };
  const data: RunCreatedData = {
    runId: run.runId,
    processId: run.processId,
    entrypoint: run.entrypoint,
    ...(run.harness !== undefined && { harness: run.harness }),
    ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
    ...(run.inputs !== undefined && { inputsRef: 'inputs.json' }),
    ...(run.prompt !== undefined && { prompt: run.prompt }),
    ...run.created,
  };
  const files: RunFile[] = [
    { path: '.gitignore', text: GITIGNORE },
    { path: 'run.json', text: encodeRun(metadata) },
  ];
  if (run.inputs !== undefined) files.push({ path: 'inputs.json', text: jsonText(run.inputs) });
  files.push(...(run.files ?? []));
  const event = encodeEvent({ type: 'RUN_CREATED', recordedAt: createdAt, data });
  const name = eventFileName(1, run.history?.ulid ?? new UlidClock('', now).next());
  files.push({ path: `journal/${name}`, text: event });
  return files;
}

/** A run directory's empty directories and files, written into `dir`, which must not exist yet. */
export function createRunDirectory(
  dir: string,
  files: readonly RunFile[],
  directories: readonly string[],
): void {
  mkdirSync(dir, { recursive: true });
  for (const name of directories) mkdirSync(join(dir, name));
  for (const file of files) {
    const path = join(dir, file.path);
    mkdirSync(dirname(path), { recursive: true });
    const fd = openSync(path, 'wx');
    try {
      writeFileSync(fd, file.text);
    } finally {
      closeSync(fd);
    }
  }
}
