/** Findings about what lies beside the journal: caches, carried code, left-over files. */
import { join } from 'node:path';
import { DamageError } from '../errors.ts';
import { isObject, parseJson } from './decode.ts';
import { gitBlobId, sha256 } from './digest.ts';
import type { JournalEvent } from './events.ts';
import type { Finding, FindingCode } from './findings.ts';
import { type EventName, paths, refProblem } from './layout.ts';
import { namesIn, readIfThere } from './reader.ts';
import { logsOf, readLog } from './restore.ts';
import { checkSegments } from './segment-check.ts';
import { SegmentFile } from './segment-file.ts';
import { listSegments, readSegmentEvents } from './segments.ts';
import { readSnapshot, SNAPSHOT_NAME } from './snapshot.ts';
import { type RunState, stateOf } from './state.ts';
import { staleReason } from './state-cache.ts';

/** `names` and `events`: what the journal holds, unreadable events left out of `events`. */
export function verifyAside(
  runDir: string,
  names: readonly EventName[],
  events: ReadonlyMap<number, JournalEvent>,
): Finding[] {
  return [
    ...segmentFindings(runDir, names, events),
    ...cacheFindings(runDir, names),
    ...codeFindings(runDir),
    ...logFindings(runDir),
    ...['state', 'lease', 'mailbox'].flatMap((place) =>
      namesIn(join(runDir, place))
        .filter((name) => name.startsWith('tmp-'))
        .map((name) => leftOver(`${place}/${name}`)),
    ),
  ];
}

function logFindings(runDir: string): Finding[] {
  return logsOf(runDir).flatMap((path) =>
    readLog(join(runDir, path)).damaged.map((line) =>
      finding(
        'LOG_DAMAGED',
        path,
        `${path} is damaged in line ${line}; the files it holds are not put back`,
        true,
      ),
    ),
  );
}

/** A file that is nobody's: what a write left that did not end, or something foreign. */
export function leftOver(path: string): Finding {
  if (/(^|[/.])tmp-/.test(path)) {
    return finding('TEMP_FILE', path, `${path} was left over by a write that did not end`, true);
  }
  return finding('STRAY_FILE', path, `${path} is no event; it is not read`, true);
}

function finding(code: FindingCode, path: string, message: string, warning = false): Finding {
  return { code, path, message, ...(warning && { warning: true as const }) };
}

function segmentFindings(
  runDir: string,
  names: readonly EventName[],
  events: ReadonlyMap<number, JournalEvent>,
): Finding[] {
  return namesIn(paths.segments(runDir)).flatMap((name) => {
    const path = `state/segments/${name}`;
    if (name.startsWith('tmp-')) return leftOver(path);
    if (name === SNAPSHOT_NAME) return snapshotFindings(runDir, events);
    const problem = segmentProblem(runDir, path, names, events);
    return problem === undefined
      ? []
      : finding('SEGMENT_WRONG', path, `${path} ${problem}; it is a cache`, true);
  });
}

/** One that belongs to other segments is merely not used; one for these must say what the events say. */
function snapshotFindings(runDir: string, events: ReadonlyMap<number, JournalEvent>): Finding[] {
  const segments = listSegments(runDir);
  let found: RunState | undefined;
  try {
    found = readSnapshot(runDir, segments);
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
  }
  if (found === undefined) return [];
  const { head, settlements, attempt, equals, pending } = stateOf(
    [...events.values()].filter((event) => event.seq <= (segments.at(-1)?.to ?? 0)),
  );
  const text = (state: Pick<RunState, 'head' | 'settlements' | 'attempt' | 'equals' | 'pending'>) =>
    JSON.stringify([state.head, state.settlements, state.attempt, [...state.equals], [...state.pending]]);
  if (text(found) === text({ head, settlements, attempt, equals, pending })) return [];
  const path = `state/segments/${SNAPSHOT_NAME}`;
  return [finding('CACHE_WRONG', path, `${path} is not what the journal adds up to; it is a cache`, true)];
}

function segmentProblem(
  runDir: string,
  path: string,
  names: readonly EventName[],
  events: ReadonlyMap<number, JournalEvent>,
): string | undefined {
  try {
    const file = new SegmentFile(runDir, { path, digest: '' });
    file.close();
    for (const event of readSegmentEvents(runDir, file.ref)) {
      if (JSON.stringify(event) !== JSON.stringify(events.get(event.seq)))
        return `holds another event ${event.seq}`;
    }
    const from = names.findIndex((name) => name.seq === file.ref.from);
    const differing = checkSegments(runDir, [file.ref], names.slice(Math.max(0, from)));
    if (differing.length > 0) return `was packed before ${differing[0]} changed`;
  } catch (error) {
    if (error instanceof DamageError) return 'is damaged';
    throw error;
  }
  return undefined;
}

function cacheFindings(runDir: string, names: readonly EventName[]): Finding[] {
  const last = names.at(-1);
  const text = readIfThere(paths.stateCache(runDir));
  if (last === undefined || text === undefined) return [];
  const why = staleReason(runDir, { seq: last.seq, ulid: last.ulid });
  const cache = parseJson(text);
  const head = isObject(cache) ? cache.journalHead : undefined;
  // A cache that is merely behind is in order; one with a head that the journal never had is not.
  const known = isObject(head) && names.some((name) => name.seq === head.seq && name.ulid === head.ulid);
  if (why !== 'corrupt_cache' && (why === undefined || known)) return [];
  return [
    finding(
      'CACHE_WRONG',
      'state/state.json',
      'state/state.json does not belong to this journal; it is a cache',
      true,
    ),
  ];
}

function codeFindings(runDir: string): Finding[] {
  const manifestPath = 'code/manifest.json';
  const text = readIfThere(join(runDir, manifestPath));
  if (text === undefined) return [];
  const manifest = parseJson(text);
  if (!isObject(manifest) || !Array.isArray(manifest.files)) {
    return [finding('CODE_MANIFEST', manifestPath, `${manifestPath} is cut off or no manifest`)];
  }
  return manifest.files.flatMap((entry) => {
    const file = isObject(entry) && typeof entry.path === 'string' ? entry : undefined;
    const path = `code/files/${file?.path ?? ''}`;
    if (file === undefined || refProblem(path) !== undefined) {
      return finding(
        'CODE_MANIFEST',
        manifestPath,
        `${manifestPath} holds ${JSON.stringify(entry)}, which is no entry`,
      );
    }
    const source = readIfThere(join(runDir, path));
    if (source === undefined) return finding('CODE_MISSING', path, `The carried file ${path} is missing`);
    if (sha256(source) === file.digest || gitBlobId(Buffer.from(source)) === file.blob) return [];
    return finding('CODE_DIGEST', path, `The carried file ${path} is not the one in the manifest`);
  });
}
