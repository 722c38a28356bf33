/** The command line's front door: finds the command, parses, runs it, turns its end into an exit code. */
import { UsageError } from '../errors.ts';
import { COMMANDS } from './commands.ts';
import { EXIT_CODES, errorExit } from './exit-codes.ts';
import { parseCommand } from './flags.ts';
import { flushed, ignoreClosedPipes, Output } from './output.ts';
import { pasteable } from './runs.ts';
import type { VerbEnd } from './verb.ts';

async function main(argv: readonly string[]): Promise<number> {
  const { env, stdin, stdout, stderr } = process;
  // Asked for even when the arguments cannot be parsed: whoever wants JSON reads JSON errors, too.
  const out = new Output(argv.includes('--json'), stdout, stderr);
  try {
    const [name = '', ...rest] = argv;
    if (name === '--version' || name === '-v' || name === 'version') return await version(out);
    if (name === '' || name === 'help' || name === '--help' || name === '-h')
      return await help(out, name === '' ? 2 : 0, rest[0]);
    const entry = COMMANDS.find(({ command }) => command.name === name);
    if (entry === undefined) throw await unknownCommand(name);
    const { args, flags } = parseCommand(entry.command, rest, env);
    if (flags.on('help')) return await help(out, 0, name);
    const { verb } = await entry.load();
    const here = { env, cwd: process.cwd(), terminal: { stdin, stdout } };
    const invocation = { args, flags, out, here };
    const run = entry.command.args[0]?.name === 'run' ? args[0] : undefined;
    out.pasteable = (hint) => pasteable(invocation, run, hint);
    const end = await verb(invocation);
    return exitCode(end, flags.on('exit-code'));
  } catch (error) {
    out.error(error);
    return errorExit(error);
  }
}

function exitCode(end: VerbEnd, byState: boolean): number {
  const { status, exit = 0 } = end;
  if (!byState || status === undefined) return exit;
  return EXIT_CODES[typeof status === 'function' ? status() : status];
}

async function help(out: Output, exit: number, name: string | undefined): Promise<number> {
  const { commandHelp, generalHelp } = await import('./help.ts');
  const entry = COMMANDS.find(({ command }) => command.name === name);
  if (name !== undefined && !name.startsWith('-') && entry === undefined) throw await unknownCommand(name);
  const text = entry === undefined ? generalHelp() : commandHelp(entry.command);
  if (exit === 0) out.text(text);
  else out.note(text);
  out.document({ help: text });
  return exit;
}

async function version(out: Output): Promise<number> {
  const { VERSION } = await import('../version.ts');
  out.line(VERSION);
  out.document({ version: VERSION });
  return 0;
}

async function unknownCommand(name: string): Promise<UsageError> {
  const { nearest } = await import('./help.ts');
  const close = nearest(name);
  return new UsageError(`There is no command ${JSON.stringify(name)}`, {
    hint:
      close === undefined
        ? 'See `longhaul help`.'
        : `Did you mean \`longhaul ${close}\`? See \`longhaul help\`.`,
  });
}

ignoreClosedPipes(process.stdout, process.stderr);
process.exitCode = await main(process.argv.slice(2));
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// Nothing that a run left open (a pipe of a command that outlived it) keeps us from ending.
process.exit();
