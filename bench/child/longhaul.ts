/** One case of our own engine: bundled as the product is, on a directory store, with nothing switched off. */
import { warmUpHere } from '../../src/cli/warm-up.ts';
import type { SessionResult } from '../../src/operations/session.ts';
import type { DriveWorld } from '../../src/operations/world.ts';
import { parameters, report } from './report.ts';

// In the order of the command line: the worker starts while the rest is loaded.
warmUpHere();
const { DEFAULT_LIMITS, DirectoryStore, driveRun, startRun, systemClock, thisOwner, VERSION } = await import(
  './engine.ts'
);

interface Parameters {
  /** `prepare` and `run` do the run (until the breakpoint, with `wait`); `replay` goes on with what `prepare` left. */
  mode: 'prepare' | 'run' | 'replay';
  runs: string;
  runId: string;
  workspace: string;
  process: string;
  inputs: { n: number; wait: boolean; mark?: string };
}

const { mode, runs, runId, workspace, process: file, inputs } = parameters<Parameters>();
let replayedAt = 0;

const world: DriveWorld = {
  clock: systemClock,
  workspace,
  env: process.env,
  agentCommand: undefined,
  performer: {
    can: (effect) => effect.kind === 'node',
    perform: async (effect) => ({
      status: 'ok',
      value: {
        i: (effect.args as { i: number }).i,
        ok: true,
        note: 'The step has done what it was asked to do, and this is its note.',
      },
    }),
  },
  ask: undefined,
  report(event) {
    if (event.type === 'started') replayedAt = performance.now();
  },
  secrets: [],
};

const store = new DirectoryStore(runs);
const before = performance.now();
if (mode !== 'replay')
  await startRun({ store, runId, entry: { path: file, exportName: undefined }, workspace, inputs });
const run = await store.open(runId);
const result: SessionResult = await driveRun({
  store,
  run,
  owner: thisOwner(VERSION),
  world,
  limits: DEFAULT_LIMITS,
  onCodeChange: 'pin',
  execute: true,
});
const ended = performance.now();
const wanted = inputs.wait ? 'waiting' : 'completed';
if (result.status !== wanted) throw new Error(`the run is ${result.status}: ${result.error?.message}`);
report((mode === 'replay' ? replayedAt : ended) - before);
