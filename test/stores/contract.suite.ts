/** What every store must do. Each store's test calls this with a way to make an empty one. */
import { describe, expect, it } from 'vitest';
import {
  LeaseHeldError,
  LeaseLostError,
  RunEndedError,
  RunExistsError,
  RunNotFoundError,
  UsageError,
} from '../../src/errors.ts';
import { statusOf } from '../../src/journal/state.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import type { Message, RunStore } from '../../src/stores/contract.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { doSteps, NEW_RUN, request, resolution } from '../journal/helpers.ts';

export interface StoreUnderTest {
  store: RunStore;
  /** The same store as another machine, or another process, sees it. */
  elsewhere(): RunStore;
  /** Its list shows references of open breakpoints, not their labels: nothing that a person wrote is in its index. */
  hasNoLabels?: boolean;
}

const owner = () => thisOwner('0.1.0');
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const signal = (id: string, value: string, second = 0): Message => ({
  kind: 'signal',
  id,
  attempt: 1,
  at: at(second),
  name: 'go',
  value,
});

export function storeContract(name: string, make: () => StoreUnderTest | Promise<StoreUnderTest>): void {
  describe(`${name}: runs`, () => {
    it('a new run is there for others, created, with its inputs and its first event', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create({ ...NEW_RUN, inputs: { a: 1 } });
      const other = await elsewhere().open('run-1');
      const { state } = other.load();
      expect(statusOf(state)).toBe('created');
      expect(state).toMatchObject({ runId: 'run-1', processId: 'demo', head: { seq: 1 } });
      expect(other.metadata().completionProof).toMatch(/^[0-9a-f]{32}$/);
      expect([...run.events()]).toHaveLength(1);
      expect(verifyRun(other.runDir)).toEqual([]);
    });

    it('an id that is in use is refused, whatever its case, and nothing is overwritten', async () => {
      const { store } = await make();
      const run = await store.create(NEW_RUN);
      const before = run.metadata();
      await expect(store.create({ ...NEW_RUN, processId: 'other' })).rejects.toThrow(RunExistsError);
      await expect(store.create({ ...NEW_RUN, runId: 'RUN-1' })).rejects.toThrow(RunExistsError);
      expect(run.metadata()).toEqual(before);
      expect([...run.events()]).toHaveLength(1);
    });

    it('of two starts under one id one succeeds', async () => {
      const { store, elsewhere } = await make();
      const starts = await Promise.allSettled([store.create(NEW_RUN), elsewhere().create(NEW_RUN)]);
      expect(starts.map((start) => start.status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('req L1: a run that does not exist is an error, never a new run', async () => {
      const { store } = await make();
      await expect(store.open('gone')).rejects.toThrow(RunNotFoundError);
      await expect(store.open('gone')).rejects.toThrow('Run not found: gone');
      expect(await store.exists('gone')).toBe(false);
      expect(await store.list()).toEqual([]);
    });

    it.each(['..', '../escaped', '/abs', 'a/b', ''])('req R14: the id %j is refused', async (runId) => {
      const { store } = await make();
      await expect(store.create({ ...NEW_RUN, runId })).rejects.toThrow(UsageError);
      await expect(store.open(runId)).rejects.toThrow(UsageError);
      expect(await store.exists(runId)).toBe(false);
    });

    it('req R13: runs are listed, filtered, those changed last first', async () => {
      const { store, hasNoLabels } = await make();
      for (const [runId, processId] of [
        ['one', 'p'],
        ['two', 'q'],
        ['three', 'p'],
      ] as const) {
        await store.create({ ...NEW_RUN, runId, processId });
      }
      const lease = await (await store.open('one')).acquire(owner());
      const asked = request(
        1,
        {},
        { kind: 'breakpoint', label: 'Ship it?', deadline: '2999-01-01T00:00:00.000Z' },
      );
      lease.journal.append([asked.event], asked.files);
      await lease.save();
      await lease.release();
      const done = await (await store.open('two')).acquire(owner());
      done.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
      await done.save();
      await done.release();
      const all = await store.list();
      expect(all.map((run) => [run.runId, run.state])).toEqual([
        ['two', 'completed'],
        ['one', 'waiting'],
        ['three', 'created'],
      ]);
      expect(all[1]).toMatchObject({
        processId: 'p',
        ...(hasNoLabels !== true && { waitingOn: ['Ship it?'] }),
        wakeAt: '2999-01-01T00:00:00.000Z',
      });
      expect((await store.list({ processId: 'p' })).map((run) => run.runId)).toEqual(['one', 'three']);
      expect((await store.list({ status: ['created', 'completed'] })).map((run) => run.runId)).toEqual([
        'two',
        'three',
      ]);
      expect(await store.list({ limit: 1 })).toHaveLength(1);
    });

    it('ended runs are pruned, others never', async () => {
      const { store } = await make();
      for (const runId of ['ended', 'open']) await store.create({ ...NEW_RUN, runId });
      const lease = await (await store.open('ended')).acquire(owner());
      lease.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
      await lease.save();
      await lease.release();
      expect(await store.prune('2000-01-01T00:00:00.000Z')).toEqual([]);
      expect(await store.prune('2999-01-01T00:00:00.000Z')).toEqual(['ended']);
      expect((await store.list()).map((run) => run.runId)).toEqual(['open']);
    });
  });

  describe(`${name}: what is due`, () => {
    it('a run whose driver died while it waits for somebody is due: an announcement may be left to make', async () => {
      const { store, elsewhere } = await make();
      const died = () => {
        const { process, ...rest } = owner();
        // Its pid is somebody else's by now.
        return { ...rest, ...(process && { process: { ...process, startTime: '0' } }) };
      };
      const lease = await (await store.create(NEW_RUN)).acquire(died());
      const asked = request(1, {}, { kind: 'breakpoint', label: 'Ship it?' });
      lease.journal.append([asked.event], asked.files);
      await lease.save();
      const due = async () => elsewhere().due({ now: Date.now(), workflow: undefined });
      expect(await due()).toEqual([{ runId: 'run-1', why: 'driver' }]);
      const next = await (await elsewhere().open('run-1')).acquire(owner());
      await next.save();
      expect(await due()).toEqual([]);
      await next.save({ last: true });
      expect(await due()).toEqual([]);
      // Nor is it lost when whoever carried it on dies.
      const again = await (await elsewhere().open('run-1')).acquire(died());
      again.journal.append([{ type: 'PROCESS_LOG', data: { logSeq: 1, message: 'on' } }]);
      await again.save();
      expect(await due()).toEqual([{ runId: 'run-1', why: 'driver' }]);
    });
  });

  describe(`${name}: lease and journal`, () => {
    it('what was saved is there for others, in order', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create(NEW_RUN);
      const lease = await run.acquire(owner());
      const before = run.lastSave;
      doSteps(lease.journal, 1, 3);
      await lease.save();
      const other = await elsewhere().open('run-1');
      // A directory has no save but the disk.
      expect(before === undefined).toBe(store.kind === 'directory');
      if (before !== undefined) {
        expect(run.lastSave?.id).not.toBe(before.id);
        expect(other.lastSave).toEqual({ id: run.lastSave?.id, driver: lease.owner });
      }
      expect([...other.events()].map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(other.load().state.settlements).toBe(3);
      expect(verifyRun(other.runDir)).toEqual([]);
    });

    it('req R12: a run that is driven is not driven twice: the owner is named', async () => {
      const { store, elsewhere } = await make();
      const lease = await (await store.create(NEW_RUN)).acquire(owner());
      // Between machines a lease begins with its first save (L2).
      await lease.save();
      const other = await elsewhere().open('run-1');
      await expect(other.acquire(owner())).rejects.toThrow(LeaseHeldError);
      await expect(other.acquire(owner())).rejects.toThrow(/^Run is already being executed by /);
      expect((await other.owner())?.token).toBe(lease.owner.token);
      await lease.release();
      expect(await other.owner()).toBeUndefined();
      const next = await other.acquire(owner());
      expect(next.epoch).toBeGreaterThan(lease.epoch);
      expect(next.former).toBeUndefined();
    });

    it('of two that take a free lease at once one gets it', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create(NEW_RUN);
      const other = await elsewhere().open('run-1');
      const take = async (of: typeof run) => (await of.acquire(owner())).save();
      const taken = await Promise.allSettled([take(run), take(other)]);
      expect(taken.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('a driver whose lease was taken over writes nothing more, and is told by whom', async () => {
      const { store, elsewhere } = await make();
      const lease = await (await store.create(NEW_RUN)).acquire(owner());
      doSteps(lease.journal, 1, 1);
      await lease.save();
      const taker = await (await elsewhere().open('run-1')).acquire(owner(), { force: true });
      expect(taker.former?.token).toBe(lease.owner.token);
      doSteps(taker.journal, 2, 2);
      await taker.save();
      const late = async () => {
        doSteps(lease.journal, 2, 2);
        await lease.save();
      };
      await expect(late()).rejects.toThrow(LeaseLostError);
      await expect(late()).rejects.toThrow(LeaseLostError);
      await lease.release();
      const seen = await elsewhere().open('run-1');
      expect((await seen.owner())?.token).toBe(taker.owner.token);
      expect([...seen.events()]).toHaveLength(5);
    });

    it('C11: an effect is settled once; nothing is written of a batch that does not fit', async () => {
      const { store } = await make();
      const { journal } = await (await store.create(NEW_RUN)).acquire(owner());
      const asked = request(1);
      journal.append([asked.event], asked.files);
      const settled = resolution(asked.effectId, 1);
      const cancelled = { type: 'EFFECT_CANCELLED', data: { effectId: asked.effectId, reason: 'x' } };
      expect(() => journal.append([settled.event, cancelled], settled.files)).toThrow(/not pending/);
      expect(journal.head.seq).toBe(2);
      journal.append([settled.event], settled.files);
      expect(() => journal.append([cancelled])).toThrow(/not pending/);
      expect(() => journal.append([resolution('01M7WE021BZC756KNVSW1WH7WM', 1).event])).toThrow(
        /not pending/,
      );
    });

    it('terminal is terminal: only RUN_RETRIED may follow', async () => {
      const { store } = await make();
      const lease = await (await store.create(NEW_RUN)).acquire(owner());
      lease.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'E', message: 'm' } } }]);
      expect(() => lease.journal.append([{ type: 'NOTE', data: {} }])).toThrow(RunEndedError);
      expect(() => lease.journal.append([request(1).event])).toThrow(/is failed/);
      lease.journal.append([
        { type: 'RUN_RETRIED', data: { actor: { login: 'x' }, effects: [], dropped: [] } },
      ]);
      doSteps(lease.journal, 1, 1);
      await lease.save();
      expect(verifyRun(lease.journal.runDir)).toEqual([]);
    });

    it('saves that come together are one after another, all of them durable', async () => {
      const { store, elsewhere } = await make();
      const lease = await (await store.create(NEW_RUN)).acquire(owner());
      const saves: Promise<void>[] = [];
      for (let n = 1; n <= 20; n++) {
        doSteps(lease.journal, n, n);
        saves.push(lease.save());
      }
      await Promise.all(saves);
      expect((await elsewhere().open('run-1')).load().state.settlements).toBe(20);
    });
  });

  describe(`${name}: mailbox`, () => {
    it('messages of many are all there, oldest first, also while the run is driven', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create(NEW_RUN);
      const lease = await run.acquire(owner());
      const other = await elsewhere().open('run-1');
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => other.mailbox.deliver(signal(`m${i}`, `v${i}`, 59 - i))),
      );
      const { mail, duplicates, invalid } = await run.mailbox.read();
      expect(mail.map(({ message }) => message.id)).toEqual(
        Array.from({ length: 20 }, (_, i) => `m${19 - i}`),
      );
      expect([duplicates, invalid]).toEqual([[], []]);
      await lease.release();
    });

    it('protocol M1: the same message twice lies there once; another content under its id is a duplicate', async () => {
      const { store } = await make();
      const { mailbox } = await store.create(NEW_RUN);
      const first = await mailbox.deliver(signal('c-17', 'yes'));
      expect(first.name).toMatch(/^c-17-[0-9a-f]{12}$/);
      expect(await mailbox.deliver(signal('c-17', 'yes'))).toEqual({ name: first.name, fresh: false });
      const forged = await mailbox.deliver(signal('c-17', 'no', 30));
      const read = await mailbox.read();
      expect(read.mail.map((mail) => mail.name)).toEqual([first.name]);
      expect(read.duplicates).toEqual([forged.name]);
    });

    it('protocol M2: what was recorded is deleted; deleting what is gone is nothing', async () => {
      const { store } = await make();
      const { mailbox } = await store.create(NEW_RUN);
      const { name } = await mailbox.deliver(signal('a', 'x'));
      await mailbox.deliver(signal('b', 'y'));
      await mailbox.delete([name]);
      await mailbox.delete([name]);
      expect((await mailbox.read()).mail.map((mail) => mail.message.id)).toEqual(['b']);
    });

    it('every kind of message comes back as it was sent', async () => {
      const { store } = await make();
      const { mailbox } = await store.create(NEW_RUN);
      const effectId = '01M7WE021BZC756KNVSW1WH7WM';
      const base = { attempt: 2, actor: { login: 'ann', id: 7 }, source: 'https://example.org/1' };
      const messages: Message[] = [
        { ...base, id: 'a', at: at(1), kind: 'decide', commentId: '12', issue: 3 },
        { ...base, id: 'b', at: at(2), kind: 'cancel', effectId, reason: 'late' },
        { ...base, id: 'c', at: at(3), kind: 'cancel', reason: '' },
        { ...base, id: 'd', at: at(4), kind: 'halt', finalStatus: 'failed', reason: 'x\n"ü"' },
        { ...base, id: 'e', at: at(5), kind: 'signal', name: 'go', value: { deep: [null, 1] } },
        {
          ...base,
          id: 'f',
          at: at(6),
          kind: 'result',
          effectId,
          effectAttempt: 1,
          outcome: { status: 'ok', value: null },
        },
        {
          ...base,
          id: 'g',
          at: at(7),
          kind: 'result',
          effectId,
          effectAttempt: 1,
          outcome: { status: 'error', error: { name: 'E', message: 'm' } },
        },
        { ...base, id: 'h', at: at(8), kind: 'wake' },
      ];
      for (const message of messages) await mailbox.deliver(message);
      expect((await mailbox.read()).mail.map((mail) => mail.message)).toEqual(messages);
    });

    it('protocol M2: a save deletes the messages that it records, the last one gives the lease back', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create(NEW_RUN);
      const { name } = await run.mailbox.deliver(signal('a', 'x'));
      await run.mailbox.deliver(signal('b', 'y'));
      const lease = await run.acquire(owner());
      lease.journal.append([{ type: 'SIGNAL_RECEIVED', data: { name: 'go', value: 'x', messageId: 'a' } }]);
      await lease.save({ mail: [name], last: true });
      const other = await elsewhere().open('run-1');
      expect((await other.mailbox.read()).mail.map((mail) => mail.message.id)).toEqual(['b']);
      expect(other.load().state.messages.has('a')).toBe(true);
      expect(await other.owner()).toBeUndefined();
      await lease.release();
      await (await other.acquire(owner())).release();
    });

    it('a watcher is called with what comes, once, and not after it was stopped', async () => {
      const { store, elsewhere } = await make();
      const run = await store.create(NEW_RUN);
      const calls: string[][] = [];
      const stop = run.mailbox.watch(({ mail }) => {
        calls.push(mail.map(({ message }) => message.id));
      });
      const other = await elsewhere().open('run-1');
      await other.mailbox.deliver(signal('a', 'x'));
      await expect.poll(() => calls.at(-1), { timeout: 20_000 }).toEqual(['a']);
      await other.mailbox.deliver(signal('b', 'y', 1));
      await expect.poll(() => calls.at(-1), { timeout: 20_000 }).toEqual(['a', 'b']);
      const count = calls.length;
      stop();
      await other.mailbox.deliver(signal('c', 'z', 2));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(calls).toHaveLength(count);
    });

    it.each([
      { id: '../x' },
      { id: '' },
      { id: 'x'.repeat(200) },
      { attempt: 0 },
      { at: 'yesterday' },
      { kind: 'format-disk' },
      { name: '' },
      { value: undefined },
    ])('what is no message is refused: %j', async (wrong) => {
      const { store } = await make();
      const { mailbox } = await store.create(NEW_RUN);
      await expect(mailbox.deliver({ ...signal('a', 'x'), ...wrong } as Message)).rejects.toThrow(UsageError);
      expect(await mailbox.names()).toEqual([]);
    });
  });
}
