/**
 * A driver in a process of its own, to be killed: `node driver.ts <runsDir> <runId> <steps> [kill at point]`.
 * Carries the run on to `steps` settled steps and prints `saved <seq>` after each save, `points <n>` at the end.
 */
import { DirectoryStore } from '../../../src/stores/directory.ts';
import { thisOwner } from '../../../src/stores/owner.ts';
import { carryOn } from '../steps.ts';

const [runsDir = '', runId = '', steps = '0', killAt = '-1'] = process.argv.slice(2);
let points = 0;
const store = new DirectoryStore(runsDir, {
  trace: () => {
    if (points++ === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  },
});

const run = await store.open(runId);
const lease = await run.acquire(thisOwner('0.1.0'));
await carryOn(lease, Number(steps), (seq) => console.log(`saved ${seq}`));
await lease.release();
console.log(`points ${points}`);
