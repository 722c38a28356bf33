import type { AttemptRecord, Conclusion, JobRecord, Permissions, User } from '../github/index.ts';
import { asObject, type JsonObject } from '../github/json.ts';
import { githubContext, typedInputs } from './contexts.ts';
import { condition, interpolate, resolve, type Scope } from './expressions.ts';
import type { Job } from './job.ts';
import { launch, type Workshop } from './launch.ts';
import { type JobResult, jobStatus, type Level, mergeOutputs, newLevel, overall } from './level.ts';
import { discardMachine } from './machine.ts';
import { cellName, matrixCells } from './matrix.ts';
import { jobPermissions } from './permissions.ts';
import { JobRun } from './records.ts';
import { callOutputs, readCall } from './reusable.ts';
import type { WorkflowRun } from './run.ts';
import { attemptRecord, type RunningAttempt } from './running.ts';
import { Slots } from './slots.ts';
import type { JobDefinition } from './workflow-file.ts';

interface Live {
  job: Job;
  /** Whether the job's own `if:` holds although the run is cancelled. */
  survives: () => boolean;
  /** Called when the platform finds out that the machine is gone. */
  noticeLoss: () => void;
}

/** The cells of one matrix; with fail-fast the first failure stops the others. */
interface CellGroup {
  total: number;
  started: Live[];
  stopped: boolean;
}

/** One attempt of a workflow run: plans jobs by `needs`, runs them at the same time, gathers results. */
export class Attempt implements RunningAttempt {
  readonly record: AttemptRecord;
  readonly jobs: JobRun[] = [];
  readonly done: Promise<void>;
  /** Jobs whose machine is gone without the platform knowing it yet. */
  readonly unnoticedLosses = new Set<number>();
  readonly #lost = new Set<number>();
  readonly #run: WorkflowRun;
  readonly #workshop: Workshop;
  readonly #actor: User;
  /** Jobs of an earlier attempt that need not run again. */
  readonly #kept: Map<string, JobRun>;
  readonly #live = new Map<number, Live>();
  #cancelled = false;
  #forced = false;

  constructor(workshop: Workshop, run: WorkflowRun, actor: User, kept: Map<string, JobRun>) {
    this.#workshop = workshop;
    this.#run = run;
    this.#actor = actor;
    this.#kept = kept;
    this.record = attemptRecord(workshop.platform, run, actor);
    run.attempts.push(this);
    run.record.attempts.push(this.record);
    this.done = this.#execute();
  }

