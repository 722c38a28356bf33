/** Runs the command of one attempt of a task, with its log files in their place. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { JsonObject, SerializedError } from '../journal/events.ts';
import { refs } from '../journal/layout.ts';
import type { Effect, ExecutorWorld, Outcome, OutcomeFiles } from './contract.ts';
import { wrong } from './definition.ts';
import { failureOf } from './failure.ts';
import { type CommandResult, type Exit, runCommand, type Streams } from './run-command.ts';

export interface TaskCommand {
  file: string;
  args: readonly string[];
  shell?: boolean;
  cwd: string;
  env: Record<string, string>;
  stdin?: string | undefined;
}

/**
 * Runs it with `tasks/<effectId>/stdout.log` and `stderr.log` as its logs: always those of the latest attempt,
 * because that is where Babysitter and the refs in EFFECT_RESOLVED look. The logs of the attempt before become
 * `stdout.<attempt>.log`. With `appendAfter` it belongs to the same attempt and carries the logs on.
 */
export async function runTaskCommand(
  effect: Effect,
  world: ExecutorWorld,
  command: TaskCommand,
  appendAfter?: string,
): Promise<CommandResult> {
  const logs = {
    stdout: join(world.runDir, refs.stdout(effect.effectId)),
    stderr: join(world.runDir, refs.stderr(effect.effectId)),
  };
  if (appendAfter === undefined) {
    await mkdir(dirname(logs.stdout), { recursive: true });
    await Promise.all([logs.stdout, logs.stderr].map((log) => setAside(log, effect.attempt)));
  }
  const { signal, graceMs, hurry, onOutput, redact } = world;
  const result = await runCommand({
    ...command,
    logs,
    appendAfter,
    signal,
    graceMs,
    hurry,
    redact,
    onOutput: (stream, text) => onOutput(stream, text),
  });
  const problem = result.stdout.problem ?? result.stderr.problem;
  if (problem !== undefined) {
    await world.onOutput(
      'stderr',
      `longhaul: the output of ${effect.label} could not be kept: ${problem.message}\n`,
    );
  }
  return result;
}

async function setAside(log: string, attempt: number): Promise<void> {
  if (attempt === 1) return rm(log, { force: true });
  await rename(log, log.replace(/\.log$/, `.${attempt - 1}.log`)).catch((error: NodeJS.ErrnoException) => {
    // The attempt before said nothing, or ran on another machine.
    if (error.code !== 'ENOENT') throw error;
  });
}

/** The refs of the logs that have something in them. */
export function filesOf(effectId: string, ...runs: Streams[]): OutcomeFiles {
  return {
    ...(runs.some((run) => run.stdout.written) ? { stdoutRef: refs.stdout(effectId) } : {}),
    ...(runs.some((run) => run.stderr.written) ? { stderrRef: refs.stderr(effectId) } : {}),
  };
}

/** The outcome of a command that was stopped. */
export function stopped(result: CommandResult & { kind: 'stopped' }, files: OutcomeFiles): Outcome {
  return {
    status: 'stopped',
    exit: result.exit,
    ...(result.alive ? { alive: true as const } : {}),
    ...files,
  };
}

/** The directory that a definition's `cwd` means: relative to the workspace. It may lead anywhere: it is the process's own code. */
export function workingDirectory(spec: JsonObject, kind: string, world: ExecutorWorld): string {
  const cwd = spec.cwd;
  if (cwd === undefined || cwd === null) return world.workspace;
  if (typeof cwd !== 'string' || cwd === '')
    throw wrong(`${kind}.cwd`, cwd, 'a path, relative to the workspace or absolute');
  return resolve(world.workspace, cwd);
}

/** Why a command could not be started, and what to do. `shown` is the command as the message shows it. */
export function notStarted(
  result: CommandResult & { kind: 'failed' },
  shown: string,
  command: TaskCommand,
): string {
  switch (result.code) {
    case 'CWD':
      return `Cannot run \`${shown}\`: its working directory ${command.cwd} ${result.message}. Check \`cwd\` in the definition, and that the job has checked the repository out.`;
    case 'ENOENT':
      return `Cannot run \`${shown}\`: there is no command ${JSON.stringify(command.file)}. Install it in the job, or check PATH and the spelling.`;
    case 'EACCES':
      return `Cannot run \`${shown}\`: ${JSON.stringify(command.file)} may not be executed. Make it executable (chmod +x), or name its interpreter.`;
    case 'E2BIG':
      return `Cannot run \`${shown}\`: its arguments and environment are too large for the system. Pass large data in a file.`;
    default:
      return `Cannot run \`${shown}\`: ${result.message}`;
  }
}

/** `exited with code 2`, `was killed by SIGSEGV`. */
export function exitText(exit: Exit): string {
  return exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
}

/** Turns the typed errors of a task into its outcome; anything else is a fault of the engine and goes on. */
export async function settled(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    const failed: SerializedError | undefined = failureOf(error);
    if (failed === undefined) throw error;
    return { status: 'error', error: failed };
  }
}
