/** External effects: taken by one workflow run at a time, lost with it, and given up as others are. */
import { describe, expect, it } from 'vitest';
import { asRecorded, pendingEffects } from '../../src/operations/pending.ts';
import { effectCalled, refsOf } from '../../src/operations/refs.ts';
import type { Bench } from '../engine/support.ts';
import { bench, code } from '../engine/support.ts';

const HEAD =
  "const other = defineTask('other', (args) => ({ kind: 'deploy', onLost: args.onLost, metadata: { 'runs-on': args.on } }));";
const BODY = `
  const tell = (error) => [error.name, error.losses];
  const once = ctx.task(other, { onLost: 'fail', on: 'large' }, { label: 'once' }).catch(tell);
  const often = ctx.task(other, { onLost: 'retry' }, { label: 'often' }).catch(tell);
  return Promise.all([once, often]);`;
const claimAs = (owner: string | undefined, ...living: string[]) => ({
  claim: { owner, isAlive: (other: string) => Promise.resolve(living.includes(other)) },
});
const starts = (b: Bench, effectId?: string) =>
  b.of('EFFECT_STARTED').filter((data) => data.effectId === effectId);

describe('protocol E5: external effects', () => {
  it('are listed by one living owner, lost at most once or five times, and a late result is refused', async () => {
    const b = await bench('', { files: { 'p.mjs': code(BODY, HEAD) } });
    const first = await b.drive(claimAs('A'));
    expect(first.sentOut).toMatchObject([{ label: 'once', runsOn: 'large' }, { label: 'often' }]);
    expect(first.sentOut[1]).not.toHaveProperty('runsOn');
    const [once, often] = first.sentOut.map(({ effectId }) => effectId);
    expect(await b.drive(claimAs('B', 'A'))).toMatchObject({ pending: [], sentOut: [] });
    // A died: what may run at most once has failed, and the process knows by the end of this drive.
    const second = await b.drive(claimAs('B'));
    expect(second.sentOut.map(({ label }) => label)).toEqual(['often']);
    expect(b.of('EFFECT_RESOLVED')).toMatchObject([
      { effectId: once, status: 'error', error: { name: 'LostEffectError' } },
    ]);
    expect(starts(b, once)).toHaveLength(1);
    const outcome = { status: 'ok', value: 'late' } as const;
    await b.mail({ kind: 'result', effectId: often ?? '', effectAttempt: 1, outcome });
    const third = await b.drive(claimAs('C'));
    expect(third.receipts).toMatchObject([{ done: false, text: expect.stringContaining('of attempt 1') }]);
    for (const owner of ['D', 'E']) await b.drive(claimAs(owner));
    expect(starts(b, often).map(({ owner }) => owner)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(await b.drive(claimAs('F'))).toMatchObject({
      status: 'completed',
      output: JSON.stringify([
        ['LostEffectError', 1],
        ['LostEffectError', 5],
      ]),
    });
  });

  it('are known by their reference in any case, and keep title and time where nothing is executed', async () => {
    const body = `
      const flaky = defineTask('flaky', () => ({ kind: 'shell', title: 'Flaky', shell: { command: 'exit 1' } }));
      const retry = { attempts: 2, delay: '1h' };
      await Promise.all([ctx.task(other, {}), ctx.task(flaky, {}, { retry }), ctx.task(other, {})]);`;
    const b = await bench('', { files: { 'p.mjs': code(body, HEAD) } });
    const { pending } = await b.drive(claimAs('A'));
    const { state } = b.run.load();
    expect(pendingEffects(state, asRecorded(b.run.runDir))).toEqual(pending);
    expect(pending[1]).toMatchObject({ title: 'Flaky', wakeAt: expect.any(String) });
    for (const [effectId, ref] of refsOf(state))
      for (const name of [effectId, ref, ref.toUpperCase()])
        expect(effectCalled(state, name)?.effectId).toBe(effectId);
    expect(effectCalled(state, '')).toBeUndefined();
    expect(effectCalled(state, 'e-nobod')).toBeUndefined();
  });

  it('a job whose outputs nobody reads takes none, and has a job dispatched that does', async () => {
    const b = await bench('', { files: { 'p.mjs': code(BODY, HEAD) } });
    const leftOver = () => ({ type: 'RUN_DISPATCHED' as const, data: { hop: 1, actor: { login: 'ann' } } });
    await b.drive({ ...claimAs(undefined), leftOver });
    expect([b.of('EFFECT_STARTED'), b.of('RUN_DISPATCHED').length]).toEqual([[], 1]);
    expect((await b.drive(claimAs('A'))).sentOut).toHaveLength(2);
    await b.drive({ ...claimAs(undefined, 'A'), leftOver });
    expect(b.of('RUN_DISPATCHED')).toHaveLength(1);
  });

  it('no more of them are taken than a matrix has room for', async () => {
    const body = `await Promise.all(Array.from({ length: 258 }, (_, i) => ctx.task(other, { i })));`;
    const b = await bench('', { files: { 'p.mjs': code(body, HEAD) } });
    const { pending, sentOut } = await b.drive(claimAs('A'));
    expect([pending.length, sentOut.length, b.of('EFFECT_STARTED').length]).toEqual([258, 256, 256]);
  });
});
