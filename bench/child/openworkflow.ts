/** OpenWorkflow on SQLite. Its worker's `tick` is called directly, so that no poll interval is measured. */
import { parameters, report } from './report.ts';

interface Parameters {
  mode: 'prepare' | 'run' | 'replay';
  /** Addresses of the two entries of the installed package. */
  core: string;
  sqlite: string;
  database: string;
  n: number;
}

interface Step {
  run<T>(options: { name: string }, fn: () => Promise<T>): Promise<T>;
}
interface Core {
  OpenWorkflow: new (options: {
    backend: object;
  }) => {
    defineWorkflow(
      spec: { name: string; retryPolicy: object },
      fn: (context: { step: Step }) => Promise<unknown>,
    ): { run(input: object): Promise<unknown> };
    newWorker(): { tick(): Promise<number>; stop(): Promise<void> };
  };
}
interface Sqlite {
  BackendSqlite: { connect(path: string): { stop(): Promise<void> } };
}

const { mode, core, sqlite, database, n } = parameters<Parameters>();
const { OpenWorkflow } = (await import(core)) as Core;
const { BackendSqlite } = (await import(sqlite)) as Sqlite;
const note = 'The step has done what it was asked to do, and this is its note.';

const before = performance.now();
const backend = BackendSqlite.connect(database);
const ow = new OpenWorkflow({ backend });
let reached: (at: number) => void = () => {};
const end = new Promise<number>((resolve) => {
  reached = resolve;
});
const workflow = ow.defineWorkflow(
  // A failure is how a run is left with all its steps done: it is replayed when it is tried again.
  { name: 'steps', retryPolicy: { initialInterval: '1ms', backoffCoefficient: 1, maximumAttempts: 0 } },
  async ({ step }) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const result = await step.run({ name: `step ${i}` }, async () => ({ i, ok: true, note }));
      sum += result.i;
    }
    reached(performance.now());
    if (mode !== 'run') throw new Error('again');
    return { sum };
  },
);
if (mode !== 'replay') await workflow.run({});
const worker = ow.newWorker();
while ((await worker.tick()) === 0);
const at = await end;
// `stop` waits until the run's end is written.
await worker.stop();
report(at - before);
await backend.stop();
