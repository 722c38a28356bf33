/** Babysitter's library (not its slower command line): a whole iteration for each step, as its loop does. */
import path from 'node:path';
import { parameters, report } from './report.ts';

interface Parameters {
  mode: 'run' | 'replay';
  /** Address of the installed package's entry. */
  sdk: string;
  runs: string;
  runId: string;
  process: string;
  inputs: { n: number; wait: boolean };
}

interface Sdk {
  createRun(options: object): Promise<{ runDir: string }>;
  orchestrateIteration(options: { runDir: string }): Promise<{
    status: string;
    error?: unknown;
    nextActions?: { effectId: string; kind: string; stepId?: string }[];
  }>;
  commitEffectResult(options: object): Promise<unknown>;
}

const { mode, sdk, runs, runId, process: file, inputs } = parameters<Parameters>();
const { createRun, orchestrateIteration, commitEffectResult } = ((await import(sdk)) as { default: Sdk })
  .default;

const before = performance.now();
let runDir = path.join(runs, runId);
if (mode === 'run') {
  const where = { processId: 'tasks', importPath: file, exportName: 'process' };
  runDir = (await createRun({ runsDir: runs, runId, process: where, inputs })).runDir;
}
for (let i = 0; ; i++) {
  const result = await orchestrateIteration({ runDir });
  const [action] = result.nextActions ?? [];
  if (result.status === 'completed' || action?.kind === 'breakpoint') break;
  if (action === undefined || mode === 'replay') throw new Error(`${result.status}: ${String(result.error)}`);
  const value = { i, ok: true, note: 'The step has done what it was asked to do, and this is its note.' };
  await commitEffectResult({ runDir, effectId: action.effectId, result: { status: 'ok', value } });
}
report(performance.now() - before);
process.exit(); // the toolkit keeps handles open
