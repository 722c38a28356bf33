/** Where the process asked: the first frame outside the engine. */
import { fileURLToPath } from 'node:url';

const FRAME = /\(?((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?$/;
const own = dirOf(import.meta.url);

function dirOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

/** `path:line:column`, relative to the workspace; '' when no frame of the process is on the stack. */
export function callSite(workspace: string): string {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 12;
  Error.captureStackTrace(holder, callSite);
  Error.stackTraceLimit = stackTraceLimit;
  for (const line of (holder.stack ?? '').split('\n').slice(1)) {
    const match = FRAME.exec(line.trim());
    if (match === null) continue;
    const [, where = '', row, column] = match;
    if (where.startsWith(own) || where.includes('node:')) continue;
    const path = where.startsWith('file://') ? fileURLToPath(where) : where;
    return `${path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path}:${row}:${column}`;
  }
  return '';
}
