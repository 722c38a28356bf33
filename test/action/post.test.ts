/** What follows an end that only the post step could save. */
import { expect, it } from 'vitest';
import { savePost } from '../../src/action/post.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { bench, code } from '../engine/support.ts';

type Bench = Awaited<ReturnType<typeof bench>>;

/** No save of it arrives once it has ended. */
function losesItsEnd(run: OpenRun): void {
  const acquire = run.acquire.bind(run);
  run.acquire = async (...args) => {
    const lease = await acquire(...args);
    const save = lease.save.bind(lease);
    lease.save = (what) =>
      lease.journal.state.terminal === undefined ? save(what) : Promise.reject(new Error('no route'));
    return lease;
  };
}

const postOf = ({ store, directory }: Bench, warnings: string[]) => ({
  io: { notice() {}, warning: (text: string) => void warnings.push(text) },
  store,
  owner: thisOwner(VERSION),
  workspace: directory,
  workflow: '.github/workflows/deploy.yml',
  tell: async () => {},
});

it('the run that waits for one whose end the post step saved is woken', async () => {
  const b = await bench("return ctx.subprocess('./child.mjs', {});", {
    files: { 'child.mjs': code("return ctx.signal('go');") },
  });
  expect((await b.drive()).status).toBe('waiting');
  const [childId = ''] = (await b.store.list()).map(({ runId }) => runId).filter((id) => id !== b.run.runId);
  const child = await b.store.open(childId);
  const at = new Date().toISOString();
  await child.mailbox.deliver({ kind: 'signal', id: 'm', attempt: 1, at, name: 'go', value: null });
  losesItsEnd(child);
  await expect(b.drive({ run: child })).rejects.toMatchObject({ code: 'NOT_SAVED' });
  expect((await b.run.mailbox.read()).mail).toEqual([]);
  const warnings: string[] = [];
  expect(await savePost(postOf(b, warnings), [childId])).toBeUndefined();
  expect((await b.run.mailbox.read()).mail.map(({ message }) => message.kind)).toEqual(['wake']);
  expect(warnings).toEqual([]);
  expect((await b.drive()).status).toBe('completed');
});

it('req 5: whoever reads the outputs of a run that the post step saved has not heard of it, and people are told how to tell them', async () => {
  const warnings: string[] = [];
  for (const isPassedOn of [true, false]) {
    // What is withdrawn stands before the end, too.
    const b = await bench("ctx.signal('never').catch(() => {});\nreturn 1;", { runId: 'r' });
    losesItsEnd(b.run);
    const data = { hop: 1, actor: { login: 'ann' } };
    const passedOn = () => ({ type: 'RUN_DISPATCHED' as const, data });
    await expect(b.drive({ run: b.run, ...(isPassedOn ? { passedOn } : {}) })).rejects.toMatchObject({
      code: 'NOT_SAVED',
    });
    expect(await savePost(postOf(b, warnings), ['r'])).toBeUndefined();
  }
  expect(warnings).toEqual([
    expect.stringMatching(
      /^Run r is completed.*: gh workflow run deploy\.yml -f command=resume -f run-id=r$/,
    ),
  ]);
});
