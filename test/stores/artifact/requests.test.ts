/** How many requests things cost, whatever the length of the run. */
import { describe, expect, it } from 'vitest';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, eachWorld } from './world.ts';

const world = eachWorld();

describe('contract: requests do not depend on the length of the journal', () => {
  it.each([3, 600])(
    'a run of %i steps: a save at most 7 requests, a resume at most 8',
    async (steps) => {
      const job = world().job();
      const owner = driver(job);
      const lease = await (await world().store({ in: job, owner }).create(NEW_RUN)).acquire(owner);
      for (let n = 1; n <= steps; n += 250) doSteps(lease.journal, n, Math.min(steps, n + 249));
      world().requests();
      await lease.save();
      expect(world().requests().count).toBeLessThanOrEqual(7);
      doSteps(lease.journal, steps + 1, steps + 1);
      await lease.save();
      world().requests();
      doSteps(lease.journal, steps + 2, steps + 2);
      await lease.save();
      const save = world().requests();
      expect(save.count).toBeLessThanOrEqual(7);
      await lease.save({ last: true });
      // It withdraws the claim, and tells the index.
      expect(world().requests().count).toBeLessThanOrEqual(7 + 2 + 4);
      world().end(job);

      world().requests();
      const run = await world().store().open('run-1');
      await run.mailbox.read();
      const again = await run.acquire(driver());
      const resume = world().requests();
      expect(resume.count).toBeLessThanOrEqual(8);
      expect(again.journal.state.settlements).toBe(steps + 2);
      doSteps(again.journal, steps + 3, steps + 3);
      await again.save();
      // It takes the lease: the claim, what it sees beside it, whether the run has moved. Then it uploads to a free name.
      expect(world().requests().count).toBeLessThanOrEqual(4 + 1 + 4 + 4);
      doSteps(again.journal, steps + 4, steps + 4);
      await again.save();
      expect(world().requests().count).toBeLessThanOrEqual(7);
    },
    120_000,
  );
});
