/**
 * Kind `shell`: a line of shell, or a program with arguments.
 *
 * `shell: { command, args?, cwd?, env?, input?, expectedExitCode?, outputPath? }`; Babysitter's process files
 * also put `command` and the rest straight into the definition. With `args` no shell is involved.
 */
import type { Json, JsonObject } from '../journal/events.ts';
import { commandValue } from './command-value.ts';
import type { Effect, Executor, ExecutorWorld, Outcome, OutcomeFiles } from './contract.ts';
import { argumentList, asObject, asText, outputSchemaOf, wrong } from './definition.ts';
import { taskEnvironment } from './environment.ts';
import { failure, firstLine, lastLine } from './failure.ts';
import { ioPaths, prepareOutput, writeInput } from './io-paths.ts';
import type { Exit, Streams } from './run-command.ts';
import { shellLine } from './shell-line.ts';
import {
  exitText,
  filesOf,
  notStarted,
  runTaskCommand,
  settled,
  stopped,
  type TaskCommand,
  workingDirectory,
} from './task-command.ts';

export const shell: Executor = { run: (effect, world) => settled(() => run(effect, world)) };

async function run(effect: Effect, world: ExecutorWorld): Promise<Outcome> {
  const spec = specOf(effect.def);
  const line = asText(spec.command);
  if (line === undefined)
    throw wrong('shell.command', spec.command, 'a line of shell, or a program with shell.args');
  const expected = expectedExitCodes(spec.expectedExitCode);
  const io = ioPaths(effect, world);
  const env = taskEnvironment(effect, world, io);
  const args = spec.args;
  const program =
    args === undefined || args === null
      ? shellLine(line, env)
      : { file: line, args: argumentList(args, 'shell.args') };
  const command: TaskCommand = {
    ...program,
    cwd: workingDirectory(spec, 'shell', world),
    env,
    stdin: inputText(spec.input),
  };
  const before = await prepareOutput(io, effect.effectId);
  if (io.inputDeclared) await writeInput(io, effect.args, world.redact);

  const result = await runTaskCommand(effect, world, command);
  const files = filesOf(effect.effectId, result);
  if (result.kind === 'stopped') return stopped(result, files);
  const shown = firstLine(world.redact(line));
  if (result.kind === 'failed') {
    const message = world.redact(notStarted(result, shown, command));
    return { status: 'error', error: shellError(message, { code: null, signal: null }, ''), ...files };
  }
  if (result.exit.code === null || !expected.includes(result.exit.code)) {
    return { status: 'error', error: unexpected(shown, result.exit, result, files), ...files };
  }
  const schema = outputSchemaOf(effect.def, 'shell');
  return commandValue({
    what: `\`${shown}\``,
    io,
    before,
    schema,
    redact: world.redact,
    exit: result.exit,
    streams: result,
    files,
  });
}

function specOf(def: JsonObject): JsonObject {
  const own = def.shell;
  if (typeof own === 'string') return { command: own };
  return asObject(own) ?? def;
}

function expectedExitCodes(value: Json | undefined): number[] {
  if (value === undefined || value === null) return [0];
  const codes = Array.isArray(value) ? value : [value];
  const valid = codes.filter((code): code is number => typeof code === 'number' && Number.isInteger(code));
  if (valid.length === 0 || valid.length !== codes.length) {
    throw wrong('shell.expectedExitCode', value, 'an exit code or an array of them');
  }
  return valid;
}

function inputText(input: Json | undefined): string | undefined {
  if (input === undefined || input === null) return undefined;
  return typeof input === 'string' ? input : `${JSON.stringify(input)}\n`;
}

function unexpected(shown: string, exit: Exit, streams: Streams, files: OutcomeFiles) {
  const stderr = streams.stderr.text;
  const said = lastLine(stderr) || lastLine(streams.stdout.text);
  const where = files.stderrRef ?? files.stdoutRef;
  const hint =
    exit.code === 127
      ? ' (command not found: install it in the job, or check PATH)'
      : exit.code === 126
        ? ' (found, but not executable)'
        : '';
  const message = `\`${shown}\` ${exitText(exit)}${hint}${said === '' ? '' : `: ${said}`}${where === undefined ? '' : ` (all output: ${where})`}`;
  return shellError(message, exit, stderr);
}

function shellError(message: string, exit: Exit, stderr: string) {
  return failure('ShellError', message, { exitCode: exit.code, signal: exit.signal, stderr });
}
