/** Cancel and halt of a run that another job drives, by people who have nothing but a workflow to dispatch. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { WorkflowRun, World } from '../../runner/index.ts';
import { eventsOnBranch, outputsOf, workflow } from '../world.ts';
import type { Scenarios } from './scenario.ts';

/** Ignores SIGTERM, and so does its grandchild; each notes its pid in a directory outside of the workspace. */
export const DEAF_PROCESS = `
import { defineTask, EffectCancelledError } from 'longhaul';
const deaf = defineTask('deaf', ({ dir }) => ({ kind: 'shell', shell: { command:
  \`test -e \${dir}/go && exit; trap '' TERM; echo so far; sh -c 'trap "" TERM; echo $$ > \${dir}/grandchild; while :; do sleep 0.2; done' & echo $$ > \${dir}/worker; wait\` } }));
export async function process(inputs, ctx) {
  try { await ctx.task(deaf, inputs); }
  catch (error) {
    if (!(error instanceof EffectCancelledError) || inputs.rethrow) throw error;
    if (inputs.again) await ctx.task(deaf, { dir: inputs.again });
    await ctx.run('clean up', () => 1);
    return { caught: error.name, reason: error.reason };
  }
}`;

export interface Deaf {
  job: WorkflowRun;
  /** Pids of worker and grandchild that still run. */
  alive(): number[];
}

/** A job that drives run \`runId\`, and its worker at work. */
export async function working(world: World, runId: string, file = 'a.yml', inputs = {}): Promise<Deaf> {
  const dir = join(world.folder, `pids-${runId}`);
  mkdirSync(dir);
  const job = await world.dispatch(file, {
    command: 'start',
    'run-id': runId,
    inputs: JSON.stringify({ dir, ...inputs }),
  });
  const files = ['worker', 'grandchild'].map((name) => join(dir, name));
  const isThere = (): boolean => files.every((one) => existsSync(one) && readFileSync(one, 'utf8') !== '');
  await expect.poll(isThere, { timeout: 20_000, interval: 50 }).toBe(true);
  const pids = files.map((one) => Number(readFileSync(one, 'utf8')));
  return { job, alive: () => pids.filter(isAlive) };
}

/** A killed process that nobody has waited for yet is dead, too. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export const gone = (deaf: Deaf) => expect.poll(deaf.alive, { timeout: 15_000, interval: 50 }).toEqual([]);

const notices = (run: WorkflowRun): string =>
  run.jobs.flatMap(({ annotations }) => annotations.map((one) => one.message)).join('\n');

export const deaf: Scenarios = {
  'req C2, C3, C7, C14, H1, H11, H15, H20: a second workflow run cancels a driven run, or halts it: within 15 s no process is left; the one completes, the other is sealed':
    async (scene) => {
      const world = await scene.world({
        workflows: { 'a.yml': workflow({ with: ['cancel-grace: 1s'] }) },
        others: { 'process.mjs': DEAF_PROCESS },
      });
      const [one, two] = await Promise.all([working(world, 'one'), working(world, 'two')]);
      // Output is shown while the command runs.
      await expect.poll(() => one.job.log, { timeout: 20_000, interval: 50 }).toContain('so far');
      const byBob = (inputs: Record<string, string>) => world.dispatch('a.yml', inputs, { actor: 'bob' });
      const cancel = await byBob({ command: 'cancel', 'run-id': 'one', reason: 'changed our mind' });
      const request = {
        command: 'halt',
        'run-id': 'two',
        reason: 'obsolete: $(rm -rf /) `x`',
        'final-status': 'failed',
      };
      const halt = await byBob(request);
      await Promise.all([gone(one), gone(two)]);
      await world.settled();
      const closing = async (runId: string) =>
        (await eventsOnBranch(world, runId)).filter(({ type }) =>
          /^RUN_(COMPLETED|FAILED|HALTED)$/.test(type),
        );

      expect(cancel.conclusion, cancel.log).toBe('success');
      expect(notices(cancel)).toContain('Delivered:');
      expect(one.job.conclusion, one.job.log).toBe('success');
      expect(outputsOf(one.job)).toMatchObject({
        status: 'completed',
        output: '{"caught":"EffectCancelledError","reason":"changed our mind"}',
      });
      const events = await eventsOnBranch(world, 'one');
      expect(events.filter(({ type }) => type.includes('CANCEL'))).toMatchObject([
        { type: 'RUN_CANCEL_REQUESTED', data: { reason: 'changed our mind', actor: { login: 'bob' } } },
        { type: 'EFFECT_CANCELLED', data: { reason: 'changed our mind' } },
      ]);
      expect(await closing('one')).toMatchObject([{ type: 'RUN_COMPLETED' }]);

      for (const run of [two.job, halt]) {
        expect(run.conclusion, run.log).toBe('success');
        expect(outputsOf(run)).toMatchObject({ status: 'failed', error: `ManualHalt: ${request.reason}` });
      }
      expect(notices(two.job)).toContain(`Run two was halted by bob: ${request.reason}`);
      expect(await closing('two')).toMatchObject([
        {
          type: 'RUN_FAILED',
          data: {
            manual_seal_reason: request.reason,
            synthetic: true,
            actor: { login: 'bob' },
            source: expect.stringContaining(`/acme/app/actions/runs/${halt.id}`),
          },
        },
      ]);
      const branch = 'refs/heads/longhaul/two';
      expect(JSON.parse((await world.readFile('final.json', branch)) ?? '')).toMatchObject({
        status: 'fail',
        failure_reason: request.reason,
      });

      const before = (await world.refs('refs/heads/longhaul/')).get(branch);
      const again = await byBob(request);
      const another = await byBob({ ...request, reason: 'another' });
      const resume = await byBob({ command: 'resume', 'run-id': 'two' });
      await world.settled();
      expect(again.conclusion, again.log).toBe('success');
      expect(notices(again)).toContain('sealed already');
      expect(another.conclusion, another.log).toBe('failure');
      expect(resume.conclusion, resume.log).toBe('success');
      expect((await world.refs('refs/heads/longhaul/')).get(branch)).toBe(before);
      // Nobody but us has dispatched anything, and nothing is left to be acted on.
      expect(world.runs).toHaveLength(7);
      expect(await world.refs('refs/longhaul/mail/')).toEqual(new Map());
    },
};
