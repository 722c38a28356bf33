/** A worker's life: loads a process, replays the journal, then lives on what the driver hands over. */
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import * as library from '../../index.ts';
import { loadReplayInput } from '../../journal/replay-input.ts';
import { redactJson, redactor } from '../../redact.ts';
import type { Process, Schema } from '../../types.ts';
import type { FromWorker, ToWorker, WorkerInit } from '../protocol.ts';
import { keepWrappers } from '../v8-flags.ts';
import { makeContext } from './context.ts';
import { installDeterminism } from './determinism.ts';
import { Ending } from './ending.ts';
import { errorSite, syntaxSite } from './error-site.ts';
import { Kernel } from './kernel.ts';
import { Loop } from './loop.ts';
import { installModuleHooks } from './module-hooks.ts';
import { Output } from './output.ts';
import { checkSchema } from './schema.ts';
import { Steps } from './steps.ts';

/** Called once, with the driver's first message. @throws DamageError: the journal cannot be read */
export function live(port: MessagePort, init: WorkerInit, env: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);

  const post = (message: FromWorker): void => port.postMessage(message);
  const redactText = redactor(init.secrets, () => post({ type: 'redacted' }));
  /** Of JSON. */
  const redact = (json: string): string => redactJson(json, redactText);

  const input = loadReplayInput(init.runDir, init.journal);
  const kernel: Kernel = new Kernel(
    {
      runId: init.seed ?? init.runId,
      processId: init.processId,
      createdAt: init.createdAt,
      roots: { workspace: init.workspace, runDir: init.runDir },
      redact,
      post,
      drain: Loop.drain,
      handedOver: (effectId) => steps.forget(effectId),
    },
    input,
    init.retry,
  );
  const steps: Steps = new Steps(post);
  const loop = new Loop(
    port,
    {
      quiet(turn, drained) {
        if (!started && begin !== undefined) {
          // One turn first: what is left of the worker's own start would count as the process's.
          if (calm) begin();
          calm = true;
          return 'moved';
        }
        if (!started) {
          if (drained)
            ending.failToLoad(
              new Error(`${init.entry.path} never finished loading: a top-level await does not settle`),
            );
          return drained ? 'over' : 'working';
        }
        sendCode();
        const outcome = kernel.quiet(turn);
        if (outcome !== 'idle') return outcome;
        if (kernel.pendingCount === 0) {
          if (!drained) return 'working'; // its own work may still bring a request
          if (ending.judge()) return 'moved';
        }
        if (output.pending) {
          output.flush().then(() => loop.woken());
          return 'idle';
        }
        post({ type: 'idle', handed: kernel.handedCount, stuckSteps: drained ? steps.names() : [] });
        return 'idle';
      },
      requestCount: () => kernel.requestCount,
      stepsRunning: () => steps.count,
      incomplete: () => kernel.incomplete,
      warn: (message) => post({ type: 'warning', message }),
    },
    init,
  );

  let started = false;
  /** Calls the process, once it is loaded. */
  let begin: (() => void) | undefined;
  let calm = false;
  const output = new Output(() => kernel.repeating);
  const ending = new Ending({
    kernel,
    post,
    redact,
    started: () => started,
    site: (thrown) =>
      errorSite(thrown, init.workspace) ||
      (started ? '' : syntaxSite(thrown, modules.latest(), init.workspace)),
    beforeReport,
  });
  installDeterminism();
  const modules = installModuleHooks({
    workspace: init.workspace,
    library,
    code: init.code,
    onTypeScript: keepWrappers,
  });

  function sendCode(): void {
    const files = modules.captured();
    if (files.length > 0) post({ type: 'code', files });
  }

  /** The driver has everything that came before, when it hears how the process ended. */
  async function beforeReport(): Promise<void> {
    sendCode();
    port.ref();
    await output.flush();
  }

  async function runProcess(fn: Process, inputs: unknown, schema: Schema | undefined): Promise<void> {
    const ctx = makeContext({
      runId: init.runId,
      runDir: init.runDir,
      artifactsDir: init.artifactsDir,
      origin: init.origin,
      kernel,
      steps,
      post,
      logCount: input.logCount,
      nonInteractive: init.nonInteractive,
      halt: (reason, payload) => void ending.end({ type: 'halted', reason, payload }),
      onCleanup: (cleanup) => ending.onCleanup(cleanup),
    });
    try {
      const output = await fn(inputs, ctx);
      await ending.end({
        type: 'returned',
        output: schema === undefined ? output : await checkSchema(schema, output, 'output of the process'),
      });
    } catch (thrown) {
      await ending.end({ type: 'threw', thrown });
    }
  }

  async function start(): Promise<void> {
    const module = (await import(/* webpackIgnore: true */ pathToFileURL(init.entry.path).href)) as Record<
      string,
      unknown
    >;
    const fn = processOf(module, init.entry);
    let inputs: unknown = init.inputs === undefined ? undefined : JSON.parse(init.inputs);
    const inputSchema = module['inputSchema'] as Schema | undefined;
    if (inputSchema !== undefined) inputs = await checkSchema(inputSchema, inputs, 'inputs');
    post({ type: 'loaded' });
    sendCode();
    begin = () => {
      started = true;
      void runProcess(fn, inputs, module['outputSchema'] as Schema | undefined);
      Loop.drain();
      kernel.advance();
    };
    // The loop drains now, and the process is called from there; unless a module keeps it open.
    setTimeout(() => {
      if (started) return;
      begin?.();
      loop.moved();
    }, 20).unref();
  }

  port.on('message', (message: ToWorker) => {
    switch (message.type) {
      case 'settle':
        kernel.enqueue(message.settlements);
        break;
      case 'start-step':
        steps.start(message.effectId, message.attempt, message.idempotencyKey);
        break;
      case 'abort-step':
        steps.abort(message.effectId, message.reason, message.timedOut);
        break;
      case 'abandon-step':
        steps.abandon(message.effectId);
        break;
      case 'ping':
        post({ type: 'pong', id: message.id });
        return;
    }
    loop.woken();
  });
  port.unref();
  start().catch((error: unknown) => ending.failToLoad(error));
}

/** The export to call: the one named, else `process`, else `default`, else the only function there is. */
function processOf(module: Record<string, unknown>, { exportName, path }: WorkerInit['entry']): Process {
  const inner = (module['default'] ?? {}) as Record<string, unknown>;
  const at = (name: string): unknown => module[name] ?? (typeof inner === 'object' ? inner[name] : undefined);
  const found =
    exportName === undefined || exportName === 'process'
      ? (at('process') ?? module['default'])
      : at(exportName);
  if (typeof found === 'function') return found as Process;
  const there = Object.keys(module).filter((name) => typeof module[name] === 'function');
  throw new TypeError(
    `${path} exports no function "${exportName ?? 'process'}"${there.length === 0 ? '' : `; it exports ${there.join(', ')}`}. ` +
      'Name the export after the path: file.mjs#name',
  );
}
