/** What a verb is given and what it answers; everything outside comes in here, so that tests pass literals. */
import type { RunStatus } from '../journal/events.ts';
import type { Flags } from './flags.ts';
import type { Output } from './output.ts';

export interface Terminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
}

export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  terminal: Terminal;
}

export interface Invocation {
  args: readonly string[];
  flags: Flags;
  out: Output;
  here: Surroundings;
}

export interface VerbEnd {
  /** State of the run that it was about, asked for with --exit-code. */
  status?: RunStatus | (() => RunStatus) | undefined;
  /** Exit code otherwise, default 0. */
  exit?: number;
}

export type Verb = (invocation: Invocation) => Promise<VerbEnd>;
