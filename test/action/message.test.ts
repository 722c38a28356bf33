/** A dispatched command that cannot be a message, or need not be one (contract §2). */
import { expect, it } from 'vitest';
import { parseInputs } from '../../src/action/inputs.ts';
import type { Job } from '../../src/action/job.ts';
import { alreadySo, messageOf } from '../../src/action/message.ts';
import { cancelTask } from '../../src/operations/cancel.ts';
import { haltRun } from '../../src/operations/halt.ts';
import { DEFAULT_LIMITS } from '../../src/operations/world.ts';
import { bench, only, pendingIds } from '../operations/verbs.ts';

function jobWith(inputs: Record<string, string>): Job {
  const event = { actor: 'ann', payload: {}, workflowRunId: '7', job: 'main', step: '' };
  return { event, inputs: parseInputs((name) => inputs[name] ?? '') } as unknown as Job;
}
const naming = (effectId: string): Job => jobWith({ 'effect-id': effectId });

it('req C11: a cancel of what is not there or settled is refused by name; what is cancelled already is said to be', async () => {
  const at = bench();
  const run = await at.start(
    "await ctx.breakpoint({}).catch(() => {}); await ctx.run('done', () => 1); await ctx.breakpoint({});",
  );
  await at.drive(run);
  const first = only(pendingIds(run));
  await cancelTask({ ...at.request(run), effectId: first, reason: 'r' });
  await at.drive(run);
  const { state } = run.load();
  const done = [...state.effects.keys()][1] ?? '';
  expect(alreadySo(naming(first), state, 'cancel')).toBe(`Effect ${first} is cancelled already`);
  expect(() => messageOf(naming('NOPE'), state, 'cancel')).toThrow('Effect NOPE was not found in run run-1');
  expect(() => messageOf(naming(done), state, 'cancel')).toThrow(`Effect ${done} is already settled`);
  const open = only(pendingIds(run));
  expect(alreadySo(naming(open), state, 'cancel')).toBeUndefined();
  expect(messageOf(naming(open), state, 'cancel')).toMatchObject({
    kind: 'cancel',
    effectId: open,
    reason: 'cancelled by ann',
  });
  expect(() => messageOf(naming(open), state, 'result')).toThrow('only a person decides it');
});

it('req H18: a run that was sealed takes no command; one that is canceled is so already', async () => {
  const at = bench();
  const sealed = await at.start('await ctx.breakpoint({});', 'sealed');
  const halt = { store: at.store, finalStatus: 'failed', reason: 'obsolete', workspace: at.dir } as const;
  await haltRun({ ...at.request(sealed), ...halt });
  for (const command of ['cancel', 'signal', 'result', 'resume'] as const)
    expect(() => alreadySo(jobWith({}), sealed.load().state, command)).toThrow('Run sealed is failed');
  const canceled = await at.start('await ctx.breakpoint({});', 'canceled');
  await at.drive(canceled, {
    first: (_, driver) => driver.cancelRun('enough', undefined, undefined),
    limits: { ...DEFAULT_LIMITS, cancelGraceMs: 100 },
  });
  const { state } = canceled.load();
  expect(alreadySo(jobWith({}), state, 'cancel')).toBe('Run canceled is canceled already');
  expect(() => alreadySo(jobWith({}), state, 'signal')).toThrow('Run canceled is canceled');
});
