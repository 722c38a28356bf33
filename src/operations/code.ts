/**
 * A run carries its code: the sources that its process loaded, under `code/files/`, with a manifest.
 * A later job serves them again, whatever the workspace holds by then.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DamageError, LonghaulError, UsageError } from '../errors.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import { gitBlobId, sha256 } from '../journal/digest.ts';
import { jsonText } from '../journal/json.ts';
import { paths } from '../journal/layout.ts';
import type { NewFile, RunJournal } from '../journal/writer.ts';
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
}

export interface Manifest {
  schemaVersion: string;
  commit: string;
  files: ManifestFile[];
}

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

function safePath(file: unknown): file is string {
  return typeof file === 'string' && file !== '' && !file.includes('\\') && !file.includes('\0') &&
    file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** undefined: the run carries no code (Babysitter made it). @throws DamageError */
export function readManifest(runDir: string): Manifest | undefined {
  const file = path.join(paths.code(runDir), 'manifest.json');
  if (!existsSync(file)) return undefined;
  const parsed = parseJson(readFileSync(file, 'utf8'));
  if (!isObject(parsed) || parsed['schemaVersion'] !== CODE_SCHEMA || !Array.isArray(parsed['files'])) {
    throw new DamageError(`${file} is no manifest of carried code`, file);
  }
  const files = parsed['files'].map((entry): ManifestFile => {
    const { path: name, format, blob, digest } = isObject(entry) ? entry : {};
    if (!safePath(name) || typeof format !== 'string' || !FORMATS.has(format) || typeof blob !== 'string' || typeof digest !== 'string') {
      throw new DamageError(`${file} holds an entry that is none: ${JSON.stringify(entry)}`, file);
    }
    return { path: name, format, blob, digest };
  });
  return { schemaVersion: CODE_SCHEMA, commit: String(parsed['commit'] ?? ''), files };
}

/** The carried sources, each checked against the manifest. @throws DamageError */
export function readCode(runDir: string, manifest: Manifest): CodeFile[] {
  return manifest.files.map(({ path: name, format, digest }) => {
    const file = path.join(paths.code(runDir), 'files', name);
    let source: string;
    try {
      source = readFileSync(file, 'utf8');
    } catch (cause) {
      throw new DamageError(`The carried file ${file} is missing`, file);
    }
    if (sha256(source) !== digest) throw new DamageError(`The carried file ${file} is not the one in the manifest`, file);
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
export function codeToServe(runDir: string, repository: string, policy: OnCodeChange): CodeFile[] | undefined {
  const manifest = readManifest(runDir);
  if (manifest === undefined || policy === 'upgrade') return undefined;
  if (policy === 'refuse') {
    const changed = changedFiles(manifest, repository);
    if (changed.length > 0) {
      const from = manifest.commit === '' ? '' : ` (started at commit ${manifest.commit})`;
      throw new LonghaulError('CODE_CHANGED', `The code of the run${from} is not that of the workspace: ${changed.join(', ')}`, {
        hint: 'Resume with --on-code-change pin to go on with the code that the run carries, or upgrade to take the workspace\'s after a replay has proved that it agrees.',
      });
    }
  }
  return readCode(runDir, manifest);
}

/** Writes files that a process has loaded for the first time, and the manifest with them in it. */
export function recordCode(journal: RunJournal, files: readonly CodeFile[], commit: string): void {
  if (files.length === 0) return;
  const manifest = readManifest(journal.runDir) ?? { schemaVersion: CODE_SCHEMA, commit, files: [] };
  const byPath = new Map(manifest.files.map((entry) => [entry.path, entry]));
  const written: NewFile[] = [];
  for (const { path: name, format, source } of files) {
    if (!safePath(name) || !FORMATS.has(format)) continue;
    byPath.set(name, { path: name, format, blob: gitBlobId(Buffer.from(source)), digest: sha256(source) });
    written.push({ path: `code/files/${name}`, text: source, replace: true });
  }
  const sorted = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  written.push({ path: 'code/manifest.json', text: jsonText({ ...manifest, files: sorted }), replace: true });
  journal.append([], written);
}

/** What an upgrade changed: recorded in CODE_UPGRADED. Empty when the workspace's code is the run's. */
export function upgradedFiles(manifest: Manifest | undefined, files: readonly CodeFile[]): { path: string; from: string; to: string }[] {
  const before = new Map((manifest?.files ?? []).map((entry) => [entry.path, entry.digest]));
  return files
    .map(({ path: name, source }) => ({ path: name, from: before.get(name) ?? '', to: sha256(source) }))
    .filter((change) => change.from !== change.to);
}

/** `path#export`, relative to `cwd`. @throws UsageError */
export function parseEntry(text: string, cwd: string): { path: string; exportName: string | undefined } {
  const at = text.lastIndexOf('#');
  const file = at < 0 ? text : text.slice(0, at);
  const exportName = at < 0 ? undefined : text.slice(at + 1);
  if (file === '' || exportName === '') {
    throw new UsageError(`The entry ${JSON.stringify(text)} is no process file`, { hint: 'Give path/to/file.mjs or path/to/file.mjs#exportName.' });
  }
  const absolute = path.resolve(cwd, file);
  if (!existsSync(absolute)) throw new UsageError(`There is no process file ${absolute}`, { path: absolute, hint: 'Paths are relative to the working directory.' });
  return { path: absolute, exportName };
}
