/** The worker's entry: loads a process, replays the journal, then lives on what the driver hands over. */
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadReplayInput } from '../../journal/replay-input.ts';
import { toJson } from '../../journal/json.ts';
import * as library from '../../index.ts';
import type { Process, Schema } from '../../types.ts';
import type { FromWorker, ToWorker, WorkerInit } from '../protocol.ts';
import { makeContext } from './context.ts';
import { installDeterminism } from './determinism.ts';
import { serializeError } from './errors.ts';
import { Kernel } from './kernel.ts';
import { Loop } from './loop.ts';
import { installModuleHooks } from './module-hooks.ts';
import { checkSchema } from './schema.ts';
import { Steps } from './steps.ts';

const port = parentPort as MessagePort;
const init = workerData as WorkerInit;
const post = (message: FromWorker): void => port.postMessage(message);
const redact = (text: string): string => init.secrets.reduce((all, secret) => all.replaceAll(secret, '***'), text);

const input = loadReplayInput(init.runDir, init.journal);
const kernel: Kernel = new Kernel(
  {
    runId: init.runId,
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
const steps: Steps = new Steps(post, redact);
const loop = new Loop(
  port,
  {
    quiet(turn, drained) {
      if (!started) {
        if (drained) crash('load', new Error(`${init.entry.path} never finished loading: a top-level await does not settle`));
        return drained ? 'over' : 'working';
      }
      sendCode();
      const outcome = kernel.quiet(turn);
      if (outcome === 'over') ended = true;
      if (outcome !== 'idle') return outcome;
      if (kernel.pendingCount === 0 && !drained) return 'working'; // its own work may still bring a request
      if (judgeRejections()) return 'over';
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

/** Rejections that nobody handles yet: judged when the process settles, or is quiet with nothing pending (P8). */
const unhandled = new Map<Promise<unknown>, unknown>();
process.on('unhandledRejection', (reason, promise) => unhandled.set(promise, reason));
process.on('rejectionHandled', (promise) => unhandled.delete(promise));
process.on('uncaughtException', (error) => crash('process', error));
process.on('exit', (code) => {
  if (!ended) crash('process', new Error(`the process called process.exit(${code}); return from the process function, or use ctx.halt(reason)`));
});

let started = false;
let ended = false;
const fresh = input.requests.length === 0 && input.settlements.length === 0;
muteReplay();
installDeterminism();
const modules = installModuleHooks({ workspace: init.workspace, library, code: init.code, onCapture: () => {} });

function sendCode(): void {
  const files = modules.captured();
  if (files.length > 0) post({ type: 'code', files });
}

function crash(stage: 'load' | 'process', error: unknown): void {
  if (ended) return;
  ended = true;
  sendCode();
  post({ type: 'crashed', stage, error: serializeError(error) });
}

/** What a replayed process prints was printed before. */
function muteReplay(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    stream.write = ((...args: unknown[]): boolean => {
      if (fresh || !kernel.replaying) return write(...args);
      const done = args.at(-1);
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    }) as typeof stream.write;
  }
}

function judgeRejections(): boolean {
  if (unhandled.size === 0 || kernel.pendingCount > 0) return false;
  const [reason] = unhandled.values();
  finish('it failed', () => fail(reason, []));
  return true;
}

/** After the last microtask of the process: a rejection that it left unhandled fails it. */
function finish(how: string, report: () => void): void {
  if (kernel.over) return;
  if (!kernel.settled(how)) {
    ended = true; // it diverged, and said so
    return;
  }
  setImmediate(() => {
    if (ended) return;
    ended = true;
    sendCode();
    report();
  });
}

function fail(thrown: unknown, cleanupErrors: unknown[]): void {
  const error = serializeError(thrown);
  post({ type: 'threw', error, effectId: kernel.failedEffect(thrown), cleanupErrors: cleanupErrors.map((e) => serializeError(e)) });
}

async function runProcess(fn: Process, inputs: unknown, schema: Schema | undefined): Promise<void> {
  const cleanups: (() => unknown)[] = [];
  const ctx = makeContext(
    {
      runId: init.runId,
      runDir: init.runDir,
      artifactsDir: init.artifactsDir,
      origin: init.origin,
      kernel,
      steps,
      post,
      logCount: input.logCount,
      halt: (reason, payload) => finish(`it called ctx.halt(${JSON.stringify(reason)})`, () => post({ type: 'halted', reason, payload })),
    },
    cleanups,
  );
  let result: { output: unknown } | { thrown: unknown };
  try {
    let output = await fn(inputs, ctx);
    if (schema !== undefined) output = await checkSchema(schema, output, 'output of the process');
    result = { output };
  } catch (thrown) {
    result = { thrown };
  }
  const cleanupErrors: unknown[] = [];
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      cleanupErrors.push(error);
    }
  }
  const how = 'thrown' in result ? `it threw ${serializeError(result.thrown).message}` : 'it returned';
  finish(how, () => {
    if ('thrown' in result) return fail(result.thrown, cleanupErrors);
    const [rejection] = unhandled.values();
    if (unhandled.size > 0) return fail(rejection, cleanupErrors);
    try {
      const { json, warnings } = toJson(result.output, 'output');
      const notes = cleanupErrors.map((error) => `a clean-up failed: ${serializeError(error).message}`);
      post({ type: 'returned', output: redact(JSON.stringify(json)), warnings: [...warnings.map((w) => `output: ${w}`), ...notes] });
    } catch (error) {
      fail(error, cleanupErrors);
    }
  });
}

/** The export to call: the one named, else `process`, else `default`, else the only function there is. */
function processOf(module: Record<string, unknown>): Process {
  const { exportName, path } = init.entry;
  const inner = (module['default'] ?? {}) as Record<string, unknown>;
  const at = (name: string): unknown => module[name] ?? (typeof inner === 'object' ? inner[name] : undefined);
  const found = exportName === undefined || exportName === 'process' ? (at('process') ?? module['default']) : at(exportName);
  if (typeof found === 'function') return found as Process;
  const there = Object.keys(module).filter((name) => typeof module[name] === 'function');
  throw new TypeError(
    `${path} exports no function "${exportName ?? 'process'}"; it exports ${there.length === 0 ? 'no function' : there.join(', ')}. ` +
      'Name the export after the path: file.mjs#name',
  );
}

async function start(): Promise<void> {
  const module = (await import(/* webpackIgnore: true */ pathToFileURL(init.entry.path).href)) as Record<string, unknown>;
  const fn = processOf(module);
  let inputs: unknown = init.inputs === undefined ? undefined : JSON.parse(init.inputs);
  const inputSchema = module['inputSchema'] as Schema | undefined;
  if (inputSchema !== undefined) inputs = await checkSchema(inputSchema, inputs, 'inputs');
  post({ type: 'loaded' });
  sendCode();
  setImmediate(() => {
    started = true;
    void runProcess(fn, inputs, module['outputSchema'] as Schema | undefined);
    Loop.drain();
    kernel.advance();
    loop.moved();
  });
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
start().catch((error: unknown) => crash('load', error));
