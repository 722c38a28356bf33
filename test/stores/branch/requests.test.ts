/** How many requests things cost, and how many bytes. */
import { describe, expect, it } from 'vitest';
import { verifyRun } from '../../../src/journal/verify.ts';
import type { Lease } from '../../../src/stores/contract.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, eachWorld } from './world.ts';

const world = eachWorld();
/** A job of this repository. */
const owner = () => driver({ url: `${world().url}/actions/runs/777/job/888` });

/** Ids are random, and do not always deflate alike: the mean counts. */
const SAVES = 4;

async function runOf(steps: number): Promise<{ lease: Lease; next: number }> {
  const lease = await (await world().store().create(NEW_RUN)).acquire(owner());
  await lease.save();
  for (let n = 1; n <= steps; n += 250) {
    doSteps(lease.journal, n, Math.min(steps, n + 249));
    await lease.save();
  }
  return { lease, next: steps + 1 };
}

describe('contract: requests do not depend on the length of the journal', () => {
  it.each([5, 2500])(
    'a run of %i steps: warm save 2 requests and at most 2 KB, cold resume at most 6, read whole with 3 and no check-out',
    async (steps) => {
      const { lease, next: from } = await runOf(steps);
      const next = from + SAVES - 1;
      world().requests();
      for (let n = from; n <= next; n++) {
        doSteps(lease.journal, n, n);
        await lease.save();
      }
      const { count, sent } = world().requests();
      expect(count).toBe(2 * SAVES);
      // The delta of a folder's tree names the parts that stay, 64 KB each: some 35 bytes more for 5,000 events.
      expect(sent / SAVES).toBeLessThanOrEqual(steps < 100 ? 2048 : 2112);
      await lease.save({ last: true });
      world().requests();

      const run = await world().store().open('run-1');
      const mail: unknown[] = [];
      const stop = run.mailbox.watch((read) => void mail.push(read));
      const again = await run.acquire(owner());
      stop();
      doSteps(again.journal, next + 1, next + 1);
      await again.save();
      const cold = world().requests();
      expect(cold.count).toBeLessThanOrEqual(6);
      expect(again.journal.state.settlements).toBe(next + 1);
      await again.save({ last: true });
      world().requests();

      const reader = await world().store().open('run-1');
      const { state } = reader.load();
      expect(world().requests().count).toBe(3);
      expect(state).toMatchObject({ settlements: next + 1, head: { seq: 2 * (next + 1) + 1 } });
      expect(verifyRun(reader.runDir)).toEqual([]);
      console.info(`${steps} steps: a warm save sends ${sent / SAVES} bytes, cold ${JSON.stringify(cold)}`);
    },
    120_000,
  );
});

it('a start, a message, a look and an index: what each costs', async () => {
  const store = world().store();
  await store.create(NEW_RUN);
  world().requests();
  const run = await store.create({ ...NEW_RUN, runId: 'run-2' });
  const start = world().requests();
  expect(start.count).toBeLessThanOrEqual(5);
  await run.mailbox.deliver({ kind: 'wake', id: 'w', attempt: 1, at: '2026-01-01T00:00:00.000Z' });
  expect(world().requests().count).toBe(2);
  // The first look fetches the tip and the message, the next ones ask whether there is anything new.
  await run.mailbox.read();
  expect(world().requests().count).toBeLessThanOrEqual(4);
  await run.mailbox.read();
  expect(world().requests().count).toBe(2);
  await store.list();
  expect(world().requests().count).toBe(3);
  console.info(`start ${JSON.stringify(start)}`);
});
