/**
 * `node bench/check.ts [runs]`: how long `check` takes for so many open runs on branches (default 200), against a real git
 * server on this machine. Each run has 20 steps, and is read, replayed and judged. Prints `{ runs, seconds }` as JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkRuns } from '../src/operations/check.ts';
import { parseEntry } from '../src/operations/code.ts';
import { localPerformer } from '../src/operations/performer.ts';
import { driveRun } from '../src/operations/session.ts';
import { startRun } from '../src/operations/start.ts';
import { DEFAULT_LIMITS, systemClock } from '../src/operations/world.ts';
import { BranchStore } from '../src/stores/branch/store.ts';
import { thisOwner } from '../src/stores/owner.ts';
import { gitText } from '../test/github/git-store.ts';
import { startStandIn } from '../test/github/index.ts';

const runs = Number(process.argv[2] ?? 200);
const github = await startStandIn();
try {
  const repo = await github.platform.addRepository('acme/app');
  const workspace = path.join(github.folder, 'workspace');
  mkdirSync(workspace);
  writeFileSync(
    path.join(workspace, 'steps.mjs'),
    `export async function process({ n }, ctx) {
      for (let i = 0; i < n; i++) await ctx.run('step ' + i, () => ({ i, note: 'x'.repeat(64) }));
      await ctx.signal('go');
    }`,
  );
  const store = new BranchStore({
    url: github.platform.repositoryUrl(repo),
    token: github.platform.mintJobToken(repo, { contents: 'write' }).value,
    workDir: path.join(github.folder, 'work'),
    workspace,
    env: process.env,
  });
  const run = await startRun({
    store,
    runId: 'run-1',
    entry: parseEntry('steps.mjs', workspace),
    inputs: { n: 20 },
    workspace,
  });
  const { status } = await driveRun({
    store,
    run,
    owner: thisOwner('0.0.0'),
    world: {
      clock: systemClock,
      workspace,
      env: process.env,
      agentCommand: undefined,
      performer: localPerformer(undefined),
      ask: undefined,
      report: () => {},
      secrets: [],
    },
    limits: DEFAULT_LIMITS,
    onCodeChange: 'pin',
    execute: true,
  });
  if (status !== 'waiting') throw new Error(`The run is ${status}`);
  // The same history under the other ids.
  const tip = await gitText(repo.gitDir, ['rev-parse', 'refs/heads/longhaul/run-1']);
  for (let n = 2; n <= runs; n++)
    await gitText(repo.gitDir, ['update-ref', `refs/heads/longhaul/run-${n}`, tip]);

  const began = performance.now();
  const checked = await checkRuns({
    store,
    workspace,
    env: process.env,
    limits: DEFAULT_LIMITS,
    onCodeChange: 'pin',
  });
  const seconds = (performance.now() - began) / 1000;
  store.close();
  const agreeing = checked.filter(({ verdict }) => verdict === 'agrees').length;
  if (agreeing !== runs) throw new Error(`${agreeing} of ${runs} runs agree: ${checked[0]?.report}`);
  console.log(JSON.stringify({ runs, seconds }));
} finally {
  await github.close();
}
