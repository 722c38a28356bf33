/** Which run a comment means, by what the index says of the runs on its issue. */
import { describe, expect, it } from 'vitest';
import { meant, meantToCancel } from '../../src/action/meant.ts';
import { parseComment } from '../../src/comments/command.ts';
import type { RunOnIssue } from '../../src/stores/contract.ts';

const run = (runId: string, change: Partial<RunOnIssue> = {}): RunOnIssue => ({
  runId,
  status: 'waiting',
  attempt: 1,
  updatedAt: '2026-11-21T10:00:00.000Z',
  refs: [],
  ...change,
});
const A = run('run-a', { status: 'failed' });
const B = run('run-b', { refs: ['e-7k3qd'], workflow: 'b.yml' });
const C = run('run-c', { refs: ['e-00000'], workflow: 'c.yml' });

function said(body: string, runs: RunOnIssue[]): string | undefined {
  const command = parseComment(body);
  if (command === undefined || command.verb === 'cancel') throw new Error(body);
  const target = meant(command, runs);
  if (target === undefined) return undefined;
  return 'run' in target
    ? [target.run.runId, target.reason].join(' ').trim()
    : `${target.answer.code} by ${target.by.runId}`;
}

describe('contract §3: of several runs on an issue', () => {
  it('the word names one, whether it has ended or not; without it none is meant', () => {
    for (const verb of ['halt', 'retry', 'status']) {
      expect(said(`/${verb} run-a`, [A, B])).toBe('run-a');
      expect(said(`/${verb} run-b no more`, [A, B])).toBe('run-b no more');
      expect(said(`/${verb} no more`, [A, B])).toBe('which-run by run-b');
      expect(said(`/${verb} no more`, [B])).toBe('run-b no more');
      expect(said(`/${verb}`, [])).toBeUndefined();
    }
  });

  it('a decision without a reference means the one that waits, whichever workflow it belongs to', () => {
    expect(said('/approve', [A, B])).toBe('run-b');
    expect(said('/approve', [A, B, C])).toBe('which-breakpoint by run-b');
    expect(said('/approve', [C, B])).toBe('which-breakpoint by run-b');
    expect(said('/approve e-00000', [A, B, C])).toBe('run-c');
    expect(said('/approve e-11111', [B, C])).toBe('unknown-ref by run-b');
    expect(said('/approve e-11111', [A, B])).toBe('run-b');
    expect(said('/approve', [A])).toBe('run-a');
    expect(said('/approve', [A, run('run-d', { status: 'completed' })])).toBe('no-breakpoint by run-a');
    expect(said('/help', [C, A])).toBe('help by run-c');
  });
});

it('contract §3: an effect that several runs have pending is cancelled in none of them', () => {
  const effect = (effectId: string, ref: string, isPending = true) => ({ effectId, ref, isPending });
  const all = [
    { run: A, effects: [effect('E1', 'e-aaaaa', false), effect('E2', 'e-bbbbb')] },
    { run: B, effects: [effect('E1', 'e-ccccc'), effect('E2', 'e-ddddd'), effect('E3', 'e-eeeee', false)] },
  ];
  expect(meantToCancel('e-bbbbb', all)).toMatchObject({ run: A, effectId: 'E2', isPending: true });
  expect(meantToCancel('E1', all)).toMatchObject({ run: B, isPending: true });
  expect(meantToCancel('E3', all)).toMatchObject({ run: B, isPending: false });
  expect(meantToCancel('E4', all)).toMatchObject({ other: { code: 'unknown-ref', ref: 'E4' } });
  expect(meantToCancel('E2', all)).toEqual({
    other: {
      code: 'which-effect',
      effect: 'E2',
      open: [
        { ref: 'e-bbbbb', title: 'E2 of run run-a' },
        { ref: 'e-ddddd', title: 'E2 of run run-b' },
      ],
    },
  });
});
