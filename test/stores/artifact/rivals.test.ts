/** Protocol A2 where the list of artifacts is behind: two drivers who have both seen nobody. */
import { expect, it } from 'vitest';
import { LeaseHeldError, LeaseLostError } from '../../../src/errors.ts';
import type { Owner } from '../../../src/journal/events.ts';
import { artifactClient } from '../../../src/stores/artifact/client.ts';
import type { Liveness } from '../../../src/stores/owner.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, eachWorld, type TestJob } from './world.ts';

const world = eachWorld();

/** The next lists of artifacts whose names begin so show nothing. */
const hide = (name: string, times: number): void =>
  world().fault({
    class: 'rest',
    path: `name=${name}`,
    times,
    action: { status: 200, body: { total_count: 0, artifacts: [] } },
  });

it('protocol A1, A2: of two with equal epochs the one whose generation is higher goes on; the other stops, whoever started first', async () => {
  await world().savedRun(1);
  const lease = async (token: string) => {
    const job = world().job();
    return (await world().store({ in: job }).open('run-1')).acquire({ ...driver(job), token });
  };
  const behind = await lease('0-behind');
  const ahead = await lease('1-ahead');
  for (let n = 2; n <= 4; n++) {
    doSteps(ahead.journal, n, n);
    await ahead.save();
  }
  hide('longhaul-claim-run-1', 1);
  hide('longhaul-run-1-', 4);
  doSteps(behind.journal, 9, 9);
  await behind.save();
  expect(behind.epoch).toBe(ahead.epoch);
  expect(await world().settled()).toBe(4);

  doSteps(ahead.journal, 5, 5);
  await ahead.save();
  doSteps(behind.journal, 10, 10);
  await expect(behind.save()).rejects.toThrow(LeaseLostError);
  await behind.release();
  await ahead.save({ last: true });
  world().warnings.length = 0;
  expect(await world().settled()).toBe(5);
  // The losing history is reported, and nothing of it is mixed in.
  expect(world().warnings.join()).toMatch(/the history of .* up to event \d+ lost to that of/);
});

it('protocol A1: a name that another job of the workflow run has taken is not left empty: the late one puts its own there, and stops', async () => {
  const job = world().job();
  const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
  doSteps(lease.journal, 1, 1);
  await lease.save();
  // Another one, whose claim no list shows yet, has replaced the older of the two.
  const { runtime } = world().options(job);
  const other = artifactClient(runtime, world().folder('other'));
  const [older] = world().artifacts('longhaul-run-1-a');
  expect(await other.remove('longhaul-run-1-a')).toBe(older?.id);
  expect(await other.upload('longhaul-run-1-a', Buffer.from('theirs'))).toMatchObject({ kind: 'done' });
  doSteps(lease.journal, 2, 2);
  await expect(lease.save()).rejects.toThrow(LeaseLostError);
  expect(world().artifacts('longhaul-run-1-a')).toHaveLength(1);
  expect(await world().settled()).toBe(2);
});

it('protocol A2: two jobs of one workflow run find a dead claim: whoever takes the other one’s away in its stead gives way', async () => {
  await world().savedRun(1);
  const job = world().job();
  const begin = async (of: TestJob, step: number) => {
    const process = { pid: 1, startTime: '1', bootId: 'another', host: 'another' };
    const dead = driver(job).job?.jobId;
    const isAlive = async ({ job: by }: Owner) => (by?.jobId === dead ? 'dead' : 'alive') as Liveness;
    const run = await world().store({ in: of, isAlive }).open('run-1');
    const lease = await run.acquire({ ...driver(of), process });
    doSteps(lease.journal, step, step);
    return lease;
  };
  await (await begin(job, 2)).save();
  const { faults } = world().github.platform;
  const [late, quick] = [await begin(world().job({ in: job }), 3), await begin(world().job({ in: job }), 3)];
  const deleting = faults.add({ class: 'results', path: 'ListArtifacts', action: { hang: true } });
  const slow = late.save();
  await expect.poll(() => deleting.hits, { timeout: 20_000 }).toBe(1);
  // Twice the claim; then what it saves is under way.
  const saving = faults.add({ class: 'results', path: 'CreateArtifact', nth: 3, action: { hang: true } });
  const saved = quick.save();
  await expect.poll(() => saving.hits, { timeout: 20_000 }).toBe(1);
  deleting.release();
  await expect(slow).rejects.toThrow(LeaseHeldError);
  saving.release();
  await saved;
  expect(await world().settled()).toBe(3);
});
