/** What ends a run, or carries it on, from another job than the one that started it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { outputsOf, workflow } from '../world.ts';
import type { Scenarios } from './scenario.ts';

const PROCESS = `
import { defineTask } from 'longhaul';
const long = defineTask('long', ({ name, ledger }) => ({ kind: 'shell', shell: { command: 'echo ' + name + ' >> ' + ledger + '; sleep 100' } }));
export async function process({ name, ledger }, ctx) {
  if (name === 'sleeper') { await ctx.sleep('5s'); return 'rested'; }
  try { await ctx.task(long, { name, ledger }); } finally { await ctx.shield(() => ctx.run('tidy up', () => 2)); }
}`;

export const endings: Scenarios = {
  'req C2, H1, protocol M6: cancel and halt of runs that other jobs drive; a sweep carries on what slept, and tidies up':
    async (scene) => {
      const file = workflow({
        permissions: '{ contents: write, actions: write }',
        with: ['wait-in-job: 0s', 'keep-days: 0', 'cancel-grace: 2s'],
      });
      const world = await scene.world({ workflows: { 'a.yml': file }, others: { 'process.mjs': PROCESS } });
      const ledger = join(world.folder, 'ledger');
      const start = (name: string) =>
        world.dispatch('a.yml', {
          command: 'start',
          'run-id': name,
          inputs: JSON.stringify({ name, ledger }),
        });
      const [canceled, halted, sleeper] = await Promise.all(['canceled', 'halted', 'sleeper'].map(start));
      const atWork = (): string[] => (existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n') : []);
      await vi.waitUntil(() => atWork().length === 3, { timeout: 60_000 });
      const by = { actor: 'bob' };
      const cancel = await world.dispatch(
        'a.yml',
        { command: 'cancel', 'run-id': 'canceled', reason: 'late' },
        by,
      );
      const halt = await world.dispatch(
        'a.yml',
        { command: 'halt', 'run-id': 'halted', reason: 'obsolete' },
        by,
      );
      await world.settled();
      for (const run of [cancel, halt, halted, sleeper]) expect(run?.conclusion, run?.log).toBe('success');
      expect(canceled?.conclusion, canceled?.log).toBe('failure');
      expect([canceled, halted, sleeper].map((run) => run && outputsOf(run).status)).toEqual([
        'canceled',
        'completed',
        'waiting',
      ]);
      const events = await scene.store.events(world, 'canceled');
      expect(events.filter(({ type }) => type === 'RUN_CANCEL_REQUESTED')).toMatchObject([
        { data: { reason: 'late', actor: { login: 'bob' } } },
      ]);
      expect(events.filter(({ type }) => type === 'EFFECT_RESOLVED')).toHaveLength(1); // what tidied up
      expect((await scene.store.events(world, 'halted')).at(-1)).toMatchObject({
        type: 'RUN_COMPLETED',
        data: { manual_seal_reason: 'obsolete', actor: { login: 'bob' } },
      });
      expect(await scene.store.runs(world)).toEqual(['canceled', 'halted', 'sleeper']);

      const [{ wakeAt }] = JSON.parse((sleeper && outputsOf(sleeper).pending) ?? '');
      await vi.waitUntil(() => Date.now() >= Date.parse(wakeAt), { timeout: 10_000 });
      const sweep = await world.fireSchedule('a.yml');
      await world.settled();
      expect(sweep.conclusion, sweep.log).toBe('success');
      expect(sweep.log).toContain('sleeper: completed');
      expect(sweep.log).toMatch(/archived: .*sleeper/);
      expect(await scene.store.runs(world)).toEqual([]);
    },
};
