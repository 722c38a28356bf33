/** Files that flags name: relative to the working directory, `-` for standard input. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import type { Invocation } from './verb.ts';

/** @throws UsageError naming the flag and the file */
export function readNamed({ here }: Invocation, flag: string, name: string): string {
  const file = path.resolve(here.cwd, name);
  try {
    return readFileSync(name === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`--${flag}: ${name === '-' ? 'standard input' : file}: ${why}`, {
      ...(name === '-' ? {} : { path: file }),
      hint: 'Paths are relative to the working directory.',
      cause,
    });
  }
}

/** The JSON of a file or of the command line itself; undefined when neither flag is given. @throws UsageError */
export function jsonOf(invocation: Invocation, fileFlag: string, inlineFlag?: string): Json | undefined {
  const { flags } = invocation;
  const name = flags.text(fileFlag);
  const inline = inlineFlag === undefined ? undefined : flags.text(inlineFlag);
  if (name !== undefined && inline !== undefined) {
    throw new UsageError(`--${fileFlag} and --${inlineFlag} are both given`, { hint: 'Give one of them.' });
  }
  if (name !== undefined) return parsed(readNamed(invocation, fileFlag, name), `--${fileFlag}: ${name}`);
  return inline === undefined ? undefined : parsed(inline, `--${inlineFlag}`);
}

function parsed(text: string, what: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new UsageError(`${what} is no JSON: ${(cause as Error).message}`, {
      hint: 'Text stands in double quotes in JSON: \'"text"\'.',
      cause,
    });
  }
}
