/** Protocol A1 to A5, through the real client against the stand-in. */
import { describe, expect, it } from 'vitest';
import { LeaseHeldError, LeaseLostError, RunExistsError } from '../../../src/errors.ts';
import { sha256 } from '../../../src/journal/digest.ts';
import { compareHeads } from '../../../src/stores/artifact/find.ts';
import type { Message } from '../../../src/stores/contract.ts';
import { forkRepository } from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, eachWorld, type TestJob, WORKFLOW } from './world.ts';

const world = eachWorld();
const signal = (id: string): Message => ({
  kind: 'signal',
  id,
  attempt: 1,
  at: '2026-01-01T00:00:00.000Z',
  name: 'go',
  value: id,
});

describe('protocol A1: two names in turn', () => {
  it('only the older generation is ever replaced: a complete one exists whichever request fails', async () => {
    const job = world().job();
    const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
    const names: string[][] = [];
    for (let n = 1; n <= 4; n++) {
      doSteps(lease.journal, n, n);
      await lease.save();
      const ids = world()
        .artifacts(/^longhaul-run-1-[a-d]$/)
        .toSorted((x, y) => x.id - y.id);
      names.push(ids.map(({ name }) => name.slice(-1)));
      expect(await world().settled()).toBe(n);
    }
    expect(names).toEqual([
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ]);
    // The older is gone already, and nothing can be uploaded any more: the newer still stands.
    world().fault({ class: 'results', path: 'CreateArtifact', times: 9, action: { status: 403 } });
    doSteps(lease.journal, 5, 5);
    await expect(lease.save()).rejects.toMatchObject({ code: 'UPLOAD_REFUSED', endedSave: true });
    expect(await world().settled()).toBe(4);
  });

  it('a name whose upload never ended is given up for another; readers ask for all four', async () => {
    const job = world().job();
    const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
    doSteps(lease.journal, 1, 1);
    await lease.save();
    for (const name of ['c', 'd']) {
      // The blob service refuses: the name is created, and never finalised.
      world().fault({ class: 'blob', method: 'PUT', times: 1, action: { status: 403 } });
      doSteps(lease.journal, lease.journal.head.seq, lease.journal.head.seq);
      await lease.save();
      expect(world().artifacts(`longhaul-run-1-${name}`)).toHaveLength(1);
      expect(await world().settled()).toBe(lease.journal.state.settlements);
    }
    // The fourth name holds the newest generation, the third can be replaced: one more break and none is left.
    world().fault({ class: 'blob', method: 'PUT', times: 1, action: { status: 403 } });
    doSteps(lease.journal, 90, 90);
    await expect(lease.save()).rejects.toMatchObject({ code: 'NAMES_USED_UP' });
    expect(await world().settled()).toBe(3);
    // In another workflow run the names are free.
    await lease.release();
    world().end(job);
    const next = await (
      await world()
        .store({ isAlive: async () => 'dead' })
        .open('run-1')
    ).acquire(driver(), {
      force: true,
    });
    doSteps(next.journal, 91, 91);
    await next.save();
    expect(await world().settled()).toBe(4);
  });

  it('the highest (epoch, generation) is the newest, not what was uploaded last', async () => {
    const job = world().job();
    const late = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
    doSteps(late.journal, 1, 1);
    await late.save();
    // Its next save is under way (the claims were looked at) while another takes over.
    const held = world().github.platform.faults.add({
      class: 'results',
      path: 'CreateArtifact',
      action: { hang: true },
    });
    doSteps(late.journal, 2, 2);
    const saving = late.save();
    await expect.poll(() => held.hits, { timeout: 20_000 }).toBe(1);
    const taker = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    doSteps(taker.journal, 7, 9);
    await taker.save();
    held.release();
    await saving;
    const [last] = world()
      .artifacts(/^longhaul-run-1-[a-d]$/)
      .toSorted((a, b) => b.id - a.id);
    expect(last?.run.id).toBe(job.run.id);
    // Reported, and nothing of it mixed in.
    world().warnings.length = 0;
    const { state } = (await world().store().open('run-1')).load();
    expect(state.settlements).toBe(4);
    expect(world().warnings.join()).toMatch(
      /Two drivers worked on run run-1 at once: the history of .* lost/,
    );
    // The one that lost notices before its next save.
    doSteps(late.journal, 3, 3);
    await expect(late.save()).rejects.toThrow(LeaseLostError);
  });
});

