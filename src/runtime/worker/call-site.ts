/** Where the process asked: the first frame outside the engine. */
import { fileURLToPath } from 'node:url';

const here = import.meta.url;
/** Address of the engine's own directory. */
export const own = here.slice(0, here.lastIndexOf('/') + 1);
/** The engine's own frames between a call of the process and this function, with room to spare. */
const DEPTH = 10;

function firstOutside(_error: Error, frames: NodeJS.CallSite[]): NodeJS.CallSite | undefined {
  return frames.find((frame) => {
    const file = frame.getFileName();
    return typeof file === 'string' && !file.startsWith(own) && !file.startsWith('node:');
  });
}

/** Names of files, by address: the same few ask again and again. */
const names = new Map<string, string>();

/** Of a path or an address. */
export const pathOf = (file: string): string => (file.startsWith('file://') ? fileURLToPath(file) : file);

/** Relative to the workspace where it lies in it, else absolute; `file`: a path or an address. */
export function named(file: string, workspace: string): string {
  const known = names.get(file);
  if (known !== undefined) return known;
  const path = pathOf(file);
  const name = path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path;
  names.set(file, name);
  return name;
}

/** `path:line:column`, relative to the workspace; '' when no frame of the process is on the stack. */
export function callSite(workspace: string): string {
  const holder: { stack?: NodeJS.CallSite | undefined } = {};
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = DEPTH;
  // Structured frames: formatting a whole stack costs ten times as much as the one line that is wanted.
  Error.prepareStackTrace = firstOutside;
  Error.captureStackTrace(holder, callSite);
  const frame = holder.stack;
  Error.stackTraceLimit = stackTraceLimit;
  Error.prepareStackTrace = prepareStackTrace as typeof Error.prepareStackTrace;
  const file = frame?.getFileName();
  if (frame === undefined || typeof file !== 'string') return '';
  return `${named(file, workspace)}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
}
