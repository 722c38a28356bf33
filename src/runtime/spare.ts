/**
 * Workers, and one that is started before it is known what it shall run: a worker's start takes longer than everything
 * else about a resume, and goes on while the program is loaded, the lease taken and the journal opened.
 */
import { Worker } from 'node:worker_threads';
import { workerUrl } from './worker-url.ts';

/** Of two threads that both take the default, Node's young generation alone holds a third of the memory. */
const YOUNG_MB = 16;

/** A worker thread that waits for its `init` message. `memoryMb`: its heap at most. */
export interface WorkerOptions {
  env: Record<string, string>;
  memoryMb: number;
}

let spare: { worker: Worker; memoryMb: number } | undefined;

function startWorker({ env, memoryMb }: WorkerOptions): Worker {
  return new Worker(workerUrl(), {
    env,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    name: 'longhaul process',
    // A process sees the engine's own flags otherwise (vitest's, for one).
    execArgv: [],
  });
}

/** Starts a worker for the run that will be driven next, unless there is one. It does not keep the program alive. */
export function warmUp(options: WorkerOptions): void {
  if (spare !== undefined) return;
  const worker = startWorker(options);
  worker.unref();
  const gone = (): void => {
    if (spare?.worker === worker) spare = undefined;
  };
  // Whoever takes it listens, too; until then nobody misses it.
  worker.on('error', gone).on('exit', gone);
  spare = { worker, memoryMb: options.memoryMb };
}

/** The spare worker, or a new one. Its environment becomes that of its `init` message. */
export function takeWorker(options: WorkerOptions): Worker {
  const ready = spare;
  if (ready === undefined || ready.memoryMb !== options.memoryMb) return startWorker(options);
  spare = undefined;
  ready.worker.ref();
  return ready.worker;
}

/** Ends the worker that nobody took. */
export async function coolDown(): Promise<void> {
  const unused = spare;
  spare = undefined;
  await unused?.worker.terminate();
}
