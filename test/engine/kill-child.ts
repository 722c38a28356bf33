/**
 * One driver in a process of its own: `node kill-child.ts <directory> <label>`. Starts the run when there is none,
 * else carries it on; writes the labels that it passes to `labels`, and kills itself at the one that it was given.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { executorFor } from '../../src/executors/index.ts';
import { driveRun } from '../../src/operations/session.ts';
import { startRun } from '../../src/operations/start.ts';
import { DEFAULT_LIMITS, systemClock } from '../../src/operations/world.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';

const [directory = '', target = ''] = process.argv.slice(2);
const seen = new Map<string, number>();
let on = false;

function pass(label: string): void {
  if (!on) return;
  const count = (seen.get(label) ?? 0) + 1;
  seen.set(label, count);
  const name = count === 1 ? label : `${label} (${count})`;
  appendFileSync(join(directory, 'labels'), `${name}\n`);
  if (name === target) process.kill(process.pid, 'SIGKILL');
}

/** Only where the journal changes or is about to: everything between is the same to whoever comes next. */
function trace(where: string): void {
  if (/^(event|after event) \d+$/.test(where)) pass(where);
  if (where === 'reserved' || where === 'taken') pass(where);
  if (/^opened tasks\/[^/]+\/result\.json$/.test(where)) pass('opened a result');
}

const store = new DirectoryStore(join(directory, 'runs'), { trace });
const exists = await store.exists('killed');
const run = exists
  ? await store.open('killed')
  : await startRun({
      store,
      runId: 'killed',
      entry: { path: join(directory, 'p.mjs'), exportName: undefined },
      workspace: directory,
    });
on = true;
const acquire = run.acquire.bind(run);
run.acquire = async (...args) => {
  const lease = await acquire(...args);
  const save = lease.save.bind(lease);
  lease.save = async () => {
    pass('before a save');
    await save();
    pass('after a save');
  };
  return lease;
};
const result = await driveRun({
  store,
  run,
  owner: thisOwner(VERSION),
  world: {
    clock: systemClock,
    workspace: directory,
    env: process.env,
    agentCommand: undefined,
    performer: {
      can: (effect) => executorFor(effect, { agentCommand: undefined }) !== undefined,
      async perform(effect, world) {
        pass(`before ${effect.label} ${effect.attempt}`);
        const outcome = await executorFor(effect, world)!.run(effect, world);
        pass(`after ${effect.label} ${effect.attempt}`);
        return outcome;
      },
    },
    ask: undefined,
    report(event) {
      if (event.type === 'ended') pass('after the last line');
      if (event.type === 'started') pass('replayed');
    },
    secrets: [],
  },
  limits: { ...DEFAULT_LIMITS, graceMs: 300 },
  onCodeChange: 'pin',
  execute: true,
});
if (existsSync(join(directory, 'p.mjs')))
  process.stdout.write(JSON.stringify({ status: result.status, output: result.output, error: result.error }));
