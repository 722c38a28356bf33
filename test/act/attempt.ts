/** One attempt of a workflow run, executed by act. What it says, line by line, becomes jobs and steps. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Runner } from '../e2e/scenarios/scenario.ts';
import type { AttemptRecord, Conclusion, JobRecord, User } from '../github/index.ts';
import { asArray, asObject, asString, type JsonObject } from '../github/json.ts';
import { killOrphans, killTree } from '../runner/child.ts';
import type { RunningAttempt, WorkflowRun } from '../runner/index.ts';
import type { Workshop } from '../runner/launch.ts';
import { overall } from '../runner/level.ts';
import { cellName } from '../runner/matrix.ts';
import { JobRun, type StepRun } from '../runner/records.ts';
import { attemptRecord } from '../runner/running.ts';
import type { JobDefinition } from '../runner/workflow-file.ts';
import { prepareCall } from './call.ts';

/** The runner that people have on their own machines. */
export const act: Runner = {
  killsAtOnce: true,
  startAttempt: (workshop, run, actor) => new ActAttempt(workshop, run, actor),
};

const LEVELS = ['error', 'warning', 'notice'] as const;

/** A line as the platform's log shows it: act words some workflow commands in its own way. */
function shown({ command, arg, msg }: JsonObject): string {
  const marked = [...LEVELS, 'group', 'endgroup'].some((name) => name === command);
  return marked ? `##[${String(command)}]${asString(arg)}` : asString(msg).trimEnd();
}

class ActAttempt implements RunningAttempt {
  readonly record: AttemptRecord;
  readonly jobs: JobRun[] = [];
  readonly done: Promise<void>;
  readonly unnoticedLosses = new Set<number>();
  readonly #workshop: Workshop;
  readonly #run: WorkflowRun;
  readonly #actor: User;
  readonly #byCell = new Map<string, JobRun>();
  readonly #steps = new Map<string, StepRun>();
  #act: ChildProcess | undefined;
  #cancelled = false;
  #noticed: (() => void) | undefined;

  constructor(workshop: Workshop, run: WorkflowRun, actor: User) {
    this.#workshop = workshop;
    this.#run = run;
    this.#actor = actor;
    this.record = attemptRecord(workshop.platform, run, actor);
    run.attempts.push(this);
    run.record.attempts.push(this.record);
    this.done = this.#execute();
  }

