/** A sweep among runs that are refused, and a store that fails at its end. */
import { expect, it } from 'vitest';
import { parseInputs } from '../../src/action/inputs.ts';
import type { Job } from '../../src/action/job.ts';
import { sweep } from '../../src/action/sweep.ts';
import { LonghaulError } from '../../src/errors.ts';

function jobWith(code: string, more: Partial<Job> & { due: number; prune?: () => Promise<string[]> }) {
  const opened: string[] = [];
  const notices: string[] = [];
  const { due, prune = async () => ['old'], ...rest } = more;
  const never = new AbortController().signal;
  const job = {
    event: { workflow: 'w.yml' },
    inputs: parseInputs(() => ''),
    io: { line() {}, notice: (text: string) => void notices.push(text) },
    shutdown: never,
    cancel: never,
    drain: never,
    store: {
      due: async () => Array.from({ length: due }, (_, n) => ({ runId: `r${n}`, why: 'mail' })),
      async open(runId: string) {
        opened.push(runId);
        throw new LonghaulError(code, `${runId} is refused`);
      },
      prune,
    },
    ...rest,
  } as unknown as Job;
  return { job, opened, notices };
}

it('protocol M6: refused runs take nobody’s turn, up to a bound; what archiving fails with is added to what was found', async () => {
  const prune = () => Promise.reject(new Error('the server is gone'));
  const { job, opened, notices } = jobWith('CODE_UNTRUSTED', { due: 120, prune });
  const failures = (await sweep(job)).failure?.split('\n');
  expect(opened).toHaveLength(100);
  expect(failures).toHaveLength(101);
  expect(failures?.[0]).toBe('r0: r0 is refused');
  expect(failures?.at(-1)).toBe('Ended runs could not be archived: the server is gone');
  expect(notices).toEqual(['Sweep: 120 due (none could be driven); 20 are left for the next sweep']);
});

it('runs of another job of the same workflow file are left to it', async () => {
  const { job, notices } = jobWith('OTHER_ENTRY', { due: 2 });
  expect((await sweep(job)).failure).toBeUndefined();
  expect(notices).toEqual(['Sweep: 2 due (none could be driven); archived: old']);
});

it('a sweep that is cancelled touches no further run and archives nothing', async () => {
  for (const name of ['cancel', 'shutdown'] as const) {
    const { job, opened, notices } = jobWith('DAMAGED', { due: 2, [name]: AbortSignal.abort() });
    await sweep(job);
    expect({ opened, notices }).toEqual({
      opened: [],
      notices: ['Sweep: 2 due (none could be driven); 2 are left for the next sweep'],
    });
  }
});

it('protocol M6: a sweep drives 25 runs at most, and says how many are left', async () => {
  const { job, notices } = jobWith('', { due: 30 });
  const run = (runId: string) => ({ runId, load: () => ({ state: {} }) });
  const store = { ...job.store, open: async (runId: string) => run(runId) } as unknown as Job['store'];
  const driven: string[] = [];
  await sweep({ ...job, store }, async (_, { run: { runId } }) => {
    driven.push(runId);
    return { outputs: { status: 'waiting' }, failure: undefined };
  });
  expect(driven).toEqual(Array.from({ length: 25 }, (_, n) => `r${n}`));
  expect(notices[0]).toMatch(/^Sweep: 30 due \(r0: waiting, .*r24: waiting\); 5 are left for the next sweep/);
});
