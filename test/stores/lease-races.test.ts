/**
 * Two owners of one run directory, one of them asleep. The sleeper's code is stopped at every point between two
 * system calls, and the other's runs in between: everything is synchronous, so each interleaving is exact.
 */
import { describe, expect, it } from 'vitest';
import { LeaseLostError } from '../../src/errors.ts';
import type { JournalEvent, NewEvent } from '../../src/journal/events.ts';
import { loadRun } from '../../src/journal/open-run.ts';
import { readEvents } from '../../src/journal/reader.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { RunJournal } from '../../src/journal/writer.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { DirectoryLease } from '../../src/stores/lease.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { inTempDir, NEW_RUN, request, tempDir, types } from '../journal/helpers.ts';

type Trace = (where: string) => void;

interface Driver {
  lease: DirectoryLease;
  journal: RunJournal;
}

function drive(runDir: string, trace: Trace = () => {}): Driver {
  const lease = DirectoryLease.take(runDir, 'run-1', thisOwner('0.1.0'), { force: true, trace });
  return {
    lease,
    journal: new RunJournal(runDir, loadRun(runDir, { segments: 'ignore' }), { guard: lease, trace }),
  };
}

async function freshRun(directory = tempDir()): Promise<string> {
  const store = new DirectoryStore(directory);
  return (await store.create(NEW_RUN)).runDir;
}

const note = (by: string, n: number): NewEvent => ({ type: 'NOTE', data: { by, n } });

/** What a driver does: two batches, the first with files and three events. */
function work({ journal }: Driver, by: string): JournalEvent[] {
  const step = request(by === 'a' ? 1 : 2);
  const first = journal.append([step.event, note(by, 1), note(by, 2)], step.files);
  return [...first, ...journal.append([note(by, 3)])];
}

function isLost(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof LeaseLostError) return true;
    throw error;
  }
}

/** The points at which a driver can be asleep, by a run of its own. */
async function points(): Promise<string[]> {
  const seen: string[] = [];
  const trace: Trace = (where) => seen.push(where);
  await inTempDir(async (directory) => work(drive(await freshRun(directory), trace), 'a'));
  return seen;
}

/** Stops the sleeper at point `at` and runs `other` there. */
function asleepAt(runDir: string, at: number, other: () => void): { lost: boolean } {
  let n = 0;
  const trace: Trace = () => {
    if (n++ === at) other();
  };
  return { lost: isLost(() => work(drive(runDir, trace), 'a')) };
}

function check(runDir: string): JournalEvent[] {
  expect(verifyRun(runDir).filter((finding) => finding.warning !== true)).toEqual([]);
  return readEvents(runDir);
}

describe('protocol L5: a late owner', async () => {
  const all = await points();

  it('can be asleep at many points', () => {
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all).size).toBeGreaterThan(10);
  });

  // Points 0 and 1 lie before the lease is its own: who is asleep there looks again, and takes over afterwards.
  it.each(all.map((where, at) => [at, where] as const).slice(2))(
    'asleep at %i (%s) while another takes over and works: writes nothing after it',
    async (at) => {
      const runDir = await freshRun();
      let before = 0;
      let worked: JournalEvent[] = [];
      const { lost } = asleepAt(runDir, at, () => {
        const other = drive(runDir);
        before = other.journal.head.seq;
        worked = work(other, 'b');
      });
      const events = check(runDir);
      expect(worked).toHaveLength(4);
      expect(events.slice(before)).toEqual(worked);
      // Only one that had finished, or had not begun, is not told.
      const hadFinished = types(events.slice(0, before)).length === 5;
      expect(lost || hadFinished).toBe(true);
    },
  );

  // The other one takes the lease at point i and first writes at point j.
  const pairs = all
    .flatMap((_, i) => all.slice(i + 1).map((_, k) => [i, i + 1 + k] as const))
    .filter(([take]) => take > 1);
  it(`while another takes the lease at one point and writes at a later one: ${pairs.length} interleavings`, async () => {
    for (const [take, write] of pairs) {
      const runDir = await freshRun();
      let other: Driver | undefined;
      let otherLost: boolean | undefined;
      let n = 0;
      const trace: Trace = () => {
        const here = n++;
        if (here === take) other = drive(runDir);
        if (here === write && other !== undefined) {
          const driver = other;
          otherLost = isLost(() => work(driver, 'b'));
        }
      };
      const lost = isLost(() => work(drive(runDir, trace), 'a'));
      const events = check(runDir);
      const by = events.slice(1).map((event) => String(event.data.by ?? event.data.stepId));
      // Nobody's events are mixed with the other's: the late owner's stand before.
      const firstOther = by.findIndex((who) => who === 'b' || who === 'S000002');
      if (firstOther >= 0) expect(by.slice(firstOther)).not.toContain('a');
      // Whoever was told that all is well has all its events in the journal.
      const count = (who: string) => by.filter((name) => name === who).length;
      if (!lost) expect(count('a'), `${take} ${write}`).toBe(3);
      if (otherLost === false) expect(count('b'), `${take} ${write}`).toBe(3);
      // One who lost to a late event finds it on the next opening, and carries on.
      const next = drive(runDir);
      next.journal.append([note('c', 1)]);
      expect(check(runDir).at(-1)?.data).toEqual({ by: 'c', n: 1 });
    }
  }, 120_000);

  it('three owners, each asleep at every point of its first batch: still one history', async () => {
    for (let i = 0; i < all.length; i++) {
      for (let j = 0; j < all.length; j += 2) {
        const runDir = await freshRun();
        let n = 0;
        let m = 0;
        isLost(() =>
          work(
            drive(runDir, () => {
              if (n++ !== i) return;
              isLost(() =>
                work(
                  drive(runDir, () => {
                    if (m++ === j) isLost(() => work(drive(runDir), 'b'));
                  }),
                  'b',
                ),
              );
            }),
            'a',
          ),
        );
        drive(runDir).journal.append([note('c', 1)]);
        expect(check(runDir).at(-1)?.data).toEqual({ by: 'c', n: 1 });
      }
    }
  }, 120_000);
});

it('protocol L5: a reservation without its event is adopted, name and all', async () => {
  const runDir = await freshRun();
  const first = drive(runDir);
  // Reserved and asleep before its event.
  first.lease.reserve([{ seq: 2, ulid: '01M7WE021BZC756KNVSW1WH7WM', name: '' }]);
  const second = drive(runDir);
  const [event] = second.journal.append([note('b', 1), note('b', 2)]);
  expect(event?.ulid).toBe('01M7WE021BZC756KNVSW1WH7WM');
  expect(() => first.lease.check()).toThrow(LeaseLostError);
  expect(() => first.lease.check()).toThrow(/was taken over by process \d+ on/);
});

it('epochs never repeat, also when one who takes the lease sleeps through several of them', async () => {
  const runDir = await freshRun();
  let slept = false;
  const late = DirectoryLease.take(runDir, 'run-1', thisOwner('0.1.0'), {
    force: true,
    trace: (where) => {
      if (where !== 'take' || slept) return;
      slept = true;
      for (let i = 0; i < 3; i++) drive(runDir).lease.release();
    },
  });
  expect(late.epoch).toBe(4);
});
