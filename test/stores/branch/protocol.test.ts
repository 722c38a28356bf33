/** Lease, mail, archive and index by the numbers of protocol.md. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LeaseHeldError, LeaseLostError, RunExistsError } from '../../../src/errors.ts';
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

describe('what a driver leaves behind', () => {
  it('a driver that lost its lease can take it again, with what the other one wrote', async () => {
    const run = await world().store().create(NEW_RUN);
    const lease = await run.acquire(driver());
    await lease.save();
    const other = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    doSteps(other.journal, 1, 2);
    await other.save({ last: true });
    await run.mailbox.names();
    await expect(lease.save()).rejects.toThrow(LeaseLostError);
    await lease.release();
    const again = await run.acquire(driver());
    expect(again.journal.state.settlements).toBe(2);
    doSteps(again.journal, 3, 3);
    await again.save({ last: true });
    expect((await world().store().index())[0]).toMatchObject({ seq: 7, lease: { epoch: 3 } });
  });

  it('a note for the index is worth a save, once', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(driver());
    await lease.save();
    await lease.save({ index: { issue: 7 } });
    expect((await world().store().index())[0]).toMatchObject({ issue: 7 });
    world().requests();
    await lease.save({ index: { issue: 7 } });
    expect(world().requests().count).toBe(0);
  });

  it('steps that were never saved go on in the next process of this machine', async () => {
    const workDir = world().folder('shared');
    const dead = { ...driver(), process: { ...driver().process!, pid: 2 ** 22 + 1 } };
    const lease = await (await world().store({ workDir }).create(NEW_RUN)).acquire(dead);
    await lease.save();
    doSteps(lease.journal, 1, 2);
    const next = await (await world().store({ workDir }).open('run-1')).acquire(driver());
    expect(next.journal.state.settlements).toBe(2);
    await next.save({ last: true });
    expect((await (await world().store().open('run-1')).load()).state.settlements).toBe(2);
  });

  it('steps on top of another commit are set aside, named, never mixed in', async () => {
    const workDir = world().folder('shared');
    const dead = { ...driver(), process: { ...driver().process!, pid: 2 ** 22 + 1 } };
    const lease = await (await world().store({ workDir }).create(NEW_RUN)).acquire(dead);
    await lease.save();
    doSteps(lease.journal, 1, 2);
    const other = await (await world().store().open('run-1')).acquire(driver());
    doSteps(other.journal, 1, 1);
    await other.save({ last: true });
    const warnings: string[] = [];
    const run = await world()
      .store({ workDir, warn: (text) => warnings.push(text) })
      .open('run-1');
    expect(run.load().state.head.seq).toBe(3);
    expect(warnings.join()).toMatch(/4 events of run run-1 were never saved .* kept in .*\.unsaved-run-1/);
    const aside = readdirSync(workDir).find((name) => name.startsWith('.unsaved-'));
    expect(readdirSync(join(workDir, aside!, 'journal'))).toHaveLength(5);
  });

  it('caches, leases and progress stay off the branch; logs, output and final.json are on it', async () => {
    const run = await world().store().create(NEW_RUN);
    const lease = await run.acquire(driver());
    await lease.save();
    const { writeFileSync, mkdirSync } = await import('node:fs');
    const [effectId] = doSteps(lease.journal, 1, 1);
    writeFileSync(join(run.runDir, 'progress.ndjson'), '{}\n');
    writeFileSync(join(run.runDir, 'final.json'), '{}\n');
    writeFileSync(join(run.runDir, 'state', 'output.json'), '1\n');
    writeFileSync(join(run.runDir, 'state', 'state.json'), '{}\n');
    writeFileSync(join(run.runDir, 'tasks', effectId!, 'stdout.log'), 'x'.repeat(1024 * 1024 + 10));
    mkdirSync(join(run.runDir, 'artifacts'));
    writeFileSync(join(run.runDir, 'artifacts', 'tool.sh'), '#!/bin/sh\n', { mode: 0o755 });
    await lease.save({ last: true });
    const text = await world().git('ls-tree', '-r', '-l', BRANCH);
    const paths = text.split('\n').map((line) => line.split('\t')[1]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'final.json',
        'state/output.json',
        'artifacts/tool.sh',
        'run.json',
        '.gitignore',
      ]),
    );
    expect(paths.filter((path) => /progress|lease|mailbox|state\.json|segments/.test(path ?? ''))).toEqual(
      [],
    );
    expect(text).toMatch(/100755 .*artifacts\/tool.sh/);
    const copy = await world().store().open('run-1');
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(copy.runDir, 'tasks', effectId!, 'stdout.log'), 'utf8')).toMatch(
      /^\[longhaul: the first 10 bytes are not on the branch\]\nx/,
    );
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

describe('archive and index', () => {
  async function ended(runId: string): Promise<void> {
    const lease = await (
      await world()
        .store()
        .create({ ...NEW_RUN, runId })
    ).acquire(driver());
    doSteps(lease.journal, 1, 2);
    lease.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'E', message: 'm' } } }]);
    await lease.save({ last: true });
  }

  it('protocol B1: ended runs move into the archive in one atomic push, and nothing is lost', async () => {
    for (const runId of ['a', 'b', 'c']) await ended(runId);
    await world()
      .store()
      .create({ ...NEW_RUN, runId: 'open' });
    const tips = new Map([...(await world().refs())].map(([ref, oid]) => [ref.split('/').at(-1), oid]));
    const store = world().store();
    world().requests();
    expect((await store.prune('2999-01-01T00:00:00.000Z')).sort()).toEqual(['a', 'b', 'c']);
    expect(world().requests().count).toBeLessThanOrEqual(10);
    expect([...(await world().refs()).keys()]).toEqual(['refs/heads/longhaul/open', 'refs/longhaul/archive']);
    const [archive] = await readCommits(world().repo.gitDir, ['-1', 'refs/longhaul/archive']);
    expect(archive?.parents).toEqual(['a', 'b', 'c'].map((id) => tips.get(id)));
    expect(await world().git('fsck', '--connectivity-only')).not.toMatch(/missing|broken/);
    await ended('d');
    expect(await world().store().prune('2999-01-01T00:00:00.000Z')).toEqual(['d']);
    const listed = await world().git('ls-tree', '-r', '--name-only', 'refs/longhaul/archive');
    expect(
      listed
        .split('\n')
        .map((path) => path.slice(3))
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
    expect((await readCommits(world().repo.gitDir, ['-1', 'refs/longhaul/archive']))[0]?.parents[0]).toBe(
      archive?.sha,
    );
  });

  it('protocol B1: an archived id exists; its run is found, and reopened by a branch at the archived tip', async () => {
    await ended('run-1');
    const old = await tip();
    await world().store().prune('2999-01-01T00:00:00.000Z');
    const store = world().store();
    expect(await store.exists('run-1')).toBe(true);
    await expect(store.create({ ...NEW_RUN, runId: 'Run-1' })).rejects.toThrow(RunExistsError);
    const run = await store.open('run-1');
    expect(run.load().state).toMatchObject({ settlements: 2, terminal: { status: 'failed' } });
    expect(run.place).toMatchObject({ isArchived: true, commit: old });
    expect(await run.owner()).toBeUndefined();
    const lease = await run.acquire(driver());
    lease.journal.append([
      { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [], dropped: [] } },
    ]);
    doSteps(lease.journal, 3, 3);
    await lease.save();
    expect(await world().git('rev-parse', `${BRANCH}^`)).toBe(old);
    lease.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    await lease.save({ last: true });
    const last = await tip();
    expect(await world().store().prune('2999-01-01T00:00:00.000Z')).toEqual(['run-1']);
    expect((await world().store().open('run-1')).place.commit).toBe(last);
  });

  it('protocol B1: of two that reopen an archived run one gets it', async () => {
    await ended('run-1');
    await world().store().prune('2999-01-01T00:00:00.000Z');
    const reopen = async () => {
      const lease = await (await world().store().open('run-1')).acquire(driver());
      lease.journal.append([
        { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [], dropped: [] } },
      ]);
      await lease.save();
    };
    const outcomes = await Promise.allSettled([reopen(), reopen()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('protocol B1: an ended run whose driver still works keeps its branch, one whose driver died does not', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(elsewhereOwner({}));
    lease.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    await lease.save();
    const sweep = (answer: 'alive' | 'dead') =>
      world()
        .store({ isAlive: async () => answer })
        .prune('2999-01-01T00:00:00.000Z');
    expect(await sweep('alive')).toEqual([]);
    expect(await sweep('dead')).toEqual(['run-1']);
  });

  it('protocol B1: a run that moved meanwhile is not archived', async () => {
    await ended('run-1');
    const store = world().store();
    const rows = await store.index();
    const lease = await (await world().store().open('run-1')).acquire(driver());
    lease.journal.append([
      { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [], dropped: [] } },
    ]);
    await lease.save();
    const { Archive } = await import('../../../src/stores/branch/archive.ts');
    const { Git, gitVersion } = await import('../../../src/stores/branch/git.ts');
    const git = Git.create(
      join(world().folder('g'), 'x'),
      { url: world().url, token: world().token() },
      await gitVersion(),
    );
    expect(await new Archive(git).fold(rows, at)).toEqual([]);
    expect((await world().refs()).has('refs/longhaul/archive')).toBe(false);
  });

  it('protocol B2: a start is a create-only push; the same id a second time is refused', async () => {
    await world().store().create(NEW_RUN);
    const before = await tip();
    await expect(world().store().create(NEW_RUN)).rejects.toThrow(RunExistsError);
    expect(await tip()).toBe(before);
  });

  it('protocol B3: 500 runs in 3 requests; branches of other people are none', async () => {
    await world().store().create(NEW_RUN);
    const first = (await tip())!;
    const { git } = await import('../../github/git-store.ts');
    const tree = await world().git('rev-parse', `${first}^{tree}`);
    const lines = Array.from(
      { length: 500 },
      (_, i) =>
        `commit refs/heads/longhaul/R${i}\ncommitter l <l@l> 1700000000 +0000\ndata <<X\nlonghaul(R${i}): waits\n\nStatus: waiting\nSeq: ${i + 2}\nWake-At: 2026-11-22T00:00:00.000Z\nWaiting-On: ${i + 1} e-7k3qd\nX\nM 040000 ${tree} \n\n`,
    );
    await git(
      world().repo.gitDir,
      ['fast-import', '--quiet', '--force'],
      `${lines.join('')}commit refs/heads/longhaul/mine\ncommitter l <l@l> 1700000000 +0000\ndata 4\nmine\n\n`,
    );
    const store = world().store();
    world().requests();
    const rows = await store.index();
    const { count, received } = world().requests();
    expect([rows.length, count]).toEqual([501, 3]);
    expect(received).toBeLessThan(150_000);
    expect(rows.find((row) => row.runId === 'R7')).toMatchObject({
      status: 'waiting',
      seq: 9,
      wakeAt: '2026-11-22T00:00:00.000Z',
      waitingOn: [{ issue: 8, ref: 'e-7k3qd' }],
    });
  });

  it('protocol B4: at 3,000 events the driver is told what to do', async () => {
    const warnings: string[] = [];
    const lease = await (
      await world()
        .store({ warn: (text) => warnings.push(text) })
        .create(NEW_RUN)
    ).acquire(driver());
    lease.journal.append(Array.from({ length: 2999 }, () => ({ type: 'NOTE', data: {} })));
    await lease.save();
    expect(warnings.join()).toMatch(/3,?000 events.*ctx\.subprocess/);
  });
});

it('a hidden ref as template: no branch, everything else the same', async () => {
  const options = { branch: 'refs/longhaul/runs/{run-id}' };
  const lease = await (await world().store(options).create(NEW_RUN)).acquire(driver());
  doSteps(lease.journal, 1, 1);
  await lease.save({ last: true });
  expect([...(await world().refs()).keys()]).toEqual(['refs/longhaul/runs/run-1']);
  const run = await world().store(options).open('run-1');
  expect(run.place.branch).toBeUndefined();
  expect(existsSync(run.runDir)).toBe(true);
  expect((await world().store(options).list())[0]?.runId).toBe('run-1');
});
