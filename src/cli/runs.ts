/** Where runs are, and which one a `<run>` argument means. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import { DirectoryStore } from '../stores/directory.ts';
import type { Invocation } from './verb.ts';

/** A run that was found, with how to name it in a further command. */
export interface Located {
  store: RunStore;
  run: OpenRun;
  /** Where its commands run. */
  workspace: string;
  /** The argument that means this run from here, flags included. */
  reference: string;
}

/** @throws UsageError when something else than a directory is there */
export function runsDirectory({ flags, here }: Invocation): string {
  const dir = path.resolve(here.cwd, flags.need('runs-dir'));
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--runs-dir: ${dir} is no directory`, {
      hint: 'Name the directory that holds the runs; it is made when it is not there.',
      path: dir,
    });
  return dir;
}

/** The store of new runs, and of those named by their id. */
export function openStore(invocation: Invocation): DirectoryStore {
  return new DirectoryStore(runsDirectory(invocation));
}

/** `runId` as the user may type it again in this directory. */
export function referenceOf({ flags }: Invocation, runId: string): string {
  return flags.given('runs-dir') ? `${runId} --runs-dir ${quoted(flags.need('runs-dir'))}` : runId;
}

/**
 * A run id of the runs directory, or the path of a run's directory.
 * @throws RunNotFoundError; UsageError for what can be neither
 */
export async function findRun(invocation: Invocation, argument = invocation.args[0] ?? ''): Promise<Located> {
  const { here } = invocation;
  const runsDir = runsDirectory(invocation);
  const absolute = path.resolve(here.cwd, argument);
  if (
    !isPath(argument) &&
    (existsSync(path.join(runsDir, argument)) || !existsSync(path.join(absolute, 'run.json')))
  ) {
    const store = new DirectoryStore(runsDir);
    return {
      store,
      run: await store.open(argument),
      workspace: here.cwd,
      reference: referenceOf(invocation, argument),
    };
  }
  const store = new DirectoryStore(path.dirname(absolute));
  const run = await store.open(path.basename(absolute));
  return { store, run, workspace: projectOf(store.where) ?? here.cwd, reference: quoted(argument) };
}

const isPath = (argument: string): boolean => /[/\\]/.test(argument) || argument === '.' || argument === '..';

/** A run named by its path runs its commands in the project that holds it, wherever we are. */
function projectOf(runsDir: string): string | undefined {
  const parent = path.dirname(runsDir);
  return path.basename(runsDir) === 'runs' && path.basename(parent) === '.a5c'
    ? path.dirname(parent)
    : undefined;
}

/**
 * A hint with its commands as they can be pasted here: it names the run by its id or as `<run>`, and knows nothing of
 * the runs directory. `run`: the argument that names the run, its id or a path; undefined: there is none.
 */
export function pasteable({ flags, here }: Invocation, run: string | undefined, hint: string): string {
  const id = run === undefined ? '<run>' : path.basename(path.resolve(here.cwd, run));
  const name = run === undefined ? '<run>' : quoted(run);
  const dir = flags.given('runs-dir') ? ` --runs-dir ${quoted(flags.need('runs-dir'))}` : '';
  return hint.replace(/`(longhaul [^`]+)`/g, (_, command: string) => {
    const words = command.split(' ').map((word) => (word === id || word === '<run>' ? name : word));
    return `\`${words.join(' ')}${dir}\``;
  });
}

/** As a shell takes it. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
