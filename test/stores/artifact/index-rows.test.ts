/** What the index says of a run while it is driven, and when telling it fails: sweeps see the run by that alone. */
import { describe, expect, it } from 'vitest';
import type { Lease } from '../../../src/stores/contract.ts';
import type { FaultOrder } from '../../github/index.ts';
import { doSteps, NEW_RUN, request } from '../../journal/helpers.ts';
import { driver, eachWorld, type TestJob, WORKFLOW } from './world.ts';

const world = eachWorld();

/** An owner of this job on another machine: only the API can tell whether it works. */
const elsewhere = (job: TestJob) => ({
  ...driver(job),
  process: { pid: 1, startTime: '1', bootId: 'another', host: 'another' },
});
/** A sweep after everybody else has died. */
const dueLater = () =>
  world()
    .store({ isAlive: async () => 'dead' })
    .due({ now: Date.now(), workflow: WORKFLOW });

async function failedRun(): Promise<void> {
  const job = world().job();
  const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(driver(job));
  lease.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'Error', message: 'no' } } }]);
  await lease.save({ last: true });
  world().end(job);
}

const drive = async (job: TestJob): Promise<Lease> =>
  (await world().store({ in: job }).open('run-1')).acquire(elsewhere(job));

async function retry(job: TestJob): Promise<Lease> {
  const lease = await drive(job);
  lease.journal.append([
    { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [], dropped: [] } },
  ]);
  return lease;
}

/** The n-th upload of a save is that of the index. */
const failIndex = (nth: number, failure: Pick<FaultOrder, 'action' | 'phase'>) =>
  world().github.platform.faults.add({ class: 'results', path: 'CreateArtifact', nth, ...failure });
const states = async () => (await world().store().list()).map(({ state }) => state);

describe('protocol A5: a run that is retried', () => {
  it('shows as open from its first save on, and is swept when its driver dies', async () => {
    await failedRun();
    const job = world().job();
    const lease = await retry(job);
    await lease.save();
    expect(await states()).toEqual(['running']);
    // Told once: every further save is as cheap as any.
    doSteps(lease.journal, 1, 1);
    await lease.save();
    world().requests();
    doSteps(lease.journal, 2, 2);
    await lease.save();
    expect(world().requests().count).toBeLessThanOrEqual(7);
    world().end(job);
    expect(await dueLater()).toEqual([{ runId: 'run-1', why: 'driver' }]);
  });

  it('is told by the next save when telling fails', async () => {
    await failedRun();
    const job = world().job();
    const lease = await retry(job);
    // Its claim, the run, the index.
    const fault = failIndex(3, { action: { status: 403 } });
    await lease.save();
    expect(fault.hits).toBe(1);
    expect(await states()).toEqual(['failed']);
    fault.remove();
    doSteps(lease.journal, 1, 1);
    await lease.save();
    expect(await states()).toEqual(['running']);
  });
});

describe('protocol A5: a run that falls asleep, of which the index does not hear', () => {
  const asks = (lease: Lease, n: number, kind: string, deadline?: string): void => {
    const asked = request(n, {}, { kind, ...(deadline !== undefined && { deadline }) });
    lease.journal.append([asked.event], asked.files);
  };
  /** The index knows that it waits for somebody; its next driver lets it sleep. */
  async function asleep(job: TestJob): Promise<Lease> {
    const first = world().job();
    const lease = await (await world().store({ in: first }).create(NEW_RUN)).acquire(driver(first));
    asks(lease, 1, 'breakpoint');
    await lease.save({ last: true });
    world().end(first);
    expect(await dueLater()).toEqual([]);
    const next = await drive(job);
    await next.save();
    asks(next, 2, 'sleep', new Date(Date.now() - 1000).toISOString());
    return next;
  }

  it.each([
    ['its driver dies just then', { action: { hang: true } }],
    ['telling is refused', { action: { status: 403 } }],
    [
      'an upload breaks off, its name stays in use and shows nothing',
      { action: { reset: true }, phase: 'after' },
    ],
  ] as const)('%s: a sweep finds it all the same', async (_, failure) => {
    const job = world().job();
    const lease = await asleep(job);
    // The run, the index.
    const fault = failIndex(2, failure);
    const saving = lease.save({ last: true });
    await expect.poll(() => fault.hits, { timeout: 20_000 }).toBe(1);
    if (!('hang' in failure.action)) await saving;
    world().end(job);
    expect(await dueLater()).toEqual([{ runId: 'run-1', why: 'driver' }]);
    // Whoever drives it next is kept by nobody, and leaves nothing behind.
    fault.release();
    await saving;
    const next = await drive(world().job());
    doSteps(next.journal, 3, 3);
    await next.save({ last: true });
    expect(await dueLater()).toEqual([{ runId: 'run-1', why: 'time' }]);
  });

  it('its claim goes once the index has heard', async () => {
    const job = world().job();
    await (await asleep(job)).save({ last: true });
    expect(world().artifacts('longhaul-claim-run-1')).toEqual([]);
    expect(await dueLater()).toEqual([{ runId: 'run-1', why: 'time' }]);
  });
});

it('protocol A5: what a lease has said to the index is not said again with its last save; what is new is, and what the next lease says', async () => {
  const job = world().job();
  const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(elsewhere(job));
  const asked = request(1, {}, { kind: 'breakpoint' });
  lease.journal.append([asked.event], asked.files);
  const told = () => world().artifacts(/^longhaul-index/).length;
  await lease.save({ index: { issue: 4, waitingOn: [{ issue: 4, ref: 'e-abcde' }] } });
  expect(told()).toBe(2);
  await lease.save({ last: true });
  expect([told(), world().artifacts('longhaul-claim-run-1')]).toEqual([2, []]);
  // Given back: it is found where it waits, and nothing is due, whether that job goes on or is over.
  expect(await world().store().on(4)).toMatchObject([
    { runId: 'run-1', status: 'waiting', refs: ['e-abcde'] },
  ]);
  world().end(job);
  expect(await dueLater()).toEqual([]);
  const next = await drive(world().job());
  await next.save();
  await next.save({ last: true });
  expect(told()).toBe(3);
  const last = await drive(world().job());
  await last.save({ index: { issue: 5 } });
  await last.save({ last: true, index: { waitingOn: [] } });
  expect(await world().store().on(4)).toEqual([]);
});

it('protocol A5: a driver that dies between its last save and the end of its claim is swept once, and no more', async () => {
  const job = world().job();
  const lease = await (await world().store({ in: job }).create(NEW_RUN)).acquire(elsewhere(job));
  const asked = request(1, {}, { kind: 'breakpoint' });
  lease.journal.append([asked.event], asked.files);
  await lease.save({ index: { issue: 4, waitingOn: [{ issue: 4, ref: 'e-abcde' }] } });
  // The older generation goes first, then the claim.
  const fault = world().github.platform.faults.add({
    class: 'results',
    path: 'DeleteArtifact',
    nth: 2,
    action: { hang: true },
  });
  const saving = lease.save({ last: true });
  await expect.poll(() => fault.hits, { timeout: 20_000 }).toBe(1);
  world().end(job);
  expect(await dueLater()).toEqual([{ runId: 'run-1', why: 'driver' }]);
  const next = await drive(world().job());
  await next.save();
  await next.save({ last: true });
  expect(await dueLater()).toEqual([]);
  fault.release();
  await saving;
  expect(await dueLater()).toEqual([]);
});
