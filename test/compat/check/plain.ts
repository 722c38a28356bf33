/** The reference: the same process, with plain promises. */
import { Worker } from 'node:worker_threads';
import type { Observation } from './observation.ts';
import type { PlainInit } from './plain-worker.ts';

const LIMIT_MS = 20_000;

export function runPlain(init: PlainInit): Promise<Observation> {
  const url = new URL(`./plain-worker${import.meta.url.slice(-3)}`, import.meta.url);
  const worker = new Worker(url, { workerData: init, stdout: true, stderr: true, execArgv: [] });
  return new Promise((resolve) => {
    const stop = (message: string): void => {
      resolve({ ending: { status: 'engine-error', message }, effects: [], logs: [] });
    };
    const timer = setTimeout(
      () => stop(`the plain process has not ended after ${LIMIT_MS / 1000} s`),
      LIMIT_MS,
    );
    worker.on('message', (observation: Observation) => resolve(observation));
    worker.on('error', (error) => stop(String(error)));
    worker.on('exit', (code) => stop(`the plain process ended its worker with ${code}`));
    worker.on('message', () => clearTimeout(timer));
  }).finally(() => worker.terminate()) as Promise<Observation>;
}