it('protocol A1: the newest is the highest (epoch, generation), whoever started first; of two alike the first', () => {
  const head = (epoch: number, generation: number, token: string) => ({
    row: { epoch, generation },
    lease: { owner: { token } },
  });
  expect(compareHeads(head(3, 1, 'b'), head(2, 9, 'a'))).toBeGreaterThan(0);
  expect(compareHeads(head(3, 6, 'b'), head(3, 5, 'a'))).toBeGreaterThan(0);
  expect(compareHeads(head(3, 5, 'a'), head(3, 5, 'b'))).toBeGreaterThan(0);
});

describe('protocol A2: claims', () => {
  it('two jobs that begin within a second: one drives, the other is told by whom, no history is mixed', async () => {
    await world().savedRun(1);
    const jobs = [world().job(), world().job()];
    const leases = await Promise.all(
      jobs.map(async (job) => (await world().store({ in: job }).open('run-1')).acquire(driver(job))),
    );
    for (const [i, lease] of leases.entries()) doSteps(lease.journal, 10 + i, 10 + i);
    const saves = await Promise.allSettled(leases.map((lease) => lease.save()));
    expect(saves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = saves.findIndex(({ status }) => status === 'rejected');
    expect(saves[lost]).toMatchObject({ reason: expect.any(LeaseHeldError) });
    expect(String((saves[lost] as PromiseRejectedResult).reason)).toContain(`/job/${jobs[1 - lost]?.jobId}`);
    expect(await world().settled()).toBe(2);
    expect(world().artifacts('longhaul-claim-run-1')).toHaveLength(1);
  });

  it('a claim of a job that died is none; one of a job that works is, also within the same workflow run', async () => {
    await world().savedRun(1);
    const job = world().job();
    const dead = await (await world().store({ in: job }).open('run-1')).acquire(elsewhere(job));
    await dead.save();
    // The same workflow run, another job: the claim's name is taken there.
    const beside = world().job({ in: job });
    const alive = await world()
      .store({ in: beside, isAlive: async () => 'alive' })
      .open('run-1');
    await expect(alive.acquire(driver(beside))).rejects.toThrow(LeaseHeldError);
    const next = await world()
      .store({ in: beside, isAlive: async () => 'dead' })
      .open('run-1');
    const lease = await next.acquire(driver(beside));
    expect(lease.former?.token).toBe(dead.owner.token);
    doSteps(lease.journal, 2, 2);
    await lease.save();
    expect(await world().settled()).toBe(2);
    doSteps(dead.journal, 2, 2);
    await expect(dead.save()).rejects.toThrow(LeaseLostError);
  });

  it('of two starts under one id in one workflow run one succeeds', async () => {
    const job = world().job();
    const starts = await Promise.allSettled([
      world().store({ in: job }).create(NEW_RUN),
      world()
        .store({ in: world().job({ in: job }) })
        .create(NEW_RUN),
    ]);
    expect(starts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(starts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(RunExistsError),
    });
  });

  it('whoever saved between our reading and our first save is not overwritten', async () => {
    await world().savedRun(1);
    const early = await (await world().store().open('run-1')).acquire(driver());
    const other = await (await world().store().open('run-1')).acquire(driver());
    doSteps(other.journal, 2, 2);
    await other.save({ last: true });
    doSteps(early.journal, 3, 3);
    await expect(early.save()).rejects.toThrow(LeaseHeldError);
    expect(await world().settled()).toBe(2);
  });
});

it('protocol M9: a driver whose run is sealed over its head notices when it looks at its mail', async () => {
  const job = world().job();
  const run = await world().store({ in: job }).create(NEW_RUN);
  const lease = await run.acquire(driver(job));
  doSteps(lease.journal, 1, 1);
  await lease.save();
  await run.mailbox.read();
  lease.check();
  const sealing = world().job();
  const sealer = await (await world().store({ in: sealing }).open('run-1')).acquire(driver(sealing), {
    force: true,
  });
  sealer.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'Error', message: 'no' } } }]);
  // Its claim is gone again before anybody looks.
  await sealer.save({ last: true });
  await run.mailbox.read();
  expect(() => lease.check()).toThrow(LeaseLostError);
  await lease.release();
  expect((await world().store().open('run-1')).load().state.terminal).toBeDefined();
});

