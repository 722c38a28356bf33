/** The worker's entry: waits to be told what to run. Without an await at its top, which would keep the bundle in pieces. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { ToWorker } from '../protocol.ts';
import { live } from './live.ts';

const port = parentPort as MessagePort;
port.once('message', ({ init, env }: Extract<ToWorker, { type: 'init' }>) => live(port, init, env));
