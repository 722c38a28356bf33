/** Runs one process with plain promises, in a worker of its own; settles what it waits for whenever it is quiet. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { installDeterminism, setMoment } from '../../../src/runtime/worker/determinism.ts';
import { canonical, type Ending, type Handed } from './observation.ts';
import { PlainRequests, plainContext } from './plain-context.ts';
import { MisusedDefinition } from './plain-sdk.ts';

export interface PlainInit {
  entry: string;
  inputs: string;
  runId: string;
  runDir: string;
  artifactsDir: string;
  createdAt: string;
  order: Handed[];
}

const init = workerData as PlainInit;
const port = parentPort as MessagePort;
const requests = new PlainRequests();
const unhandled = new Map<Promise<unknown>, unknown>();
const order = [...init.order];
let started = false;

function end(ending: Ending): void {
  if (requests.over) return;
  requests.over = true;
  port.postMessage({ ending, effects: requests.effects, logs: requests.logs });
}

function failure(thrown: unknown): Ending {
  const misused = thrown instanceof MisusedDefinition;
  if (thrown === null || typeof thrown !== 'object')
    return { status: 'failed', name: 'Error', message: String(thrown), misused };
  const { name, message } = thrown as { name?: unknown; message?: unknown };
  const known = typeof message === 'string' ? message : (JSON.stringify(thrown) ?? String(thrown));
  return {
    status: 'failed',
    name: typeof name === 'string' ? name : thrown.constructor.name,
    message: known,
    misused,
  };
}

/** Nothing is left to do but to wait: hand over what the engine handed over next. */
function quiet(): void {
  if (requests.over || !started) return;
  const next = order.shift();
  if (next === undefined) {
    const [reason] = unhandled.values();
    const left = unhandled.size > 0 && requests.waiting.size === 0;
    end(left ? failure(reason) : { status: 'waiting' });
  } else handOver(next);
}

function handOver(next: Handed): void {
  const id = `${next.key}\n${next.occurrence}`;
  const waiting = requests.waiting.get(id);
  if (waiting === undefined) {
    end({ status: 'engine-error', message: `the plain process has not asked for ${id}` });
    return;
  }
  requests.waiting.delete(id);
  setMoment(init.runId, next.index, next.at);
  if (next.answer.status === 'ok') waiting.resolve(JSON.parse(JSON.stringify(next.answer.value)));
  else waiting.reject(Object.assign(new Error(next.answer.error.message), { name: next.answer.error.name }));
  setImmediate(() => {}); // one turn, so that the loop drains again
}

async function run(fn: (inputs: unknown, ctx: object) => unknown): Promise<void> {
  const cleanups: (() => unknown)[] = [];
  const halt = (reason: string): void => end({ status: 'halted', reason });
  let ending: Ending;
  try {
    const output = await fn(JSON.parse(init.inputs), plainContext(requests, { ...init, halt }, cleanups));
    ending = { status: 'completed', output: canonical(output) };
  } catch (thrown) {
    ending = failure(thrown);
  }
  for (const cleanup of cleanups.reverse()) await cleanup();
  setImmediate(() => {
    const [reason] = unhandled.values();
    end(ending.status === 'completed' && unhandled.size > 0 ? failure(reason) : ending);
  });
}

async function start(): Promise<void> {
  const module = (await import(pathToFileURL(init.entry).href)) as Record<string, unknown>;
  const whole = module.default as Record<string, unknown> | undefined;
  const fn = module.process ?? whole?.process ?? whole;
  if (typeof fn !== 'function') return end({ status: 'unloadable', message: '' });
  started = true;
  void run(fn as (inputs: unknown, ctx: object) => unknown);
}

process.on('unhandledRejection', (reason, promise) => unhandled.set(promise, reason));
process.on('rejectionHandled', (promise) => unhandled.delete(promise));
process.on('uncaughtException', (error) => end(failure(error)));
process.on('beforeExit', quiet);
setMoment(init.runId, 0, init.createdAt);
installDeterminism();
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@a5c-ai/babysitter-sdk')) {
      return {
        url: new URL(`./plain-sdk${import.meta.url.slice(-3)}`, import.meta.url).href,
        shortCircuit: true,
      };
    }
    try {
      return next(specifier, context);
    } catch (error) {
      // TypeScript as a person writes it: `./helper.js` names the file that helper.ts becomes.
      const source = specifier.startsWith('.')
        ? new URL(specifier.replace(/js$/, 'ts'), context.parentURL)
        : undefined;
      if (source === undefined || !existsSync(source)) throw error;
      return next(source.href, context);
    }
  },
  load: (url, context, next) =>
    next(url, url.endsWith('.ts') ? { ...context, format: 'module-typescript' } : context),
});
start().catch((error: unknown) => {
  const message =
    error instanceof MisusedDefinition ? '' : ((error as Error | undefined)?.message ?? String(error));
  end({ status: 'unloadable', message });
});