describe('protocol A2: claims that are none', () => {
  it('bytes that are no claim, or not the ones uploaded, keep nobody from driving, and no sweep from the others', async () => {
    await world().savedRun(1);
    const job = world().job();
    const left = await (await world().store({ in: job }).open('run-1')).acquire(elsewhere(job));
    await left.save();
    const spoil = (): void => {
      for (const claim of world().artifacts('longhaul-claim-run-1')) {
        const bytes = Buffer.from('no gzip');
        world().blob(claim).data = bytes;
        Object.assign(claim, { size: bytes.length, digest: `sha256:${sha256(bytes)}` });
      }
    };
    spoil();
    world().end(job);
    const store = () => world().store({ isAlive: async () => 'dead' });
    expect(await store().due({ now: Date.now(), workflow: WORKFLOW })).toEqual([
      { runId: 'run-1', why: 'driver' },
    ]);
    const next = await (await store().open('run-1')).acquire(driver());
    doSteps(next.journal, 2, 2);
    await next.save();
    expect(await world().settled()).toBe(2);
    expect(world().warnings.join()).toMatch(/longhaul-claim-run-1 .* is not used/);
  });

  it('a dead claim that cannot be deleted ends the attempt after a while, by name', async () => {
    await world().savedRun(1);
    const job = world().job();
    const dead = await (await world().store({ in: job }).open('run-1')).acquire(elsewhere(job));
    await dead.save();
    const beside = world().job({ in: job });
    const run = await world()
      .store({ in: beside, isAlive: async () => 'dead', retry: { attempts: 4, delayMs: 1 } })
      .open('run-1');
    const lease = await run.acquire(driver(beside));
    world().fault({ class: 'results', path: 'DeleteArtifact', times: 50, action: { status: 403 } });
    doSteps(lease.journal, 2, 2);
    await expect(lease.save()).rejects.toMatchObject({ code: 'CLAIM_STUCK' });
    expect(await world().settled()).toBe(1);
  });
});

