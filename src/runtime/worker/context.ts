/** `ctx`: what a process calls. Each call describes a request; the kernel does the rest. */
import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import { durationMs } from '../../duration.ts';
import type { JsonObject } from '../../journal/events.ts';
import { toJson } from '../../journal/json.ts';
import type { Context, DefinedTask, Duration, Schema, StepContext, TaskBuildContext } from '../../types.ts';
import type { FromWorker } from '../protocol.ts';
import { type Call, type CallIdentity, refuseInStep } from './call.ts';
import { insideStep, RealDate, random, uuid, virtualNow } from './determinism.ts';
import type { Kernel } from './kernel.ts';
import { parallelAll, parallelMap } from './parallel.ts';
import {
  checkedDefinition,
  driverOptions,
  labelsOf,
  logText,
  type Options,
  textList,
  timeOf,
} from './said.ts';
import { checkSchema } from './schema.ts';
import type { Steps } from './steps.ts';

export interface ContextWorld {
  runId: string;
  runDir: string;
  artifactsDir: string;
  origin: JsonObject | null;
  kernel: Kernel;
  steps: Steps;
  post(message: FromWorker): void;
  /** The process ends here, as halted. */
  halt(reason: string, payload: string): void;
  /** `fn` runs when the process ends. */
  onCleanup(fn: () => unknown): void;
  /** Highest ordinal of ctx.log that the journal holds. */
  logCount: number;
  /** Breakpoints are approved where they stand and take no step, as Babysitter does it. */
  nonInteractive: boolean;
}

const shield = new AsyncLocalStorage<true>();

function call(
  taskId: string,
  args: unknown,
  options: Options,
  define: Call['define'],
  receive?: Call['receive'],
): Call {
  return {
    taskId,
    args,
    define,
    label: (def) => labelsOf(taskId, options, def),
    options: driverOptions(options),
    signal: options.signal,
    shielded: shield.getStore() === true,
    receive,
  };
}

