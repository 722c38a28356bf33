import { execFile } from 'node:child_process';
import type { Conclusion } from '../github/index.ts';
import { asObject, type JsonObject } from '../github/json.ts';
import type { ActionStore } from './actions.ts';
import { type CancelTimings, type ChildResult, killOrphans, StepProcess } from './child.ts';
import { defaultVariables } from './contexts.ts';
import { condition, interpolate, type Scope, type Status } from './expressions.ts';
import { Masks, type StepLog } from './log.ts';
import { type Machine, systemEnvironment } from './machine.ts';
import type { JobRun } from './records.ts';
import { addStep, runStep } from './step.ts';
import type { JobDefinition, StepDefinition, WorkflowFile } from './workflow-file.ts';

/** Everything that a job is started with. */
export interface JobSetup {
  run: JobRun;
  definition: JobDefinition;
  workflow: WorkflowFile;
  machine: Machine;
  actions: ActionStore;
  timings: CancelTimings;
  /** Contexts that stay the same: github, needs, matrix, strategy, inputs, secrets, vars, runner. */
  contexts: JsonObject;
  systemEnv: Record<string, string>;
  /** ACTIONS_* variables, for actions only. */
  runtimeEnv: Record<string, string>;
  masked: string[];
}

/** A list of steps that share their outputs: the job itself, or a composite action. */
export interface Frame {
  steps: Record<string, JsonObject>;
  inputs: JsonObject | null;
  github: JsonObject;
  env: Record<string, string>;
  failed: boolean;
  /** Whether the step that holds this frame would still run after a cancellation. */
  survives: () => boolean;
}

interface PostStep {
  name: string;
  if: unknown;
  frame: Frame;
  run: (log: StepLog) => Promise<boolean>;
}

interface Current {
  process: StepProcess;
  survives: () => boolean;
  cancelled: boolean;
}

/** One job on its machine: runs steps in order, then post steps in reverse. */
export class Job {
  readonly setup: JobSetup;
  readonly masks = new Masks();
  /** What steps put into GITHUB_ENV and GITHUB_PATH. */
  readonly env: Record<string, string> = {};
  readonly paths: string[] = [];
  readonly posts: PostStep[] = [];
  readonly frame: Frame;
  readonly #actionNames = new Map<string, number>();
  #failed = false;
  #cancelled = false;
  #ended = false;
  #current: Current | null = null;
  #fileCount = 0;

  constructor(setup: JobSetup) {
    this.setup = setup;
    const github = asObject(setup.contexts.github);
    this.frame = { steps: {}, inputs: null, github, env: {}, failed: false, survives: () => false };
    for (const value of setup.masked) this.masks.add(value);
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  status(frame: Frame): Status {
    const failed = frame === this.frame ? this.#failed : frame.failed;
    return {
      success: !failed && !this.#cancelled,
      failure: failed && !this.#cancelled,
      cancelled: this.#cancelled,
    };
  }

  scope(frame: Frame, env: Record<string, string> = {}): Scope {
    const { contexts, run } = this.setup;
    const jobStatus = this.#cancelled ? 'cancelled' : this.#failed ? 'failure' : 'success';
    return {
      status: this.status(frame),
      contexts: {
        ...contexts,
        github: frame.github,
        inputs: frame.inputs ?? contexts.inputs,
        steps: frame.steps,
        env: { ...this.frame.env, ...this.env, ...frame.env, ...env },
        job: { status: jobStatus, check_run_id: run.id },
      },
    };
  }

  async execute(): Promise<Conclusion> {
    const { setup } = this;
    try {
      const holders = [setup.workflow.env, setup.definition.env];
      for (const holder of holders) {
        for (const [name, value] of Object.entries(holder))
          this.frame.env[name] = interpolate(value, this.scope(this.frame));
      }
      for (const step of setup.definition.steps) await this.#guarded(this.frame, step);
      for (const post of this.posts.reverse()) await this.#runPost(post);
      this.#readOutputs();
    } finally {
      this.#ended = true;
      const killed = killOrphans(setup.machine.trackingId);
      for (const pid of killed) setup.run.lines.push(`Terminate orphan process: pid (${pid})`);
    }
    return this.#cancelled ? 'cancelled' : this.#failed ? 'failure' : 'success';
  }

  /** Steps of the job and of composite actions alike. */
  async #guarded(frame: Frame, step: StepDefinition): Promise<void> {
    if (this.#ended) return;
    const conclusion = await runStep(this, frame, step);
    if (conclusion === 'failure') this.#failed = true;
  }

  async #runPost(post: PostStep): Promise<void> {
    if (this.#ended || !condition(post.if, this.scope(post.frame))) return;
    await addStep(this, post.name, null, async (log) => {
      const ok = await post.run(log);
      if (!ok) this.#failed = true;
      return { outcome: ok ? 'success' : 'failure', conclusion: ok ? 'success' : 'failure', outputs: {} };
    });
  }

  #readOutputs(): void {
    const { run, definition } = this.setup;
    for (const [name, value] of Object.entries(definition.outputs)) {
      const text = interpolate(value, this.scope(this.frame));
      if (this.masks.covers(text))
        run.lines.push(`##[warning]Skip output '${name}' since it may contain secret.`);
      else run.outputs[name] = text;
    }
  }

