/** Each request of a save and of a resume fails in each way: one after the other, whatever they are. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { LonghaulError } from '../../../src/errors.ts';
import type { Owner } from '../../../src/journal/events.ts';
import type { ArtifactRun } from '../../../src/stores/artifact/run.ts';
import type { ArtifactStore } from '../../../src/stores/artifact/store.ts';
import type { FaultOrder } from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, quietClient, type TestJob, World } from './world.ts';

quietClient();

/** The client waits for seconds before it asks again; here for a hundredth of that. */
const { setTimeout: real } = globalThis;
beforeAll(() => {
  const hurried = (act: () => void, ms = 0, ...rest: unknown[]): unknown =>
    real(act, rest.length === 0 && ms >= 1000 && ms < 60_000 ? ms / 100 : ms, ...(rest as []));
  vi.stubGlobal('setTimeout', hurried);
});
afterAll(() => vi.unstubAllGlobals());

type Failure = Pick<FaultOrder, 'action' | 'phase'>;
const FAILURES: Record<string, Failure> = {
  '500': { action: { status: 500 } },
  '429': { action: { status: 429, headers: { 'retry-after': '1' } } },
  'a reset': { action: { reset: true } },
  'a lost answer': { action: { reset: true }, phase: 'after' },
  '403': { action: { status: 403 } },
  '409': { action: { status: 409, body: { code: 'already_exists', msg: 'taken' } } },
};
/** These GitHub means: the job ends by name. Whatever else fails passes, and is got over. */
const REFUSALS = ['403', '409'];
const REFUSED = ['UPLOAD_REFUSED', 'FORBIDDEN', 'API_FAILED'];
/** The name of a claim is exact: where its upload breaks off it is in use and shows nothing. */
const STUCK = ['CLAIM_STUCK'];

/** An owner of this job on another machine: it lives as long as its workflow run does. */
const ownerOf = (job: TestJob): Owner => ({
  ...driver(job),
  process: { pid: 1, startTime: '1', bootId: 'another', host: 'another' },
});

function storeOf(world: World, job: TestJob): ArtifactStore {
  const isOver = (id: string | undefined): boolean =>
    world.repo.runs.get(Number(id))?.attempts.every(({ status }) => status === 'completed') === true;
  return world.store({
    in: job,
    owner: ownerOf(job),
    isAlive: async ({ job: of }) => (isOver(of?.workflowRunId) ? 'dead' : 'alive'),
    retry: { attempts: 4, delayMs: 1 },
  });
}

const codeOf = (error: unknown): string => (error instanceof LonghaulError ? error.code : String(error));

/** What is done while a fault waits for its k-th request; gives what is in the store then, if all went well. */
interface Begun {
  act: () => Promise<unknown>;
  after?: () => Promise<unknown>;
  settled: number;
  /** What others see once the job is over. `isDone`: the job was told so. */
  seen?: (isDone: boolean) => Promise<void>;
}

/**
 * Fails the first request of what a job does, then the second of what the next job does, and so on until there are no so
 * many. Each job sees what the one before has left: all of it, or, where that was told so, what was there before.
 * @returns how many requests there were
 */
async function walk(
  name: string,
  stuck: readonly string[],
  begin: (world: World, job: TestJob, run: ArtifactRun) => Promise<Begun>,
): Promise<number> {
  const world = await World.make();
  try {
    await world.savedRun(1);
    let possible = [1];
    for (let k = 1; ; k += 1) {
      const job = world.job();
      const run = await storeOf(world, job).open('run-1');
      const before = run.load().state.settlements;
      expect(possible, `${name} at request ${k - 1}`).toContain(before);
      const { act, after, settled, seen } = await begin(world, job, run);
      const fault = world.github.platform.faults.add({ nth: k, ...FAILURES[name]! });
      const outcome = await act().then(() => 'done', codeOf);
      fault.remove();
      if (fault.hits === 0) return k - 1;
      const allowed = REFUSALS.includes(name) ? ['done', ...stuck, ...REFUSED] : ['done', ...stuck];
      expect(allowed, `${name} at request ${k}`).toContain(outcome);
      // What failed is carried by the next save of this job, where the job can go on.
      const again = outcome === 'done' ? outcome : await after?.().then(() => 'done', codeOf);
      if (again !== undefined) expect(['done', ...stuck], `${name} after request ${k}`).toContain(again);
      possible = again === 'done' ? [settled] : [settled - 1, settled];
      world.end(job);
      await seen?.(outcome === 'done');
      // The next job has nothing to do with what this one leaves behind beside the run.
      const { repo } = world;
      repo.artifacts = repo.artifacts.filter(
        (one) => one.finalized && /^longhaul-run-1-[a-d]$/.test(one.name),
      );
    }
  } finally {
    await world.github.close();
  }
}

