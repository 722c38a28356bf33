/**
 * A run carries its code: the sources that its process loaded, under `code/files/`, with a manifest.
 * A later job serves them again, whatever the workspace holds by then.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { DamageError, LonghaulError, UsageError } from '../errors.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import { gitBlobId, sha256 } from '../journal/digest.ts';
import type { Json } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { paths } from '../journal/layout.ts';
import type { NewFile } from '../journal/task-files.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { CodeFile } from '../runtime/protocol.ts';

export const CODE_SCHEMA = 'longhaul.code-v1';
export const ON_CODE_CHANGE = ['pin', 'upgrade', 'refuse'] as const;
export type OnCodeChange = (typeof ON_CODE_CHANGE)[number];

export interface ManifestFile {
  /** Relative to the repository, `/` as separator. */
  path: string;
  format: string;
  /** The id that git gives these bytes. */
  blob: string;
  /** sha256 of the bytes, hex. */
  digest: string;
  /** Commit of the workspace that it was taken from, where that is not the manifest's. */
  commit?: string;
}

export interface Manifest {
  schemaVersion: string;
  commit: string;
  /** The process file, links followed. */
  entry?: string;
  files: ManifestFile[];
}

/** What an entry without `#export` stands for. */
export const DEFAULT_EXPORT = 'process';

const FORMATS = new Set(['module', 'commonjs', 'json', 'module-typescript', 'commonjs-typescript']);

