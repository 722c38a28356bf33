import { describe, expect, it } from 'vitest';
import { LeaseHeldError, LeaseLostError } from '../../../src/errors.ts';
import type { Message } from '../../../src/stores/contract.ts';
import { readCommits } from '../../github/git-store.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld, elsewhereOwner } from './world.ts';

const world = eachWorld();
const at = '2026-01-01T00:00:00.000Z';
const wake = (id: string): Message => ({ kind: 'wake', id, attempt: 1, at });
const tip = async (): Promise<string | undefined> => (await world().refs()).get(BRANCH);

describe('lease', () => {
  it('protocol L1: the owner’s job is asked for; dead is taken over at once, alive and unknown are not', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(elsewhereOwner({}));
    await lease.save();
    const asked: string[] = [];
    const with_ = (answer: 'alive' | 'dead' | 'unknown') =>
      world().store({
        isAlive: async ({ job }) => {
          asked.push(`${job?.workflowRunId}/${job?.workflowAttempt}/${job?.jobId}`);
          return answer;
        },
      });
    for (const answer of ['alive', 'unknown'] as const) {
      await expect((await with_(answer).open('run-1')).acquire(driver())).rejects.toThrow(LeaseHeldError);
    }
    await expect((await with_('alive').open('run-1')).acquire(driver())).rejects.toThrow(
      'actions/runs/777/job/888',
    );
    const taker = await (await with_('dead').open('run-1')).acquire(driver());
    expect(taker.former?.token).toBe(lease.owner.token);
    expect(taker.epoch).toBe(lease.epoch + 1);
    expect(new Set(asked)).toEqual(new Set(['777/1/888']));
  });

  it('protocol L1: an owner on this machine is judged by its process, and nobody is asked', async () => {
    const dead = { ...driver({}), process: { ...driver().process!, pid: 2 ** 22 + 1 } };
    await (await (await world().store().create(NEW_RUN)).acquire(dead)).save();
    const isAlive = async () => {
      throw new Error('asked');
    };
    await (await world().store({ isAlive }).open('run-1')).acquire(driver());
  });

  it('protocol L1: expiry counts only when nobody can say, and never before the job’s own limit', async () => {
    const began = Date.now() - 30 * 60_000;
    const owner = {
      ...elsewhereOwner({ limitMinutes: 60 }),

      startedAt: new Date(began).toISOString(),
    };
    const soon = new Date(Date.now() + 1000).toISOString();
    await (await (await world().store().create(NEW_RUN)).acquire(owner, { expiresAt: soon })).save();
    const at = (minutes: number) => world().store({ now: () => Date.now() + minutes * 60_000 });
    await expect((await at(20).open('run-1')).acquire(driver())).rejects.toThrow(LeaseHeldError);
    await (await at(31).open('run-1')).acquire(driver());
  });

  it('protocol L2: acquiring pushes nothing; the first save takes the lease', async () => {
    const store = world().store();
    const run = await store.create(NEW_RUN);
    world().requests();
    const lease = await run.acquire(driver());
    expect(world().requests().count).toBe(0);
    expect((await store.index())[0]?.lease).toBeUndefined();
    await lease.save();
    expect((await store.index())[0]?.lease).toMatchObject({
      epoch: 1,
      released: false,
      owner: { token: lease.owner.token },
    });
    const late = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    await lease.save();
    await late.save();
  });

  it('protocol L2: a driver that has nothing to save takes and returns nothing: no request', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(driver());
    world().requests();
    await lease.save({ last: true });
    await lease.release();
    expect(world().requests().count).toBe(0);
  });

  it('giving the lease back costs no push of its own; afterwards nothing may be saved', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(driver());
    await lease.save();
    doSteps(lease.journal, 1, 1);
    world().requests();
    await lease.save({ last: true, index: { issue: 42, waitingOn: [{ issue: 42, ref: 'e-7k3qd' }] } });
    await lease.release();
    expect(world().requests().count).toBe(2);
    await expect(lease.save()).rejects.toMatchObject({ code: 'LEASE_RELEASED' });
    const [row] = await world().store().index();
    expect(row).toMatchObject({
      runId: 'run-1',
      seq: 3,
      issue: 42,
      waitingOn: [{ issue: 42, ref: 'e-7k3qd' }],
      process: 'demo',
      lease: { released: true },
    });
    const next = await (await world().store().open('run-1')).acquire(driver());
    expect(next.former).toBeUndefined();
    await next.save();
    expect((await world().store().index())[0]).toMatchObject({ issue: 42, lease: { epoch: 2 } });
  });

  it('saves that come while one is under way share the next', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(driver());
    const saves: Promise<void>[] = [];
    for (let n = 1; n <= 10; n++) {
      doSteps(lease.journal, n, n);
      saves.push(lease.save());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(saves);
    expect((await world().messages(BRANCH)).length).toBeLessThan(9);
    expect((await world().store().index())[0]?.seq).toBe(21);
  });
});

