/** What follows an end that only the post step could save. */
import { expect, it } from 'vitest';
import { savePost } from '../../src/action/post.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { bench } from '../engine/support.ts';

it('req 5: whoever reads the outputs of a run that the post step saved has not heard of it, and people are told how to tell them', async () => {
  const warnings: string[] = [];
  for (const isPassedOn of [true, false]) {
    // What is withdrawn stands before the end, too.
    const b = await bench("ctx.signal('never').catch(() => {});\nreturn 1;", { runId: 'r' });
    const acquire = b.run.acquire.bind(b.run);
    b.run.acquire = async (...args) => {
      const lease = await acquire(...args);
      const save = lease.save.bind(lease);
      lease.save = (what) =>
        lease.journal.state.terminal === undefined ? save(what) : Promise.reject(new Error('no route'));
      return lease;
    };
    const data = { hop: 1, actor: { login: 'ann' } };
    const passedOn = () => ({ type: 'RUN_DISPATCHED' as const, data });
    await expect(b.drive({ run: b.run, ...(isPassedOn ? { passedOn } : {}) })).rejects.toMatchObject({
      code: 'NOT_SAVED',
    });
    const post = {
      io: { notice() {}, warning: (text: string) => void warnings.push(text) },
      store: b.store,
      owner: thisOwner(VERSION),
      workspace: b.directory,
      workflow: '.github/workflows/deploy.yml',
      tell: async () => {},
    };
    expect(await savePost(post, ['r'])).toBeUndefined();
  }
  expect(warnings).toEqual([
    expect.stringMatching(
      /^Run r is completed.*: gh workflow run deploy\.yml -f command=resume -f run-id=r$/,
    ),
  ]);
});
