/** Turns arguments into checked values by a command's table. Everything that is not in it is a usage error. */
import { parseArgs } from 'node:util';
import { durationMs } from '../duration.ts';
import { UsageError } from '../errors.ts';
import { type Command, type Flag, flagsOf } from './command.ts';

export class Flags {
  readonly #values: ReadonlyMap<string, string | true>;
  readonly #declared: ReadonlyMap<string, Flag>;
  readonly #given: ReadonlySet<string>;

  constructor(
    declared: ReadonlyMap<string, Flag>,
    values: ReadonlyMap<string, string | true>,
    given: ReadonlySet<string>,
  ) {
    this.#declared = declared;
    this.#values = values;
    this.#given = given;
  }

  #flag(name: string): Flag {
    const flag = this.#declared.get(name);
    // A slip of ours, not of the user's: the table lacks what a verb asks for.
    if (flag === undefined) throw new Error(`--${name} is not in the table of this command`);
    return flag;
  }

  on(name: string): boolean {
    this.#flag(name);
    return this.#values.get(name) === true;
  }

  text(name: string): string | undefined {
    this.#flag(name);
    const value = this.#values.get(name);
    return value === true ? undefined : value;
  }

  /** For flags that are required or have a default. */
  need(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new UsageError(`--${name} is missing`);
    return value;
  }

  /** An integer, or the milliseconds of a duration. */
  number(name: string): number | undefined {
    const flag = this.#flag(name);
    const value = this.text(name);
    return value === undefined ? undefined : numberOf(flag, value);
  }

  /** True when it stood on the command line, rather than in the environment or the defaults. */
  given(name: string): boolean {
    this.#flag(name);
    return this.#given.has(name);
  }
}

function numberOf(flag: Flag, value: string): number {
  if (flag.kind === 'duration') return durationMs(value, `--${flag.name}`);
  if (!/^\d{1,9}$/.test(value))
    throw new UsageError(`--${flag.name}: ${JSON.stringify(value)} is not a whole number`);
  const number = Number(value);
  const { min, max } = flag.range ?? { min: 0, max: number };
  if (number < min || number > max)
    throw new UsageError(`--${flag.name}: ${value} is not between ${min} and ${max}`);
  return number;
}

interface Parsed {
  args: string[];
  flags: Flags;
}

/** @throws UsageError */
export function parseCommand(
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Parsed {
  const declared = new Map(flagsOf(command).map((flag) => [flag.name, flag]));
  const { positionals, given } = read(command, argv, declared);
  const values = new Map<string, string | true>();
  for (const flag of declared.values()) {
    const value =
      given.get(flag.name) ??
      flag.env?.map((name) => env[name]).find((text) => text !== undefined && text !== '') ??
      flag.default;
    if (value !== undefined) values.set(flag.name, value);
  }
  const flags = new Flags(declared, values, new Set(given.keys()));
  if (flags.on('help')) return { args: positionals, flags };
  for (const flag of declared.values()) check(command, flag, values.get(flag.name));
  checkArguments(command, positionals);
  return { args: positionals, flags };
}

function read(
  command: Command,
  argv: readonly string[],
  declared: ReadonlyMap<string, Flag>,
): { positionals: string[]; given: Map<string, string | true> } {
  const options = Object.fromEntries(
    [...declared.values()].map(({ name, value, short }) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        ...(short === undefined ? {} : { short }),
      } as const,
    ]),
  );
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(joined(argv, declared), options);
  } catch (error) {
    throw new UsageError(sentence((error as Error).message), { hint: hintFor(command) });
  }
  const given = new Map<string, string | true>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    if (given.has(token.name))
      throw new UsageError(`--${token.name} is given twice`, { hint: hintFor(command) });
    given.set(token.name, token.value ?? true);
  }
  return { positionals: parsed.positionals, given };
}

/** `--limit -1` as `--limit=-1`: what is wrong with it is the number, not the hyphen. */
function joined(argv: readonly string[], declared: ReadonlyMap<string, Flag>): string[] {
  const result: string[] = [];
  for (const word of argv) {
    const before = result.at(-1) ?? '';
    const isNumber = /^-\d/.test(word) && declared.get(before.slice(2))?.kind !== undefined;
    if (isNumber && before.startsWith('--')) result[result.length - 1] = `${before}=${word}`;
    else result.push(word);
  }
  return result;
}

function parse(
  argv: readonly string[],
  options: Record<string, { type: 'boolean' | 'string'; short?: string }>,
) {
  return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true, tokens: true });
}

/** Only the first sentence of Node's message is about the mistake. */
const sentence = (message: string): string => message.split(/\.\s|\n/)[0] ?? message;
const hintFor = (command: Command): string => `See \`longhaul ${command.name} --help\`.`;

function check(command: Command, flag: Flag, value: string | true | undefined): void {
  if (value === undefined) {
    if (flag.required === true) throw new UsageError(`--${flag.name} is missing`, { hint: hintFor(command) });
    return;
  }
  if (value === true) return;
  if (flag.choices !== undefined && !flag.choices.includes(value)) {
    throw new UsageError(`--${flag.name}: ${JSON.stringify(value)} is none of ${flag.choices.join(', ')}`, {
      hint: hintFor(command),
    });
  }
  if (flag.kind !== undefined) numberOf(flag, value);
}

function checkArguments(command: Command, positionals: readonly string[]): void {
  const missing = command.args[positionals.length];
  if (missing !== undefined && missing.optional !== true)
    throw new UsageError(`${command.name}: <${missing.name}> is missing`, { hint: hintFor(command) });
  const empty = command.args.find((_, i) => positionals[i] === '');
  if (empty !== undefined)
    throw new UsageError(`${command.name}: <${empty.name}> is empty`, { hint: hintFor(command) });
  const surplus = positionals[command.args.length];
  if (surplus !== undefined)
    throw new UsageError(`${command.name}: unexpected argument ${JSON.stringify(surplus)}`, {
      hint: hintFor(command),
    });
}