/** Repository that a file belongs to: the nearest directory above it with a `.git`, else `fallback`. */
export function repositoryOf(file: string, fallback: string): string {
  for (let dir = path.dirname(file); ; dir = path.dirname(dir)) {
    if (existsSync(path.join(dir, '.git'))) return dir;
    if (dir === path.dirname(dir)) break;
  }
  const relative = path.relative(fallback, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? path.dirname(file) : fallback;
}

/** The path with every link followed; of a file that is gone, that of the directory that is left, and the rest. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPath(parent), path.basename(file));
  }
}

function safePath(file: unknown): file is string {
  return (
    typeof file === 'string' &&
    file !== '' &&
    !file.includes('\\') &&
    !file.includes('\0') &&
    file.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** undefined: the run carries no code (Babysitter made it). @throws DamageError */
export function readManifest(runDir: string): Manifest | undefined {
  const file = path.join(paths.code(runDir), 'manifest.json');
  if (!existsSync(file)) return undefined;
  const parsed = parseJson(readFileSync(file, 'utf8'));
  if (!isObject(parsed) || parsed.schemaVersion !== CODE_SCHEMA || !Array.isArray(parsed.files)) {
    throw new DamageError(`${file} is no manifest of carried code`, file);
  }
  const files = parsed.files.map((entry): ManifestFile => {
    const { path: name, format, blob, digest, commit } = isObject(entry) ? entry : {};
    if (
      !safePath(name) ||
      typeof format !== 'string' ||
      !FORMATS.has(format) ||
      typeof blob !== 'string' ||
      typeof digest !== 'string'
    ) {
      throw new DamageError(`${file} holds an entry that is none: ${JSON.stringify(entry)}`, file);
    }
    return { path: name, format, blob, digest, ...(typeof commit === 'string' ? { commit } : {}) };
  });
  const { entry } = parsed;
  return {
    schemaVersion: CODE_SCHEMA,
    commit: String(parsed.commit ?? ''),
    ...(safePath(entry) ? { entry } : {}),
    files,
  };
}

/** The carried sources, each checked against the manifest. @throws DamageError */
export function readCode(runDir: string, manifest: Manifest): CodeFile[] {
  return manifest.files.map(({ path: name, format, digest }) => {
    const file = path.join(paths.code(runDir), 'files', name);
    let source: string;
    try {
      source = readFileSync(file, 'utf8');
    } catch {
      throw new DamageError(`The carried file ${file} is missing`, file);
    }
    if (sha256(source) !== digest)
      throw new DamageError(`The carried file ${file} is not the one in the manifest`, file);
    return { path: name, format, source };
  });
}

/** Paths whose content in the workspace is not what the run carries; missing ones included. */
export function changedFiles(manifest: Manifest, repository: string): string[] {
  return manifest.files
    .filter(({ path: name, digest }) => {
      try {
        return sha256(readFileSync(path.join(repository, name), 'utf8')) !== digest;
      } catch {
        return true;
      }
    })
    .map((entry) => entry.path);
}

/** The sources to replay with, by the policy. undefined: the workspace's. @throws LonghaulError CODE_CHANGED */
export function codeToServe(
  runDir: string,
  manifest: Manifest | undefined,
  repository: string,
  policy: OnCodeChange,
): CodeFile[] | undefined {
  if (manifest === undefined || policy === 'upgrade') return undefined;
  if (policy === 'refuse') {
    const changed = changedFiles(manifest, repository);
    if (changed.length > 0) {
      const from = manifest.commit === '' ? '' : ` (started at commit ${manifest.commit})`;
      throw new LonghaulError(
        'CODE_CHANGED',
        `The code of the run${from} is not that of the workspace: ${changed.join(', ')}`,
        {
          hint: "To go on with the code that the run carries: `longhaul resume <run> --on-code-change pin`. To take the workspace's after a replay has proved that it agrees: `longhaul resume <run> --on-code-change upgrade`.",
        },
      );
    }
  }
  return readCode(runDir, manifest);
}

/** Writes files that a process has loaded for the first time, and the manifest with them in it. `manifest` undefined: a new one. */
export function recordCode(
  journal: RunJournal,
  manifest: Manifest | undefined,
  files: readonly CodeFile[],
  from: { repository: string; commit: string; entry: string },
): Manifest | undefined {
  const taken = files.filter(({ path: name, format }) => safePath(name) && FORMATS.has(format));
  if (taken.length === 0) return manifest;
  const before = manifest ?? { schemaVersion: CODE_SCHEMA, commit: from.commit, files: [] };
  const byPath = new Map(before.files.map((entry) => [entry.path, entry]));
  const commit = from.commit === before.commit ? {} : { commit: from.commit };
  for (const { path: name, format, source } of taken) {
    byPath.set(name, {
      path: name,
      format,
      blob: gitBlobId(bytesOf(from.repository, name, source)),
      digest: sha256(source),
      ...commit,
    });
  }
  const sorted = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const entry = byPath.has(from.entry) ? { entry: from.entry } : {};
  const made: Manifest = { schemaVersion: CODE_SCHEMA, commit: before.commit, ...entry, files: sorted };
  const written: NewFile[] = taken.map(({ path: name, source }) => ({
    path: `code/files/${name}`,
    text: source,
    replace: true,
  }));
  journal.append(
    [],
    [...written, { path: 'code/manifest.json', text: jsonText(made as unknown as Json), replace: true }],
  );
  return made;
}

/** A source that is no UTF-8 is served as Node reads it, and known to git by the bytes that it has. */
function bytesOf(repository: string, name: string, source: string): Buffer {
  try {
    const bytes = readFileSync(path.join(repository, name));
    if (bytes.toString('utf8') === source) return bytes;
  } catch {
    // it is gone already
  }
  return Buffer.from(source);
}

/** What an upgrade changed: recorded in CODE_UPGRADED. Empty when the workspace's code is the run's. */
export function upgradedFiles(
  manifest: Manifest | undefined,
  files: readonly CodeFile[],
): { path: string; from: string; to: string }[] {
  const before = new Map((manifest?.files ?? []).map((entry) => [entry.path, entry.digest]));
  return files
    .map(({ path: name, source }) => ({ path: name, from: before.get(name) ?? '', to: sha256(source) }))
    .filter((change) => change.from !== change.to);
}

/** What stands on the two sides of the last `#`. */
export function splitEntry(text: string): { file: string; exportName: string | undefined } {
  const at = text.lastIndexOf('#');
  return at < 0
    ? { file: text, exportName: undefined }
    : { file: text.slice(0, at), exportName: text.slice(at + 1) };
}

const RELATIVE = 'Paths are relative to the working directory.';

/** `path#export`, relative to `cwd`; `where`: said of a file that is not there. @throws UsageError */
export function parseEntry(
  text: string,
  cwd: string,
  where = RELATIVE,
): { path: string; exportName: string | undefined } {
  const { file, exportName } = splitEntry(text);
  if (file === '' || exportName === '') {
    throw new UsageError(`The entry ${JSON.stringify(text)} is no process file`, {
      hint: 'Give path/to/file.mjs or path/to/file.mjs#exportName.',
    });
  }
  const absolute = path.resolve(cwd, file);
  if (!existsSync(absolute))
    throw new UsageError(`There is no process file ${absolute}`, {
      path: absolute,
      hint: where,
    });
  if (statSync(absolute).isDirectory())
    throw new UsageError(`The process file ${absolute} is a directory`, {
      path: absolute,
      hint: 'Give the file in it: path/to/file.mjs or path/to/file.mjs#exportName.',
    });
  return { path: absolute, exportName };
}
