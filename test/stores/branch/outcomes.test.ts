/** Pushes that fail, hang, or arrive although nobody says so. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LeaseLostError } from '../../../src/errors.ts';
import { commitFiles } from '../../github/git-store.ts';
import { setPushRules } from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld } from './world.ts';

const world = eachWorld();

const PUSH = { class: 'git', method: 'POST', path: 'git-receive-pack' } as const;
const LOOK = { class: 'git', path: 'git-upload-pack' } as const;

async function driven(options: Parameters<ReturnType<typeof world>['store']>[0] = {}) {
  const store = world().store(options);
  const run = await store.create(NEW_RUN);
  const lease = await run.acquire(driver());
  await lease.save();
  doSteps(lease.journal, 1, 1);
  return { store, run, lease };
}

const tip = async (): Promise<string | undefined> => (await world().refs()).get(BRANCH);
const savedSeq = async (): Promise<string> =>
  world().git('log', '-1', '--format=%(trailers:key=Seq,valueonly)', BRANCH);

describe('protocol L3: an unknown outcome', () => {
  it('protocol L3: a push that arrived although its answer was lost counts, and is not made again', async () => {
    const { lease } = await driven();
    world().github.platform.faults.add({ ...PUSH, phase: 'after', action: { reset: true } });
    await lease.save();
    expect(await savedSeq()).toBe('3');
    // created, lease taken, saved: the git library itself repeats a request whose connection was cut
    expect(await world().messages(BRANCH)).toHaveLength(3);
    doSteps(lease.journal, 2, 2);
    await lease.save();
    expect(await savedSeq()).toBe('5');
  });

  it('protocol L3: the truncated answer of a push that arrived counts as well', async () => {
    const { lease } = await driven();
    world().github.platform.faults.add({ ...PUSH, phase: 'after', action: { truncate: 10 } });
    await lease.save();
    expect(await savedSeq()).toBe('3');
  });

  it('protocol L3: a push that did not arrive is made again as the same commit', async () => {
    const { lease } = await driven();
    const before = await tip();
    world().github.platform.faults.add({ ...PUSH, action: { status: 502 } });
    await lease.save();
    expect(await world().git('rev-parse', `${BRANCH}^`)).toBe(before);
    expect(await savedSeq()).toBe('3');
  });

  it('protocol L3: while the outcome is unknown nothing is built beside it; the next save pushes the same commit', async () => {
    const { lease } = await driven({ retry: { attempts: 2, delayMs: 5 } });
    const { faults } = world().github.platform;
    const silent = [
      faults.add({ ...PUSH, times: 99, action: { reset: true } }),
      faults.add({ ...LOOK, times: 99, action: { reset: true } }),
    ];
    await expect(lease.save()).rejects.toMatchObject({ code: 'SAVE_UNKNOWN' });
    doSteps(lease.journal, 2, 2);
    for (const fault of silent) fault.remove();
    await lease.save();
    expect(await savedSeq()).toBe('5');
    // created, lease taken, the one that was unknown, the next
    expect(await world().messages(BRANCH)).toHaveLength(4);
  });

  it('protocol L3: a push that lands after it was given up is no conflict with oneself', async () => {
    const { lease } = await driven({ timeoutMs: 1500 });
    const hang = world().github.platform.faults.add({ ...PUSH, action: { hang: true } });
    const saving = lease.save();
    await saving;
    expect(await savedSeq()).toBe('3');
    hang.release();
    doSteps(lease.journal, 2, 2);
    await lease.save();
    expect(await savedSeq()).toBe('5');
    lease.check();
  });

  it('a start whose answer was lost is a start', async () => {
    world().github.platform.faults.add({ ...PUSH, phase: 'after', action: { reset: true } });
    const run = await world().store().create(NEW_RUN);
    expect(await tip()).toBe((run as { place?: { commit: string } }).place?.commit);
  });

  it('a message whose answer was lost is delivered once', async () => {
    const run = await world().store().create(NEW_RUN);
    world().github.platform.faults.add({ ...PUSH, phase: 'after', action: { reset: true } });
    const sent = await run.mailbox.deliver({
      kind: 'wake',
      id: 'w',
      attempt: 1,
      at: '2026-01-01T00:00:00.000Z',
    });
    expect(await run.mailbox.names()).toEqual([sent.name]);
  });
});

describe('protocol L4: after a rejected push only the value of the ref counts', () => {
  it('two drivers of one run: one loses its lease, says so and writes nothing', async () => {
    const { lease, run } = await driven();
    const other = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    doSteps(other.journal, 1, 3);
    await other.save();
    const before = await tip();
    await expect(lease.save()).rejects.toThrow(LeaseLostError);
    await expect(lease.save()).rejects.toThrow(/taken over by process \d+/);
    expect(() => lease.check()).toThrow(LeaseLostError);
    expect(() => doSteps(lease.journal, 2, 2)).toThrow(LeaseLostError);
    await lease.release();
    expect(await tip()).toBe(before);
    await run.mailbox.names();
    await other.save({ last: true });
  });

  it('protocol L4: a message that somebody else deleted does not cost the lease', async () => {
    const { lease, run } = await driven();
    const { name } = await run.mailbox.deliver({
      kind: 'wake',
      id: 'w',
      attempt: 1,
      at: '2026-01-01T00:00:00.000Z',
    });
    // A server that refuses to delete what is not there.
    await setPushRules(world().repo, [
      { prefix: 'refs/longhaul/mail/', kind: 'ruleset', refuses: ['delete'], message: 'no' },
    ]);
    await expect(lease.save({ mail: [name] })).rejects.toMatchObject({ code: 'REJECTED_BY_RULE' });
    await setPushRules(world().repo, []);
    await world().git('update-ref', '-d', `refs/longhaul/mail/run-1/${name}`);
    await lease.save({ mail: [name, 'never-000000000000'] });
    expect(await savedSeq()).toBe('3');
    lease.check();
  });

  it('protocol L4: where a server refuses to delete what is gone, the same commit goes without that message', async () => {
    const { lease, run } = await driven();
    const mail = (id: string) =>
      run.mailbox.deliver({ kind: 'wake', id, attempt: 1, at: '2026-01-01T00:00:00.000Z' });
    const [gone, there] = [await mail('gone'), await mail('there')];
    await world().git('update-ref', '-d', `refs/longhaul/mail/run-1/${gone.name}`);
    const hook =
      '#!/bin/sh\ncase "$1" in refs/longhaul/mail/*) git rev-parse -q --verify "$1" >/dev/null || exit 1 ;; esac\n';
    writeFileSync(join(world().repo.gitDir, 'hooks', 'update'), hook, { mode: 0o755 });
    world().requests();
    await lease.save({ mail: [gone.name, there.name] });
    expect(world().requests().count).toBeGreaterThan(2);
    expect(await savedSeq()).toBe('3');
    expect([...(await world().refs('refs/longhaul/mail/')).keys()]).toEqual([]);
    expect(await world().messages(BRANCH)).toHaveLength(3);
  });

  it('req R18: a branch that somebody deleted is named, and not made again', async () => {
    const { lease } = await driven();
    await world().git('update-ref', '-d', BRANCH);
    await expect(lease.save()).rejects.toMatchObject({
      code: 'BRANCH_DELETED',
      message: expect.stringContaining(BRANCH),
    });
    expect(await tip()).toBeUndefined();
  });

  it('req R18, protocol T3: a branch that somebody moved back is named by the driver that knows better, and nothing is written', async () => {
    const { lease } = await driven();
    await lease.save();
    const old = await world().git('rev-parse', `${BRANCH}~1`);
    await world().git('update-ref', BRANCH, old);
    doSteps(lease.journal, 2, 2);
    await expect(lease.save()).rejects.toMatchObject({
      code: 'BRANCH_REWOUND',
      hint: expect.stringContaining('force pushes'),
    });
    expect(await tip()).toBe(old);
  });

  it('what somebody else pushed to the branch is no run', async () => {
    await commitFiles(world().repo.gitDir, BRANCH, { 'a.txt': 'a' }, 'mine');
    await expect(world().store().open('run-1')).rejects.toMatchObject({ code: 'NO_RUN' });
    await commitFiles(
      world().repo.gitDir,
      BRANCH,
      { 'tasks/.git/config': 'x' },
      'mine\n\nStatus: running\nSeq: 9\n',
    ).catch(() => {});
  });
});

it('20 runs saved at once: no conflict', async () => {
  const store = world().store();
  const leases = await Promise.all(
    Array.from({ length: 20 }, async (_, i) =>
      (await store.create({ ...NEW_RUN, runId: `many-${i}` })).acquire(driver()),
    ),
  );
  for (const lease of leases) doSteps(lease.journal, 1, 2);
  world().requests();
  await Promise.all(leases.map((lease) => lease.save()));
  expect(world().requests().count).toBe(40);
  await Promise.all(leases.map((lease) => lease.save({ last: true })));
  expect((await store.index()).map((row) => [row.seq, row.lease?.released])).toEqual(
    Array.from({ length: 20 }, () => [5, true]),
  );
}, 60_000);