describe('mail', () => {
  it('protocol M2: messages go in the push that records them', async () => {
    const run = await world().store().create(NEW_RUN);
    const sent = await run.mailbox.deliver(wake('a'));
    const lease = await run.acquire(driver());
    lease.journal.append([{ type: 'SIGNAL_RECEIVED', data: { name: 'go', value: 1, messageId: 'a' } }]);
    world().requests();
    await lease.save({ mail: [sent.name] });
    expect(world().requests().count).toBe(2);
    expect([...(await world().refs('refs/longhaul/mail/')).keys()]).toEqual([]);
  });

  it('protocol M2: the commit of a message depends on nothing but the message', async () => {
    const run = await world().store().create(NEW_RUN);
    const { name } = await run.mailbox.deliver(wake('a'));
    const ref = `refs/longhaul/mail/run-1/${name}`;
    const first = (await world().refs()).get(ref);
    await run.mailbox.delete([name]);
    await (await world().store().open('run-1')).mailbox.deliver(wake('a'));
    expect((await world().refs()).get(ref)).toBe(first);
    expect((await readCommits(world().repo.gitDir, [ref]))[0]).toMatchObject({
      parents: [],
      committer: { date: '2026-01-01T00:00:00Z', name: 'longhaul' },
    });
  });

  it('protocol M5: mail that comes after the releasing save is seen by its sender or by the driver', async () => {
    const driverRun = await world().store().create(NEW_RUN);
    const lease = await driverRun.acquire(driver());
    await lease.save();
    const sender = await world().store().open('run-1');
    doSteps(lease.journal, 1, 1);
    await lease.save({ last: true });
    await sender.mailbox.deliver(wake('late'));
    // The sender saw a held lease when it opened the run; after its message it looks again.
    const taken = await sender.acquire(driver());
    expect(taken.journal.head.seq).toBe(3);
    expect(await driverRun.mailbox.names()).toHaveLength(1);
  });

  it('protocol M7: watching is one fetch of two requests, a few hundred bytes whatever else the repository has', async () => {
    const run = await world().store().create(NEW_RUN);
    for (let i = 0; i < 200; i++) await world().git('update-ref', `refs/heads/other/${i}`, (await tip())!);
    await run.mailbox.names();
    world().requests();
    await run.mailbox.names();
    const { count, received } = world().requests();
    expect(count).toBe(2);
    expect(received).toBeLessThan(600);
  }, 60_000);

  it('protocol M9: a halt seals on top of the tip whoever holds the lease; the driver’s next save is refused', async () => {
    const run = await world().store().create(NEW_RUN);
    const lease = await run.acquire(driver());
    await lease.save();
    doSteps(lease.journal, 1, 1);
    await lease.save();
    const halt = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    halt.journal.append([
      { type: 'RUN_FAILED', data: { error: { name: 'Halt', message: 'x' }, manual_seal_reason: 'x' } },
    ]);
    await halt.save({ last: true });
    // The driver learns it with its next look into the mailbox, before its next save.
    await run.mailbox.names();
    expect(() => lease.check()).toThrow(LeaseLostError);
    await expect(lease.save()).rejects.toThrow(LeaseLostError);
    expect((await world().store().index())[0]).toMatchObject({ status: 'failed', seq: 4 });
  });
});