/** A call that cannot be made is a rejected promise at the place of the call, never a throw beside it. */
function guarded<T>(make: () => Promise<T>): Promise<T> {
  try {
    return make();
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Makes the context of one process. */
export function makeContext(world: ContextWorld): Context {
  const { kernel, steps } = world;
  let logged = 0;

  function builderContext(taskId: string, identity: CallIdentity, options: Options): TaskBuildContext {
    const tasksDir = path.join(world.runDir, 'tasks');
    const taskDir = path.join(tasksDir, identity.effectId);
    const labels = typeof options.label === 'string' ? [options.label] : textList(options.labels);
    return {
      effectId: identity.effectId,
      invocationKey: identity.invocationKey,
      taskId,
      runId: world.runId,
      runDir: world.runDir,
      taskDir,
      tasksDir,
      label: labels[0],
      labels,
      toTaskRelativePath: (file) => path.posix.join('tasks', identity.effectId, file),
    };
  }

  function task(
    defined: DefinedTask<unknown, unknown>,
    args: unknown,
    options: Options = {},
  ): Promise<unknown> {
    if (defined === null || typeof defined !== 'object' || typeof defined.build !== 'function') {
      throw new TypeError(
        'ctx.task(task, args): the first argument must be what defineTask(id, builder) returned',
      );
    }
    const { id, build, args: argsSchema, result: resultSchema } = defined;
    const define =
      (checked: unknown): Call['define'] =>
      (identity) => {
        const made = build(checked, builderContext(id, identity, options));
        return made instanceof Promise
          ? made.then((def) => checkedDefinition(id, def))
          : checkedDefinition(id, made);
      };
    const receive =
      resultSchema && ((value: unknown) => checkSchema(resultSchema, value, `result of task "${id}"`));
    if (argsSchema === undefined) return kernel.request(call(id, args, options, define(args), receive));
    const checked = checkSchema(argsSchema, args, `arguments of task "${id}"`);
    if (!(checked instanceof Promise))
      return kernel.request(call(id, checked, options, define(checked), receive));
    return checked.then((value) => kernel.request(call(id, value, options, define(value), receive)));
  }

  function log(...parts: unknown[]): void {
    // A step does not run again in a replay: its lines take no number, or the next line would be held back.
    const inStep = insideStep.getStore() !== undefined;
    if (!inStep) logged += 1;
    if (!inStep && (kernel.over || logged <= world.logCount)) return;
    world.post({ type: 'log', logSeq: inStep ? 0 : logged, ...logText(parts) });
  }

  function breakpoint(payload: unknown = {}, options: Options = {}): Promise<unknown> {
    if (world.nonInteractive) {
      log(
        'breakpoint:skipped',
        `Breakpoint '${options.label ?? 'unnamed'}' auto-approved (non-interactive mode)`,
      );
      return Promise.resolve({ approved: true, response: 'Auto-approved (non-interactive mode)' });
    }
    const { timeout: _timeout, signal: _signal, ...said } = options;
    const own = (payload ?? {}) as { label?: unknown };
    const label = options.label ?? (typeof own.label === 'string' ? own.label : 'breakpoint');
    const digestOf = { ...said, payload: own, label };
    const details = { ...digestOf, requestedAt: new RealDate(virtualNow()).toISOString() };
    const define = (): JsonObject =>
      toJson({ kind: 'breakpoint', title: label, metadata: details }, 'payload').json as JsonObject;
    return kernel.request({ ...call('__sdk.breakpoint', details, { ...options, label }, define), digestOf });
  }

  function sleepUntil(target: number, options: Options = {}): Promise<undefined> {
    const details = { iso: new RealDate(target).toISOString(), targetEpochMs: target };
    const title = `sleep:${details.iso}`;
    const define = (): JsonObject => ({ kind: 'sleep', title, metadata: details, sleep: details });
    const asked = { ...call('__sdk.sleep', details, { ...options, label: title }, define), wakesAt: target };
    return kernel.request(asked).then(() => undefined);
  }

  function signal(name: string, options: Options & { schema?: Schema } = {}): Promise<unknown> {
    if (typeof name !== 'string' || name === '')
      throw new TypeError('ctx.signal(name): the name must be a non-empty string');
    const { schema } = options;
    const receive = schema && ((value: unknown) => checkSchema(schema, value, `signal "${name}"`));
    const define = (): JsonObject => ({ kind: 'signal', title: name, metadata: { name } });
    return kernel.request(call('__sdk.signal', { name }, { ...options, label: name }, define, receive));
  }

  function run(
    name: string,
    fn: (step: StepContext) => unknown,
    options: Options & { schema?: Schema } = {},
  ): Promise<unknown> {
    if (typeof name !== 'string' || name === '')
      throw new TypeError('ctx.run(name, fn): the name must be a non-empty string');
    if (typeof fn !== 'function') throw new TypeError(`ctx.run("${name}", fn): fn must be a function`);
    const define = (identity: CallIdentity): JsonObject => {
      steps.register(identity.effectId, { name, fn, schema: options.schema });
      return { kind: 'step', title: name };
    };
    return kernel.request(call(name, null, options, define));
  }

  const simple = (
    taskId: string,
    kind: string,
    args: unknown,
    options: Options,
    metadata: object,
  ): Promise<unknown> => {
    const define = (): JsonObject =>
      toJson({ kind, title: options.label ?? taskId, metadata }, 'payload').json as JsonObject;
    return kernel.request(call(taskId, args, options, define));
  };

  const context = {
    runId: world.runId,
    runDir: world.runDir,
    artifactsDir: world.artifactsDir,
    origin: world.origin,
    now: () => new Date(virtualNow()),
    random,
    uuid,
    log,
    run: (name: string, fn: (step: StepContext) => unknown, options?: Options & { schema?: Schema }) =>
      guarded(() => run(name, fn, options)),
    task: (defined: DefinedTask, args?: unknown, options?: Options) =>
      guarded(() => task(defined, args, options)),
    breakpoint: (payload?: unknown, options?: Options) => guarded(() => breakpoint(payload, options)),
    sleepUntil: (when: unknown, options?: Options) => guarded(() => sleepUntil(timeOf(when), options)),
    sleep: (duration: Duration, options?: Options) =>
      guarded(() => sleepUntil(virtualNow() + durationMs(duration, 'ctx.sleep'), options)),
    signal: (name: string, options?: Options & { schema?: Schema }) => guarded(() => signal(name, options)),
    subprocess: (entry: string, inputs?: unknown, options: Options = {}) =>
      guarded(() =>
        simple(
          '__sdk.subprocess',
          'subprocess',
          { entry, inputs },
          { label: entry, ...options },
          { entry, inputs },
        ),
      ),
    orchestratorTask: (payload: unknown, options: Options = {}) =>
      guarded(() =>
        simple(
          '__sdk.orchestratorTask',
          'orchestrator_task',
          payload,
          { label: 'orchestrator-task', ...options },
          { payload, orchestratorTask: true },
        ),
      ),
    hook: (name: string, payload?: unknown) =>
      guarded(() => simple('__sdk.hook', 'hook', { name, payload }, { label: name }, { name, payload })),
    parallel: { all: parallelAll, map: parallelMap },
    halt: (reason: string, payload?: unknown) =>
      guarded((): Promise<never> => {
        refuseInStep('ctx.halt');
        world.halt(String(reason), JSON.stringify(toJson(payload, 'payload').json));
        return new Promise(() => {});
      }),
    onCleanup(fn: () => unknown): void {
      if (typeof fn !== 'function') throw new TypeError('ctx.onCleanup(fn): fn must be a function');
      world.onCleanup(fn);
    },
    shield: <T>(fn: () => Promise<T>): Promise<T> => shield.run(true, fn),
  };
  return context as unknown as Context;
}