  async #execute(): Promise<void> {
    const { event, workflow } = this.#run;
    const secrets = this.#fromFork ? {} : this.#workshop.secrets;
    await null; // the record is complete before the first job starts
    this.record.status = 'in_progress';
    const inputs = typedInputs(workflow, event);
    const results = await this.#runLevel(newLevel({ workflow, inputs, secrets, prefix: '', caller: null }));
    this.record.conclusion = this.#cancelled ? 'cancelled' : overall(results.map(({ result }) => result));
    this.record.status = 'completed';
    this.record.updatedAt = this.#workshop.platform.now();
  }

  get #fromFork(): boolean {
    const { event } = this.#run;
    // The privileged sibling runs the base's own file with the base's rights.
    return event.headRepo !== event.repo && event.name !== 'pull_request_target';
  }

  #runLevel(level: Level): Promise<JobResult[]> {
    for (const definition of level.workflow.jobs) {
      const result = this.#runKey(level, definition).then((settled) => {
        level.settled.set(definition.key, settled);
        return settled;
      });
      level.results.set(definition.key, result);
    }
    return Promise.all(level.results.values());
  }

  #github(jobKey: string, more: Partial<Parameters<typeof githubContext>[0]> = {}): JsonObject {
    const { event, record, workflow } = this.#run;
    const { platform } = this.#workshop;
    const facts = {
      platform,
      event,
      run: record,
      workflow,
      jobKey,
      attempt: this.record.number,
      triggeringActor: this.#actor,
    };
    return githubContext({ ...facts, token: null, machine: null, ...more });
  }

  #scope(level: Level, definition: JobDefinition): Scope {
    const needs = Object.fromEntries(definition.needs.map((name) => [name, level.settled.get(name) ?? {}]));
    const { vars } = this.#workshop;
    const github = this.#github(definition.key);
    return {
      status: jobStatus(level, definition.key, this.#cancelled),
      contexts: { github, needs, vars, inputs: level.inputs, secrets: level.secrets },
    };
  }

  #permissions(level: Level, definition: JobDefinition): Permissions {
    const declared = { job: definition.permissions, workflow: level.workflow.permissions };
    const setting = this.#run.event.repo.defaultWorkflowPermissions;
    return jobPermissions(declared, { setting, fromFork: this.#fromFork, caller: level.caller });
  }

  /** A job of the file: waits for its needs only, then one run, many cells, or a whole other workflow. */
  async #runKey(level: Level, definition: JobDefinition): Promise<JobResult> {
    await null; // by now every job of the level can be waited for
    for (const need of definition.needs) await level.results.get(need);
    const scope = this.#scope(level, definition);
    if (!condition(definition.if, scope)) return this.#skip(level, definition);
    if (definition.uses !== null) return this.#callWorkflow(level, definition, scope);
    const { strategy } = definition;
    const cells =
      strategy.matrix === undefined ? [{}] : matrixCells(asObject(resolve(strategy.matrix, scope)));
    const slots = new Slots(Number(strategy['max-parallel'] ?? cells.length) || cells.length);
    const failFast = String(resolve(strategy['fail-fast'] ?? true, scope)) !== 'false';
    const group: CellGroup = { total: cells.length, started: [], stopped: false };
    const runCell = async (cell: JsonObject, index: number): Promise<JobRun> => {
      const run = await this.#runCell(level, definition, cell, index, group);
      if (failFast && run.result === 'failure') {
        group.stopped = true;
        for (const other of group.started) other.job.cancel();
      }
      return run;
    };
    const runs = await Promise.all(cells.map((cell, index) => slots.use(() => runCell(cell, index))));
    return { result: overall(runs.map(({ result }) => result)), outputs: mergeOutputs(runs) };
  }

  #newJob(name: string, definition: JobDefinition, cell: JsonObject, permissions: Permissions): JobRun {
    const record: JobRecord = {
      id: this.#workshop.platform.ids.next('job'),
      name,
      status: 'queued',
      conclusion: null,
      startedAt: this.#workshop.platform.now(),
      completedAt: null,
      steps: [],
      labels: typeof definition.runsOn === 'string' ? [definition.runsOn] : [],
    };
    return this.#addJob(new JobRun(record, definition.key, cell, permissions));
  }

  #addJob(run: JobRun): JobRun {
    this.jobs.push(run);
    this.record.jobs.push(run.record);
    return run;
  }

  #finish(run: JobRun, conclusion: Conclusion, forgiven = false): JobResult {
    run.record.status = 'completed';
    run.record.conclusion = conclusion;
    run.record.completedAt = this.#workshop.platform.now();
    run.result = forgiven && conclusion === 'failure' ? 'success' : conclusion;
    return { result: run.result, outputs: run.outputs };
  }

  #skip(level: Level, definition: JobDefinition): JobResult {
    const run = this.#newJob(level.prefix + (definition.name ?? definition.key), definition, {}, {});
    return this.#finish(run, this.#cancelled && definition.needs.length === 0 ? 'cancelled' : 'skipped');
  }

  async #runCell(
    level: Level,
    definition: JobDefinition,
    cell: JsonObject,
    index: number,
    group: CellGroup,
  ): Promise<JobRun> {
    const { total } = group;
    const strategy = {
      'fail-fast': definition.strategy['fail-fast'] ?? true,
      'job-index': index,
      'job-total': total,
      'max-parallel': definition.strategy['max-parallel'] ?? total,
    };
    const outer = this.#scope(level, definition);
    const scope = { ...outer, contexts: { ...outer.contexts, matrix: cell, strategy } };
    const plain =
      definition.name === null ? cellName(definition.key, cell) : interpolate(definition.name, scope);
    const kept = this.#kept.get(level.prefix + plain);
    if (kept) return this.#addJob(kept);
    const run = this.#newJob(level.prefix + plain, definition, cell, this.#permissions(level, definition));
    const survives = (): boolean => condition(definition.if, this.#scope(level, definition));
    await this.#workshop.slots.use(async () => {
      if (group.stopped || (this.#cancelled && !survives())) {
        this.#finish(run, 'cancelled');
        return;
      }
      const conclusion = await this.#onMachine(level, definition, run, scope.contexts, survives, group);
      this.#finish(run, conclusion, String(resolve(definition.continueOnError ?? false, scope)) === 'true');
    });
    return run;
  }

  /** From the fresh machine to its end. */
  async #onMachine(
    level: Level,
    definition: JobDefinition,
    run: JobRun,
    contexts: JsonObject,
    survives: () => boolean,
    group: CellGroup,
  ): Promise<Conclusion> {
    run.record.status = 'in_progress';
    run.lines.push(...level.workflow.notes.map((note) => `##[notice]${note}`));
    const { job, machine, token } = await launch(this.#workshop, {
      run,
      level,
      definition,
      contexts,
      event: this.#run.event,
      backendId: this.record.backendId,
      github: (jobToken, jobMachine) =>
        this.#github(definition.key, { token: jobToken, machine: jobMachine }),
    });
    const lossNoticed = new Promise<void>((noticeLoss) => {
      const live = { job, survives, noticeLoss };
      group.started.push(live);
      this.#live.set(run.id, live);
    });
    // A cancellation may have come while the machine was made ready.
    if (this.#forced) job.destroy();
    else if (group.stopped || (this.#cancelled && !survives())) job.cancel();
    let conclusion: Conclusion = 'failure';
    try {
      conclusion = await job.execute();
    } catch (error) {
      run.lines.push(`##[error]${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    if (this.#lost.has(run.id)) {
      if (this.unnoticedLosses.has(run.id)) await lossNoticed;
      conclusion = 'failure';
    }
    this.#live.delete(run.id);
    token.revoked = true;
    if (!this.#workshop.keepWorkspaces) await discardMachine(machine);
    return conclusion;
  }

  /** `uses: ./.github/workflows/x.yml`: the same again, one level down. */
  async #callWorkflow(level: Level, definition: JobDefinition, scope: Scope): Promise<JobResult> {
    const call = await readCall(this.#run.event, definition, scope, level.secrets);
    const prefix = `${level.prefix}${definition.name ?? definition.key} / `;
    const inner = newLevel({ ...call, prefix, caller: this.#permissions(level, definition) });
    const results = await this.#runLevel(inner);
    return { result: overall(results.map(({ result }) => result)), outputs: callOutputs(inner, scope) };
  }

  /** Every job is cancelled unless its `if:` says that it outlives a cancellation. */
  cancel(force: boolean): void {
    this.#cancelled = true;
    this.#forced ||= force;
    for (const { job, survives } of this.#live.values()) {
      if (force) job.destroy();
      else if (!survives()) job.cancel();
    }
  }

  /** The machine of a job disappears: no signal, no post step, and the API still says `in_progress`. */
  loseMachine(jobId: number): void {
    const live = this.#live.get(jobId);
    if (!live) throw new Error(`job ${jobId} is not running`);
    this.#lost.add(jobId);
    this.unnoticedLosses.add(jobId);
    live.job.destroy();
  }

  /** The platform finds out about a lost machine. */
  noticeLoss(jobId: number): void {
    this.unnoticedLosses.delete(jobId);
    this.#live.get(jobId)?.noticeLoss();
  }
}
