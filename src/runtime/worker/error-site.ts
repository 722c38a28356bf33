/** Where in the process an error came from: said to people, nothing is decided by it. */
import { named, own, pathOf } from './call-site.ts';

/** `    at f (file:///w/p.mjs:3:7)`. */
const FRAME = /^\s+at (?:.*\()?(file:\/\/.+|\/.+|[A-Z]:\\.+?):(\d+):(\d+)\)?$/;
/** What Node sets before the stack of an error of syntax: `/w/p.ts:3`. */
const HEAD = /^(file:\/\/.+|\/.+|[A-Z]:\\.+):(\d+)$/;

/** `path:line:column`, relative to the workspace, of the first frame in a file of its own; '' when there is none. */
export function errorSite(thrown: unknown, workspace: string): string {
  const { stack } = (thrown ?? {}) as { stack?: unknown };
  if (typeof stack !== 'string') return '';
  const [first = '', ...rest] = stack.split('\n');
  for (const match of [HEAD.exec(first), ...rest.map((line) => FRAME.exec(line))]) {
    const [, file = '', ...place] = match ?? [];
    if (file === '' || file.startsWith(own) || file.includes('/node_modules/')) continue;
    const name = named(file, workspace);
    if (name !== pathOf(file)) return [name, ...place.filter(Boolean)].join(':');
  }
  return '';
}

/** V8 does not say where a module is wrong; Node does, when it is asked about the file alone. */
export function syntaxSite(thrown: unknown, file: string | undefined, workspace: string): string {
  if (!(thrown instanceof SyntaxError) || file === undefined) return '';
  // Loaded when it is needed: a worker's start is most of a resume.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: 5000 });
  return errorSite({ stack: stderr }, workspace);
}
