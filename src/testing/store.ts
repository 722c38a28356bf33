/** A directory store whose saves need not outlive the machine: nothing is synced, so that tests are quick. */
import type { Owner } from '../journal/events.ts';
import type { AcquireOptions, Lease, NewRun, OpenRun } from '../stores/contract.ts';
import { DirectoryStore } from '../stores/directory.ts';
import type { TestClock } from './clock.ts';

export class TestStore extends DirectoryStore {
  constructor(runsDir: string, clock: Pick<TestClock, 'now'>) {
    super(runsDir, { now: () => clock.now() });
  }

  override async create(run: NewRun): Promise<OpenRun> {
    return unsynced(await super.create(run));
  }

  override async open(runId: string): Promise<OpenRun> {
    return unsynced(await super.open(runId));
  }
}

function unsynced(run: OpenRun): OpenRun {
  const acquire = run.acquire.bind(run);
  run.acquire = async (owner: Owner, options?: AcquireOptions): Promise<Lease> => {
    const lease = await acquire(owner, options);
    lease.save = async () => lease.check();
    return lease;
  };
  return run;
}