describe('protocol A3: saves and mail', () => {
  it('20 saves that come together are one upload', async () => {
    const job = world().job();
    const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
    await lease.save();
    world().requests();
    const saves = Array.from({ length: 20 }, (_, n) => {
      doSteps(lease.journal, n + 1, n + 1);
      return lease.save();
    });
    await Promise.all(saves);
    expect(
      world()
        .requests()
        .list.filter((line) => line.includes('CreateArtifact')),
    ).toHaveLength(1);
    expect(await world().settled()).toBe(20);
  });

  it('mail of many jobs of one workflow run is found by the exact name, also when that one was taken away', async () => {
    await world().savedRun(1);
    const job = world().job();
    const reader = await world().store().open('run-1');
    const deliver = async (of: TestJob, id: string) =>
      (await world().store({ in: of }).open('run-1')).mailbox.deliver(signal(id));
    const first = await deliver(job, 'one');
    await deliver(world().job({ in: job }), 'two');
    expect(
      world()
        .artifacts(/^longhaul-mail/)
        .map(({ name }) => name),
    ).toEqual(['longhaul-mail-run-1', expect.stringMatching(/^longhaul-mail-run-1-\d+$/)]);
    expect((await reader.mailbox.read()).mail.map(({ message }) => message.id)).toEqual(['one', 'two']);
    // The exact name stays while it shows the way to another.
    await reader.mailbox.delete([first.name]);
    expect(
      await world()
        .store()
        .open('run-1')
        .then((run) => run.mailbox.names()),
    ).toHaveLength(2);
    await deliver(world().job({ in: job }), 'three');
    const { mail } = await reader.mailbox.read();
    expect(mail.map(({ message }) => message.id).toSorted()).toEqual(['three', 'two']);
    await reader.mailbox.delete(mail.map(({ name }) => name));
    expect(world().artifacts(/^longhaul-mail/)).toEqual([]);
  });

  it('a mailbox is watched by conditional requests, which cost nothing of the rate limit', async () => {
    await world().savedRun(1);
    const { platform } = world().github;
    const run = await world().store().open('run-1');
    await run.mailbox.read();
    world().requests();
    const used = new Map(platform.rateUsed);
    await run.mailbox.read();
    await run.mailbox.read();
    expect(platform.rateUsed).toEqual(used);
    expect(world().requests().list).toEqual([
      expect.stringMatching(/name=longhaul-mail-run-1.* 304$/),
      expect.stringMatching(/name=longhaul-mail-run-1.* 304$/),
    ]);
  });

  it('mail whose exact name is stuck in its workflow run is refused loudly: no driver would find it', async () => {
    await world().savedRun(1);
    const run = await world().store().open('run-1');
    world().fault({ class: 'results', path: 'CreateArtifact', phase: 'after', action: { reset: true } });
    await expect(run.mailbox.deliver(signal('one'))).rejects.toMatchObject({ code: 'MAIL_STUCK' });
  });

  it('without `actions: write` what was recorded is not acted on again', async () => {
    await world().savedRun(1);
    const job = world().job();
    await (await world().store({ in: job }).open('run-1')).mailbox.deliver(signal('one'));
    const run = await world()
      .store({ permissions: { actions: 'read' } })
      .open('run-1');
    const { mail } = await run.mailbox.read();
    const lease = await run.acquire(driver());
    await lease.save({ mail: mail.map(({ name }) => name), last: true });
    expect(world().warnings.join()).toContain('`actions: write`');
    expect(world().artifacts('longhaul-mail-run-1')).toHaveLength(1);
    expect(await (await world().store().open('run-1')).mailbox.names()).toEqual([]);
  });
});

/** An owner of this job on another machine: only the API can tell whether it works. */
const elsewhere = (job: TestJob) => ({
  ...driver(job),
  process: { pid: 1, startTime: '1', bootId: 'another', host: 'another' },
});

describe('protocol A4, req R18: whose artifacts count', () => {
  it.each([
    ['a workflow run of a fork', { headRepo: 'fork' }],
    ['a pull_request run', { event: 'pull_request' }],
    ['another workflow', { workflow: '.github/workflows/other.yml' }],
  ] as const)('an artifact of %s is not looked at, whatever it says', async (_, options) => {
    await world().savedRun(1);
    const { github, repo } = world();
    const headRepo = 'headRepo' in options ? await forkRepository(github.platform, repo, 'mallory') : repo;
    const job = world().job({ ...options, headRepo });
    // A whole run of the same id, saved later and with a higher epoch, by a job that believes in itself.
    const copy = world().store({ in: { ...job, event: 'push' } });
    const forged = await (await copy.open('run-1').catch(() => copy.create(NEW_RUN))).acquire(driver(job));
    doSteps(forged.journal, 50, 59);
    await forged.save();
    await (await copy.open('run-1')).mailbox.deliver(signal('forged'));
    const run = await world().store().open('run-1');
    expect(run.load().state.settlements).toBe(1);
    expect(await run.mailbox.names()).toEqual([]);
    // Neither does its claim keep anybody from driving.
    const lease = await run.acquire(driver());
    doSteps(lease.journal, 2, 2);
    await lease.save();
    expect(await world().settled()).toBe(2);
  });

  it('a job of a workflow run that works on the code of a pull request drives nothing: nobody would believe it', async () => {
    for (const event of ['pull_request', 'pull_request_review', 'pull_request_review_comment']) {
      const store = world().store({ in: world().job({ event }) });
      await expect(store.create(NEW_RUN), event).rejects.toMatchObject({ code: 'UNTRUSTED_EVENT' });
      expect(world().repo.artifacts).toEqual([]);
    }
  });

  it('uploads need no permission, reading `actions: read`, and a job without it is told so by name', async () => {
    const permissions = { actions: 'read' } as const;
    const lease = await (await world().store({ permissions }).create(NEW_RUN)).acquire(driver());
    doSteps(lease.journal, 1, 3);
    for (let n = 0; n < 3; n++) {
      doSteps(lease.journal, 10 + n, 10 + n);
      await lease.save();
    }
    await lease.save({ last: true });
    expect(await world().settled()).toBe(6);
    await expect(world().store({ permissions: {} }).open('run-1')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      hint: expect.stringContaining('actions: read'),
    });
  });
});