  async #execute(): Promise<void> {
    await null; // the record is complete before anything starts
    this.record.status = 'in_progress';
    const folder = join(this.#workshop.folder, 'act', `${this.#run.id}-${this.record.number}`);
    const trackingId = `act-${this.record.backendId}`;
    const parts = { folder, attempt: this.record.number, actor: this.#actor, trackingId };
    const { command, args, cwd, env } = await prepareCall(this.#workshop, this.#run, parts);
    const act = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#act = act;
    if (this.#cancelled) act.kill('SIGINT');
    let complaints = '';
    act.stderr.on('data', (text: Buffer) => (complaints += text));
    createInterface({ input: act.stdout }).on('line', (line) => this.#read(line));
    const code = await new Promise<number | null>((resolve) => act.on('close', resolve));
    // act ends a step by ending its process alone; the platform ends everything that the job has started.
    killOrphans(trackingId);
    if (this.unnoticedLosses.size > 0) await new Promise<void>((resolve) => (this.#noticed = resolve));
    this.#conclude();
    if (code !== 0 && !this.#cancelled && this.record.conclusion === 'success')
      throw new Error(`act ended with ${code}: ${complaints}`);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #conclude(): void {
    const open: Conclusion = this.#cancelled ? 'cancelled' : 'failure';
    for (const job of this.jobs) if (job.record.status !== 'completed') this.#finish(job, open);
    for (const definition of this.#run.workflow.jobs) {
      if (!this.jobs.some(({ key }) => key === definition.key))
        this.#finish(this.#jobOf(definition, {}), this.#cancelled ? 'cancelled' : 'skipped');
    }
    this.record.conclusion = this.#cancelled ? 'cancelled' : overall(this.jobs.map(({ result }) => result));
    this.record.status = 'completed';
    this.record.updatedAt = this.#workshop.platform.now();
  }

  #finish(job: JobRun, conclusion: Conclusion): void {
    job.record.status = 'completed';
    job.record.conclusion = conclusion;
    job.record.completedAt = this.#workshop.platform.now();
    job.result = conclusion;
  }

  #jobOf(definition: JobDefinition, matrix: JsonObject): JobRun {
    const name = cellName(definition.name ?? definition.key, matrix);
    const known = this.#byCell.get(name);
    if (known !== undefined) return known;
    const record: JobRecord = {
      id: this.#workshop.platform.ids.next('job'),
      name,
      status: 'in_progress',
      conclusion: null,
      startedAt: this.#workshop.platform.now(),
      completedAt: null,
      steps: [],
      labels: typeof definition.runsOn === 'string' ? [definition.runsOn] : [],
    };
    const job = new JobRun(record, definition.key, matrix, {});
    this.#byCell.set(name, job);
    this.jobs.push(job);
    this.record.jobs.push(record);
    return job;
  }

  #read(text: string): void {
    const line = asObject(JSON.parse(text));
    const definition = this.#run.workflow.jobs.find(({ key }) => key === line.jobID);
    if (definition === undefined) return;
    const job = this.#jobOf(definition, asObject(line.matrix));
    const said = shown(line);
    job.lines.push(said);
    if (line.jobResult !== undefined) {
      const failed: Conclusion = this.#cancelled ? 'cancelled' : 'failure';
      this.#finish(job, line.jobResult === 'success' ? 'success' : failed);
    }
    const [number, inner] = asArray(line.stepID);
    if (number === undefined) return;
    const step = this.#stepOf(job, definition, String(number), line);
    step.log += `${said}\n`;
    const level = LEVELS.find((name) => name === line.command);
    if (level !== undefined) {
      const { title, file, line: row } = asObject(line.kvPairs);
      step.annotations.push({
        level,
        message: asString(line.arg),
        title: asString(title) || null,
        file: asString(file) || null,
        line: row === undefined ? null : Number(row),
      });
    }
    if (line.command === 'set-output' && inner === undefined)
      step.outputs[asString(line.name)] = asString(line.arg);
    if (line.command === 'summary') step.summary += asString(line.content);
    if (line.stepResult !== undefined && inner === undefined) {
      step.outcome = asString(line.stepResult) as Conclusion;
      step.conclusion = step.outcome;
      step.durationMs = Number(line.executionTime ?? 0) / 1e6;
    }
  }

  /** act names a step by its id, or by its number where it has none; pre and post steps are steps of their own. */
  #stepOf(job: JobRun, definition: JobDefinition, number: string, line: JsonObject): StepRun {
    const [stage, name] = [asString(line.stage), asString(line.step)];
    const key = `${job.id} ${stage} ${number}`;
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const step: StepRun = {
      name: stage === 'Main' ? name : `${stage} ${name}`,
      id: stage === 'Main' && definition.steps.some(({ id }) => id === number) ? number : null,
      outcome: 'skipped',
      conclusion: 'skipped',
      outputs: {},
      log: '',
      annotations: [],
      summary: '',
      durationMs: 0,
    };
    this.#steps.set(key, step);
    job.steps.push(step);
    return step;
  }

  /** act kills the running steps at once, then runs what is left for `always()`, and the post steps. */
  cancel(force: boolean): void {
    this.#cancelled = true;
    if (force) this.#kill();
    else this.#act?.kill('SIGINT');
  }

  loseMachine(jobId: number): void {
    this.unnoticedLosses.add(jobId);
    this.#kill();
  }

  noticeLoss(jobId: number): void {
    this.unnoticedLosses.delete(jobId);
    this.#noticed?.();
  }

  #kill(): void {
    if (this.#act?.pid !== undefined && this.#act.exitCode === null) killTree(this.#act.pid);
  }
}
