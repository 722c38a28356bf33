/** A run that waits for a run that it has started (contract §1): everybody says `waiting`, and each sweep looks at it. */
import { expect, it } from 'vitest';
import { runStatus } from '../../src/operations/status.ts';
import { sweepTime } from '../../src/stores/summary.ts';
import { bench } from './verbs.ts';

it('is waiting for its driver, for run:status and in lists, and is due at each sweep', async () => {
  const at = bench();
  at.write('child.mjs', "export const process = (inputs, ctx) => ctx.signal('go');");
  const run = await at.start("return ctx.subprocess('./child.mjs', {});");
  expect((await at.drive(run)).status).toBe('waiting');
  const { state, needsMoreIterations, pendingEffectsSummary } = await runStatus(run);
  expect({ state, needsMoreIterations }).toEqual({ state: 'waiting', needsMoreIterations: false });
  expect(pendingEffectsSummary).toMatchObject({ totalPending: 1, autoRunnableCount: 0 });
  const [parent] = (await at.store.list()).filter(({ runId }) => runId === run.runId);
  expect(parent).toMatchObject({ state: 'waiting', waitingOn: ['./child.mjs'] });
  // The word of the child's end may have been lost with its machine.
  const due = () => at.store.due({ now: Date.now(), workflow: undefined });
  expect(await due()).toEqual([{ runId: run.runId, why: 'time' }]);
  // A branch and an artifact have it in their index, with what else is to be looked at.
  const loaded = run.load().state;
  expect(sweepTime(loaded)).toBe(loaded.updatedAt);
  expect(sweepTime(loaded, '2020-01-01T00:00:00.000Z')).toBe('2020-01-01T00:00:00.000Z');
  await at.drive(run, { cancel: AbortSignal.abort('enough') });
  expect(sweepTime(run.load().state, '2020-01-01T00:00:00.000Z')).toBeUndefined();
  expect(await due()).toEqual([]);
});