describe('protocol A5: sweeps', () => {
  it('finds every run by the fixed-name index, and folds it into one', async () => {
    for (const runId of ['one', 'two', 'three']) {
      const job = world().job();
      const lease = await (
        await world()
          .store({ in: job })
          .create({ ...NEW_RUN, runId })
      ).acquire(driver(job));
      doSteps(lease.journal, 1, 1);
      await lease.save({ last: true });
      world().end(job);
    }
    const sweep = world().store();
    expect((await sweep.list()).map(({ runId }) => runId).toSorted()).toEqual(['one', 'three', 'two']);
    expect(await sweep.renew(driver())).toEqual([]);
    world().requests();
    const { length } = await world().store().list();
    // The list, the folded index with its workflow run and that one's list; nothing for each run any more.
    expect([length, world().requests().count]).toEqual([3, 5]);
  });

  it('prunes no run on the word of an old row: one that was reopened, or is driven, stays', async () => {
    const job = world().job();
    const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
    lease.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'Error', message: 'no' } } }]);
    // Ended, and about to say so: the lease is held.
    await lease.save();
    expect(await world().store().prune('2999-01-01T00:00:00.000Z')).toEqual([]);
    await lease.save({ last: true });
    world().end(job);
    expect(await world().store().prune('2000-01-01T00:00:00.000Z')).toEqual([]);
    const today = world().job();
    const again = await (await world().store({ in: today }).open('run-1')).acquire(driver(today));
    again.journal.append([
      { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [], dropped: [] } },
    ]);
    await again.save();
    // What this job told the index was lost.
    const { repo } = world();
    repo.artifacts = repo.artifacts.filter(
      ({ name, run }) => run.id !== today.run.id || !name.startsWith('longhaul-index'),
    );
    await again.save({ last: true });
    repo.artifacts = repo.artifacts.filter(
      ({ name, run }) => run.id !== today.run.id || !name.startsWith('longhaul-index'),
    );
    expect((await world().store().list()).map(({ state }) => state)).toEqual(['failed']);
    expect(await world().store().prune('2999-01-01T00:00:00.000Z')).toEqual([]);
    expect((await world().store().open('run-1')).load().state.attempt).toBe(2);
  });

  it('renews a waiting run when a third of its retention is over, well before half; not earlier, and no ended one', async () => {
    await world().savedRun(1);
    const ended = await (
      await world()
        .store()
        .create({ ...NEW_RUN, runId: 'ended' })
    ).acquire(driver());
    ended.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    await ended.save({ last: true });
    const { platform } = world().github;
    const later = (days: number) => {
      platform.clockOffset = days * 86_400_000;
      return world().store({ now: () => Date.now() + platform.clockOffset });
    };
    expect(await later(29).renew(driver())).toEqual([]);
    expect(await later(31).renew(driver())).toEqual(['run-1']);
    const newest = world()
      .artifacts(/^longhaul-run-1-[ab]$/)
      .at(-1);
    expect(Date.parse(newest?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 120 * 86_400_000);
    expect(await later(32).renew(driver())).toEqual([]);
    expect(await world().settled()).toBe(1);
  });
});
