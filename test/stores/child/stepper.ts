/** A driver in a thread of its own that stops at every point of its work until it is told to go on. */
import { parentPort, workerData } from 'node:worker_threads';
import { LeaseLostError } from '../../../src/errors.ts';
import { loadRun } from '../../../src/journal/open-run.ts';
import { RunJournal } from '../../../src/journal/writer.ts';
import { DirectoryLease } from '../../../src/stores/lease.ts';
import { thisOwner } from '../../../src/stores/owner.ts';

const { runDir, name, turns } = workerData as { runDir: string; name: string; turns: Int32Array };
let turn = 0;

const trace = (where: string): void => {
  parentPort?.postMessage(where);
  Atomics.wait(turns, 0, turn);
  turn++;
};

try {
  trace('start');
  const lease = DirectoryLease.take(runDir, 'run-1', thisOwner('0.1.0'), { force: true, trace });
  const journal = new RunJournal(runDir, loadRun(runDir), { guard: lease, trace });
  journal.append([1, 2, 3].map((n) => ({ type: 'NOTE', data: { by: name, n } })));
  journal.append([{ type: 'NOTE', data: { by: name, n: 4 } }]);
  parentPort?.postMessage('finished');
} catch (error) {
  parentPort?.postMessage(error instanceof LeaseLostError ? 'lost' : `failed: ${String(error)}`);
}