  /** GITHUB_ACTION: the step's id, else a name made of what it uses. */
  actionName(step: StepDefinition): string {
    if (step.id !== null) return step.id;
    const uses = step.uses?.split('@')[0] ?? '';
    const base =
      step.run !== null ? '__run' : uses.startsWith('./') ? '__self' : `__${uses.replace(/[^\w-]+/g, '_')}`;
    const count = (this.#actionNames.get(base) ?? 0) + 1;
    this.#actionNames.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  }

  nextFile(): number {
    this.#fileCount += 1;
    return this.#fileCount;
  }

  /** The environment of a step's process. */
  processEnv(
    frame: Frame,
    stepEnv: Record<string, string>,
    more: Record<string, string>,
  ): Record<string, string> {
    const { machine, contexts, systemEnv } = this.setup;
    const system = systemEnvironment(machine, systemEnv);
    const variables = defaultVariables(frame.github, asObject(contexts.runner), machine);
    const path = [...this.paths]
      .reverse()
      .concat(system.PATH ?? '')
      .join(':');
    const own = { ...this.frame.env, ...this.env, ...frame.env, ...stepEnv };
    return { ...system, ...own, ...variables, PATH: own.PATH ?? path, ...more };
  }

  /** Runs a process as (part of) the current step. */
  async spawn(
    log: StepLog,
    survives: () => boolean,
    options: { command: string; args: string[]; cwd: string; env: Record<string, string> },
  ): Promise<ChildResult & { cancelled: boolean }> {
    if (this.#ended) return { code: null, signal: 'SIGKILL', cancelled: true };
    const process = new StepProcess({
      ...options,
      timings: this.setup.timings,
      onLine: (line) => log.output(line),
    });
    const current: Current = { process, survives, cancelled: false };
    this.#current = current;
    const result = await process.done;
    if (this.#current === current) this.#current = null;
    return { ...result, cancelled: current.cancelled };
  }

  capture(args: string[], cwd: string, env: Record<string, string>): Promise<string> {
    return new Promise((resolvePromise) => {
      execFile('git', args, { cwd, env }, (_error, stdout) => resolvePromise(stdout.trim()));
    });
  }

  /** The server's message: a running step is signalled unless its `if:` still holds. */
  cancel(): void {
    if (this.#cancelled || this.#ended) return;
    this.#cancelled = true;
    const current = this.#current;
    if (!current || current.survives()) return;
    current.cancelled = true;
    current.process.cancel();
  }

  /** A machine that is gone, or a forced cancellation: no signal to listen to, nothing runs afterwards. */
  destroy(): void {
    this.#cancelled = true;
    this.#ended = true;
    this.#current?.process.kill();
    killOrphans(this.setup.machine.trackingId);
  }

  /** `with:` as an action gets it: everything is text. */
  inputTexts(given: JsonObject, frame: Frame, env: Record<string, string>): Record<string, string> {
    const scope = this.scope(frame, env);
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, interpolate(value, scope)]),
    );
  }
}
