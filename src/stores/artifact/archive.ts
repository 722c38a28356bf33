/** The files of a run as one text: a line of JSON for each file. Nothing of it may lead out of a run directory. */
import { LonghaulError } from '../../errors.ts';
import { isObject, parseJson } from '../../journal/decode.ts';
import { isSafePath } from '../saved-files.ts';

export interface ArchivedFile {
  path: string;
  content: Buffer;
  executable: boolean;
}

const MAX_FILES = 500_000;

/** One line, without its end. Text stays text, so that people can read it. */
export function archiveLine({ path, content, executable }: ArchivedFile): Buffer {
  const text = content.toString();
  const body = Buffer.from(text).equals(content) ? { text } : { base64: content.toString('base64') };
  return Buffer.from(JSON.stringify({ path, ...body, ...(executable && { executable }) }));
}

export function archive(lines: Iterable<Buffer>): Buffer {
  const end = Buffer.from('\n');
  const parts: Buffer[] = [];
  for (const line of lines) parts.push(line, end);
  return Buffer.concat(parts);
}

/** @throws LonghaulError BAD_ARTIFACT naming what is wrong; nothing was written then */
export function unarchive(body: Buffer, where: string): ArchivedFile[] {
  const files: ArchivedFile[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(10, at);
    if (end < 0) throw bad(where, 'its last line is cut off');
    const line = parseJson(body.subarray(at, end).toString());
    at = end + 1;
    if (files.length === MAX_FILES) throw bad(where, `it holds more than ${MAX_FILES} files`);
    if (!isObject(line) || typeof line.path !== 'string') throw bad(where, 'a line of it is no file');
    const { path, text, base64, executable } = line;
    if (!isSafePath(path)) throw bad(where, `it holds ${JSON.stringify(path)}, which no run has`);
    // Two names that are one file on some disks would let the second replace the first.
    const key = path.toLowerCase();
    if (seen.has(key)) throw bad(where, `it holds ${JSON.stringify(path)} twice`);
    seen.add(key);
    const content =
      typeof text === 'string'
        ? Buffer.from(text)
        : typeof base64 === 'string'
          ? Buffer.from(base64, 'base64')
          : undefined;
    if (content === undefined) throw bad(where, `${path} in it has no content`);
    files.push({ path, content, executable: executable === true });
  }
  const parent = files.find(({ path }) => isInside(path.toLowerCase(), seen));
  if (parent !== undefined) throw bad(where, `${parent.path} in it lies inside a file`);
  return files;
}

/** Whether one of the files is taken for a directory on the way to this one. */
function isInside(path: string, files: ReadonlySet<string>): boolean {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (files.has(path.slice(0, slash))) return true;
  return false;
}

function bad(where: string, why: string): LonghaulError {
  return new LonghaulError('BAD_ARTIFACT', `Artifact ${where} is not used: ${why}; nothing was written`, {
    path: where,
    hint: 'Delete it on the page of its workflow run: it was not made by Longhaul.',
  });
}
