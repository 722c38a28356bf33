/** Archive and index by the numbers of protocol.md. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunExistsError } from '../../../src/errors.ts';
import { readCommits } from '../../github/git-store.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld, elsewhereOwner } from './world.ts';

const world = eachWorld();
const at = '2026-01-01T00:00:00.000Z';
const tip = async (): Promise<string | undefined> => (await world().refs()).get(BRANCH);

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
    const { git } = await import('../../github/git-store.ts');
    // What the runs hold is not fetched: here more than all that may be received.
    const tree = await world().tree('inputs.json', randomBytes(200_000).toString('hex'));
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