/** All failures side by side. */
const walkAll = (stuck: readonly string[], begin: Parameters<typeof walk>[2]): Promise<number[]> =>
  Promise.all(Object.keys(FAILURES).map((name) => walk(name, stuck, begin)));
const everywhere = (count: number): number[] => Object.keys(FAILURES).map(() => count);

it.each([
  { which: 'the first', before: 0, last: false, count: 13, stuck: STUCK },
  { which: 'a later', before: 2, last: false, count: 7, stuck: [] },
  { which: 'the last', before: 1, last: true, count: 11, stuck: [] },
])(
  'each of the $count requests of $which save: it is there, or the job is told and the save before stands; the next one carries everything',
  async ({ before, last, count, stuck }) => {
    const counts = await walkAll(stuck, async (_, job, run) => {
      const lease = await run.acquire(ownerOf(job));
      const step = (): void => {
        const next = lease.journal.state.settlements + 1;
        doSteps(lease.journal, next, next);
      };
      for (let n = 0; n < before; n += 1) {
        step();
        await lease.save();
      }
      step();
      const save = (): Promise<void> => lease.save({ last });
      return { act: save, after: save, settled: lease.journal.state.settlements };
    });
    expect(counts).toEqual(everywhere(count));
  },
  120_000,
);

it('each of the 8 requests of a resume: it is opened, or the job is told; never an older run', async () => {
  const counts = await walkAll(REFUSED, async (world, job) => ({
    async act() {
      const run = await storeOf(world, job).open('run-1');
      await run.mailbox.read();
      expect(run.load().state.settlements).toBe(1);
    },
    settled: 1,
  }));
  expect(counts).toEqual(everywhere(8));
});

it('each of the 17 requests of a start: it is there, or the job is told, and others can start it or carry it on', async () => {
  const counts = await walkAll([...STUCK, 'INDEX_STUCK'], async (world, job) => {
    const mine = { ...NEW_RUN, runId: `new-${job.jobId}` };
    return {
      act: () => storeOf(world, job).create(mine),
      settled: 1,
      async seen(isDone) {
        const store = storeOf(world, world.job());
        if (!isDone && !(await store.exists(mine.runId))) await store.create(mine);
        expect((await store.open(mine.runId)).load().state.head.seq).toBe(1);
        expect((await store.list()).map(({ runId }) => runId)).toContain(mine.runId);
      },
    };
  });
  expect(counts).toEqual(everywhere(17));
}, 120_000);

it('each of the 4 requests of a message: it lies there, or its sender is told', async () => {
  const counts = await walkAll(['MAIL_STUCK'], async (world, job, run) => ({
    act: () =>
      run.mailbox.deliver({ kind: 'wake', id: job.jobId, attempt: 1, at: '2026-01-01T00:00:00.000Z' }),
    settled: 1,
    async seen(isDone) {
      const names = await (await world.store().open('run-1')).mailbox.names();
      if (isDone) expect(names).toEqual([expect.stringMatching(new RegExp(`^${job.jobId}-`))]);
    },
  }));
  expect(counts).toEqual(everywhere(4));
}, 120_000);

it('each of the 9 requests of a sweep’s looks: it sees every run, or is told; never fewer', async () => {
  const counts = await walkAll(REFUSED, async (world, job, run) => {
    const lease = await run.acquire(ownerOf(job));
    await lease.save();
    await lease.save({ last: true, index: { issue: 7 } });
    world.end(job);
    const next = world.job();
    const sweep = storeOf(world, next);
    return {
      async act() {
        expect((await sweep.due({ now: Date.now() })).map(({ runId }) => runId)).toEqual(['run-1']);
        expect((await sweep.on(7)).map(({ runId }) => runId)).toEqual(['run-1']);
      },
      settled: 1,
    };
  });
  expect(counts).toEqual(everywhere(9));
}, 120_000);
