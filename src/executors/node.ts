/** Kind `node`: `node: { entry, args?, env?, cwd? }`, a script that reads its input and leaves its result in files. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commandValue } from './command-value.ts';
import type { Effect, Executor, ExecutorWorld, Outcome } from './contract.ts';
import { argumentList, asObject, asText, outputSchemaOf, wrong } from './definition.ts';
import { taskEnvironment } from './environment.ts';
import { failure, lastLine, TaskDefinitionError } from './failure.ts';
import { ioPaths, prepareOutput, writeInput } from './io-paths.ts';
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

export const node: Executor = { run: (effect, world) => settled(() => run(effect, world)) };

async function run(effect: Effect, world: ExecutorWorld): Promise<Outcome> {
  const spec = asObject(effect.def.node) ?? {};
  const entry = asText(spec.entry);
  if (entry === undefined)
    throw wrong('node.entry', spec.entry, 'the path of a script, relative to the workspace');
  const cwd = workingDirectory(spec, 'node', world);
  const io = ioPaths(effect, world);
  const command: TaskCommand = {
    file: process.execPath,
    args: [await scriptPath(entry, cwd, effect, world), ...argumentList(spec.args, 'node.args')],
    cwd,
    env: taskEnvironment(effect, world, io),
  };
  const before = await prepareOutput(io, effect.effectId);
  await writeInput(io, effect.args, world.redact);

  const result = await runTaskCommand(effect, world, command);
  const files = filesOf(effect.effectId, result);
  if (result.kind === 'stopped') return stopped(result, files);
  const shown = world.redact(`node ${entry}`);
  if (result.kind === 'failed') {
    const message = world.redact(notStarted(result, shown, command));
    return {
      status: 'error',
      error: failure('NodeTaskError', message, { exitCode: null, signal: null, stderr: '' }),
      ...files,
    };
  }
  const { exit, stdout, stderr } = result;
  if (exit.code !== 0) {
    const said = lastErrorLine(stderr.text) || lastLine(stdout.text);
    const where = files.stderrRef ?? files.stdoutRef;
    const message = `\`${shown}\` ${exitText(exit)}${said === '' ? '' : `: ${said}`}${where === undefined ? '' : ` (all output: ${where})`}`;
    const data = { exitCode: exit.code, signal: exit.signal, stderr: stderr.text };
    return { status: 'error', error: failure('NodeTaskError', message, data), ...files };
  }
  const schema = outputSchemaOf(effect.def, 'node');
  return commandValue({
    what: `\`${shown}\``,
    io,
    before,
    schema,
    redact: world.redact,
    exit,
    streams: result,
    files,
  });
}

/** Where the entry may lie: from its cwd, the workspace, or, as Babysitter has it, the run directory (also the one that run.json speaks of). */
async function scriptPath(entry: string, cwd: string, effect: Effect, world: ExecutorWorld): Promise<string> {
  const bases = [cwd, world.workspace, world.runDir, resolve(world.workspace, '.a5c/runs', effect.runId)];
  for (const path of new Set(bases.map((base) => resolve(base, entry)))) {
    if ((await stat(path).catch(() => undefined))?.isFile()) return path;
  }
  throw new TaskDefinitionError(
    `There is no script ${JSON.stringify(entry)} (looked in ${cwd} and the run directory). ` +
      'Check `node.entry` in the definition, and that the job has checked the repository out.',
  );
}

/** The line with the error's message: after it Node prints a stack, an empty line and its version. */
function lastErrorLine(stderr: string): string {
  const lines = stderr.split('\n');
  const error = lines.findLast((line) => /^(?:Uncaught )?\w*Error(?: \[\w+\])?: /.test(line));
  return lastLine(error ?? stderr);
}
