import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conclusion } from '../github/index.ts';
import { runAction } from './action-step.ts';
import { condition, interpolate } from './expressions.ts';
import { FileCommandError, maxSummary, readKeyValues } from './file-commands.ts';
import type { Frame, Job } from './job.ts';
import { StepLog } from './log.ts';
import type { StepDefinition } from './workflow-file.ts';

export interface StepOutcome {
  outcome: Conclusion;
  conclusion: Conclusion;
  outputs: Record<string, string>;
}

/** Keeps the record of a step around its work. */
export async function addStep(
  job: Job,
  name: string,
  id: string | null,
  work: (log: StepLog) => Promise<StepOutcome>,
  nested = false,
): Promise<StepOutcome> {
  const { run } = job.setup;
  const log = new StepLog(job.masks, (line) => run.lines.push(line));
  const record = {
    name,
    number: run.record.steps.length + 1,
    status: 'in_progress' as 'in_progress' | 'completed',
    conclusion: null as Conclusion | null,
  };
  // The API does not show the steps inside a composite action.
  if (!nested) run.record.steps.push(record);
  const started = Date.now();
  let result: StepOutcome = { outcome: 'failure', conclusion: 'failure', outputs: {} };
  try {
    result = await work(log);
  } catch (error) {
    log.annotate('error', error instanceof Error ? error.message : String(error));
  }
  record.status = 'completed';
  record.conclusion = result.conclusion;
  const summary = summaries.get(log) ?? '';
  run.steps.push({
    ...result,
    name,
    id,
    log: log.text,
    annotations: log.annotations,
    summary,
    durationMs: Date.now() - started,
  });
  return result;
}

/** Summaries by log, handed from the process that wrote them to the record of the step. */
const summaries = new WeakMap<StepLog, string>();

export interface CommandFiles {
  env: Record<string, string>;
  /** Reads what the step wrote; false when a file could not be understood. */
  collect(
    log: StepLog,
  ): Promise<{ ok: boolean; outputs: Record<string, string>; state: Record<string, string> }>;
}

/** Fresh files for one process of a step. */
export async function commandFiles(job: Job): Promise<CommandFiles> {
  const folder = join(job.setup.machine.temp, '_runner_file_commands');
  const number = job.nextFile();
  const path = (kind: string): string => join(folder, `${kind}_${job.setup.run.id}_${number}`);
  const kinds = {
    OUTPUT: 'set_output',
    ENV: 'set_env',
    STATE: 'save_state',
    PATH: 'add_path',
    STEP_SUMMARY: 'step_summary',
  };
  const env: Record<string, string> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    env[`GITHUB_${name}`] = path(kind);
    await writeFile(path(kind), '');
  }
  const text = (kind: string): Promise<string> => readFile(path(kind), 'utf8').catch(() => '');
  const collect: CommandFiles['collect'] = async (log) => {
    const outputs: Record<string, string> = {};
    const state: Record<string, string> = {};
    const summary = await text('step_summary');
    const kilobytes = Math.ceil(Buffer.byteLength(summary) / 1024);
    if (Buffer.byteLength(summary) > maxSummary) {
      log.annotate(
        'error',
        `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k.`,
      );
    } else if (summary) summaries.set(log, (summaries.get(log) ?? '') + job.masks.hide(summary));
    try {
      for (const [name, value] of readKeyValues(await text('set_output'), 'output')) outputs[name] = value;
      for (const [name, value] of readKeyValues(await text('save_state'), 'state')) state[name] = value;
      for (const [name, value] of readKeyValues(await text('set_env'), 'env')) {
        if (name.toUpperCase() === 'NODE_OPTIONS')
          log.annotate('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
        else job.env[name] = value;
      }
      job.paths.push(...(await text('add_path')).split(/\r?\n/).filter(Boolean));
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      log.annotate('error', error.message);
      return { ok: false, outputs, state };
    }
    return { ok: true, outputs, state };
  };
  return { env, collect };
}

const shells: Record<string, string[]> = {
  default: ['bash', '-e', '{0}'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  node: ['node', '{0}'],
  python: ['python', '{0}'],
};

async function runScript(
  job: Job,
  frame: Frame,
  step: StepDefinition,
  env: Record<string, string>,
  survives: () => boolean,
  log: StepLog,
) {
  const { machine, definition, workflow } = job.setup;
  const scope = job.scope(frame, env);
  const chosen = step.shell ?? definition.defaults.shell ?? workflow.defaults.shell ?? 'default';
  const template = shells[String(chosen)] ?? String(chosen).split(' ');
  const folder =
    step.workingDirectory ??
    definition.defaults['working-directory'] ??
    workflow.defaults['working-directory'] ??
    '.';
  const script = join(machine.temp, `${job.nextFile()}.sh`);
  await writeFile(script, `${interpolate(step.run, scope)}\n`, { mode: 0o755 });
  const [command = 'bash', ...args] = template.map((part) => part.replace('{0}', script));
  const files = await commandFiles(job);
  const cwd = join(machine.workspace, interpolate(folder, scope));
  const result = await job.spawn(log, survives, {
    command,
    args,
    cwd,
    env: job.processEnv(frame, env, files.env),
  });
  const collected = await files.collect(log);
  if (result.code !== 0 && !result.cancelled)
    log.annotate('error', `Process completed with exit code ${result.code ?? 137}.`);
  const outcome: Conclusion = result.cancelled
    ? 'cancelled'
    : result.code === 0 && collected.ok
      ? 'success'
      : 'failure';
  return { outcome, outputs: collected.outputs };
}

/** Evaluates a step's `if:`, runs it and files its outputs; gives back its conclusion. */
export async function runStep(job: Job, frame: Frame, step: StepDefinition): Promise<Conclusion> {
  const action = job.actionName(step);
  frame.github = { ...frame.github, action };
  const env: Record<string, string> = {};
  const title =
    step.name ?? (step.run !== null ? `Run ${step.run.split('\n')[0] ?? ''}` : `Run ${step.uses ?? ''}`);
  const result = await addStep(
    job,
    safeTitle(job, frame, title),
    step.id,
    async (log) => {
      for (const [name, value] of Object.entries(step.env))
        env[name] = interpolate(value, job.scope(frame, env));
      if (!condition(step.if, job.scope(frame, env)))
        return { outcome: 'skipped', conclusion: 'skipped', outputs: {} };
      const survives = (): boolean =>
        (frame === job.frame || frame.survives()) && condition(step.if, job.scope(frame, env));
      const { outcome, outputs } =
        step.run !== null
          ? await runScript(job, frame, step, env, survives, log)
          : await runAction(job, frame, step, env, survives, log);
      const forgiven =
        outcome === 'failure' && interpolate(step.continueOnError ?? false, job.scope(frame, env)) === 'true';
      return { outcome, conclusion: forgiven ? 'success' : outcome, outputs };
    },
    frame !== job.frame,
  );
  if (step.id !== null)
    frame.steps[step.id] = {
      outputs: result.outputs,
      outcome: result.outcome,
      conclusion: result.conclusion,
    };
  return result.conclusion;
}

/** A name may hold expressions; a broken one is shown as it stands. */
function safeTitle(job: Job, frame: Frame, title: string): string {
  try {
    return job.masks.hide(interpolate(title, job.scope(frame)));
  } catch {
    return title;
  }
}
